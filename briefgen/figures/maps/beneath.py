"""The drawing of what stands beneath a map."""

from ...model.theme import Theme
from ..sheet import Sheet
from ..statusmarks import mark
from .listing import GUTTER, HEAD, LINE, RADIUS, Listing, indent


def draw(sheet: Sheet, found: Listing, theme: Theme) -> None:
    """Draw what stands beneath the map, from the top of its height down."""
    size, letters = sheet.size, sheet.letters
    pitch = letters.leading * size
    top = found.height - HEAD * size
    for status in found.statuses:
        y = top - (status.line + 0.5) * LINE * pitch
        with sheet.group(f"Key {status.label}"):
            mark(sheet, status.status, (status.x + RADIUS * size, y), RADIUS * size, theme.colour.ink, theme)
            base = y - letters.cap_height * size / 2
            sheet.text("Label", status.x + 1.1 * size, base, status.label, theme.colour.mute)
    lines = max((s.line for s in found.statuses), default=-1) + 1
    for k, column in enumerate(found.columns):
        x = k * (found.column + GUTTER * size)
        y = top - lines * LINE * pitch - 0.8 * size
        for entry in column:
            with sheet.group(f"Number {entry.number}"):
                sheet.text("Number", x, y, entry.number, theme.colour.accent, bold=True)
                sheet.text("Words", x + indent(size), y, "\n".join(entry.lines), theme.colour.ink)
            y -= len(entry.lines) * pitch
