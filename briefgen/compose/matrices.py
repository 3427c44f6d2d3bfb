"""The specs of matrices and the report -> rows and marks: one stance a row, or who is in which group."""

from ..model.matrix import Cell, Matrix, MatrixRow, MatrixSpec, MembershipSpec, Shape
from ..model.report import Group, Report
from ..typeset.figurewords import FigureWords, figure_words
from ..typeset.furniture import Furniture
from .captions import dataset, refuse, words

ORDER = (Shape.ACCENT, Shape.FILLED, Shape.OPEN)
USUAL = {
    "host": Shape.ACCENT,
    "chair": Shape.ACCENT,
    "member": Shape.FILLED,
    "participant": Shape.FILLED,
    "partner": Shape.OPEN,
    "observer": Shape.OPEN,
}
"""The shapes of common statuses; all others are filled."""


def matrix(spec: MatrixSpec, report: Report, furniture: Furniture) -> Matrix:
    """Return a matrix of one mark a row, the stressed row first."""
    data = dataset(spec.data, report)
    key, mark = data.column(spec.rows), data.column(spec.mark)
    across = data.column(spec.across) if spec.across else None
    beside = [data.column(name) for name in spec.beside]
    names = {a.id: a.short or a.name for a in report.actors}
    said = figure_words(furniture.language)
    rows = []
    for row in data.rows:
        found = str(row[mark] or "")
        marks = tuple(Cell(shape=c.shape if c.value == found else None) for c in spec.columns)
        texts = tuple(Cell(text=str(row[at] if row[at] is not None else "")) for at in beside)
        words_across = str(row[across] or "") if across is not None and not found else ""
        rows.append(
            MatrixRow(
                id=str(row[key]),
                label=names.get(str(row[key]), str(row[key])),
                cells=(*marks, *texts),
                across=words_across,
                stressed=str(row[key]) == spec.emphasis,
            )
        )
    rows.sort(key=lambda r: not r.stressed)
    columns = (
        *(c.label for c in spec.columns),
        *(data.columns[at].label or data.columns[at].name for at in beside),
    )
    return _made(spec, columns, tuple(rows), len(spec.columns), (), said)


def membership(spec: MembershipSpec, report: Report, furniture: Furniture) -> Matrix:
    """Return a matrix of groups and those in them; raises InputError where nobody is in any."""
    by_id = {g.id: g for g in report.groups}
    groups = [by_id[name] for name in spec.groups]
    names = {a.id: a.short or a.name for a in report.actors}
    actors = spec.actors or tuple(dict.fromkeys(m.actor for g in groups for m in g.members))
    if not any(m.actor in actors for g in groups for m in g.members):
        raise refuse(spec, "none of its actors is in any of its groups", "name other actors or groups")
    said = figure_words(furniture.language)
    shapes = USUAL | spec.statuses
    rows = [
        MatrixRow(
            id=actor,
            label=names[actor],
            cells=tuple(Cell(shape=_shape(group, actor, shapes)) for group in groups),
            stressed=actor == spec.emphasis,
        )
        for actor in actors
    ]
    rows.sort(key=lambda r: not r.stressed)
    statuses = dict.fromkeys(m.status for g in groups for m in g.members if m.actor in actors)
    meant: dict[Shape, list[str]] = {}
    for status in statuses:
        meant.setdefault(shapes.get(status, Shape.FILLED), []).append(said.statuses.get(status, status))
    key = tuple((shape, ", ".join(meant[shape])) for shape in ORDER if shape in meant)
    return _made(spec, tuple(g.short or g.name for g in groups), tuple(rows), len(groups), key, said)


def _shape(group: Group, actor: str, shapes: dict[str, Shape]) -> Shape | None:
    status = next((m.status for m in group.members if m.actor == actor), None)
    return shapes.get(status, Shape.FILLED) if status is not None else None


def _made(
    spec: MatrixSpec | MembershipSpec,
    columns: tuple[str, ...],
    rows: tuple[MatrixRow, ...],
    marks: int,
    key: tuple[tuple[Shape, str], ...],
    said: FigureWords,
) -> Matrix:
    """Return a matrix with what it shows in words; empty cells are told to be no answer."""
    meant = dict(key)
    lines = []
    for row in rows:
        parts = [row.across] if row.across else []
        for n, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            if cell.shape is not None:
                parts.append(f"{column} ({meant[cell.shape]})" if cell.shape in meant else column)
            elif n >= marks and cell.text:
                parts.append(f"{column}: {cell.text}")
        lines.append(f"{row.label}: {'; '.join(parts) or said.not_stated}.")
    blank = any(not any(c.shape or c.text for c in row.cells) and not row.across for row in rows) or any(
        n >= marks and not cell.text for row in rows for n, cell in enumerate(row.cells)
    )
    remarks = [said.blank] if blank or key else []
    subtitle = spec.subtitle or ""
    return Matrix(
        words=words(spec, subtitle, " ".join([*lines, *remarks]), remarks),
        columns=columns,
        rows=rows,
        marks=marks,
        key=key,
    )
