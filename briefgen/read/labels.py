"""Markings: the house's own in markings.yaml, else those of TLP 2.0; and whether what is marked bears one of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..model.markings import Markings
from ..model.report import Event, Origin, Unit
from .files import SPEC_MOST, Source, read
from .findings import Findings, Keys, guess
from .origins import settle
from .project import Project

FILE = "markings.yaml"


def markings(project: Project, cache: Path | None = None) -> Markings:
    """Return the markings of a project in their order; raises InputError with what is wrong in its file."""
    path = project.root / FILE
    if not path.is_file():
        return Markings()
    from .decoding import Parsed, decode

    findings = Findings()
    source = read(path, project.name(path), project.inside, SPEC_MOST, findings)
    parsed: Parsed[Any] | None = decode(source, "markings", findings, cache) if source else None
    labels = [one.label for one in parsed.value] if parsed else []
    for index, label in enumerate(labels):
        if label in labels[:index]:
            hint = "each stands once, in its place between the more open and the stricter"
            findings.error("BG445", f"`{label}` stands twice", FILE, (index, "label"), hint=hint)
    if parsed is not None and parsed.kept is None and not labels:
        findings.error("BG445", "the list has no marking", FILE, line=1, column=1, hint="add one, or delete the file")
    if parsed is None or source is None or findings.failed:
        raise InputError(settle(findings, project))
    return Markings(
        labels=tuple(labels),
        colours=tuple((one.label, one.colour) for one in parsed.value if one.colour),
        sha256=source.sha256,
    )


def check(
    told: Iterable[Unit | Event],
    figures: Any,
    sources: Mapping[str, Source],
    datasets: Mapping[str, Any],
    house: Markings,
    findings: Findings,
) -> None:
    """Note markings of a report that are none of the house's; `figures` is what figures.yaml holds."""
    for one in told:
        known(one.marking, house, one.origin, findings)
    for index, shape in enumerate(figures.value if figures else ()):
        known(shape.marking, house, Origin(file=figures.file, path=(figures.index(index),)), findings)
    for name, data in datasets.items():
        if data is not None:
            known(data.marking, house, Origin(file=sources[f"data/{name}.yaml"].name), findings)


def known(label: str | None, house: Markings, origin: Origin, findings: Findings) -> bool:
    """Tell whether a label is one of the house's, and note it if not."""
    if label is None or label in house.labels:
        return True
    hint = guess(label, house.labels, "one of")
    if label == "TLP:WHITE" and "TLP:CLEAR" in house.labels:
        hint = "TLP 2.0 calls it TLP:CLEAR"
    path: Keys = (*origin.path, "marking")
    findings.error("BG204", f"`marking` cannot be `{label}`", origin.file, path, hint=hint)
    return False
