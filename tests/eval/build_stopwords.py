"""Write the function words of the languages that spaCy lists them for, as `keywords` reads them.

    python tests/eval/build_stopwords.py --out tasks/enrich/keywords_stopwords.json

spaCy's lists are under the MIT licence (Explosion AI and contributors). Languages that are written without spaces, or
whose words are joined with their particles, are left out, and so are lists too short to be of use.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import unicodedata
from pathlib import Path

import spacy.lang

NOT_BY_SPACES = {"zh", "ja", "th", "bo", "ko", "vi", "my", "km", "lo"}
NOT_LIVING = {"grc", "la", "sa", "lij", "tt"}
FEWEST = 100
OTHER_NAMES = {"nb": "no"}
_WORD = re.compile(r"[^\s\d.,;:/()]+$")


def main() -> None:
    """Write one language a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    lists: dict[str, str] = {}
    for module in pkgutil.iter_modules(spacy.lang.__path__):
        if module.name in NOT_BY_SPACES | NOT_LIVING or not module.ispkg:
            continue
        try:
            words = importlib.import_module(f"spacy.lang.{module.name}.stop_words").STOP_WORDS
        except ModuleNotFoundError:
            continue
        plain = {unicodedata.normalize("NFC", word.casefold()) for word in words}
        known = sorted(word for word in plain if len(word) > 1 and _WORD.match(word))
        if len(known) >= FEWEST:
            lists[OTHER_NAMES.get(module.name, module.name)] = " ".join(known)
    lines = (
        f"  {json.dumps(name)}: {json.dumps(words, ensure_ascii=False)}"
        for name, words in sorted(lists.items())
    )
    parser.parse_args().out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
