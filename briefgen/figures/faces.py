"""The faces of a target's labels: which files they come from, and what a back end calls them."""

from pathlib import Path

from ..model.base import Value
from ..model.theme import DeckFamily, PageFamily, Theme
from ..typeset import fonts

BOLD = 600


class Face(Value, frozen=True, kw_only=True):
    """One cut of a font: what a scene says of it (`role`, `weight` 400 or 600, `italic`), and its file."""

    role: str
    weight: int
    file: Path
    italic: bool = False

    def width(self, text: str, size: float) -> float:
        """Return the width of a line in points."""
        return fonts.width(self.file, text, size)


class Lettering(Value, frozen=True, kw_only=True):
    """The cuts of labels, and of large numerals; `leading` from baseline to baseline and heights in em."""

    regular: Face
    bold: Face
    slanted: Face
    numeral: Face
    leading: float
    x_height: float
    cap_height: float
    descent: float
    numeral_height: float

    def cut(self, bold: bool, *, italic: bool = False) -> Face:
        """Return the bold cut, the italic one or the regular one."""
        return self.bold if bold else self.slanted if italic else self.regular

    @property
    def cuts(self) -> tuple[Face, ...]:
        """Return all cuts."""
        return self.regular, self.bold, self.slanted, self.numeral


def lettering(theme: Theme, format: str, folders: tuple[Path, ...]) -> Lettering:
    """Return the label faces of a format: the page's sans for "pdf", the deck's body stand-in for "pptx".

    Raises InputError where a font file is missing.
    """
    match format:
        case "pdf":
            family: PageFamily | DeckFamily = theme.font.label
            role = "label"
        case "pptx":
            family = theme.font.deck_body
            role = "deck_body"
        case _:
            raise ValueError(f"no format {format!r}")
    regular, bold, slanted = (fonts.find(file, folders) for file in (family.regular, family.bold, family.italic))
    head, heading = (theme.font.text, "text") if format == "pdf" else (theme.font.deck_head, "deck_head")
    large = fonts.find(head.bold if theme.type.numeral.weight >= BOLD else head.regular, folders)
    shape = fonts.metrics(regular)
    # On slides lines stand at the font's own pitch, so that no line spacing need be written.
    leading = 1.3 if format == "pdf" else shape.win_ascent + shape.win_descent
    return Lettering(
        regular=Face(role=role, weight=400, file=regular),
        bold=Face(role=role, weight=600, file=bold),
        slanted=Face(role=role, weight=400, file=slanted, italic=True),
        numeral=Face(role=heading, weight=theme.type.numeral.weight, file=large),
        leading=leading,
        x_height=shape.x_height,
        cap_height=shape.cap_height,
        descent=abs(shape.descent),
        numeral_height=fonts.metrics(large).cap_height,
    )
