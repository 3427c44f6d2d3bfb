"""A copy of the shipped project in which one word of one unit can be changed before each run."""

import re
import shutil
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SPEC = "briefs/policy-makers.yaml"
REPORT = "reports/russia-taliban-takeover"
EDITED = "bottom-line"  # a unit that every length shows
CITATION = re.compile(r"\[@[^\]]*\]")


def make(folder: Path) -> Path:
    """Copy the brief and its report into a new folder, a project of its own, and return it."""
    (folder / "briefs").mkdir(parents=True)
    shutil.copyfile(ROOT / SPEC, folder / SPEC)
    shutil.copytree(ROOT / "assets" / REPORT, folder / REPORT)
    return folder


def units(project: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return all units of the project's report by id, as they are written."""
    sections = [load(p) for p in sorted((project / REPORT / "sections").glob("*.yaml"))]
    return {unit["id"]: unit for section in sections for unit in section.get("units", ())}


def references(project: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the works that the report cites, by id."""
    return {work["id"]: work for work in load(project / REPORT / "references.yaml")}


def load(path: Path) -> Any:
    """Return what a YAML file says."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def edit(project: Path, turn: int) -> None:
    """Change one letter of one word of the edited unit's text, another letter at each turn."""
    unit = units(project)[EDITED]
    path, start, end = place(project, EDITED)
    source = path.read_text("utf-8")
    word = editable(unit)
    letter = string.ascii_lowercase[(string.ascii_lowercase.index(word[-1]) + 1 + turn % 25) % 26]
    text = re.sub(rf"\b{word}\b", word[:-1] + letter, source[start:end], count=1)
    path.write_text(source[:start] + text + source[end:], "utf-8")


def restore(project: Path) -> None:
    """Undo all edits."""
    path, _, _ = place(project, EDITED)
    shutil.copyfile(ROOT / "assets" / path.relative_to(project), path)


def editable(unit: Mapping[str, Any]) -> str:
    """Return the longest plain word of a unit's text that its hedge does not need."""
    hedge = unit.get("hedge", {}).get("here", "")
    found: list[str] = re.findall(r"(?<!\S)[a-z]+(?=[\s.,;])", CITATION.sub("", unit["text"]))
    return max((w for w in found if w not in hedge), key=lambda w: (len(w), w))


def place(project: Path, unit: str) -> tuple[Path, int, int]:
    """Return the file that holds a unit's text, and where in it the text starts and ends."""
    for path in sorted((project / REPORT / "sections").glob("*.yaml")):
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
        for node in children(root, "units"):
            fields = {key.value: value for key, value in node.value}
            if fields["id"].value == unit:
                return path, fields["text"].start_mark.index, fields["text"].end_mark.index
    raise LookupError(f"no unit {unit}")


def children(root: yaml.Node | None, key: str) -> list[Any]:
    """Return the nodes of a list under a key of a mapping."""
    assert isinstance(root, yaml.MappingNode)
    return next((value.value for name, value in root.value if name.value == key), [])
