"""One entry of figures.yaml while it is checked: where it stands, and what is known of the report around it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .columns import Datasets
from .decoding import Parsed
from .findings import Findings, Keys
from .ids import Ids

Lists = Mapping[str, Parsed[Any]]


class Entry(NamedTuple):
    """An entry's place; the report's datasets, lists, units' hedges and ids by name; and what has been found."""

    file: str
    at: Keys
    datasets: Datasets
    lists: Lists
    hedges: Mapping[str, str]
    ids: Ids
    findings: Findings

    def error(self, code: str, message: str, keys: str | Keys, hint: str) -> None:
        """Note an error at one of the entry's values."""
        self.findings.error(code, message, self.file, self._path(keys), hint=hint)

    def known(self, name: str, kinds: tuple[str, ...] | str, keys: str | Keys) -> bool:
        """Tell whether an id exists, and note it if not."""
        return self.ids.check(name, kinds, self.file, self._path(keys), self.findings)

    def all_known(self, names: Iterable[str], kinds: tuple[str, ...] | str, keys: str | Keys) -> None:
        """Note each id of a list that does not exist."""
        self.ids.check_all(names, kinds, self.file, self._path(keys), self.findings)

    def list(self, kind: str) -> list[Any]:
        """Return the shapes of one of the report's lists, such as "actors"."""
        return self.lists[kind].value if kind in self.lists else []

    def _path(self, keys: str | Keys) -> Keys:
        return (*self.at, *((keys,) if isinstance(keys, str) else keys))
