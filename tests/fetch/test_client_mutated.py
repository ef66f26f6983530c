"""Answers and addresses with bytes changed at random: an outcome each, never an exception."""

import gzip
import random
from collections.abc import Callable

import brotli
import zstandard

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.exchange import OUTCOMES
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.servers import STORY, Site, Visit, names

CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}
ODD = (
    b"\r\n",
    b"\n",
    b"\x00",
    b"\xff",
    b":",
    b" ",
    b"-1",
    b"99999999999999999999",
    b"chunked",
    b"://",
    b"@",
    b"[",
)


def mutated(data: bytes, choice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(choice.randint(1, 4)):
        at = choice.randrange(len(changed))
        changed[at : at + choice.choice((0, 1, 5))] = choice.choice((*ODD, choice.randbytes(2)))
    return bytes(changed)


def answers() -> list[bytes]:
    found = [
        b"HTTP/1.1 301 Moved\r\nLocation: http://news.example/\xc3\xa9?a=b#c\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\nyou\r\n0\r\nTrailer: x\r\n\r\n",
        b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\nhello",
        b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n',
    ]
    for coding, encode in CODINGS.items():
        body = encode(STORY)
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n"
        found.append(head.encode() + body)
    return found


def test_mutated_answers() -> None:
    choice = random.Random(7)
    settings = FetchSettings(allow_loopback=True, deadline=0.5, read_timeout=0.2)
    kinds = ("page", "feed", "robots")
    with Site() as site, Client(settings) as client:
        for number in range(400):
            answer = mutated(choice.choice(answers()), choice)

            def respond(visit: Visit, answer: bytes = answer) -> None:
                visit.raw(answer)
                visit.cut()

            site.answer("/", respond)
            exchange = client.get(site.url("/"), kinds[number % 3], etag='"1"')
            assert exchange.outcome in OUTCOMES, answer
            assert exchange.seconds < 1, answer


def test_mutated_addresses() -> None:
    choice = random.Random(7)
    with Client(FetchSettings(deadline=1), names({})) as client:
        for _ in range(2000):
            url = mutated(b"https://desk:s3cret@news.example:8080/a/b;c?q=s3cret&r=%C3%A9#f", choice).decode(
                "latin-1"
            )
            exchange = client.get(url, "page")
            assert exchange.outcome in ("bad_url", "dns", "refused_address"), url
            assert "s3cret" not in str(exchange.message)
