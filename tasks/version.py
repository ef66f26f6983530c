"""Which version of copydesk, and of its rules, made a row."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

try:
    VERSION = version("copydesk")
except PackageNotFoundError:  # imported from a checkout that nobody installed
    VERSION = "0"


def _hash_of(folders: tuple[str, ...]) -> str:
    here = Path(__file__).parent
    files = sorted(path for name in folders for path in (here / name).iterdir() if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


RULES_VERSION = f"{VERSION}+{_hash_of(('clean', 'enrich'))}"
"""Tells rules, weights and enrichments apart by their content: no one can forget to raise it."""
