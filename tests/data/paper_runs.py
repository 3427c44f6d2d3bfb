#!/usr/bin/env python3
"""Text -> the hashes of its runs of eight words, so that copied words can be found without the paper at hand.

    python tests/data/paper_runs.py PAPER.txt

writes paper-runs.bin beside this file: eight bytes for each run of the paper, sorted. The paper itself is not part
of the project. A run counts words only: note calls, citations, mark-up and punctuation are taken out first.
"""

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

RUN = 8  # words
SIZE = 8  # bytes of a hash: chance hits are one in 10^12 for a text of this size
FILE = Path(__file__).with_name("paper-runs.bin")
CALLS = re.compile(r"[⁰¹²³⁴-⁹]+|\[@[^\]]*\]|\[\^[^\]]*\]")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
NOTE = re.compile(r"[⁰¹²³⁴-⁹]+ ")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without calls and citations."""
    plain = CALLS.sub("", text).replace("\u00ad", "")
    return WORD.findall(unicodedata.normalize("NFKC", plain).casefold().replace("’", "'"))


def runs(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield every run of eight words of a text, with its hash."""
    found = words(text)
    for i in range(len(found) - RUN + 1):
        run = " ".join(found[i : i + RUN])
        yield run, hashlib.blake2b(run.encode(), digest_size=SIZE).digest()


def load(file: Path = FILE) -> frozenset[bytes]:
    """Return the committed hashes."""
    data = file.read_bytes()
    return frozenset(data[i : i + SIZE] for i in range(0, len(data), SIZE))


def streams(paper: str) -> Iterator[str]:
    """Yield the paper as printed, its text without the notes that cut it at each page's foot, and its notes."""
    yield paper
    lines = paper.splitlines()
    yield "\n".join(line for line in lines if not NOTE.match(line))
    yield "\n".join(line for line in lines if NOTE.match(line))


def main() -> None:
    """Write the hashes of the paper named."""
    paper = Path(sys.argv[1]).read_text(encoding="utf-8")
    hashes = sorted({h for text in streams(paper) for _, h in runs(text)})
    FILE.write_bytes(b"".join(hashes))


if __name__ == "__main__":
    main()
