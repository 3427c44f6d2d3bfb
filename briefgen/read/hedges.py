"""How strong words of caution are: a brief may keep a hedge or weaken it, never strengthen it.

Own table. Levels from 1 (hardly) to 6 (nearly certain) for likelihood; the other classes have no order among
themselves and are let pass: "so far" and "at times" limit when a thing is so, not how sure that is. A phrase that is
not in the table passes too: only a person can judge it.
"""

import re

from .remembered import TEXTS

IMPOSSIBLE, UNLIKELY, POSSIBLE, LEANING, LIKELY, CERTAIN = range(1, 7)

STRENGTHS: dict[str, int] = {
    "impossible to assert": POSSIBLE,
    "impossible to say": POSSIBLE,
    "not possible to": POSSIBLE,
    "no evidence": UNLIKELY,
    "little evidence": UNLIKELY,
    "few grounds": UNLIKELY,
    "almost no chance": IMPOSSIBLE,
    "remote chance": IMPOSSIBLE,
    "highly unlikely": IMPOSSIBLE,
    "very unlikely": IMPOSSIBLE,
    "unlikely": UNLIKELY,
    "improbable": UNLIKELY,
    "doubtful": UNLIKELY,
    "dubious": UNLIKELY,
    "may": POSSIBLE,
    "might": POSSIBLE,
    "could": POSSIBLE,
    "perhaps": POSSIBLE,
    "maybe": POSSIBLE,
    "possibly": POSSIBLE,
    "possible": POSSIBLE,
    "possibility": POSSIBLE,
    "potential": POSSIBLE,
    "potentially": POSSIBLE,
    "conceivably": POSSIBLE,
    "hint": POSSIBLE,
    "hints": POSSIBLE,
    "speculation": POSSIBLE,
    "risk": POSSIBLE,
    "alleged": POSSIBLE,
    "allegedly": POSSIBLE,
    "conditional on": POSSIBLE,
    "depends": POSSIBLE,
    "depend": POSSIBLE,
    "roughly even": POSSIBLE,
    "realistic possibility": POSSIBLE,
    "seems": LEANING,
    "seem": LEANING,
    "appears": LEANING,
    "appear": LEANING,
    "apparently": LEANING,
    "suggests": LEANING,
    "suggest": LEANING,
    "indicates": LEANING,
    "some grounds": LEANING,
    "believed": LEANING,
    "reportedly": LEANING,
    "signalled": LEANING,
    "would rather": LEANING,
    "would prefer": LEANING,
    "tends to": LEANING,
    "tend to": LEANING,
    "likely": LIKELY,
    "probable": LIKELY,
    "probably": LIKELY,
    "expected": LIKELY,
    "expects": LIKELY,
    "very likely": CERTAIN,
    "highly likely": CERTAIN,
    "almost certain": CERTAIN,
    "almost certainly": CERTAIN,
    "nearly certain": CERTAIN,
    "certain": CERTAIN,
    "certainly": CERTAIN,
    "will": CERTAIN,
    "undoubtedly": CERTAIN,
    "clearly": CERTAIN,
    "definitely": CERTAIN,
    "proves": CERTAIN,
    "shows": CERTAIN,
}
"""Words and phrases by strength, for claims that something is or will be so."""

_PHRASES = sorted(STRENGTHS, key=len, reverse=True)
_KNOWN = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, _PHRASES)) + r")(?!\w)", re.IGNORECASE)


def strengths(phrase: str) -> tuple[int, ...]:
    """Return the levels of the hedge words in a phrase that are known, longest words first where they overlap."""
    return tuple(STRENGTHS[m.lower()] for m in _KNOWN.findall(phrase))


def strength(phrase: str) -> int | None:
    """Return the level of a phrase, that of its most careful word; None where it holds no word of likelihood."""
    return min(strengths(phrase), key=lambda level: abs(level - POSSIBLE), default=None)


def stronger(here: str, source: str) -> bool:
    """Tell whether a word claims more than the source's words; what is not in the table is taken on trust.

    A claim grows with its distance from "possible", upwards and downwards: "very unlikely" is stronger than "unlikely".
    """
    said, allowed = strengths(here), strengths(source)
    if not said or not allowed:
        return False
    up = max(0, *(level - POSSIBLE for level in allowed))
    down = max(0, *(POSSIBLE - level for level in allowed))
    return any(level - POSSIBLE > up or POSSIBLE - level > down for level in said)


@TEXTS.of
def surer(short: str, text: str) -> tuple[str, ...]:
    """Return the known words of a short text that claim more than all those of the text; none where it has none.

    Words for what is possible or seems so are let pass: which is the stronger depends on what they are said of.
    """
    mild = (POSSIBLE, LEANING)
    return tuple(w for w in _KNOWN.findall(short) if STRENGTHS[w.lower()] not in mild and stronger(w, text))


def stands_in(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text as whole words, whatever its capitals."""
    sought, words = phrase.strip().casefold(), text.casefold()
    at = words.find(sought)
    while at >= 0:
        beside = words[at - 1 : at] + words[at + len(sought) :][:1]
        if not any(c.isalnum() or c == "_" for c in beside):
            return True
        at = words.find(sought, at + 1)
    return False
