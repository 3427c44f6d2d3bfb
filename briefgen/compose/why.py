"""Why a unit is in or out of a length, in words."""

from ..model.report import Kind
from .fit import Fitted
from .select import SLOT_KINDS, Candidates


def why(unit: str, kind: Kind, candidates: Candidates, fitted: Fitted) -> str:
    """Return one sentence on the place of a unit of the report in a length that has been fitted."""
    slots = {
        "the bottom line": [candidates.bottom_line.id] if candidates.bottom_line else [],
        "the key judgements": [u.id for u in candidates.judgements],
        "the outlook": [u.id for u in candidates.outlook],
        "what to watch": [u.id for u in candidates.watch],
    }
    for name, ids in slots.items():
        if unit in ids:
            place = f"{ids.index(unit) + 1} of {len(ids)} in {name}"
            return (
                f"in: {place}" if unit in fitted.document.units else f"out: {place}, of which this length shows fewer"
            )
    reasons = dict(fitted.left_out)
    if unit in fitted.order:
        taken = len(fitted.selection.body)
        place = f"place {fitted.order.index(unit) + 1} of {len(fitted.order)} in the order; {taken} units fit"
        return f"in: {place}" if unit in fitted.selection.body else f"out: {place}; {reasons.get(unit, 'left out')}"
    if unit in reasons:
        return f"out: {reasons[unit]}"
    if kind in SLOT_KINDS:
        return "out: the content asks for fewer of its kind, and others rank higher"
    return "out: the spec's content does not select it (its section, or a `units` entry that meets it)"
