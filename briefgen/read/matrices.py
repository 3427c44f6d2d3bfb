"""Matrices: whether their data and groups hold what they show."""

from .columns import column, table
from .entry import Entry
from .findings import guess
from .shapes import GroupShape
from .shapes.matrices import MatrixShape, MembershipShape

ROWS = 16
"""Rows of one matrix, at the most."""


def matrix(shape: MatrixShape, entry: Entry) -> None:
    """Note what keeps a matrix from being drawn."""
    file, at, findings = entry.file, entry.at, entry.findings
    data = table(shape.data, entry.datasets, file, at, entry.ids, findings)
    rows = column(shape.rows, data, None, file, (*at, "rows"), findings)
    mark = column(shape.mark, data, None, file, (*at, "mark"), findings)
    if shape.across is not None:
        column(shape.across, data, None, file, (*at, "across"), findings)
    for number, name in enumerate(shape.beside):
        column(name, data, None, file, (*at, "beside", number), findings)
    if data is None or rows is None:
        return
    _few(len(data.rows), "data", entry)
    values = [c.value for c in shape.columns]
    for row in data.rows:
        if mark is not None and row[mark] is not None and str(row[mark]) not in values:
            message = f"dataset `{data.id}` holds `{row[mark]}`, for which there is no column"
            entry.error("BG609", message, "columns", guess(str(row[mark]), values, "columns"))
    known = [str(row[rows]) for row in data.rows]
    if shape.emphasis is not None and shape.emphasis not in known:
        message = f"dataset `{data.id}` has no row `{shape.emphasis}`"
        entry.error("BG634", message, "emphasis", guess(shape.emphasis, known, "rows"))


def membership(shape: MembershipShape, entry: Entry) -> None:
    """Note what keeps a matrix of groups from being drawn."""
    entry.all_known(shape.groups, "groups", "groups")
    entry.all_known(shape.actors, "actors", "actors")
    groups: list[GroupShape] = [g for g in entry.list("groups") if g.id in shape.groups]
    members = list(dict.fromkeys(m.actor for g in groups for m in g.members))
    shown = list(shape.actors) or members
    _few(len(shown), "actors" if shape.actors else "groups", entry)
    for number, name in enumerate(shape.actors):
        if groups and name not in members:
            message = f"the report names `{name}` in none of these groups"
            entry.error("BG609", message, ("actors", number), "take it out: an empty row would say that it is in none")
    if shape.emphasis is not None and shape.emphasis not in shown:
        message = f"`{shape.emphasis}` is no row of this matrix"
        entry.error("BG634", message, "emphasis", guess(shape.emphasis, shown, "rows"))
    statuses = list(dict.fromkeys(m.status for g in groups for m in g.members))
    for name in shape.statuses:
        if groups and name not in statuses:
            message = f"no member of these groups has the status `{name}`"
            entry.error("BG609", message, ("statuses", name), guess(name, statuses, "statuses"))


def _few(count: int, key: str, entry: Entry) -> None:
    if count > ROWS:
        entry.error("BG605", f"{count} rows; {ROWS} at most", key, "show fewer, or a table")
