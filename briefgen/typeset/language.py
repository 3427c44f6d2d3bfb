"""What a language asks of a page: labels, dates and numbers, and the spaces at which a line must not end."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.labels import Labels
from . import fonts

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_SPACE = rf"[ {NO_BREAK}{NARROW}]"

_LABELS = {
    "en": Labels(
        language="en",
        bottom_line="Bottom line",
        key_judgements="Key judgements",
        contents="Contents",
        outlook="Outlook",
        watch="What to watch",
        sources="Sources",
        source="Source",
        figure="Figure",
        table="Table",
        figures="Figures",
        tables="Tables",
        page="Page {page} of {pages}",
        as_of="As of {date}",
        after="After a report by {author}",
        hedges="Hedges are the report author’s. Reported, announced and planned steps are named as such.",
        continued="{headline} (continued)",
        say="What to say",
        how_sure="How sure",
        evidence="Sources",
        method="Method",
        references="References",
        agenda="What this brief argues",
        works="This brief rests on one report and on the works that it cites",
        backup="Backup",
        supports="In support of",
    ),
    # Worded so that no name follows "de" or "que", which would have to be elided before a vowel.
    "fr": Labels(
        language="fr",
        bottom_line="L’essentiel",
        key_judgements="Principales appréciations",
        contents="Sommaire",
        outlook="Perspectives",
        watch="À surveiller",
        sources="Sources",
        source="Source",
        figure="Figure",
        table="Tableau",
        figures="Figures",
        tables="Tableaux",
        page="Page {page} sur {pages}",
        as_of="Situation au {date}",
        after="D’après un rapport signé {author}",
        hedges=("Les réserves sont celles du rapport. Ce qui est rapporté, annoncé ou prévu est désigné comme tel."),
        continued="{headline} (suite)",
        say="À dire",
        how_sure="Degré de certitude",
        evidence="Sources",
        method="Méthode",
        references="Références",
        agenda="Ce que montre cette synthèse",
        works="Cette synthèse repose sur un rapport et sur les travaux qu’il cite",
        backup="Annexe",
        supports="À l’appui de",
    ),
}

_COLOPHONS = {
    "en": (
        "Drawn from {authors}, {title} ({series}, {date}). ",
        "Not reviewed by author or publisher. ",
        "Reviewed by its author or publisher. ",
        "Other works are cited as it gives them.",
    ),
    "fr": (
        "Établi d’après {authors}, {title} ({series}, {date}). ",
        "Ni l’auteur ni l’éditeur n’ont relu cette synthèse. ",
        "L’auteur ou l’éditeur a relu cette synthèse. ",
        "Les autres travaux sont cités tels que le rapport les donne.",
    ),
}

_ABRIDGED = {
    "en": ("abridged edition", "Abridged edition: what is marked more strictly is left out. "),
    "fr": ("édition abrégée", "Édition abrégée : ce qui porte une mention plus stricte n’y figure pas. "),
}

# By language, written out and cut short. babel has the same words and takes 40 ms to say them: it judges them in
# the tests, as it does our numbers.
_MONTHS = {
    "en": (
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    ),
}
_THOUSANDS, _DECIMALS = {"en": ",", "fr": NARROW}, {"en": ".", "fr": ","}

# What stands before a number, and what follows one: in every language, then in each.
_BEFORE = (
    r"[A-Z]{3}|[€$£₽§]|pp?\.|[Nn]os?\.|[Nn][°º]|[Vv]ol\.|[Aa]rt\.|[Pp]aras?\.|[Ff]igs?\.|[Cc]h\.|c\."
    r"|[Pp]ages?|[Nn]otes?|[Ff]igures?|[Ss]ections?|[Aa]rticles?"
)
_UNITS = r"%|°C|km²|km|kg|mm|cm|ha|[kMGT]Wh?|m|t|USD|EUR|GBP|RUB|CHF|CNY|million|[mb]n|tonnes?"
_BEFORE_IN = {
    "en": r"[Tt]ables?|[Cc]hapters?|[Aa]nnex|[Rr]esolution",
    "fr": r"[Tt]ableaux?|[Cc]hapitres?|[Aa]nnexe|[Rr]ésolution",
}
_UNITS_IN = {
    "en": r"per cent|percent|billion|trillion|thousand|hundred|kilomet(?:re|er)s?",
    "fr": r"pour cent|millions|milliards?|billions?|mille|kilomètres?",
}


def labels(language: str) -> Labels:
    """Return the furniture's words in a language ("en", "fr", also "en-GB"); raises InputError BG403 else."""
    return _LABELS[_known(language)]


def colophon(language: str, *, reviewed: bool = False, abridged: bool = False) -> str:
    """Return whose report a brief is drawn from, to be filled with authors, title, series and date.

    `reviewed` is what the report says of itself: whether its author or publisher has seen the brief. `abridged`:
    something was withheld, and that is said first.
    """
    drawn, unseen, seen, works = _COLOPHONS[_known(language)]
    return (_ABRIDGED[_known(language)][1] if abridged else "") + drawn + (seen if reviewed else unseen) + works


def review(language: str, *, reviewed: bool = False, abridged: bool = False) -> str:
    """Return the colophon's sentence on who has read the brief, for places that have little room."""
    _, unseen, seen, _ = _COLOPHONS[_known(language)]
    what = _ABRIDGED[_known(language)][0]
    return (f"{what[0].upper()}{what[1:]}. " if abridged else "") + (seen if reviewed else unseen).strip()


def abridged(language: str) -> str:
    """Return what an edition is called from which something was withheld."""
    return _ABRIDGED[_known(language)][0]


def extent(pages: int, language: str) -> str:
    """Return how long a brief is: "1 page", "4 pages", which English and French say alike."""
    _known(language)
    return f"{pages}{NO_BREAK}page{'' if pages == 1 else 's'}"


def long_date(day: date, language: str) -> str:
    """Return a day written out: "8 July 2021", "1er juillet 2021"."""
    return f"{_day(day, language)} {month(day, language, year=True)}"


def month(day: date, language: str, *, short: bool = False, year: bool = False) -> str:
    """Return a day's month: "July"; cut short, "Jul"; with its year, "July 2021"."""
    name = _months(_known(language), short)[day.month - 1]
    return f"{name} {day.year}" if year else name


def span(first: date, last: date, language: str) -> str:
    """Return a period as briefly as it can be said: "8–10 July 2021", "July–August 2021", "2021".

    Raises ValueError where the last day is before the first.
    """
    if last < first:
        raise ValueError(f"a period cannot end ({last}) before it starts ({first})")
    if first == last:
        return long_date(first, language)
    whole_months = first.day == 1 and (last.day == 31 or (last + timedelta(days=1)).day == 1)
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if whole_months:
        if first.month == 1 and last.month == 12:
            return str(first.year) if same_year else f"{first.year}–{last.year}"
        if same_month:
            return month(first, language, year=True)
        if same_year:
            return f"{month(first, language)}–{month(last, language, year=True)}"
        return f"{month(first, language, year=True)} – {month(last, language, year=True)}"
    if same_month:
        return f"{_day(first, language)}–{long_date(last, language)}"
    if same_year:
        return f"{_day(first, language)} {month(first, language)} – {long_date(last, language)}"
    return f"{long_date(first, language)} – {long_date(last, language)}"


def number(value: float, language: str, font: Path | None = None) -> str:
    """Return a number in all its digits, grouped as in the language: "1,234.5", "1 234,5"; minus is U+2212.

    `font` is asked for the narrow space between French thousands; see `bind`.
    """
    tag = _known(language)
    exact = Decimal(int(value)) if value == int(value) else Decimal(repr(value))
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    grouped = whole.replace(",", _THOUSANDS[tag].replace(NARROW, _narrow(font)))
    text = grouped + (_DECIMALS[tag] + rest if rest else "")
    return f"−{text}" if exact < 0 else text


def bind(text: str, language: str, font: Path | None = None) -> str:
    """Return a text whose dates, amounts and numbered words hold together, by no-break spaces for spaces.

    In French also before ; : ! ? and inside « », where a space is added if there is none. These spaces and
    those between thousands are narrow (U+202F) where a `font` is given and has it. In languages other than
    English and French, amounts and abbreviations only. Stable: bind(bind(x)) == bind(x).
    """
    tag = _primary(language)
    text = _pattern(tag).sub(lambda m: m[0][:-1] + NO_BREAK, text)
    if tag != "fr":
        return text
    narrow = _narrow(font)
    text = re.sub(rf"\b\d{{1,3}}(?:{_SPACE}\d{{3}})+\b", lambda m: re.sub(r"\D", narrow, m[0]), text)
    text = re.sub(rf"«{_SPACE}?", f"«{narrow}", text)
    # not the colon of 12:30 or https:, nor the question mark inside an address
    return re.sub(rf"(?:{_SPACE}|(?<=[\w»)%’.…]))(?=»|[;:!?]+(?:[\s»)]|$))", narrow, text)


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """Return what finds the spaces to bind; each match ends with its space."""
    before = "|".join(filter(None, (_BEFORE, _BEFORE_IN.get(tag))))
    units = "|".join(filter(None, (_UNITS_IN.get(tag), _UNITS)))
    parts = [
        rf"(?<!\w)(?:{before}) (?=\d)",
        rf"\d (?=(?:{units})(?!\w))",
        r"(?<=\S) (?=[–—] )",  # a dash does not open a line
    ]
    if tag in _LABELS:
        names = "|".join(dict.fromkeys(re.escape(m) for short in (False, True) for m in _months(tag, short)))
        parts += [rf"\b\d{{1,2}}(?:er|st|nd|rd|th)? (?=(?:{names})(?!\w))", rf"\b(?:{names}) (?=\d{{1,4}}\b)"]
    return re.compile("|".join(parts))


@cache
def _months(tag: str, short: bool) -> tuple[str, ...]:
    """Return the names of the months."""
    return tuple(_MONTHS[tag][short].split())


def _day(day: date, language: str) -> str:
    """Return the day of the month; French has an ordinal for the first."""
    return "1er" if day.day == 1 and _known(language) == "fr" else str(day.day)


def _narrow(font: Path | None) -> str:
    """Return the narrow no-break space, or the wide one where nothing says that the font has it."""
    return NARROW if font is not None and not fonts.missing(font, NARROW) else NO_BREAK


def _primary(language: str) -> str:
    """Return the language of a BCP 47 tag without region or script."""
    return language.partition("-")[0].lower()


def _known(language: str) -> str:
    """Return a language's primary tag; raises InputError BG403 where briefgen has no words for it."""
    tag = _primary(language)
    if tag not in _LABELS:
        raise InputError(
            (
                Diagnostic(
                    code="BG403",
                    message=f"no furniture in language {language!r}",
                    hint=f"furniture is written in {' or '.join(_LABELS)}",
                ),
            )
        )
    return tag
