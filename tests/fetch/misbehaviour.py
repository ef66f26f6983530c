"""Routes of a server that misbehaves, as servers of real sites do and hostile ones."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable

import brotli

from tests.fetch.servers import STORY, Answer, Site, Visit


def inflating(size: int) -> Iterable[bytes]:
    """A gzip body that inflates to `size` bytes and more, made without deflating them; it has no end."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = deflater.compress(bytes(16 << 20)) + deflater.flush(zlib.Z_FULL_FLUSH)
    yield b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    for _ in range(0, size, 16 << 20):
        yield block


def _drip(visit: Visit) -> None:
    visit.send(200, b"", {"Content-Length": "1000000"})
    while not visit.site.closing.wait(0.05):
        visit.raw(b".")


def _drip_head(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not visit.site.closing.wait(0.05):
        visit.raw(b".")


def _silent(visit: Visit) -> None:
    visit.site.closing.wait(60)


def _cut_length(visit: Visit) -> None:
    visit.send(200, STORY[:40], {"Content-Length": str(len(STORY))})
    visit.cut()


def _cut_chunked(visit: Visit) -> None:
    visit.send(200, b"%x\r\n%s\r\n" % (40, STORY[:40]), {"Transfer-Encoding": "chunked"})
    visit.cut()


def _cut_in_chunk(visit: Visit) -> None:
    visit.send(200, b"%x\r\n%s" % (80, STORY[:40]), {"Transfer-Encoding": "chunked"})
    visit.cut()


def _cut_gzip(visit: Visit) -> None:
    visit.send(200, gzip.compress(STORY * 50)[:-30], {"Content-Encoding": "gzip"})


def _cut_brotli(visit: Visit) -> None:
    visit.send(200, brotli.compress(STORY * 50)[:-10], {"Content-Encoding": "br"})


def _bomb_gzip(visit: Visit) -> None:
    visit.send(200, b"", {"Content-Encoding": "gzip", "Connection": "close", "Transfer-Encoding": "chunked"})
    for block in inflating(2 << 30):
        visit.raw(b"%x\r\n%s\r\n" % (len(block), block))
    visit.raw(b"0\r\n\r\n")
    visit.cut()


def _bomb_brotli(visit: Visit) -> None:
    visit.send(200, brotli.compress(bytes(200 << 20), quality=1), {"Content-Encoding": "br"})


def _bomb_twice(visit: Visit) -> None:
    once = b"".join(inflating(1 << 30))
    visit.send(200, gzip.compress(once), {"Content-Encoding": "gzip, gzip"})


def _garbage(visit: Visit) -> None:
    visit.raw(b"\x00\x01 this is not HTTP\r\n\r\n")
    visit.cut()


def _chain(visit: Visit) -> None:
    left = int(visit.path.rpartition("/")[2])
    visit.send(301, b"moved", {"Location": f"/chain/{left - 1}" if left > 1 else "/story.html"})


def _flaky(visit: Visit) -> None:
    """/flaky/N fails N times with 500, and is well from then on."""
    fails = int(visit.path.rpartition("/")[2])
    visit.send(*((500, b"oops") if visit.site.count(visit.path) < fails else (200, STORY)))


def _limited(visit: Visit) -> None:
    """Too many requests, once; a second later the story."""
    first = visit.site.count(visit.path) == 0
    visit.send(*((429, b"slow down", {"Retry-After": "1"}) if first else (200, STORY)))


def _sends(status: int, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.send(status, body, named)


MISBEHAVIOURS: dict[str, Answer] = {
    "/story.html": _sends(200, STORY),
    "/chain/*": _chain,
    "/loop/a": _sends(302, Location="/loop/b"),
    "/loop/b": _sends(302, Location="/loop/a"),
    "/self": _sends(301, Location="/self"),
    "/nowhere": _sends(301),
    "/private": _sends(302, Location="http://169.254.169.254/latest/meta-data/"),
    "/file": _sends(302, Location="file:///etc/passwd"),
    "/403": _sends(403, b"forbidden"),
    "/404": _sends(404, b"not found"),
    "/410": _sends(410, b"gone"),
    "/429": _limited,
    "/503": _sends(503, b"busy", Retry_After="1"),
    "/500": _sends(500, b"oops"),
    "/flaky/*": _flaky,
    "/drip": _drip,
    "/drip-head": _drip_head,
    "/silent": _silent,
    "/cut/length": _cut_length,
    "/cut/chunked": _cut_chunked,
    "/cut/in-chunk": _cut_in_chunk,
    "/cut/gzip": _cut_gzip,
    "/cut/br": _cut_brotli,
    "/bomb/gzip": _bomb_gzip,
    "/bomb/br": _bomb_brotli,
    "/bomb/twice": _bomb_twice,
    "/garbage": _garbage,
    "/hang-up": lambda visit: visit.cut(),
    "/wrong/charset": _sends(200, "<p>Café</p>".encode("latin-1"), Content_Type="text/html; charset=utf-8"),
    "/wrong/type": _sends(200, b"%PDF-1.7 not a page", Content_Type="text/html"),
    "/wrong/image": _sends(200, STORY, Content_Type="image/png"),
    "/wrong/coding": _sends(200, STORY, Content_Encoding="gzip"),
}


def misbehave(site: Site) -> Site:
    """Give a site the routes of `MISBEHAVIOURS`."""
    for path, answer in MISBEHAVIOURS.items():
        site.answer(path, answer)
    return site
