"""Why a unit is in or out of a length, in words."""

from ..model.choice import SLOTS
from ..model.report import SLOT_KINDS, Kind
from .assemble import Material
from .frames import order_of
from .search import Fitted
from .select import Candidates


def why(unit: str, kind: Kind, material: Material, fitted: Fitted) -> str:
    """Return one sentence on the place of a unit of the report in a length that has been fitted."""
    candidates, reasons = material.candidates, dict(fitted.left_out)
    slots = zip(SLOTS.values(), _slots(candidates), strict=True)
    for name, ids in slots:
        if unit in ids:
            chosen = "the content names it" if unit in candidates.named else "by its rank"
            place = f"{ids.index(unit) + 1} of {len(ids)} in {name}, {chosen}"
            return f"out: {place}; {reasons[unit]}" if unit in reasons else f"in: {place}"
    order = order_of(material, fitted.document.length, fitted.bounds, fitted.selection)
    if unit in order.by_id:
        taken, needed = len(fitted.selection.body), dict(candidates.brought).get(unit)
        number = next(n for n, u in enumerate(order.after(0), 1) if u.id == unit)
        place = f"place {number} of {len(order)} in the order, of which {taken} fit"
        by = f"; the content does not ask for it, `{needed}` needs it" if needed else ""
        return f"out: {place}{by}; {reasons[unit]}" if unit in reasons else f"in: {place}{by}"
    if unit in reasons:
        return f"out: {reasons[unit]}"
    if kind in SLOT_KINDS:
        return "out: the content asks for fewer of its kind, or names others"
    return "out: the spec's content does not select it (its section, or a `units` entry that meets it)"


def _slots(found: Candidates) -> tuple[list[str], ...]:
    """Return the units of each slot in the order in which `SLOTS` names them."""
    first = (found.bottom_line,) if found.bottom_line else ()
    return tuple([u.id for u in units] for units in (first, found.judgements, found.outlook, found.watch))
