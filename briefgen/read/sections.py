"""The files of sections/: gathered, put into reading order, and made into sections."""

from pathlib import Path

from ..model.report import Origin, Section
from . import units
from .decoding import Parsed, decode
from .files import Source
from .findings import Findings, nearest
from .ids import Ids
from .markup import clean
from .shapes import ReportShape, SectionShape


def gather(
    sources: dict[str, Source], findings: Findings, folder: Path | None, ids: Ids
) -> dict[str, Parsed[SectionShape]]:
    """Return the section files by their names, and take in the ids of their units and points."""
    out: dict[str, Parsed[SectionShape]] = {}
    for name, source in sources.items():
        if not name.startswith("sections/"):
            continue
        stem = name.removeprefix("sections/").removesuffix(".yaml")
        ids.note("sections", (stem,), source.name)
        parsed: Parsed[SectionShape] | None = decode(source, "section", findings, folder)
        if parsed is None:
            ids.close("units")
            ids.close("points")
            continue
        out[stem] = parsed
        shape = parsed.value
        if shape.id != stem:
            findings.error(
                "BG118",
                f"the section is called `{shape.id}`, its file `{stem}.yaml`",
                source.name,
                ("id",),
                hint="give both the same name",
            )
        for index, point in enumerate(shape.points):
            ids.add("points", point.id, source.name, ("points", index), findings)
        for index, unit in enumerate(shape.units):
            ids.add("units", unit.id, source.name, ("units", parsed.index(index)), findings)
        ids.note("units", parsed.ids, source.name)
        if not parsed.sure:
            ids.close("units")
    return out


def order(
    head: Parsed[ReportShape], shapes: dict[str, Parsed[SectionShape]], ids: Ids, findings: Findings
) -> list[tuple[Parsed[SectionShape], str | None]]:
    """Return the sections in reading order, each with the one it is nested in."""
    out: list[tuple[Parsed[SectionShape], str | None]] = []
    seen: set[str] = set()
    stems = ids.names("sections")

    def walk(names: tuple[str, ...], file: str, parent: str | None) -> None:
        for index, name in enumerate(names):
            at = ("sections", index)
            if name in seen:
                findings.error(
                    "BG317",
                    f"section `{name}` stands in two places",
                    file,
                    at,
                    hint="a section has one place: take out the other",
                )
                continue
            if name not in stems:
                ids.close("units")
                ids.close("points")
                near = nearest(name, stems)
                findings.error(
                    "BG301",
                    f"there is no file sections/{name}.yaml",
                    file,
                    at,
                    hint=f"did you mean `{near}`?" if near else "create it, or take the section out",
                )
                continue
            seen.add(name)
            if name in shapes:
                out.append((shapes[name], parent))
                walk(shapes[name].value.sections, shapes[name].file, name)

    walk(head.value.sections, head.file, None)
    for stem, parsed in shapes.items():
        if stem not in seen:
            findings.warning(
                "BG119",
                f"section `{stem}` is not used: no `sections` names it",
                parsed.file,
                hint="add it to `sections` in report.yaml, or delete the file",
            )
    return out


def section(parsed: Parsed[SectionShape], parent: str | None) -> Section:
    """Return a section without its units."""
    shape = parsed.value
    return Section(
        id=shape.id,
        headline=clean(shape.headline),
        bottom_line=clean(shape.bottom_line) if shape.bottom_line else None,
        short=clean(shape.short) if shape.short else None,
        points=units.points(parsed),
        parent=parent,
        origin=Origin(file=parsed.file),
    )
