"""What a spec pins and omits, held against what its content takes: pins that cannot stand, omissions without effect."""

from collections import deque
from collections.abc import Iterable

from ..model.choice import SLOTS, Choice
from ..model.report import SLOT_KINDS, Report
from ..model.spec import Length, Watch
from .findings import Findings
from .shapes import SpecShape


def check(
    shape: SpecShape, chosen: Choice, known: dict[str, Length], report: Report, file: str, findings: Findings
) -> None:
    """Note pins and omissions of units in slots, pins of what is not chosen, and omissions of what must stand."""
    kinds = {u.id: u.kind for u in report.units}
    slots, body = chosen.slots, frozenset(chosen.body)
    for key, by in (("pin", shape.pin), ("omit", shape.omit)):
        for name, units in by.items():
            for index, unit in enumerate(units):
                at = (key, name, index)
                # the list of what to watch begins with two pages: up to one page it is left out in any case
                before = key == "omit" and slots.get(unit) == SLOTS[Watch] and _pages(known, name) < 2
                if unit in slots and not before:
                    findings.error(
                        "BG424",
                        f"`{unit}` stands in {slots[unit]}, whatever `{key}` says",
                        file,
                        at,
                        hint="take it out here, or name other units in the slot's line of `content`",
                    )
                elif key == "pin" and unit in kinds and unit not in slots and unit not in body:
                    section = next(u.section for u in report.units if u.id == unit)
                    by_name = f"`- units: [{unit}]`"
                    by_section = "" if kinds[unit] in SLOT_KINDS else f"its section `{section}`, or "
                    findings.error(
                        "BG425",
                        f"`{unit}` is pinned, but the content does not take it",
                        file,
                        at,
                        hint=f"add {by_section}{by_name} to the content",
                    )
    _leaning(shape, chosen, known, report, file, findings)


def _leaning(
    shape: SpecShape, chosen: Choice, known: dict[str, Length], report: Report, file: str, findings: Findings
) -> None:
    """Note units that are left out where one that leans on them must stand."""
    needs = {u.id: u.needs for u in report.units}
    for upto, units in shape.omit.items():
        if upto not in known:
            continue
        must: dict[str, str] = {}
        for since, pinned in shape.pin.items():
            if since in known and _place(known[since]) <= _place(known[upto]):
                must |= dict.fromkeys(pinned, f"is pinned from `{since}` on")
        for unit, slot in chosen.slots.items():
            if slot != SLOTS[Watch] or known[upto].pages > 1:
                must[unit] = f"stands in {slot}"
        leaning = _needed(must, needs)
        for index, unit in enumerate(units):
            if unit in leaning:
                by = leaning[unit]
                other = "name other units in the slot's line of `content`"
                later = f"let `{by}` stand from a longer length on"
                findings.error(
                    "BG419",
                    f"`{unit}` is left out up to `{upto}`, but `{by}` needs it and {must[by]}",
                    file,
                    ("omit", upto, index),
                    hint=f"let `{unit}` stand, or {other if by in chosen.slots else later}",
                )


def _needed(first: Iterable[str], needs: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the units that some lean on, however far, each with the nearest of those."""
    found: dict[str, str] = {}
    waiting = deque((unit, unit) for unit in first)
    while waiting:
        unit, by = waiting.popleft()
        for need in needs.get(unit, ()):
            if need not in found:
                found[need] = by
                waiting.append((need, by))
    return found


def _pages(known: dict[str, Length], name: str) -> int:
    return known[name].pages if name in known else 0


def _place(length: Length) -> tuple[int, int]:
    return length.pages, length.slides
