#!/usr/bin/env python3
"""Text -> the hashes of its runs of three content words, so that a sentence that follows the paper closely shows.

    python -m tests.data.paper_grams PAPER.txt

writes paper-grams.bin beside this file: four bytes for each run, salted, sorted. The paper itself is not part of the
project. Stop words, endings and punctuation are taken out and a name of several words counts as one word: what is left
of a sentence whose words were swapped here and there are still many of its runs.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .paper_runs import streams, words

GRAM = 3  # content words
STEM = 3  # letters that an ending leaves, at least
SIZE = 4  # bytes of a hash: a chance hit among 10,000 runs of a text is one in a hundred
SALT = b"briefgen: grams"
FILE = Path(__file__).with_name("paper-grams.bin")
STOP_WORDS = """
a about above after again against all also although am among an and any are as at be became because become been
before being below between both but by can cannot could did do does doing down during each either even ever every
few for from further had has have having he her here hers him his how however i if in indeed into is it its itself
just like may me might more most much must my namely neither no nor not now of off on once one only onto or other
others our out over own per put rather s same she should since so some still such t than that the their them then
there these they this those though through thus to too toward towards under until up upon very was we well were
what when where whether which while whilst who whom whose why will with within without would yet you your
"""
STOP = frozenset(STOP_WORDS.split())
NAMES = (
    "ashraf ghani", "asian development bank", "belt and road", "belt and road initiative", "bonn conference",
    "central asia", "central asia regional economic cooperation program", "central asian states", "central bank",
    "china pakistan economic corridor", "dmitry zhirnov", "durand line", "emomali rahmon", "euro asian transport links",
    "european union", "extended troika", "foreign ministry", "fund for the protection of national values", "great game",
    "hamid karzai", "human rights", "imran khan", "international monetary fund", "islamic state khorasan",
    "kabul embassy", "lapis lazuli corridor", "maxim shugaley", "moscow format", "nikolay patrushev",
    "northern distribution network", "organization of islamic cooperation", "panjshir valley",
    "russian cultural centre", "security council secretary", "sergey shoigu", "shanghai cooperation organization",
    "soviet union", "third afghan war", "turkmenistan afghanistan pakistan india pipeline", "united nations",
    "united states", "us international finance development corporation", "wall street journal", "world bank",
    "xi jinping", "yevgeny prigozhin",
)  # fmt: skip
"""Names of persons, bodies and programmes that have no other words."""

NAME = re.compile(r"\b(" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")
ENDINGS = (
    "ization", "isation", "izing", "ising", "ized", "ised", "ations", "ation", "ments", "ment", "ingly", "ing", "edly",
    "ed", "ies", "es", "s", "ly", "e",
)  # fmt: skip
QUOTED = re.compile("“[^”]*”")


def stem(word: str) -> str:
    """Return a word without its ending, so that tense, number and spelling make no difference."""
    bare = word.removesuffix("'s").replace("'", "")
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= STEM:
            return bare[: -len(ending)]
    return bare


def grams(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield every run of three content words of a text, with its hash."""
    line = NAME.sub(lambda m: m[0].replace(" ", "_"), " ".join(words(text)))
    found = [s for w in line.split() if w not in STOP and (s := stem(w))]
    for i in range(len(found) - GRAM + 1):
        gram = " ".join(found[i : i + GRAM])
        yield gram, hashlib.blake2b(gram.encode(), digest_size=SIZE, salt=SALT).digest()


def unquoted(text: str) -> str:
    """Return a text without what it quotes."""
    return QUOTED.sub(" ", text)


def load(file: Path = FILE) -> frozenset[bytes]:
    """Return the committed hashes."""
    data = file.read_bytes()
    return frozenset(data[i : i + SIZE] for i in range(0, len(data), SIZE))


def main() -> None:
    """Write the hashes of the paper named."""
    paper = Path(sys.argv[1]).read_text(encoding="utf-8")
    FILE.write_bytes(b"".join(sorted({h for text in streams(paper) for _, h in grams(text)})))


if __name__ == "__main__":
    main()
