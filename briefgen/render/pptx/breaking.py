"""How words break on slides, remembered from build to build: a deck tries hundreds of slides of the same words."""

from pathlib import Path

from briefgen.memory import Memory
from briefgen.typeset import fonts
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


def named(font: Path) -> str:
    """Return the name by which `broken` knows a font."""
    name = fonts.named(font)
    _FILES[name] = font
    return name
