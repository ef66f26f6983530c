"""Write the two locks again from pyproject.toml: `python tests/eval/lock.py` (needs uv).

Packages that are needed with extras are listed twice, as `name[extra]` and as `name`: pip before 23.3 takes
the two for different packages, and would fetch the newest, unpinned, for the one that is missing.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ENTRY = re.compile(r"^\S.*\n(?:^[ \t].*\n)*", re.MULTILINE)
_EXTRAS = re.compile(r"^([\w.-]+)\s*\[")


def compiled(*options: str) -> dict[str, str]:
    """Return the entries of a lock by what they require, markers included."""
    command = [
        "uv",
        "pip",
        "compile",
        "-q",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-header",
    ]
    done = subprocess.run(
        [*command, *options, "pyproject.toml"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {entry.partition(" \\")[0]: entry for entry in _ENTRY.findall(done.stdout)}


def main() -> None:
    """Write `requirements.lock` and `tests/requirements.lock`."""
    for path, options in (("requirements.lock", []), ("tests/requirements.lock", ["--extra", "test"])):
        entries = compiled("--no-strip-extras", *options)
        with_extras = {found[1] for name in entries if (found := _EXTRAS.match(name))}
        plain = compiled("--strip-extras", *options)
        entries |= {
            name: entry for name, entry in plain.items() if re.split(r"[=\s]", name)[0] in with_extras
        }
        (ROOT / path).write_text("".join(entries[name] for name in sorted(entries)))


if __name__ == "__main__":
    main()
