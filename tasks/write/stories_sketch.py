"""What a body is recognised by: a sample of its shingles, the same wherever and in whatever dress it stands.

A shingle is five words in a row. Its hash, taken with figures masked, decides whether it is in the sample
(the smallest hashes are, as in FracMinHash: Hera, Pierce-Ward and Koslicki 2023), so the samples of two
texts hold the same shingles of what the texts share, and how much of one lies in the other can be read
from them. With each shingle goes a hash of its figures: two weather reports agree in the words only.
"""

from __future__ import annotations

import re
import unicodedata
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

import numpy as np

VERSION = 2
"""Raised whenever a text may give another sketch, or what is kept of it another table."""

_WORDS = 5
_MOST = 96
_LEAST = 20
_SKELETON_BITS, _FIGURE_BITS = 32, 16
_BITS = _SKELETON_BITS + _FIGURE_BITS
_BYTES = _BITS // 8
# Odd constants without pattern: of Knuth's multiplicative hashing, and of splitmix64's finaliser.
_STEP = 6364136223846793005
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_FIGURE = np.uint64(0x9E3779B97F4A7C15)
_NOTHING = "'’‘ʼ`´\u0640"
# Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, kana, ideographs.
_UNSPACED = (
    range(0x0E00, 0x0F00),
    range(0x1000, 0x10A0),
    range(0x1780, 0x1800),
    range(0x3040, 0x3100),
    range(0x3400, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)


class Sketch(NamedTuple):
    """A sample of a text's shingles."""

    keys: np.ndarray
    """Sorted uint64: 32 bits of the shingle without figures, then 16 of its figures, 0 where it has none."""
    scale: int
    """Of the shingles, one in two to the power of it is in the sample."""

    def stored(self) -> bytes:
        """Return the keys as bytes, from which `restored` makes them again."""
        return self.keys.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :_BYTES].tobytes()

    def hashes(self) -> np.ndarray:
        """Return what the text is looked up by: the shingles without their figures."""
        return distinct(skeletons_of(self.keys)).astype(np.int64)

    def within(self, scale: int) -> np.ndarray:
        """Return the keys of the smaller sample of this scale."""
        return self.keys[: _below(self.keys, 1 << (_BITS - scale))] if scale > self.scale else self.keys


def restored(stored: bytes, scale: int) -> Sketch:
    """Return the sketch that `Sketch.stored` gave these bytes of."""
    few = np.frombuffer(stored, np.uint8).reshape(-1, _BYTES)
    wide = np.zeros((len(few), 8), np.uint8)
    wide[:, :_BYTES] = few
    return Sketch(wide.view("<u8").reshape(-1).astype(np.uint64), scale)


def sketch(text: str) -> Sketch | None:
    """Return what a text is recognised by; None where it is too short to be told from others."""
    words = _words(text)
    if len(words) < _LEAST + _WORDS - 1:
        return None
    keys = distinct(np.sort(_keys(words)))
    if len(keys) < _LEAST:
        return None
    scale = 0
    while (within := _below(keys, 1 << (_BITS - scale))) > _MOST:
        scale += 1
    return Sketch(keys[:within], scale)


def _below(keys: np.ndarray, bound: int) -> int:
    return int(np.searchsorted(keys, np.uint64(bound)))


def distinct(values: np.ndarray) -> np.ndarray:
    """Return sorted values once each."""
    return np.asarray(values[np.r_[True, values[1:] != values[:-1]]]) if len(values) else values


def skeletons_of(keys: np.ndarray) -> np.ndarray:
    """Return the part of keys that figures don't change."""
    return np.asarray(keys >> np.uint64(_FIGURE_BITS))


def has_figures(keys: np.ndarray) -> np.ndarray:
    """Return whether the shingle of each key has figures."""
    return np.asarray((keys & np.uint64((1 << _FIGURE_BITS) - 1)) != 0)


def _words(text: str) -> list[bytes]:
    """Return the words in lower case, without marks; in scripts without spaces, the characters."""
    plain = text if text.isascii() else _OTHER.sub(lambda found: found[0].translate(_FOLD), text)
    return plain.encode("utf-8", "replace").translate(_LOWER, _NOTHING_ASCII).split()


def _keys(words: list[bytes]) -> np.ndarray:
    """Return the key of every shingle, in order."""
    count = len(words) - _WORDS + 1
    plain = np.fromiter(map(crc32, words), np.uint64, len(words))
    figures = np.fromiter(map(itemgetter(0), words), np.uint8, len(words)) <= ord("9")
    masked = np.where(figures, _FIGURE, plain)
    whole = np.zeros(count, np.uint64)
    skeleton = np.zeros(count, np.uint64)
    number = np.zeros(count, np.int64)
    for place in range(_WORDS):
        part = slice(place, place + count)
        whole = whole * np.uint64(_STEP) + plain[part]
        skeleton = skeleton * np.uint64(_STEP) + masked[part]
        number += figures[part]
    whole = _mixed(whole)
    # A row of a table is figures and nothing else: it is what they say.
    skeleton = np.where(number == _WORDS, whole, _mixed(skeleton)) >> np.uint64(64 - _SKELETON_BITS)
    said = np.maximum(whole >> np.uint64(64 - _FIGURE_BITS), np.uint64(1))
    said[(number == 0) | (number == _WORDS)] = 0
    return np.asarray((skeleton << np.uint64(_FIGURE_BITS)) | said)


def _mixed(hashes: np.ndarray) -> np.ndarray:
    hashes = (hashes ^ (hashes >> np.uint64(30))) * _MIX[0]
    hashes = (hashes ^ (hashes >> np.uint64(27))) * _MIX[1]
    return np.asarray(hashes ^ (hashes >> np.uint64(31)))


class _Fold(dict[int, str]):
    """What each character counts for: nothing of case, marks, punctuation and typography."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        self[code] = folded = "".join(map(_folded, plain))
        return folded


def _folded(character: str) -> str:
    kind = unicodedata.category(character)
    if kind[0] == "M" or kind == "Cf" or character in _NOTHING:
        return ""
    if kind == "Nd":
        return str(unicodedata.digit(character))
    if kind[0] not in "LN":
        return " "
    return f" {character} " if any(ord(character) in script for script in _UNSPACED) else character


_FOLD = _Fold()
# Most of most texts is ASCII, which bytes fold in a fraction of the time.
_OTHER = re.compile(r"[^\0-\x7f]+")
_NOTHING_ASCII = b"'`"
_LOWER = bytes(ord(_FOLD[code] or " ") for code in range(128)) + bytes(range(128, 256))
