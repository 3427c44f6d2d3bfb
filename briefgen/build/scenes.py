"""Figures -> sketches and scenes, from the cache where they are there: then nothing of `figures` is loaded."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from .. import cache as store
from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.figure import Figure, Target
from ..model.scene import Drawing, Scene, Sketch
from ..model.theme import Theme
from .fingerprint import fingerprint

NO_ROOM = ("BG653", "BG654")
"""What `figures` says of labels that have no room: on a map, and at a width."""


class Pictures(Value, frozen=True, kw_only=True):
    """The figures of a brief, and what they are drawn with.

    `dress` is the hash of the theme and its fonts.
    """

    figures: Mapping[str, Figure]
    theme: Theme
    fonts: tuple[Path, ...]
    dress: str
    cache: Path | None


class Sketched:
    """The sketches of a brief's figures, each made once for a width and format."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._made: dict[tuple[str, float, str], Sketch] = {}

    def at(self, widths: Mapping[str, float], format_: str) -> dict[str, Sketch]:
        """Return sketches by figure id, each at its width."""
        for name, width in widths.items():
            if (name, width, format_) not in self._made:
                self._made[name, width, format_] = self._one(self._pictures.figures[name], width, format_)
        return {name: self._made[name, width, format_] for name, width in widths.items()}

    def _one(self, figure: Figure, width: float, format_: str) -> Sketch:
        of = self._pictures
        key = _key(of, "sketch", figure, (width, format_))
        if (found := store.get(of.cache, "sketches", key, Sketch)) is not None:
            return found  # type: ignore[no-any-return]
        from .. import figures

        made = figures.sketch(figure, of.theme, format=format_, width=width, fonts=of.fonts)
        store.put(of.cache, "sketches", key, made)
        return made


class Tried:
    """A brief's figures drawn at the sizes that are asked for, each once, to find those that have no room there."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._found: dict[tuple[str, Target], Diagnostic | None] = {}

    def narrow(self, wanted: Mapping[str, Target]) -> dict[str, Diagnostic]:
        """Return what a figure says that has no room for its labels, by figure id; raises what else is wrong."""
        for name, target in wanted.items():
            if (name, target) not in self._found:
                self._found[name, target] = self._one(name, target)
        return {name: said for name, target in wanted.items() if (said := self._found[name, target])}

    def _one(self, name: str, target: Target) -> Diagnostic | None:
        try:
            _drawn(self._pictures, self._pictures.figures[name], target)
        except InputError as error:
            if any(d.code not in NO_ROOM for d in error.diagnostics):
                raise
            return error.diagnostics[0]
        return None


def draw(of: Pictures, wanted: Mapping[str, Target]) -> tuple[dict[str, Scene], tuple[Diagnostic, ...]]:
    """Return the scenes of the wanted figures by id, and what was left out of them for want of room."""
    drawn = {name: _drawn(of, of.figures[name], target) for name, target in wanted.items()}
    scenes = {name: one.scene for name, one in drawn.items()}
    return scenes, tuple(d for one in drawn.values() for d in one.diagnostics)


def _drawn(of: Pictures, figure: Figure, target: Target) -> Drawing:
    key = _key(of, "scene", figure, target)
    if (found := store.get(of.cache, "scenes", key, Drawing)) is not None:
        return found  # type: ignore[no-any-return]
    from .. import figures

    made = figures.drawing(figure, target, of.theme, fonts=of.fonts)
    store.put(of.cache, "scenes", key, made)
    return made


def _key(of: Pictures, kind: str, figure: Figure, at: object) -> str:
    parts = (fingerprint(), of.dress, msgspec.msgpack.encode(figure), msgspec.msgpack.encode(at))
    return store.key(kind, parts)
