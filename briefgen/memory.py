"""Results of pure functions of text, kept for the next process: an edit changes few words, the rest is as it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar, get_type_hints

from . import cache as store

V = TypeVar("V")
MOST = 1 << 16
"""Results of one function that a process keeps; a long one then begins anew."""


class Remembered(Generic[V]):
    """A function whose results are known by its arguments; `asked` are those since its memory was recalled."""

    def __init__(self, function: Callable[..., V]) -> None:
        self._function = function
        self.known: dict[Any, V] = {}
        self.asked: dict[Any, V] = {}
        self.learnt = False
        self.__doc__ = function.__doc__

    def __call__(self, *asked: Any) -> V:
        """Return the function's result."""
        found = self.known.get(asked)
        if found is None:
            found = self.known[asked] = self._function(*asked)
            self.learnt = True
        self.asked[asked] = found
        return found

    def begin(self) -> None:
        """Forget what was asked, and what is too much."""
        self.asked, self.learnt = {}, False
        if len(self.known) > MOST:
            self.known.clear()

    def pairs(self) -> Any:
        """Return the type of arguments and results as they are kept."""
        *arguments, result = get_type_hints(self._function).values()
        return list[tuple[tuple[tuple(arguments)], result]]  # type: ignore[misc]


class Memory:
    """The functions of one room of the cache whose results are kept together."""

    def __init__(self, room: str) -> None:
        self._room = room
        self._all: list[Remembered[Any]] = []

    def of(self, function: Callable[..., V]) -> Remembered[V]:
        """Make a function one whose results are known from build to build: a pure one, whose results are not None."""
        self._all.append(made := Remembered(function))
        return made

    def recall(self, folder: Path | None, name: str) -> None:
        """Take up what the last build of this name asked."""
        for one in self._all:
            one.begin()
        kind: Any = tuple[tuple(one.pairs() for one in self._all)]  # type: ignore[misc]
        kept = store.get(folder, self._room, store.key(self._room, (name,)), kind)
        for one, pairs in zip(self._all, kept or (), strict=False):
            one.known.update(pairs)

    def remember(self, folder: Path | None, name: str) -> None:
        """Keep what this build asked, if it learnt anything."""
        if any(one.learnt for one in self._all):
            pairs = [list(one.asked.items()) for one in self._all]
            store.put(folder, self._room, store.key(self._room, (name,)), pairs)
