"""The spec of key figures and the report -> numbers as they are printed, each with its unit and what it means."""

from ..model.numbers import Number, NumberChoice, Numbers, NumbersSpec
from ..model.report import Quantity, Report
from ..typeset import language as lang
from ..typeset.figurewords import FigureWords, figure_words
from ..typeset.furniture import Furniture
from .captions import refuse, words

UNSURE = frozenset({"rounded", "about"})
NO_NUMBER = frozenset({"nan", "inf", "infinity"})
"""What programs write where they have no number; it would be printed as if the report said so."""


def numbers(spec: NumbersSpec, report: Report, furniture: Furniture) -> Numbers:
    """Return numbers with their units; a bound ("at least") is said before its number."""
    by_id = {q.id: q for q in report.quantities}
    said = figure_words(furniture.language)
    made = tuple(_number(spec, one, by_id, furniture, said) for one in spec.numbers)
    told = " ".join(f"{_whole(n)}: {n.text.rstrip('.')}." for n in made)
    whole = " ".join(filter(None, (told, spec.so_what)))
    return Numbers(words=words(spec, spec.subtitle or "", whole), numbers=made, so_what=spec.so_what or "")


def _whole(number: Number) -> str:
    return " ".join(filter(None, (number.before, number.figure, number.after)))


def _number(
    spec: NumbersSpec, one: NumberChoice, by_id: dict[str, Quantity], furniture: Furniture, said: FigureWords
) -> Number:
    found = by_id[one.quantity]
    if isinstance(found.value, str) and found.value.strip(".+-").lower() in NO_NUMBER:
        hint = "give the number that the report states, or leave it out of `numbers`"
        raise refuse(spec, f"quantity {found.id!r} is {found.value!r}, which is no number", hint)
    others = [by_id[name] for name in (one.of, one.against) if name]
    before = _before(found, furniture, said)
    if not before and any(q.precision in UNSURE for q in others):
        before = furniture.about
    text = one.text or ", ".join(filter(None, (found.what, _period(found, furniture))))
    unit = one.unit if one.unit is not None else found.unit
    if one.of:
        after = said.of.format(whole=_printed(by_id[one.of], furniture))
    elif one.against:
        after = f": {_printed(by_id[one.against], furniture)}"
        text = f"{unit}: {text}"
    else:
        after = unit
    return Number(id=one.quantity, before=before, figure=_printed(found, furniture), after=after, text=text)


def _printed(found: Quantity, furniture: Furniture) -> str:
    return found.value if isinstance(found.value, str) else lang.number(found.value, furniture.language)


def _before(found: Quantity, furniture: Furniture, said: FigureWords) -> str:
    """Return what must be said before a number that is not exact."""
    if found.precision in UNSURE:
        return furniture.about
    return said.bounds.get(found.precision or "", "")


def _period(found: Quantity, furniture: Furniture) -> str:
    """Return a period as it is printed; one that is open, or a year, as it is written."""
    if found.period is None:
        return ""
    return found.period.replace("/", "–").replace("..–", "")
