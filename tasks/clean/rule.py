"""What a rule is: a pattern over one line, with lines that it must strike and lines that it must keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("´", "'"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("–", "-"),
    ("—", "-"),
    ("−", "-"),
    ("‑", "-"),
    ("…", "..."),
    ("：", ":"),
    ("\u200b", ""),
    ("\ufeff", ""),
    ("\u00ad", ""),
)
_ADORNMENT = " \t•·●▪■*+>»›→➔▸▶►|#-_–—:<«‹←🔒🔴👉✉📩⬇↓↑▼▲✔✓✅×"


@dataclass(frozen=True, slots=True)
class Rule:
    """One cleaning rule.

    `pattern` is a regular expression that must match the whole line, after `plain()`: lower
    case, straight quotes, single spaces, no bullets, arrows or full stop around. Where `exact` is set it
    meets the line as it stands instead, only its outer spaces gone.
    """

    name: str
    """Subject and name, such as `paywall.limit_reached`."""
    label: str
    language: str
    """ISO 639-1, or `*` where it holds in any language."""
    pattern: str
    strikes: tuple[str, ...]
    keeps: tuple[str, ...]
    longest: int = 160
    """Lines of more characters are left alone: prose may begin as a prompt does."""
    exact: bool = False
    needs: tuple[str, ...] = ()
    """Where the pattern begins with anything: words of which the line must hold one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a line: the label, and the rule as `rule:paywall.limit_reached`."""

    label: str
    reason: str


# A line is asked for by several tables.
@lru_cache(maxsize=512)
def plain(line: str) -> str:
    """Return the line as the patterns expect it: see `Rule.pattern`."""
    text = line.casefold()
    if not text.isascii():
        for typographic, typed in _PLAIN:  # several times faster than str.translate
            text = text.replace(typographic, typed)
    return " ".join(text.split()).strip(_ADORNMENT).rstrip(" .!")
