"""An HTTP answer as archives keep it: its head read, its transfer and content codings undone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.tasks.fetch.body import Decoded, decode
from copydesk.tasks.load.sniff import looks_like_html

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD_LIMIT = 1 << 18
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,500})?\r?\n")
_MAGIC = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `fields` by lower-case name, `body` as it went over the wire."""

    status: int
    fields: dict[str, str]
    body: bytes


def read_answer(content: bytes) -> Answer | None:
    """Read a record's content as an HTTP answer; None where it does not begin as one."""
    status = _STATUS.match(content)
    if not status:
        return None
    end = _HEAD_END.search(content, 0, _HEAD_LIMIT)
    head, body = (content[: end.start()], content[end.end() :]) if end else (content, b"")
    fields: dict[str, str] = {}
    for line in head.decode("latin-1").split("\n")[1:]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return Answer(int(status[1]), fields, body)


def decoded_body(answer: Answer, most: int) -> Decoded:
    """Undo the codings that the head names, as far as the body really has them: archivers undo some.

    `most` bounds the decoded bytes. Never raises.
    """
    body = answer.body
    if "chunked" in answer.fields.get("transfer-encoding", "").lower():
        body = dechunk(body)
    codings = answer.fields.get("content-encoding", "")
    names = [name.strip() for name in codings.lower().split(",")]
    if not codings or not body.startswith(_MAGIC.get(names[-1], b"")):
        return decode(body, None, most)
    decoded = decode(body, codings, most)
    # A brotli or deflate stream has no mark to know it by, but a page has.
    return decode(body, None, most) if decoded.problem and looks_like_html(body) else decoded


def dechunk(body: bytes) -> bytes:
    """Undo the chunked transfer coding; what is not chunked, from the start or a place on, stays as it is."""
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        if at >= len(body):
            return b"".join(parts)
        line_end = re.compile(rb"\r?\n").match(body, at)
        if not line_end:
            break
        at = line_end.end()
    return b"".join([*parts, body[at:]])
