"""Markings of a house in their order: how widely a text may be shared."""

from collections.abc import Iterable

from .base import Value

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0 (FIRST)."""


class Markings(Value, frozen=True, kw_only=True):
    """Labels from the most open to the strictest; no marking counts as the most open.

    `colours` are those of labels that are not the theme's, as "#RRGGBB".
    """

    labels: tuple[str, ...] = TLP
    colours: tuple[tuple[str, str], ...] = ()

    def level(self, label: str | None) -> int:
        """Return a label's place in the order, from 0; raises ValueError for one that is not in it."""
        return 0 if label is None else self.labels.index(label)

    def above(self, label: str | None, ceiling: str | None) -> bool:
        """Tell whether a label is stricter than a ceiling allows."""
        return self.level(label) > self.level(ceiling)

    def strictest(self, labels: Iterable[str | None]) -> str | None:
        """Return the strictest of some labels; None where none is above the most open."""
        return max(labels, key=self.level, default=None)

    def mildest(self, labels: Iterable[str | None]) -> str | None:
        """Return the most open of some labels."""
        return min(labels, key=self.level, default=None)
