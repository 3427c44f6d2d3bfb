"""Titles and ids -> names of files and folders that Windows, macOS and Linux all take, and that lead nowhere else."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120
"""Characters of a file's name; with a folder before it, it stays under the 260 of Windows."""
MOST_BYTES = 240
"""Bytes of a file's name in UTF-8: most file systems take 255."""
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""Names that Windows gives to devices, with any ending."""


def line(text: str) -> str:
    """Return a text as one line that can be seen: nothing that controls, joins, or turns the direction of writing."""
    plain = unicodedata.normalize("NFC", text)
    shown = (" " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c for c in plain)
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn")).split())


def file_name(*parts: str, ending: str = "", taken: Collection[str] = ()) -> str:
    """Return the name of a file: its parts joined by " - ", the first cut where all together are too long.

    `taken` are names that stand in the same folder; where it would meet one, whatever the case, it gets a number.
    """
    first, *rest = (_safe(p) for p in parts)
    tail = "".join(f" - {p}" for p in rest if p)
    for count in range(1, len(taken) + 2):
        end = f"{tail} ({count}){ending}" if count > 1 else f"{tail}{ending}"
        name = _cut(first, LONGEST - len(end), MOST_BYTES - len(end.encode())) + end
        if name.casefold() not in {t.casefold() for t in taken}:
            return name
    raise AssertionError("one more name than there are names in the way")


def _safe(text: str) -> str:
    """Return a part of a name without what a file system takes amiss."""
    plain = FORBIDDEN.sub("-", line(text)).strip(" .-")
    return f"_{plain}" if RESERVED.match(plain) else plain


def _cut(text: str, characters: int, size: int) -> str:
    """Return a text cut at a word where it is too long; never an empty one."""
    text = text or "untitled"
    short = text[:characters]
    while len(short.encode()) > size:
        short = short[:-1]
    if short != text and " " in short[len(short) // 2 :]:
        short = short.rpartition(" ")[0]
    return short.rstrip(" .-") or "untitled"
