"""Reference -> inlines, in the short form of a sources line and in the full form of a note.

The forms are those of a policy brief (outlet and date before author and year for the press), which no CSL style
gives, and they must be ready in microseconds for each candidate of a search: so they are made here, not by a CSL
processor. The data are CSL all the same.
"""

import unicodedata

from msgspec.structs import replace

from ..model.inline import Inlines, Text
from ..model.report import Name, Reference
from ..typeset import bidi
from ..typeset import furniture as words

PRESS = frozenset({"article-newspaper", "webpage", "post-weblog", "broadcast", "post"})
WHOLE = frozenset({"book", "report", "thesis", "document", "legislation"})
INNER = {"en": ("‘", "’"), "fr": ("“", "”"), "de": ("‚", "‘"), "ru": ("„", "“")}
"""Marks within the marks of a title, where the title quotes."""
QUOTES = {"en": ("“", "”"), "fr": ("« ", " »"), "de": ("„", "“"), "ru": ("«", "»")}
QUOTES |= dict.fromkeys(("ar", "fa", "prs", "ps"), ("«", "»"))


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


def short(
    reference: Reference, language: str, *, self_id: str, content: str | None = None, locator: str | None = None
) -> Inlines:
    """Return the short form: outlet and date for the press, else author and year; the report by its series.

    `language` is that of the date, `content` that of the text around, where it is another.
    """
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
    said = foreign(language, content or language)
    if bidi.leftward(who):
        rest = f"{', ' if press else ' '}{date}" if date else ""
        return (_named(who, reference), Text(text=f"{rest}, {locator}" if locator else rest, language=said))
    if press and date and said:
        return (Text(text=f"{who}, "), Text(text=f"{date}, {locator}" if locator else date, language=said))
    dated = (f"{who}, {date}" if press else f"{who} {date}") if date else who
    return (Text(text=f"{dated}, {locator}" if locator else dated),)


def full(reference: Reference, language: str, *, content: str | None = None, locator: str | None = None) -> Inlines:
    """Return the full form: authors, title in its language [and in English], container, date, place in the work.

    `language` is that of words and dates, `content` that of the text around, where it is another.
    """
    names = words.joined([initials(n) for n in reference.authors], language)
    head = _headed(names, reference)
    place = locator or (f"pp. {reference.page}" if reference.page else "")
    tail = "".join(f", {part}" for part in (*_numbers(reference, language), place) if part)
    said = foreign(language, content or language)
    title = _title(reference, content or language)
    return (
        *head,
        *(replace(part, href=reference.url) for part in title),
        *_container(reference),
        Text(text=f"{tail}.", language=said),
    )


def listed(reference: Reference, language: str, *, content: str) -> Inlines:
    """Return the form of an alphabetical list: headed by the first author's surname, else by the outlet; address last.

    Names are given in full, and all of them.
    """
    names = _inverted(reference.authors, language)
    outlet = "" if names else reference.container or ""
    head = _headed(names or outlet, reference)
    place = f"pp. {reference.page}" if reference.page else ""
    tail = "".join(f", {part}" for part in (*_numbers(reference, language), place) if part)
    address = (Text(text=" "), Text(text=reference.url, href=reference.url)) if reference.url else ()
    return (
        *head,
        *_title(reference, content),
        *(() if outlet else _container(reference)),
        Text(text=f"{tail}.", language=foreign(language, content)),
        *address,
    )


def place_in_list(reference: Reference) -> tuple[str, tuple[int, ...], str]:
    """Return what a list of references is sorted by: who heads the entry, then date and title, accents aside."""
    first = reference.authors[0] if reference.authors else None
    head = f"{surname(first)} {first.given or ''}" if first else reference.container or reference.title
    return _letters(head), reference.issued or reference.accessed, _letters(reference.title)


def _letters(text: str) -> str:
    """Return a text's letters and digits without accents, quotes and case."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if c.isalnum() or c == " ").strip()


def _inverted(names: tuple[Name, ...], language: str) -> str:
    """Return names for a list: "Fischer, Sabine, and Angela Stanzel"."""
    if not names:
        return ""
    first, *rest = names
    given = f", {first.given}" if first.given and not first.literal else ""
    others = [n.literal or f"{n.given or ''} {n.family or ''}".strip() for n in rest]
    head = f"{surname(first)}{given}"
    if not others:
        return head
    *middle, last = others
    return ", ".join([head, *middle, f"{words.furniture(language).and_} {last}"])


def foreign(language: str, content: str) -> str | None:
    """Return a language where it is not that of the text around."""
    return language if language != content else None


def _title(reference: Reference, content: str) -> list[Text]:
    """Return the title in its language, and what it means."""
    opening, closing = QUOTES.get((reference.language or content).partition("-")[0], QUOTES["en"])
    other = foreign(reference.language or content, content)
    if reference.type in WHOLE:
        out = [Text(text=reference.title, emphasis=True, language=other)]
    else:
        inner = INNER.get(reference.language or content, INNER["en"])
        title = reference.title.replace(opening, inner[0]).replace(closing, inner[1])
        out = [Text(text=f"{opening}{title}{closing}", language=other)]
    if reference.title_en and other:
        out.append(Text(text=f" [{reference.title_en}]"))
    return out


def _headed(name: str, reference: Reference) -> tuple[Text, ...]:
    """Return what an entry begins with: one text with its comma, unless it runs from right to left."""
    if not bidi.leftward(name):
        return (Text(text=f"{name}, "),) if name else ()
    return _named(name, reference), Text(text=", ")


def _container(reference: Reference) -> list[Text]:
    if not reference.container:
        return []
    named = _named(reference.container, reference)
    return [Text(text=", "), Text(text=named.text, language=named.language, emphasis=reference.type not in PRESS)]


def _named(name: str, reference: Reference) -> Text:
    """Return a name in its language where it runs the other way; other names are of no language."""
    return Text(text=name, language=reference.language if bidi.leftward(name) else None)


def _numbers(reference: Reference, language: str) -> list[str]:
    """Return volume, issue, number, publisher and date."""
    numbers = [
        f"vol. {reference.volume}" if reference.volume else "",
        f"no. {reference.issue}" if reference.issue else "",
        reference.number or "",
        reference.publisher or "" if reference.publisher != reference.container else "",
    ]
    if reference.issued:
        numbers.append(date_text(reference.issued, language, short=False))
    elif reference.accessed:
        numbers.append(f"{words.furniture(language).accessed} {date_text(reference.accessed, language, short=False)}")
    return numbers
