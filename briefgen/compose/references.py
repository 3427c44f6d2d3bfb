"""Reference -> inlines, in the short form of a sources line and in the full form of a note.

The forms are those of a policy brief (outlet and date before author and year for the press), which no CSL style
gives, and they must be ready in microseconds for each candidate of a search: so they are made here, not by a CSL
processor. The data are CSL all the same.
"""

from ..model.inline import Inlines, Text
from ..model.report import Name, Reference
from ..typeset import furniture as words

PRESS = frozenset({"article-newspaper", "webpage", "post-weblog", "broadcast", "post"})
WHOLE = frozenset({"book", "report", "thesis", "document", "legislation"})
QUOTES = {"en": ("“", "”"), "fr": ("« ", " »"), "de": ("„", "“"), "ru": ("«", "»")}


def surname(name: Name) -> str:
    """Return how a name is called in a short form."""
    return name.literal or name.family or name.given or ""


def initials(name: Name) -> str:
    """Return a name with its given names as initials: "I. U. Klyszcz"."""
    if name.literal or not name.given:
        return surname(name)
    letters = " ".join(part if part.endswith(".") else f"{part[0]}." for part in name.given.split())
    return f"{letters} {name.family}"


def date_text(parts: tuple[int, ...], language: str, *, short: bool) -> str:
    """Return (year[, month[, day]]) written out, or with the month cut short."""
    if not parts:
        return ""
    return words.partial_date(parts, language, short=short)


def short(reference: Reference, language: str, *, self_id: str, locator: str | None = None) -> Inlines:
    """Return the short form: outlet and date for the press, else author and year; the report by its series."""
    if reference.id == self_id:
        who = words.joined([surname(n) for n in reference.authors], language) or reference.title
        series = reference.container or reference.title
        number = f" {reference.number}" if reference.number else f" {reference.issued[0]}" if reference.issued else ""
        tail = f", {locator}" if locator else ""
        return (Text(text=f"{who}, "), Text(text=series, emphasis=True), Text(text=f"{number}{tail}"))
    press = reference.type in PRESS
    names = words.joined([surname(n) for n in reference.authors], language)
    who = (reference.container or reference.publisher or names) if press else names
    if not who:
        who = reference.container or reference.publisher or reference.title
    when = reference.issued or reference.accessed
    date = date_text(when if press else when[:1], language, short=True)
    dated = (f"{who}, {date}" if press else f"{who} {date}") if date else who
    return (Text(text=f"{dated}, {locator}" if locator else dated),)


def full(reference: Reference, language: str, *, locator: str | None = None) -> Inlines:
    """Return the full form: authors, title in its language [and in English], container, date, place in the work."""
    opening, closing = QUOTES.get(reference.language or language, QUOTES["en"])
    foreign = reference.language if reference.language and reference.language != language else None
    out: list[Text] = []
    names = words.joined([initials(n) for n in reference.authors], language)
    if names:
        out.append(Text(text=f"{names}, "))
    if reference.type in WHOLE:
        out.append(Text(text=reference.title, emphasis=True, language=foreign))
    else:
        out.append(Text(text=f"{opening}{reference.title}{closing}", language=foreign))
    if reference.title_en and foreign:
        out.append(Text(text=f" [{reference.title_en}]"))
    if reference.container:
        out += [Text(text=", "), Text(text=reference.container, emphasis=reference.type not in PRESS)]
    numbers = [
        word
        for word in (
            f"vol. {reference.volume}" if reference.volume else "",
            f"no. {reference.issue}" if reference.issue else "",
            reference.number or "",
            reference.publisher if reference.publisher != reference.container else "",
        )
        if word
    ]
    if reference.issued:
        numbers.append(date_text(reference.issued, language, short=False))
    elif reference.accessed:
        numbers.append(f"{words.furniture(language).accessed} {date_text(reference.accessed, language, short=False)}")
    place = locator or (f"pp. {reference.page}" if reference.page else "")
    if place:
        numbers.append(place)
    tail = "".join(f", {n}" for n in numbers)
    return (*out, Text(text=f"{tail}."))
