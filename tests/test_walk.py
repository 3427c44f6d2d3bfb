"""The README's walk from an empty folder to a brief, done as it is written: each file, each edit, each command."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from .support.project import ROOT, run

STEP = re.compile(r"<!-- walk: (?P<what>.+?) -->\n```\w+\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
FULL = re.compile(r"\d+% full")
"""How full a page is changes with the layout; the walk is as true then."""


class Step(NamedTuple):
    """A fence of the walk: `run`, `edit FILE`, or the name of a file that it holds."""

    what: str
    text: str


def steps() -> list[Step]:
    return [Step(**found.groupdict()) for found in STEP.finditer((ROOT / "README.md").read_text("utf-8"))]


def edited(path: Path, diff: str) -> None:
    """Replace each line marked - by the line marked + behind it."""
    text = path.read_text("utf-8")
    lines = diff.splitlines()
    assert [line[0] for line in lines] == ["-", "+"] * (len(lines) // 2)
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert re.findall(f"(?m)^{re.escape(old[1:])}(?:  +#.*)?$", text), f"{path} has no line {old[1:]!r}"
        text = re.sub(f"(?m)^{re.escape(old[1:])}(?=$|  +#)", lambda _, new=new: new[1:], text)
    path.write_text(text, "utf-8")


def done(folder: Path, session: str) -> str:
    """Run the commands of a session and return it as it is now."""
    out = []
    for command in (line[2:] for line in session.splitlines() if line.startswith("$ ")):
        program, *arguments = shlex.split(command)
        assert program == "briefgen"
        said = run(*arguments, folder=folder, environment={"XDG_CACHE_HOME": str(folder / ".cache"), "COLUMNS": "300"})
        out.append(f"$ {command}\n{said.stdout}{said.stderr}")
    return "".join(out)


def test_the_walk_is_as_it_is_written(tmp_path: Path) -> None:
    taken = steps()
    assert len(taken) > 12
    for what, text in taken:
        verb, _, name = what.partition(" ")
        if verb == "run":
            assert FULL.sub("full", done(tmp_path, text)) == FULL.sub("full", text)
        elif verb == "edit":
            edited(tmp_path / name, text)
        else:
            path = tmp_path / what
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    made = {p.name for p in (tmp_path / "out" / "council").iterdir()}
    assert made >= {"council-one-page.pdf", "council-one-page.pptx", "manifest.json"}
    sections = (tmp_path / "reports" / "night-ferries" / "sections" / "trial.yaml").read_text("utf-8")
    assert len(re.findall("(?m)^  - id: ", sections)) == 10
