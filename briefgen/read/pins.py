"""What a spec pins and omits, held against what its content takes: pins that cannot stand, omissions without effect."""

from collections import deque

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
    slots = chosen.slots
    there = {*slots, *chosen.body}
    users: dict[str, list[str]] = {}
    for one in report.units:
        for need in one.needs if one.id in there else ():
            users.setdefault(need, []).append(one.id)
    since = {u: n for n, units in shape.pin.items() if n in known for u in units}
    for upto, units in shape.omit.items():
        if upto not in known:
            continue
        for index, unit in enumerate(units):
            for by in _all_users(unit, users):
                watched = slots.get(by) == SLOTS[Watch] and _pages(known, upto) < 2
                hint = f"let `{unit}` stand, or `{by}` stand from a longer length on"
                if by in slots and not watched:
                    why = f"stands in {slots[by]}"
                    hint = f"let `{unit}` stand, or name other units in the slot's line of `content`"
                elif by in since and _place(known[since[by]]) <= _place(known[upto]):
                    why = f"is pinned from `{since[by]}` on"
                else:
                    continue
                findings.error(
                    "BG419",
                    f"`{unit}` is left out up to `{upto}`, but `{by}` needs it and {why}",
                    file,
                    ("omit", upto, index),
                    hint=hint,
                )
                break


def _all_users(unit: str, users: dict[str, list[str]]) -> list[str]:
    """Return the units that lean on one, nearest first."""
    found: dict[str, None] = {}
    waiting = deque([unit])
    while waiting:
        for user in users.get(waiting.popleft(), ()):
            if user not in found:
                found[user] = None
                waiting.append(user)
    return list(found)


def _pages(known: dict[str, Length], name: str) -> int:
    return known[name].pages if name in known else 0


def _place(length: Length) -> tuple[int, int]:
    return length.pages, length.slides
