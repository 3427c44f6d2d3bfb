"""What a page shows, as a reader sees it: each run of text with its colour and the ground that lies under it."""

from typing import Any, NamedTuple

import pikepdf

from briefgen.model.colour import contrast
from briefgen.preflight import ink

PAPER = "#FFFFFF"


class Seen(NamedTuple):
    """A run of text: its colour, the colour under it, its size, and where it begins and ends."""

    text: str
    colour: str
    ground: str
    size: float
    start: tuple[float, float]
    stop: tuple[float, float]

    @property
    def contrast(self) -> float:
        """Return how well it can be read."""
        return contrast(self.colour, self.ground)


def seen(page: pikepdf.Page) -> list[Seen]:
    """Return the text of a page in the order in which it is painted; what figures show is left out."""
    fill, size, at = PAPER, 0.0, (0.0, 0.0)
    areas: list[tuple[float, float, float, float, str]] = []
    pending: list[tuple[float, float, float, float]] = []
    out: list[Seen] = []
    font: Any = None
    fonts: dict[Any, ink.Font] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "rg":
                fill = "#" + "".join(f"{round(float(v) * 255):02X}" for v in operands)
            case "re":
                x, y, width, height = map(float, operands)
                pending.append((x, y, x + width, y + height))
            case "f":
                areas += [(*box, fill) for box in pending]
                pending = []
            case "n" | "S":
                pending = []
            case "Tf":
                font, size = ink._font(page.Resources.Font[str(operands[0])], fonts), float(operands[1])
            case "Tm":
                at = (float(operands[4]), float(operands[5]))
            case "Tj" | "TJ":
                text, wide = ink._shown(operands[0], font, size, 0.0)
                x, y = at[0] + wide / 2, at[1] + size / 4
                under = [c for left, foot, right, top, c in areas if left <= x <= right and foot <= y <= top]
                out.append(Seen(text, fill, under[-1] if under else PAPER, size, at, (at[0] + wide, at[1])))
                at = (at[0] + wide, at[1])
    return out
