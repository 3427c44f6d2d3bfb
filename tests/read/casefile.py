"""Case files: small edits of the sample project, and what is said of each.

## what is wrong
@ the file
- a text in it            (left out: the whole file is replaced)
+ what stands in its place
> what is said
"""

import re
from pathlib import Path
from typing import NamedTuple

from .sample import FILES, OWN_THEME, own_theme

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One case: its name, the files that it changes, and the expected words."""

    name: str
    changes: dict[str, str | bytes | None]
    expected: str


def cases(folder: Path = FOLDER) -> list[Case]:
    """Return all cases of all files of a folder."""
    return [
        _case(part)
        for path in sorted(folder.glob("*.txt"))
        for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    ]


def _base(file: str) -> str:
    """Return a file before it is changed: of the sample, or a theme of its own that is the shipped one."""
    return own_theme() if file == OWN_THEME else FILES.get(file, "")


def _case(part: str) -> Case:
    name, _, body = part.partition("\n")
    changes: dict[str, str | bytes | None] = {}
    expected = []
    file, old, new = "", [], []

    def settle() -> None:
        if not file or not (old or new):
            return
        now = changes.get(file, _base(file))
        assert isinstance(now, str)
        before, after = "\n".join(old), "\n".join(new)
        if before:
            assert now.count(before) == 1, f"{name}: {before!r} stands {now.count(before)} times in {file}"
        changes[file] = now.replace(before, after) if before else after + "\n"
        old.clear()
        new.clear()

    for line in body.splitlines():
        mark, text = line[:1], line[2:]
        if mark in "@-" and new:
            settle()
        match mark:
            case "@":
                file = text
            case "-":
                old.append(text)
            case "+":
                new.append(text)
            case "x":
                changes[file] = None
            case ">":
                expected.append(text)
    settle()
    return Case(name, changes, "\n".join(expected))
