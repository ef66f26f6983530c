"""Known names: places of GeoNames, given names and surnames of sixty countries, as hashes of what they are.

Kept as 32-bit hashes of the lower case: small and quick to read. A chance hit (1 in 20 000) is one hint among
many.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.tasks.enrich.entities_tokens import Tokens, hashed

HINTS = 8
LISTS = ("big", "small", "multi", "given", "surname")
"""Places of one word above 100 000 people with states and countries; smaller ones; places of more than one
word; given names; surnames."""
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The hashes of each of LISTS."""

    big: frozenset[int]
    small: frozenset[int]
    multi: frozenset[int]
    given: frozenset[int]
    surname: frozenset[int]

    def hints(self, tokens: Tokens) -> NDArray[np.float32]:
        """Return for each token, as 0 or 1, what names it has or stands in.

        A big place; a small one; a given name; a surname; opens a place of several words; goes on with one;
        a given name and no place; both a place and a person's.
        """
        capital = [form[0].isupper() for form in tokens.forms]
        lower = [form.lower() for form in tokens.forms]
        of_form = np.zeros((len(lower), 4), dtype=np.float32)
        for place, form in enumerate(lower):
            if capital[place]:
                number = hashed(form)
                of_form[place] = [
                    number in names for names in (self.big, self.small, self.given, self.surname)
                ]
        hints = np.zeros((len(tokens.kinds), HINTS), dtype=np.float32)
        hints[:, :4] = of_form[tokens.kinds]
        self._mark_long_places(hints, tokens, capital, lower)
        hints[:, 6] = hints[:, 2] * (1 - hints[:, 0])
        hints[:, 7] = (hints[:, :2].any(axis=1)) & (hints[:, 2:4].any(axis=1))
        return hints

    def _mark_long_places(
        self, hints: NDArray[np.float32], tokens: Tokens, capital: list[bool], lower: list[str]
    ) -> None:
        kinds = tokens.kinds.tolist()
        covered = 0
        for first in np.flatnonzero(np.array(capital)[tokens.kinds]).tolist():
            if first < covered:
                continue
            words, last = lower[kinds[first]], 0
            for place in range(first + 1, min(len(kinds), first + _LONGEST)):
                words += " " + lower[kinds[place]]
                if capital[kinds[place]] and hashed(words) in self.multi:
                    last = place
            if last:
                hints[first, 4] = 1
                hints[first + 1 : last + 1, 5] = 1
                covered = last
