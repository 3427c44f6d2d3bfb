"""Matrix -> Scene: rules between rows, marks of three shapes, words; what is not stated is blank."""

from pathlib import Path

from ..model.figure import Target
from ..model.matrix import Matrix, Shape
from ..model.scene import Scene
from ..model.theme import Theme
from .faces import Lettering, lettering
from .matrixplan import INSET, KEY_GAP, KEY_LINE, RADIUS, Plan, Row, plan
from .sheet import Anchor, Sheet
from .sizing import STEP, fitting

HEAD_RULE, FOOT_RULE, HAIR, RING = 1.0, 0.8, 0.4, 1.4


def draw(figure: Matrix, target: Target, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    """Return the drawing at the largest type that the height allows; raises InputError where none does."""
    letters = lettering(theme, target.format, fonts)

    def need(size: float) -> float:
        return plan(figure, target.width, size, letters).height

    size = fitting(target, figure.words.id, need, f"{len(figure.rows)} rows", "show fewer rows", step=STEP)
    layout = plan(figure, target.width, size, letters, height=target.height)
    sheet = Sheet(target.width, target.height, letters, size)
    _head(sheet, layout, letters, theme)
    y = target.height - layout.head
    for number, row in enumerate(layout.rows):
        if row.row.stressed:
            sheet.rectangle(f"Ground {row.row.label}", 0, y - row.height, target.width, row.height, theme.colour.panel)
        with sheet.group(f"Row {row.row.label}"):
            _row(sheet, figure, row, layout, letters, theme, y)
        y -= row.height
        last = number == len(layout.rows) - 1
        colour, width = (theme.colour.ink, FOOT_RULE) if last else (theme.colour.hair, HAIR)
        sheet.line(f"Rule below {row.row.label}", [[(0, y), (target.width, y)]], colour, width)
    if figure.marks < len(layout.columns):
        x = layout.columns[figure.marks].left
        sheet.line("Rule beside marks", [[(x, y), (x, target.height)]], theme.colour.hair, HAIR)
    top = target.height - layout.head
    sheet.line("Head rule", [[(0, top), (target.width, top)]], theme.colour.ink, HEAD_RULE)
    _key(sheet, layout, letters, theme, y)
    return sheet.scene()


def _head(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme) -> None:
    """Set the columns' heads so that their last lines stand level."""
    foot = sheet.height - layout.head + 0.42 * sheet.size
    with sheet.group("Heads"):
        for n, column in enumerate(layout.columns, 1):
            base = foot + (len(column.head) - 1) * letters.leading * sheet.size
            sheet.text(f"Head {n}", column.middle, base, "\n".join(column.head), theme.colour.mute, anchor="center")


def _row(sheet: Sheet, figure: Matrix, row: Row, layout: Plan, letters: Lettering, theme: Theme, top: float) -> None:
    middle = top - row.height / 2
    ink = theme.colour.ink
    _lines(sheet, "Name", INSET * sheet.size, middle, row.name, ink, letters, bold=row.row.stressed, anchor="left")
    if row.across:
        marks = layout.columns[: figure.marks]
        x = (marks[0].left + marks[-1].right) / 2
        _lines(sheet, "Remark", x, middle, row.across, theme.colour.mute, letters, italic=True)
    for n, (column, cell) in enumerate(zip(layout.columns, row.row.cells, strict=True)):
        if cell.shape is not None:
            mark(sheet, f"Mark {figure.columns[n]}", cell.shape, column.middle, middle, theme)
        elif row.cells[n]:
            _lines(sheet, f"Words {figure.columns[n]}", column.middle, middle, row.cells[n], ink, letters, bold=True)


def _lines(
    sheet: Sheet,
    name: str,
    x: float,
    middle: float,
    lines: tuple[str, ...],
    colour: str,
    letters: Lettering,
    *,
    bold: bool = False,
    italic: bool = False,
    anchor: Anchor = "center",
) -> None:
    """Set lines about a middle."""
    size = sheet.size
    base = middle + (len(lines) - 1) / 2 * letters.leading * size - letters.cap_height * size / 2
    sheet.text(name, x, base, "\n".join(lines), colour, bold=bold, italic=italic, anchor=anchor)


def mark(sheet: Sheet, name: str, shape: Shape, x: float, y: float, theme: Theme) -> None:
    """Draw a mark: three that differ in size and filling as well as in colour."""
    radius = RADIUS * sheet.size
    match shape:
        case Shape.ACCENT:
            sheet.disc(name, x, y, radius * 1.15, theme.chart.focus)
        case Shape.FILLED:
            sheet.disc(name, x, y, radius * 0.95, theme.colour.ink)
        case Shape.OPEN:
            sheet.disc(name, x, y, radius * 0.95 - RING / 2, theme.colour.paper, edge=theme.colour.ink, width=RING)


def _key(sheet: Sheet, layout: Plan, letters: Lettering, theme: Theme, foot: float) -> None:
    """Explain the shapes below the last rule."""
    size = sheet.size
    for entry in layout.key:
        y = foot - (KEY_GAP + (entry.line + 0.5) * KEY_LINE) * size
        with sheet.group(f"Key {entry.label}"):
            mark(sheet, "Mark", entry.shape, entry.x + RADIUS * size, y, theme)
            x = entry.x + (2 * RADIUS + 0.5) * size
            sheet.text("Label", x, y - letters.cap_height * size / 2, entry.label, theme.colour.mute)
