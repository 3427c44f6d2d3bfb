"""The words that a brief adds of itself: statuses, connecting words, quantities and dates in short forms."""

from functools import cache

from ..model.base import Value
from . import language as lang


class Furniture(Value, frozen=True, kw_only=True):
    """Words of one language for figures and lists; `statuses` in the order of a key."""

    language: str
    events_mentioned: str
    period: str
    about: str
    number: str
    and_: str
    or_: str
    accessed: str
    editor: str
    source_note: str
    source_notes: str
    statuses: dict[str, str]


_OPENERS = (
    "a after all an any as at before both but by each few for from how if in it its many more most much neither no not "
    "of on one or some that the their there these they this those to two under until what when where whether while who "
    "why with without"
)
"""English words that open a sentence and are never names."""

_ENGLISH = Furniture(
    language="en",
    events_mentioned="Selected events that the report mentions",
    period="period",
    about="about",
    number="no.",
    and_="and",
    or_="or",
    accessed="accessed",
    editor="Editor’s note",
    source_note="Source: note",
    source_notes="Sources: notes",
    statuses={
        "done": "done",
        "reported": "reported",
        "announced": "announced",
        "planned": "planned",
        "possible": "possible",
        "denied": "denied",
    },
)
_FRENCH = Furniture(
    language="fr",
    events_mentioned="Choix d’événements mentionnés dans le rapport",
    period="période",
    about="environ",
    number="n°",
    and_="et",
    or_="ou",
    accessed="consulté le",
    editor="Note de la rédaction",
    source_note="Source : note",
    source_notes="Sources : notes",
    statuses={
        "done": "accompli",
        "reported": "rapporté",
        "announced": "annoncé",
        "planned": "prévu",
        "possible": "possible",
        "denied": "démenti",
    },
)


def furniture(language: str) -> Furniture:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language == "fr" else _ENGLISH


def joined(names: list[str], language: str) -> str:
    """Return names as a list: "A, B and C"; more than three as "A et al."."""
    if len(names) > 3:
        return f"{names[0]} et al."
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + f" {furniture(language).and_} " + names[-1]


def lead_in(lead: str) -> str:
    """Return a lead that its text follows on the same line: it ends as a sentence does."""
    return lead if lead.endswith((".", "?", "!", "…")) else f"{lead}."


def behind_colon(text: str) -> str:
    """Return a sentence as it goes on behind a colon: a word that is no name begins small."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in _OPENERS.split() else text


def numbered(number: str | None, language: str) -> str:
    """Return a series number: "no. 12"."""
    return f"{furniture(language).number} {number}" if number else ""


def quantity(value: float, unit: str, language: str, *, rounded: bool = False) -> str:
    """Return a number with its unit, a currency code before it: "about USD 100 million", "12 km"."""
    number = lang.number(value, language)
    head, _, tail = unit.partition(" ")
    if len(head) == 3 and head.isupper():
        text = " ".join(p for p in (head, number, tail) if p)
    elif unit == "%":
        text = f"{number} %" if language == "fr" else f"{number}%"
    else:
        text = f"{number} {unit}"
    return f"{furniture(language).about} {text}" if rounded else text


@cache
def partial_date(parts: tuple[int, ...], language: str, *, short: bool = False) -> str:
    """Return (year[, month[, day]]) written out, or with the month cut short: "8 July 2021", "8 Jul 2021"."""
    import datetime as dt

    if len(parts) < 2:
        return str(parts[0]) if parts else ""
    day = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    if short:
        name = lang.month(day, language, short=True)
        return f"{day.day} {name} {day.year}" if len(parts) > 2 else f"{name} {day.year}"
    return lang.long_date(day, language) if len(parts) > 2 else f"{lang.month(day, language)} {day.year}"
