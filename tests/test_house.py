"""The rules of the house, asked of the tools that know them, and of the source where no tool does."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from .support.project import ROOT, run

BIN = Path(sys.executable).parent
LONGER: frozenset[str] = frozenset()  # modules over the limit that have a reason; none has
VAGUE = {"manager", "handler", "processor", "helper", "utils", "util", "engine", "item", "obj"}
HEAVY = {"matplotlib", "cartopy", "reportlab", "pptx", "numpy", "shapely"}
# A path that only one machine has. Put together here, so that this file does not name one.
MACHINE = re.compile(r"(?<![\w.:/~-])/(?:{})/\w".format("|".join(("home", "root", "Users", "work"))))
PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def tracked(*patterns: str) -> tuple[Path, ...]:
    """Return the project's files that git tracks or would track."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = tuple(p for name in sorted(set(listed.split("\0")) - {""}) if (p := ROOT / name).is_file())
    assert found
    return found


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy", "--strict"),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_the_tool_has_nothing_to_say(command: tuple[str, ...]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("limit", "folders"), [(300, ("briefgen/*.py", "benchmarks/*.py")), (500, ("*.py",))])
def test_no_module_is_too_long(limit: int, folders: tuple[str, ...]) -> None:
    lengths = {p.relative_to(ROOT).as_posix(): p.read_bytes().count(b"\n") for p in tracked(*folders)}
    too_long = {name: n for name, n in lengths.items() if n > limit and name not in LONGER}
    assert not too_long
    assert lengths.keys() >= LONGER


def names(path: Path) -> Iterable[str]:
    """Yield the names that a module gives: its own, its classes' and its functions'."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def vague(name: str) -> bool:
    """Tell whether a name has a word that says nothing, in the singular or the plural."""
    return any(part in VAGUE or part.removesuffix("s") in VAGUE for part in parts(name))


def parts(name: str) -> list[str]:
    return [p.lower() for p in PARTS.findall(name)]


def test_names_say_what_they_name() -> None:
    found = [f"{p.relative_to(ROOT)}: {n}" for p in tracked("briefgen/*.py") for n in names(p) if vague(n)]
    assert not found


@pytest.mark.parametrize("name", ["FigureManager", "text_utils", "HTTPHandler", "_item", "load_items", "Obj"])
def test_a_vague_name_is_found(name: str) -> None:
    assert vague(name)


@pytest.mark.parametrize("name", ["emit", "Object", "itemise", "figures", "HTML", "objective"])
def test_a_plain_name_is_not(name: str) -> None:
    assert not vague(name)


def test_no_file_names_a_machines_path() -> None:
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data or path.suffix == ".bin":
            continue
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    assert not found, "\n".join(found)


def imported(log: str) -> set[str]:
    """Return the top-level packages in a log of `-X importtime`."""
    lines = (line.rpartition("|")[2] for line in log.splitlines() if line.startswith("import time:"))
    return {line.strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "--help"), ("check",)], ids=" ".join)
def test_a_light_command_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    cache = ("--cache-dir", tmp_path) if arguments == ("check",) else ()
    done = run(*arguments, *cache, python=("-X", "importtime"))
    assert done.returncode == 0, done.stdout + done.stderr
    loaded = imported(done.stderr)
    assert {"briefgen", "click"} <= loaded
    assert not loaded & HEAVY


def test_a_heavy_import_is_seen() -> None:
    command = [sys.executable, "-X", "importtime", "-c", "import numpy"]
    log = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert imported(log) & HEAVY == {"numpy"}
