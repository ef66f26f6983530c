"""A span of a body with a label, and how the tagger's numbers become spans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.entities_net import TAGS, Net
from copydesk.tasks.enrich.entities_tokens import tokens_of

_SURELY_NONE = -0.01
"""Log probability of no name above which a token ends every name near it."""
_NEVER = -1e9
_INSIDE = np.array([tag[0] == "I" for tag in TAGS])
_STEPS = np.array(
    [[_NEVER if b[0] == "I" and (a == "O" or a[2:] != b[2:]) else 0 for b in TAGS] for a in TAGS],
    dtype=np.float32,
)
_PIECE = 60_000
"""Characters tagged at a time: an article of news is far below, and memory stays bounded."""


class Span(NamedTuple):
    """A name: characters of the body, end exclusive, and one of the tagger's LABELS."""

    start: int
    end: int
    label: str


def uncovered(spans: Iterable[Span], found: Iterable[tuple[int, int]], label: str) -> list[Span]:
    """Return those of `found`, which are in order, that touch no span and none of them before."""
    bounds = sorted((span.start, span.end) for span in spans)
    added: list[Span] = []
    place = behind = 0
    for start, end in found:
        while place < len(bounds) and bounds[place][1] <= start:
            place += 1
        if start >= behind and (place == len(bounds) or bounds[place][0] >= end):
            added.append(Span(start, end, label))
            behind = end
    return added


def tagged(body: str, net: Net) -> list[Span]:
    """Return the names that the tagger finds, in order, none overlapping."""
    found: list[Span] = []
    for start in range(0, len(body), _PIECE):
        tokens = tokens_of(body[start : start + _PIECE])
        if not tokens.starts:
            continue
        log_odds = net.log_odds(tokens)
        for first, last, label in best(log_odds):
            found.append(Span(start + tokens.starts[first], start + tokens.ends[last], label))
    return found


def best(log_odds: NDArray[np.float32]) -> list[tuple[int, int, str]]:
    """Return first token, last token and label of each name (Viterbi, between tokens surely none)."""
    doubtful = np.flatnonzero(log_odds[:, 0] < _SURELY_NONE)
    names: list[tuple[int, int, str]] = []
    if not len(doubtful):
        return names
    for run in np.split(doubtful, np.flatnonzero(np.diff(doubtful) > 1) + 1):
        going = False
        for token, tag in zip(run.tolist(), _path(log_odds[run]), strict=True):
            if tag == 0:
                going = False
            elif going and _INSIDE[tag]:
                names[-1] = (names[-1][0], token, names[-1][2])
            else:
                names.append((token, token, TAGS[tag][2:]))
                going = True
    return names


def _path(scores: NDArray[np.float32]) -> list[int]:
    best = np.where(_INSIDE, np.float32(_NEVER), scores[0])
    back = []
    for row in scores[1:]:
        through = best[:, None] + _STEPS
        came = through.argmax(axis=0)
        back.append(came)
        best = through[came, np.arange(len(TAGS))] + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]
