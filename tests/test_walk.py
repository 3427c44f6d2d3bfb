"""The README's walks, done as they are written: from an empty folder to a brief, and from a build to its successor."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.resources import asset

from .support.project import ROOT, run

STEP = r"<!-- {walk}: (?P<what>.+?) -->\n```\w+\n(?P<text>.*?)^```$"
FULL = re.compile(r"\d+% full")
"""How full a page is changes with the layout; the walk is as true then."""


class Step(NamedTuple):
    """A fence of the walk: `run`, `edit FILE`, or the name of a file that it holds."""

    what: str
    text: str


def steps(walk: str) -> list[Step]:
    found = re.finditer(STEP.format(walk=walk), (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [Step(**one.groupdict()) for one in found]


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
    taken = steps("walk")
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


CHANCE = re.compile(r"\b[0-9a-f]{12}\b|\d{4}-\d\d-\d\dT[\d:+]+")
"""Editions, which change with the code, and times."""


def commanded(command: str, folder: Path) -> str:
    """Run a command, and return what a terminal shows."""
    program, *arguments = shlex.split(command)
    assert program == "briefgen"
    unlike = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / ".cache"), "COLUMNS": "300"}
    done = subprocess.run(
        [sys.executable, "-u", "-m", "briefgen", *arguments],
        cwd=folder,
        env={k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | unlike,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def told(text: str) -> str:
    """Return what a text of the README allows: a line `...` any lines, and `...` at the end of one any words."""
    lines = []
    for line in text.splitlines():
        words = re.escape(CHANCE.sub("#", line.removesuffix(" ...")))
        lines.append("(?:.*\n)*?" if line == "..." else words + (".*\n" if line.endswith(" ...") else "\n"))
    return "".join(lines)


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("BRIEFGEN_SLOW") != "1", reason="slow tests are turned on by BRIEFGEN_SLOW=1")
def test_the_walk_from_a_build_to_its_successor_is_as_it_is_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    shutil.copytree(asset("reports"), tmp_path / "reports")
    shutil.copy(asset("examples", "stakeholders.yaml"), tmp_path)
    taken = steps("delivery")
    assert [what.partition(" ")[0] for what, _ in taken] == ["run", "edit", "run"]
    for what, text in taken:
        if what != "run":
            edited(tmp_path / what.partition(" ")[2], text)
            continue
        _, *sessions = re.split(r"(?m)^\$ ", text)
        for command, _, expected in (session.partition("\n") for session in sessions):
            said = commanded(command, tmp_path)
            assert re.fullmatch(told(expected), CHANCE.sub("#", said)), f"{command}\n{said}"
