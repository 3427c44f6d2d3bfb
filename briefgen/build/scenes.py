"""Figure + Target -> Scene, from the cache where it is there: a cached build loads no matplotlib and no cartopy."""

import hashlib
from pathlib import Path

import msgspec

from .. import figures
from ..diagnostics import Diagnostic
from ..model.figure import Figure, Target
from ..model.scene import Scene
from ..model.theme import Theme
from .cache import Cache


def draw(
    wanted: dict[str, Target],
    known: dict[str, Figure],
    theme: Theme,
    fonts: tuple[Path, ...],
    cache: Cache,
) -> tuple[dict[str, Scene], tuple[Diagnostic, ...]]:
    """Return the scenes of the wanted figures by id, and what was left out of them for want of room."""
    drawn = {name: _one(known[name], target, theme, fonts, cache) for name, target in wanted.items()}
    scenes = {name: one.scene for name, one in drawn.items()}
    return scenes, tuple(d for one in drawn.values() for d in one.diagnostics)


def _one(figure: Figure, target: Target, theme: Theme, fonts: tuple[Path, ...], cache: Cache) -> figures.Drawing:
    key = hashlib.sha256(
        b"\0".join(
            (
                figures.fingerprint().encode(),
                theme.sha256.encode(),
                msgspec.msgpack.encode(figure),
                msgspec.msgpack.encode(target),
            )
        )
    ).hexdigest()
    if (found := cache.get("scenes", key, figures.Drawing)) is not None:
        return found
    drawn = figures.drawing(figure, target, theme, fonts=fonts)
    cache.put("scenes", key, drawn)
    return drawn
