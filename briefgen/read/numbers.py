"""Whether a text states a number: in digits, with separators, or in words."""

import re
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from .remembered import TEXTS

_WORDS: dict[int, str] = {
    0: "no|none|zero|zéro|aucun",
    1: "a|an|one|single|sole|only|once|first|un|une|seul|seule",
    2: "two|both|twice|second|pair|deux",
    3: "three|third|trois",
    4: "four|fourth|quatre",
    5: "five|fifth|cinq",
    6: "six|sixth",
    7: "seven|seventh|sept",
    8: "eight|eighth|huit",
    9: "nine|ninth|neuf",
    10: "ten|tenth|dix",
    11: "eleven|onze",
    12: "twelve|dozen|douze",
    20: "twenty|vingt",
    50: "fifty|half|cinquante",
    100: "hundred|centenary|century|cent",
    1000: "thousand|mille",
}
"""The words for numbers that are commonly written out, in English and French."""


def written(value: float | str) -> str:
    """Return a number as it is spoken of in a message."""
    return (
        f"{value:g}"
        if isinstance(value, float | int) and abs(value) < 1e6
        else f"{value:,}"
        if isinstance(value, float | int)
        else value
    )


def stands_in(value: float | str, text: str) -> bool:
    """Tell whether a text states a number, or the numbers or else the words of what is given in place of one."""
    if isinstance(value, str):
        years = re.findall(r"[0-9]+", value)
        return all(y in text for y in years) if years else value.casefold() in text.casefold()
    if _worded(value, text):
        return True
    for match in re.finditer(r"[0-9](?:[0-9]|[.,\s\u00a0\u202f'’](?=[0-9]))*", text):
        if value in _readings(match[0]):
            return True
    return False


_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12} | {
    **{"milliard": 1e9, "bn": 1e9, "mn": 1e6}
}
_COUNTED = {
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
}
_SCALED = rf"[\s\u00a0\u202f-]?(?P<scale>{'|'.join(_SCALES)})s?\b"
_NUMBER = re.compile(
    r"(?:(?P<money>USD|EUR|GBP|RUB|CNY|INR|PKR|AFN|JPY|CHF|\$|€|£|¥|₽)\s?)?"
    r"(?P<digits>[0-9](?:[0-9]|[.,\s\u00a0\u202f'’](?=[0-9]{3}(?![0-9]))|[.,](?=[0-9]))*)"
    rf"(?:{_SCALED})?"
    rf"|(?<![\w-])(?P<word>{'|'.join(_COUNTED)})(?![\w-]*[a-z])(?:{_SCALED.replace('<scale>', '<more>')})?"
    rf"|(?<![\w-])(?:one|a)\s(?P<lone>{'|'.join(_SCALES)})\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:–|—|-|to|or|and|à|ou|et)\s*(?=[0-9])", re.IGNORECASE)
_NEXT = re.compile(r"[\s\u00a0-]+(?:of\s+)?(?:the\s+)?([^\W\d_]+)")
_ANY = "|".join(word for words in _WORDS.values() for word in words.split("|") if word not in ("a", "an", "no"))


class Changed(msgspec.Struct, frozen=True):
    """A number of a short text that the long one does not state; `sure` unless it may be one that a reader counts."""

    written: str
    sure: bool


class _Number(msgspec.Struct, frozen=True):
    """A number as written, what it can mean, the currency before it, where it ends; `bare` is a word such as “two”."""

    written: str
    values: frozenset[float]
    money: str | None
    end: int
    bare: bool


@TEXTS.of
def changed(short: str, text: str, also: tuple[float, ...]) -> tuple[Changed, ...]:
    """Return the numbers of a short text that the long one does not state; `also` are others that it may state."""
    mine = list(_numbers(short))
    if not mine:  # most short texts: the long ones need not be searched
        return ()
    stated = list(_numbers(text))
    known = {v for n in stated for v in n.values} | {*also} | _halves(text)
    money = {n.money for n in stated if n.money}
    out = []
    for one in mine:
        if not one.values & known and not any(_worded(v, text) for v in one.values):
            if one.bare and not _counted_otherwise(short, one.end, text) and _listed(text) >= max(one.values):
                continue  # a list that the reader can count
            out.append(Changed(one.written, sure=not one.bare or _counted_otherwise(short, one.end, text)))
        elif one.money and money and one.money not in money:
            out.append(Changed(one.written, sure=True))
    return tuple(out)


def _numbers(text: str) -> Iterator[_Number]:
    """Yield the numbers of a text in digits and in words, with the thousands and millions behind them."""
    found = list(_NUMBER.finditer(text))
    for match, following in zip(found, [*found, None][1:], strict=True):
        scale = match["scale"] or match["more"] or match["lone"]
        joined = _RANGE.match(text, match.end())
        if scale is None and joined and following and following["digits"] and joined.end() == following.start("digits"):
            scale = following["scale"]  # "5 to 10 million"
        factor = _SCALES[scale.lower()] if scale else 1.0
        if match["digits"]:
            values = _readings(match["digits"])
        else:
            values = {float(_COUNTED[match["word"].lower()]) if match["word"] else 1.0}
        yield _Number(
            written=match[0].strip(),
            values=frozenset(v * factor for v in values),
            money=match["money"].upper() if match["money"] else None,
            end=match.end(),
            bare=match["digits"] is None and scale is None,
        )


def _readings(digits: str) -> set[float]:
    """Return what digits with separators can mean."""
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", digits)
    out = set()
    for reading in {plain.replace(",", ""), plain.replace(".", "").replace(",", "."), plain.replace(",", ".")}:
        with suppress(ValueError):
            out.add(float(reading))
    return out


def _worded(value: float, text: str) -> bool:
    """Tell whether a text states a number in words."""
    words = _WORDS.get(int(value)) if abs(value) < 1e6 and value == int(value) else None
    return bool(words and re.search(rf"(?<!\w)({words})(?!\w)", text, re.IGNORECASE))


def _halves(text: str) -> set[float]:
    """Return the second years of periods such as 2020–21 and 2020/21 in full."""
    return {float(first[:2] + last) for first, last in re.findall(r"([12][0-9]{3})[–/-]([0-9]{2})(?![0-9])", text)}


def _listed(text: str) -> int:
    """Return how many things a sentence of a text can list: as many as it has commas and conjunctions, and one more."""
    return 1 + max(len(re.findall(r", |; | and | or ", part)) for part in re.split(r"(?<=[.!?]) ", text))


def _counted_otherwise(short: str, end: int, text: str) -> bool:
    """Tell whether a text gives another number of what a short text counts from `end` on."""
    noun = _NEXT.match(short, end)
    if noun is None or len(noun[1]) < 4:
        return False
    pattern = rf"(?<![\w-])(?:{_ANY}|[0-9]+)[\s\u00a0-]+(?:[\w-]+\s+){{0,3}}{noun[1]}(?!\w)"
    return bool(re.search(pattern, text, re.IGNORECASE))
