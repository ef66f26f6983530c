"""The house rules that a machine can hold."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = sorted([*ROOT.glob("flows/**/*.py"), *ROOT.glob("tasks/**/*.py")])
NETWORK = {"requests", "httpx", "urllib.request", "socket", "aiohttp"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300
    functions = (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef))
    too_long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions
        if f.end_lineno and f.end_lineno - f.lineno >= 40
    }
    assert not too_long


def test_only_flows_import_prefect_and_tasks_touch_no_network() -> None:
    for path in CODE:
        names = set(imports(path))
        if path.is_relative_to(ROOT / "tasks"):
            assert not any(name.partition(".")[0] == "prefect" for name in names), path
            if path.is_relative_to(ROOT / "tasks" / "fetch"):
                continue
            # The lock names the machine that holds it.
            assert not names & (NETWORK - {"socket"} if path.name == "lock.py" else NETWORK), path


def test_stages_depend_one_way() -> None:
    order = ["fetch", "load", "clean", "enrich", "write"]
    for place, verb in enumerate(order):
        later = {f"copydesk.tasks.{name}" for name in order[place + 1 :]}
        for path in ROOT.glob(f"tasks/{verb}/*.py"):
            assert not [name for name in imports(path) if ".".join(name.split(".")[:3]) in later], path


def test_the_pure_parts_run_without_prefect() -> None:
    code = (
        "import sys; sys.modules['prefect'] = None\n"
        "import copydesk.tasks.fetch, copydesk.tasks.load, copydesk.tasks.clean, copydesk.tasks.enrich, copydesk.tasks.write"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_flow_is_short() -> None:
    assert len((ROOT / "flows" / "run.py").read_text().splitlines()) < 100
