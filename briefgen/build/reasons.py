"""Why a unit is in or out of each length of a brief, a line for each."""

from ..compose.why import why
from ..diagnostics import Diagnostic
from ..errors import InputError
from .backends import BACKENDS
from .brief import climbed, material_of
from .inputs import Inputs


def why_lines(inputs: Inputs, unit: str) -> list[str]:
    """Return a line for each format and length on why a unit is in or out; raises InputError for no unit."""
    known = [u.id for u in inputs.report.units]
    if f"unit/{unit}" in inputs.withheld:
        return [f"all lengths: out: withheld from this abridged edition, which is {inputs.spec.marking or 'unmarked'}"]
    if unit not in known:
        from difflib import get_close_matches

        near = get_close_matches(unit, known, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else "`briefgen list units` names them all"
        raise InputError((Diagnostic(code="BG907", message=f"the report has no unit {unit!r}", hint=hint),))
    kind = inputs.report.units[known.index(unit)].kind
    material = material_of(inputs)
    out = []
    for format_ in inputs.formats:
        for fitted, _ in climbed(material, BACKENDS[format_].dressed(inputs), format_):
            told = why(unit, kind, material, fitted)
            out.append(f"{fitted.document.length.name} {format_.value}: {told}")
    return out
