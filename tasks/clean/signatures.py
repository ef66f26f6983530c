"""Which bytes are no text at all: file formats by their first bytes, and bytes that no text has."""

from __future__ import annotations

# First bytes, where they start, and what the user would call the format.
SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "a PDF document"),
    (b"\x89PNG\r\n", 0, "a PNG picture"),
    (b"\xff\xd8\xff", 0, "a JPEG picture"),
    (b"GIF8", 0, "a GIF picture"),
    (b"WEBP", 8, "a WebP picture"),
    (b"II*\0", 0, "a TIFF picture"),
    (b"MM\0*", 0, "a TIFF picture"),
    (b"\0\0\1\0", 0, "an icon"),
    (b"PK\x03\x04", 0, "a ZIP archive (or an office document)"),
    (b"PK\x05\x06", 0, "an empty ZIP archive"),
    (b"\x1f\x8b\x08", 0, "gzip data"),
    (b"BZh", 0, "bzip2 data"),
    (b"\xfd7zXZ\0", 0, "xz data"),
    (b"\x28\xb5\x2f\xfd", 0, "Zstandard data"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"ustar", 257, "a tar archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old office document"),
    (b"{\\rtf", 0, "an RTF document"),
    (b"\x7fELF", 0, "a program"),
    (b"MZ\x90\0", 0, "a program"),
    (b"\xca\xfe\xba\xbe", 0, "a program"),
    (b"\0asm", 0, "a WebAssembly program"),
    (b"PAR1", 0, "a Parquet file"),
    (b"ARROW1", 0, "an Arrow file"),
    (b"SQLite format 3\0", 0, "an SQLite database"),
    (b"ftyp", 4, "a video or sound file"),
    (b"OggS", 0, "a sound file"),
    (b"ID3", 0, "a sound file"),
    (b"fLaC", 0, "a sound file"),
    (b"RIFF", 0, "a sound or video file"),
    (b"\x1aE\xdf\xa3", 0, "a video file"),
    (b"wOFF", 0, "a font"),
    (b"wOF2", 0, "a font"),
)

# Letters are a signature's first bytes too ("BZh", "ID3", "PAR1"): such a one counts only
# where control characters follow.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")


def name_format(data: bytes) -> str | None:
    """Name the file format that the first bytes show, with its article (`a PDF document`)."""
    return next((name for mark, at, name in SIGNATURES if data.startswith(mark, at)), None)


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are a file format other than text, or hold what no text holds."""
    head = data[:65_536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head.startswith((b"%PDF-", b"{\\rtf")):
        return True
    return controls * 200 > len(head) or (controls > 0 and name_format(head) is not None)
