"""The content of a brief: its slots in order, every id in them checked."""

from ..model.figure import TableSpec
from ..model.report import Report
from ..model.spec import (
    BottomLine,
    Content,
    Figures,
    KeyJudgements,
    Outlook,
    Sections,
    Selector,
    Sources,
    Tables,
    Units,
    Watch,
)
from . import slots
from .dates import PERIOD, DateError, remedy, span
from .findings import Findings, Keys
from .ids import Ids
from .shapes import SpecShape
from .shapes.spec import EntryShape, SelectorShape

USUAL = ("bottom-line", "key-judgements", "sections", "figures", "tables", "outlook", "watch", "sources")
"""The content of a brief that does not say its own; slots for which the report has no unit are left away."""


def content(shape: SpecShape, report: Report, ids: Ids, file: str, findings: Findings) -> tuple[Content, ...]:
    """Return the slots of a brief in its order."""
    if shape.content is None:
        usual = slots.filled(tuple(_slot(name, report) for name in USUAL), report)
        slots.nothing(usual, report, file, findings)
        return usual
    placed: list[slots.Placed] = []
    for index, entry in enumerate(shape.content):
        at: Keys = ("content", index)
        if isinstance(entry, str):
            placed.append((_slot(entry, report), at))
        else:
            placed += _chosen(entry, report, ids, file, at, findings)
    slots.check(placed, shape, report, file, findings)
    return tuple(part for part, _ in placed)


def _slot(name: str, report: Report) -> Content:
    """Return a slot that is named without a choice: it takes all there is."""
    match name:
        case "bottom-line":
            return BottomLine()
        case "key-judgements":
            return KeyJudgements()
        case "sections":
            return Sections(ids=tuple(s.id for s in report.sections if s.parent is None))
        case "figures":
            return Figures(ids=tuple(f.id for f in report.figures if not isinstance(f, TableSpec)))
        case "tables":
            return Tables(ids=tuple(f.id for f in report.figures if isinstance(f, TableSpec)))
        case "outlook":
            return Outlook()
        case "watch":
            return Watch()
        case _:
            return Sources()


def _chosen(entry: EntryShape, report: Report, ids: Ids, file: str, at: Keys, findings: Findings) -> list[slots.Placed]:
    """Return the slot of an entry that has one key."""
    found: list[slots.Placed] = []

    def units(names: tuple[str, ...], key: str) -> tuple[str, ...]:
        ids.check_all(names, "units", file, (*at, key), findings)
        return names

    for key, names in (("sections", entry.sections), ("figures", entry.figures), ("tables", entry.tables)):
        if names == ():
            hint = f"name some of them, or write `- {key}` for all"
            findings.error("BG416", f"`{key}` names nothing", file, (*at, key), hint=hint)
    if entry.bottom_line is not None:
        ids.check(entry.bottom_line, "units", file, (*at, "bottom-line"), findings)
        found.append((BottomLine(unit=entry.bottom_line), (*at, "bottom-line")))
    match entry.key_judgements:
        case int() as count:
            found.append((KeyJudgements(count=count), (*at, "key-judgements")))
        case tuple() as names:
            found.append((KeyJudgements(units=units(names, "key-judgements")), (*at, "key-judgements")))
    if entry.sections is not None:
        ids.check_all(entry.sections, "sections", file, (*at, "sections"), findings)
        for index, name in enumerate(entry.sections):
            if name in entry.sections[:index]:
                findings.error(
                    "BG417",
                    f"section `{name}` stands in the content twice",
                    file,
                    (*at, "sections", index),
                    hint="take one out",
                )
        found.append((Sections(ids=entry.sections), (*at, "sections")))
    if entry.units is not None:
        listed = isinstance(entry.units, tuple)
        choose = _selector(entry.units, report, ids, file, (*at, "units"), findings)
        found.append((Units(choose=choose), (*at, "units") if listed else (*at, "units", "ids")))
    if entry.figures is not None:
        _drawn(entry.figures, report, ids, file, (*at, "figures"), findings, tables=False)
        found.append((Figures(ids=entry.figures), (*at, "figures")))
    if entry.tables is not None:
        _drawn(entry.tables, report, ids, file, (*at, "tables"), findings, tables=True)
        found.append((Tables(ids=entry.tables), (*at, "tables")))
    if entry.outlook is not None:
        found.append((Outlook(units=units(entry.outlook, "outlook")), (*at, "outlook")))
    match entry.watch:
        case int() as count:
            found.append((Watch(count=count), (*at, "watch")))
        case tuple() as names:
            found.append((Watch(units=units(names, "watch")), (*at, "watch")))
    if len(found) != 1:
        number = "no slot" if not found else f"{len(found)} slots"
        findings.error(
            "BG416",
            f"this entry of the content has {number}; one is needed",
            file,
            at,
            hint="begin each slot with `- ` on a line of its own"
            if found
            else "give the slot a value after its colon, or write its name alone: `- outlook`",
        )
    return found


def _drawn(
    names: tuple[str, ...], report: Report, ids: Ids, file: str, at: Keys, findings: Findings, *, tables: bool
) -> None:
    known = {f.id: f for f in report.figures}
    for index, name in enumerate(names):
        path = (*at, index)
        if ids.check(name, "figures", file, path, findings) and isinstance(known[name], TableSpec) is not tables:
            right = "figures" if tables else "tables"
            findings.error(
                "BG415",
                f"`{name}` is {'no table' if tables else 'a table'}",
                file,
                path,
                hint=f"name it under `- {right}: [{name}]`",
            )
        if name in names[:index]:
            findings.error("BG417", f"`{name}` stands here twice", file, path, hint="take one out")


def _selector(
    shape: tuple[str, ...] | SelectorShape, report: Report, ids: Ids, file: str, at: Keys, findings: Findings
) -> Selector:
    if isinstance(shape, tuple):
        ids.check_all(shape, "units", file, at, findings)
        return Selector(ids=shape)
    ids.check_all(shape.ids, "units", file, (*at, "ids"), findings)
    ids.check_all(shape.topics, "topics", file, (*at, "topics"), findings)
    ids.check_all(shape.actors, "actors", file, (*at, "actors"), findings)
    period = None
    if shape.period is not None:
        try:
            period = span(shape.period)
        except DateError as error:
            findings.error("BG309", str(error), file, (*at, "period"), hint=remedy(shape.period, PERIOD))
            return Selector()
    made = Selector(ids=shape.ids, topics=shape.topics, actors=shape.actors, kinds=shape.kinds, period=period)
    if made == Selector():
        findings.error(
            "BG416", "a choice of units without a condition", file, at, hint="give ids, topics, actors, kinds or period"
        )
    elif not findings.failed and not any(made.meets(u) for u in report.units):
        findings.warning(
            "BG422",
            "no unit of the report meets these conditions",
            file,
            at,
            hint="all conditions must be met at once: drop one",
        )
    return made
