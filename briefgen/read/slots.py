"""The slots of a content: none twice, none empty, and the units that are named for them: each once, with its lead."""

from collections.abc import Iterator, Sequence

from ..model.choice import SLOTS, choice, named
from ..model.report import Report
from ..model.spec import (
    BottomLine,
    Content,
    Figures,
    KeyJudgements,
    Outlook,
    Sections,
    Tables,
    Units,
    Watch,
)
from .findings import Findings, Keys
from .shapes import SpecShape

LED = (KeyJudgements, Watch)
"""Slots whose units stand in a list, each behind its lead."""

Placed = tuple[Content, Keys]
"""A part of the content, and where it is written."""


def filled(content: tuple[Content, ...], report: Report) -> tuple[Content, ...]:
    """Return a content without the slots for which the report has no unit."""
    there = set(choice(report, content).slots.values())
    return tuple(e for e in content if type(e) not in SLOTS or SLOTS[type(e)] in there)


def check(placed: Sequence[Placed], shape: SpecShape, report: Report, file: str, findings: Findings) -> None:
    """Note what stands twice, what stays empty, and units without the lead that their slot sets."""
    for index, (part, at) in enumerate(placed):
        _once(part, at, placed[:index], file, findings)
    _picked(placed, shape, report, file, findings)
    content = tuple(part for part, _ in placed)
    kept = filled(content, report)
    for part, at in placed:
        if part not in kept and not named(part):
            _empty(part, report, file, at, findings)
    nothing(content, report, file, findings)


def nothing(content: tuple[Content, ...], report: Report, file: str, findings: Findings) -> None:
    """Note a content that takes nothing at all."""
    found = choice(report, content)
    drawn = any(isinstance(e, Figures | Tables) and e.ids for e in content)
    if not (found.slots or found.body or drawn or findings.failed):
        findings.error(
            "BG426",
            f"the content takes no unit and no figure of report `{report.id}`",
            file,
            ("content",),
            hint="add sections or slots to the content, or leave `content` out: then all parts stand"
            if report.units
            else "the report has no units: write some first",
        )


def _once(one: Content, at: Keys, before: Sequence[Placed], file: str, findings: Findings) -> None:
    """Note a slot or a section that stands in the content already."""
    if not isinstance(one, Sections | Units | Figures | Tables) and any(type(b) is type(one) for b, _ in before):
        findings.error("BG417", "this slot stands in the content twice", file, at[:2], hint="take one out")
    if isinstance(one, Sections):
        taken = {i for b, _ in before if isinstance(b, Sections) for i in b.ids}
        for name in one.ids:
            if name in taken:
                findings.error(
                    "BG417", f"section `{name}` stands in the content twice", file, at[:2], hint="take one out"
                )


def _picked(placed: Sequence[Placed], shape: SpecShape, report: Report, file: str, findings: Findings) -> None:
    """Note units that are named for two slots, or twice, and those without the lead that their slot sets."""
    leads = {u.id: u.lead for u in report.units} | {i: r.lead for i, r in shape.replace.items() if r.lead}
    first: dict[str, Content] = {}
    for entry, at in placed:
        for unit, where in _named(entry, at):
            if unit in first:
                slots = dict.fromkeys(_called(e) for e in (first[unit], entry))
                findings.error(
                    "BG417",
                    f"`{unit}` stands in {' and in '.join(slots)}" + ("" if len(slots) > 1 else " twice"),
                    file,
                    where,
                    hint="a unit has one place: take it out of the other",
                )
            elif isinstance(entry, LED) and unit in leads and not leads[unit]:
                findings.error(
                    "BG303",
                    f"`{unit}` is named for {_called(entry)} and has no `lead`",
                    file,
                    where,
                    hint=f"give it one: `replace: {{{unit}: {{lead: Two to six words}}}}`",
                )
            first.setdefault(unit, entry)


def _named(entry: Content, at: Keys) -> Iterator[tuple[str, Keys]]:
    """Yield the units that an entry names, each with the place where it is written."""
    ids = entry.choose.ids if isinstance(entry, Units) else named(entry)
    for n, unit in enumerate(ids):
        yield unit, at if isinstance(entry, BottomLine) else (*at, n)


def _called(entry: Content) -> str:
    return SLOTS.get(type(entry), "`units`")


def _empty(entry: Content, report: Report, file: str, at: Keys, findings: Findings) -> None:
    """Note a slot for which the report has no unit."""
    words = {
        BottomLine: ("a bottom line", "bottom-line", "kind"),
        KeyJudgements: ("key judgements", "key-judgement", "kind"),
        Outlook: ("an outlook", "outlook", "kind"),
        Watch: ("what to watch", "watch", "topic"),
    }
    what, value, key = words[type(entry)]
    there = any(u.kind.value == value or (key == "topic" and value in u.topics) for u in report.units)
    other = "other " if there else ""
    give = f"give one unit `kind: {value}`" if key == "kind" else f"give units the topic `{value}`"
    findings.error(
        "BG501",
        f"the content asks for {what}, but report `{report.id}` has no {other}unit of {key} `{value}`",
        file,
        at,
        hint=f"{give}, name units here, or take this line out of the content",
    )
