"""What every kind of figure takes from the report: its words, its dataset, and its refusals."""

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.caption import SpecBase, Words
from ..model.report import Dataset, Report

ALT_MOST = 150


def dataset(name: str, report: Report) -> Dataset:
    """Return a dataset that `read` has proved to exist."""
    return next(d for d in report.datasets if d.id == name)


def words(spec: SpecBase, subtitle: str, description: str) -> Words:
    """Return the words of a figure; without an `alt` of its own the headline serves."""
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
        point=spec.point,
    )


def refuse(spec: SpecBase, message: str, hint: str) -> InputError:
    """Return the error of a figure that the data do not support."""
    return InputError((Diagnostic(code="BG601", message=f"figure {spec.id!r}: {message}", hint=hint),))
