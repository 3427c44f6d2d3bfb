"""The faces of a target's labels: which files they come from, and what a back end calls them."""

from pathlib import Path

from ..model.base import Value
from ..model.theme import Theme
from ..typeset import fonts


class Face(Value, frozen=True, kw_only=True):
    """One cut of a font: `role` and `weight` (400 or 600) are what a scene says of it, `file` is what it is."""

    role: str
    weight: int
    file: Path

    def width(self, text: str, size: float) -> float:
        """Return the width of a line in points."""
        return fonts.width(self.file, text, size)


class Lettering(Value, frozen=True, kw_only=True):
    """The two cuts of labels; `leading` from baseline to baseline, `x_height` and `cap_height`, in em."""

    regular: Face
    bold: Face
    leading: float
    x_height: float
    cap_height: float
    descent: float

    def cut(self, bold: bool) -> Face:
        """Return the bold cut or the regular one."""
        return self.bold if bold else self.regular


def lettering(theme: Theme, format: str, folders: tuple[Path, ...]) -> Lettering:
    """Return the label faces of a format: the page's sans for "pdf", the deck's body stand-in for "pptx".

    Raises InputError where a font file is missing.
    """
    match format:
        case "pdf":
            family: tuple[str, str] = (theme.font.label.regular, theme.font.label.bold)
            role = "label"
        case "pptx":
            family = (theme.font.deck_body.regular, theme.font.deck_body.bold)
            role = "deck_body"
        case _:
            raise ValueError(f"no format {format!r}")
    regular, bold = (fonts.find(file, folders) for file in family)
    shape = fonts.metrics(regular)
    # On slides lines stand at the font's own pitch, so that no line spacing need be written.
    leading = 1.3 if format == "pdf" else shape.win_ascent + shape.win_descent
    return Lettering(
        regular=Face(role=role, weight=400, file=regular),
        bold=Face(role=role, weight=600, file=bold),
        leading=leading,
        x_height=shape.x_height,
        cap_height=shape.cap_height,
        descent=abs(shape.descent),
    )
