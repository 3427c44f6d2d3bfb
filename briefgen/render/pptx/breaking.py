"""How words break on slides, remembered from build to build: a deck tries hundreds of slides of the same words."""

import zlib
from functools import cache
from pathlib import Path

from briefgen.memory import Memory
from briefgen.typeset.text import Run, wrap

LINES = Memory("slides")
Named = tuple[str, str, float]
"""Characters of one look: text, font by name, size."""
_FILES: dict[str, Path] = {}


@LINES.of
def broken(runs: tuple[Named, ...], width: float, safety: float) -> tuple[str, ...]:
    """Return texts one behind the other as lines; see `typeset.text.wrap`."""
    faced = tuple(Run(text, _FILES[font], size) for text, font, size in runs)
    return tuple("".join(r.text for r in line) for line in wrap(faced, width, safety))


@cache
def named(font: Path) -> str:
    """Return what a font is called from build to build: one of other contents has another name."""
    name = f"{font.stem}-{zlib.crc32(font.read_bytes()):08x}"
    _FILES[name] = font
    return name
