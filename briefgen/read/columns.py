"""The table that a figure draws on, and its columns: whether they are there and hold what is needed."""

from collections.abc import Mapping

from ..model.report import Dataset
from .findings import Findings, Keys, guess
from .ids import Ids

Datasets = Mapping[str, Dataset | None]


def table(name: str, datasets: Datasets, file: str, at: Keys, ids: Ids, findings: Findings) -> Dataset | None:
    """Return a dataset by its id; note one that does not exist."""
    ids.check(name, "datasets", file, (*at, "data"), findings)
    return datasets.get(name)


def column(name: str, table: Dataset | None, kind: str | None, file: str, path: Keys, findings: Findings) -> int | None:
    """Return where a column stands in its table; note one that is missing or of another kind."""
    if table is None:
        return None
    names = [c.name for c in table.columns]
    if name not in names:
        findings.error(
            "BG630", f"dataset `{table.id}` has no column `{name}`", file, path, hint=guess(name, names, "columns")
        )
        return None
    found = table.columns[names.index(name)]
    if kind and found.kind != kind:
        findings.error(
            "BG631",
            f"column `{name}` holds {found.kind}, not {kind}",
            file,
            path,
            hint=f"name another column, or describe it as {kind} in data/{table.id}.yaml",
        )
        return None
    return names.index(name)
