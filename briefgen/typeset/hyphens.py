"""Words -> words with soft hyphens where a line may end, by the patterns of their language.

The patterns are those of pyphen, which is read only where a theme asks for hyphens.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT = "\u00ad"
"""A hyphen that shows only at the end of a line."""
LEAST, SIDE = 6, 3
"""Letters of the shortest word that is divided, and of the shortest part."""

_OWN = {"en": "en_GB", "de": "de_DE", "ru": "ru_RU", "es": "es", "fr": "fr"}


@lru_cache(maxsize=1 << 14)
def softened(text: str, language: str) -> str:
    """Return a text with soft hyphens; names, which begin with a capital, stay whole, and words with their own."""
    known = _patterns(language)
    if known is None:
        return text
    nouns = language.startswith("de")  # all nouns have capitals

    def divided(match: re.Match[str]) -> str:
        word = match[0]
        return word if word[1:] != word[1:].lower() or (word[0].isupper() and not nouns) else known.inserted(word, SOFT)

    return " ".join(part if SOFT in part else _word().sub(divided, part) for part in text.split(" "))


def hard(text: str, *, ends: bool = False) -> str:
    """Return a text as it is drawn: without soft hyphens, but for the last where a line `ends` in it."""
    if SOFT not in text:
        return text
    return text.replace(SOFT, "") + (SOFT if ends and text.endswith(SOFT) else "")


@cache
def _word() -> re.Pattern[str]:
    """Return what finds the words that may be divided: no part of an address."""
    return re.compile(rf"(?<![\w@/.-])[^\W\d_]{{{LEAST},}}(?![\w@/-]|\.\w)")


@cache
def _patterns(language: str) -> "Pyphen | None":
    """Return the patterns of a language; None where there are none."""
    import pyphen

    first = language.partition("-")[0].lower()
    name = pyphen.language_fallback(language.replace("-", "_") if "-" in language else _OWN.get(first, first))
    return pyphen.Pyphen(lang=name, left=SIDE, right=SIDE) if name else None
