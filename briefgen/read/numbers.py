"""Whether a text states a number: in digits, with separators, or in words."""

import re

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
    if (
        value == int(value)
        and int(value) in _WORDS
        and re.search(rf"(?<!\w)({_WORDS[int(value)]})(?!\w)", text, re.IGNORECASE)
    ):
        return True
    for match in re.finditer(r"[0-9](?:[0-9]|[.,\s\u00a0\u202f'’](?=[0-9]))*", text):
        digits = match[0]
        plain = re.sub(r"[\s\u00a0\u202f'’]", "", digits)
        readings = {plain.replace(",", ""), plain.replace(".", "").replace(",", "."), plain.replace(",", ".")}
        for reading in readings:
            try:
                if float(reading) == value:
                    return True
            except ValueError:
                continue
    return False
