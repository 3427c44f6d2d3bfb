"""What a length does not hold, in words: units left out and why, content that does not fit, pages that stay empty."""

import re
import textwrap
from collections.abc import Mapping

from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError
from ..model.base import Value
from ..model.spec import BriefSpec, Length
from .assemble import Material, Selection
from .frames import above, hidden, lacking, omitted, pinned

FILL_PROMISED = 0.9


HOUSE_LAYOUT = " on layout “"
"""In words on where text has no room: the layout of a house's template."""


class Room(Value, frozen=True, kw_only=True):
    """What measuring a document tells: whether it fits, and with every picture at its full height (`roomy`).

    `needed` and `there` are in `unit`: points (of height on paper; of the fullest box on slides), or slides. `narrow`
    tells by figure which have no room for their labels at the width that the document gives them.
    """

    fits: bool
    roomy: bool
    needed: float
    there: float
    unit: str = "pt"
    fills: tuple[float, ...] = ()
    where: str | None = None
    narrow: Mapping[str, Diagnostic] = {}


def left_out(
    material: Material, length: Length, selection: Selection, ceiling: Selection | None, why: str
) -> tuple[tuple[str, str], ...]:
    """Return the units that a length does not show though the content asks for them, with the reason of each.

    Those of the slots come first, in their order, then those of the body in report order.
    """
    found, shown = material.candidates, set(selection.body)
    gone, high = omitted(material.spec, length), above(found, ceiling)
    lacks = lacking(found, selection, gone | high)

    def reason(unit: str) -> str:
        if unit in gone:
            return "omitted by the spec"
        if unit in high:
            return "a longer length has no room for it"
        return f"needs {lacks[unit]}, which is not shown" if unit in lacks else why

    judged = f"this length shows {selection.judgements} of {len(found.judgements)} key judgements"
    watched = f"this length shows {selection.watch} of {len(found.watch)} units to watch"
    slots = [(i, judged if any(u.id == i for u in found.judgements) else watched) for i in hidden(found, selection)]
    return (*slots, *((u.id, reason(u.id)) for u in found.body if u.id not in shown))


def too_large(material: Material, length: Length, room: Room) -> InputError:
    """Return the error of required content that no selection can make fit."""
    body = {u.id for u in material.candidates.body}
    fixed = [i for i in pinned(material.spec, length) if i in body]
    where = room.where or ""
    place = f" ({textwrap.shorten(where, 140, placeholder='…”')})" if where else ""
    points = f"{room.needed:.0f} {room.unit} needed, {max(room.there, 0.0):.0f} {room.unit} there{place}"
    drawn = re.search(r"(?:figure|table|subtitle of) ([a-z0-9.-]+)$", where)
    path: tuple[str, ...]
    if any(f"{what} “{material.spec.title}”" in where for what in ("title", "headline")):
        path, hint = ("title",), "say the finding in at most two lines"
    elif where.endswith(("subtitle", "publisher", "date")):
        path = ("issuer",) if where.endswith("publisher") else ("subtitle",) if where.endswith("subtitle") else ()
        hint = "say it shorter: the title slide has room for two lines of each"
    elif drawn and any(f.id == drawn[1] for f in material.report.figures):
        hint = "say its subtitle and labels shorter, give it fewer rows or events, or take it out of the content"
        message = f"{length.name}: {drawn[0]} does not fit: {points}"
        return InputError((Diagnostic(code="BG502", message=message, path=(drawn[1],), hint=hint),))
    elif fixed:
        named = ", ".join(fixed[:6]) + (f" and {len(fixed) - 6} more" if len(fixed) > 6 else "")
        path, hint = ("pin",), f"unpin some of {named}, or pin them from a longer length on"
    else:
        path = ("content",)
        hint = "shorten the bottom line, the key judgements or the outlook (`replace`), or ask for fewer of them"
    if HOUSE_LAYOUT in where:
        hint += "; or give such slides a roomier layout by `template.layouts` in the theme"
    message = f"{length.name}: what must stand does not fit: {points}"
    return _refused(material.spec, "BG502", message, path, hint)


def not_alone(material: Material, length: Length, unit: str, need: str) -> InputError:
    """Return the error of a unit that must stand and leans on one that the length does not show."""
    return _refused(
        material.spec,
        "BG504",
        f"{length.name}: `{unit}` must stand, but needs `{need}`, which stands in a slot that has no room for it here",
        ("content",),
        f"put `{need}` first in its slot, take it out of the slot, or let `{unit}` stand from a longer length on",
    )


def _refused(spec: BriefSpec, code: str, message: str, path: tuple[str, ...], hint: str) -> InputError:
    return InputError((Diagnostic(code=code, message=message, file=spec.origin.file, path=path, hint=hint),))


def passed_over(length: Length, narrow: Mapping[str, Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return a warning for each figure that a length leaves out, since its labels have no room."""
    said = "this length leaves the figure out"
    return tuple(
        replace(d, severity=Severity.WARNING, message=f"{length.name}: {d.message}; {said}") for d in narrow.values()
    )


def thin(
    spec: BriefSpec, length: Length, room: Room, *, following: str | None, lowered: bool
) -> tuple[Diagnostic, ...]:
    """Return a warning where a page stays emptier than promised.

    `following` is the next unit of the order, if any; `lowered` tells whether a longer length has no room for others.
    """
    lowest = min(room.fills, default=0.0)
    if not length.exact or (len(room.fills) == length.pages and lowest >= FILL_PROMISED):
        return ()
    if following is not None:
        message = f"{length.name}: a page is only {lowest:.0%} full: the next unit, `{following}`, does not fit"
        hint = f"omit or shorten `{following}` or the figure that leaves the hole, or pin a smaller unit"
    elif lowered:
        message = f"{length.name}: a page is only {lowest:.0%} full: a longer length has no room for what would fill it"
        hint = "give the longer length more pages or short notes, or drop one of the two"
    else:
        pages = f"{len(room.fills)} page(s), the emptiest {lowest:.0%} full"
        message = f"{length.name}: the report holds too little for {length.pages} full page(s): {pages}"
        hint = "add sections or units to the content, or drop this length"
    return (
        Diagnostic(
            code="BG503",
            severity=Severity.WARNING,
            message=message,
            file=spec.origin.file,
            path=("lengths",),
            hint=hint,
        ),
    )
