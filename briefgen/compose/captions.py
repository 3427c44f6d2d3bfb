"""What every kind of figure takes from the report: its words, its dataset, and its refusals."""

from collections.abc import Sequence

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.caption import SpecBase, Words
from ..model.diagrams import ConditionsSpec
from ..model.inline import Citation
from ..model.numbers import NumbersSpec
from ..model.report import Dataset, Report

ALT_MOST = 150


def dataset(name: str, report: Report) -> Dataset:
    """Return a dataset that `read` has proved to exist."""
    return next(d for d in report.datasets if d.id == name)


def words(spec: SpecBase, subtitle: str, description: str, remarks: Sequence[str] = ()) -> Words:
    """Return the words of a figure, `remarks` in a brief's own words; without its own `alt` the headline serves."""
    alt = spec.alt or spec.headline
    if len(alt) > ALT_MOST:
        alt = alt[: ALT_MOST - 1].rsplit(" ", 1)[0] + "…"
    return Words(
        id=spec.id,
        headline=spec.headline,
        subtitle=subtitle,
        alt=alt,
        description=description,
        note=spec.note,
        remarks=" ".join(remarks),
        point=spec.point,
    )


def refuse(spec: SpecBase, message: str, hint: str) -> InputError:
    """Return the error of a figure that the data do not support."""
    told = f"figure `{spec.id}`: {message}"
    return InputError((Diagnostic(code="BG601", message=told, hint=hint, path=(spec.id,)),))


def cited(spec: SpecBase, report: Report) -> tuple[str, ...]:
    """Return the works that a figure rests on: its own, else those of its data, else the report itself."""
    return spec.cites or _behind(spec, report) or (report.self_reference,)


def _behind(spec: SpecBase, report: Report) -> tuple[str, ...]:
    """Return the works that what a figure draws on cites."""
    if isinstance(spec, NumbersSpec):
        named = [name for one in spec.numbers for name in (one.quantity, one.of, one.against)]
        return tuple(dict.fromkeys(work for q in report.quantities if q.id in named for work in q.cites))
    if isinstance(spec, ConditionsSpec):
        named = [name for step in spec.steps for name in step.units]
        texts = [u.text for u in report.units if u.id in named]
        cites = [w.reference for text in texts for i in text if isinstance(i, Citation) for w in i.works]
        return tuple(dict.fromkeys([report.self_reference, *cites]))
    name = getattr(spec, "data", None)
    return dataset(name, report).cites if name else ()
