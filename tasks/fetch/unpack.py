"""Documents that come gzipped as files, not as a content coding: `sitemap.xml.gz`."""

from __future__ import annotations

import zlib

GZIP = b"\x1f\x8b"


def unpacked(body: bytes, most: int) -> tuple[bytes, str | None]:
    """Return a document without its gzip coat, at most `most` bytes of it, and what was wrong with it.

    One coat is taken off. Whatever could be inflated before damage or the limit is returned.
    """
    if not body.startswith(GZIP):
        return body[:most], f"cut after {most} of {len(body)} bytes" if len(body) > most else None
    parts: list[bytes] = []
    room = most
    rest = body
    while rest.startswith(GZIP):
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            part = inflate.decompress(rest, room + 1)
        except zlib.error as error:
            return b"".join(parts) or _as_far(rest, room), f"the gzip data is damaged: {error}"
        parts.append(part[:room])
        if len(part) > room:
            return b"".join(parts), f"cut after {most} bytes of unpacked data"
        if not inflate.eof:
            return b"".join(parts), "the gzip data is cut off"
        room -= len(part)
        rest = inflate.unused_data
    inner = b"".join(parts)
    return (b"", "gzip within gzip is not read") if inner.startswith(GZIP) else (inner, None)


def _as_far(body: bytes, most: int) -> bytes:
    """Inflate in small steps, to keep what comes before the damage."""
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    whole = bytearray()
    try:
        for start in range(0, len(body), 256):
            whole += inflate.decompress(body[start : start + 256], most - len(whole) or 1)
            if len(whole) >= most:
                break
    except zlib.error:
        pass
    return bytes(whole[:most])
