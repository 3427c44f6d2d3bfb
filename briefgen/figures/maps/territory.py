"""What a map's ground is made of: countries that fit together, borders by rank, unsettled lines by style."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...model.boundaries import NONE, Preset
from . import atlas
from .geodata import Shape, detail, linear, polygonal, shapes
from .view import View

TOLERANCE = {"pdf": 0.22, "pptx": 0.45}
"""Detail smaller than this, in points, is dropped: print resolves more than a slide, and a slide is edited."""
SPECK = 0.4
"""Islands and lakes below this area, in square points, are dropped."""
SHORTEST = 4.0
"""Bits of unsettled line below this length, in points, are not drawn: a dash alone says nothing."""
BESIDE = 1.2
"""Points about an unsettled line in which no settled border is drawn."""


class Country(NamedTuple):
    """A country's visible shape; `iso` is empty for land that the preset gives to nobody."""

    iso: str
    name: str
    geometry: BaseGeometry


class Unsettled(NamedTuple):
    """An unsettled line and its style: solid, dashed or dotted."""

    name: str
    style: str
    geometry: BaseGeometry


class Territory(NamedTuple):
    """The ground of a map in points, cut to the window.

    `outlines` surround the countries in `subjects`, `borders` part the others; neither runs along the window's
    edge or where an unsettled line runs.
    """

    countries: tuple[Country, ...]
    lakes: tuple[tuple[str, BaseGeometry], ...]
    rivers: tuple[tuple[str, BaseGeometry], ...]
    outlines: BaseGeometry
    borders: BaseGeometry
    unsettled: tuple[Unsettled, ...]


def territory(
    view: View,
    preset: Preset,
    format: str,
    *,
    names: Mapping[str, str],
    subjects: Collection[str],
    topic: Collection[str] | None = None,
    rivers: bool = False,
    coarser: float = 1.0,
) -> Territory:
    """Return the ground that a view shows, its borders drawn as a preset says.

    `names` are what countries are called by code. `topic` are the countries that the map speaks of: an unsettled
    line between others is not drawn, nor any border in its place; None draws them all. `coarser` widens the
    tolerance of simplifying.
    """
    tolerance, scale = coarser * TOLERANCE[format], detail(view)
    window = shapely.box(0, 0, view.width, view.height)
    found = _owned(shapes(f"countries-{scale}", view), preset, view)
    found = [c._replace(name=names.get(c.iso, c.name)) for c in found]
    # one call for all, so that neighbours keep the same border
    simple = shapely.coverage_simplify([c.geometry for c in found], tolerance)
    whole = [c._replace(geometry=polygonal(g)) for c, g in zip(found, simple, strict=True)]
    lines, hidden = _unsettled(view, preset, tolerance, window, topic)
    beside = shapely.union_all([*(line.geometry for line in lines), *hidden]).buffer(BESIDE)
    outlines = _edges([c.geometry for c in whole if c.iso in subjects])
    inner = _shared([c.geometry for c in whole]).difference(outlines)
    countries = (c._replace(geometry=_visible(c.geometry, window)) for c in whole)
    lakes = (
        (s.feature.name or "without a name", _visible(shapely.simplify(s.geometry, tolerance), window))
        for s in shapes(f"lakes-{scale}", view)
    )
    return Territory(
        countries=tuple(c for c in countries if not c.geometry.is_empty),
        lakes=tuple((name, lake) for name, lake in lakes if not lake.is_empty),
        rivers=_rivers(view, scale, tolerance, window) if rivers else (),
        outlines=linear(outlines.difference(beside).intersection(window)),
        borders=linear(inner.difference(beside).intersection(window)),
        unsettled=lines,
    )


def _owned(found: Sequence[Shape], preset: Preset, view: View) -> list[Country]:
    """Return countries with the areas moved that the preset gives to another owner."""
    known = atlas.countries()
    out = {s.feature.iso: Country(s.feature.iso, known[s.feature.iso].name, polygonal(s.geometry)) for s in found}
    nobody: list[Country] = []
    cuts = {s.feature.id: s for s in shapes("disputed", view)}
    for area in preset.areas:
        piece = cuts.get(area.id)
        holder = out.get(piece.feature.iso) if piece else None
        if piece is None or holder is None or area.owner == holder.iso:
            continue
        moved = polygonal(holder.geometry.intersection(piece.geometry))
        if moved.is_empty:
            continue
        rest = polygonal(holder.geometry.difference(moved))
        if rest.is_empty:
            del out[holder.iso]
        else:
            out[holder.iso] = holder._replace(geometry=rest)
        if not area.owner:
            nobody.append(Country("", area.name, moved))
        elif area.owner in out:
            joined = polygonal(out[area.owner].geometry.union(moved))
            out[area.owner] = out[area.owner]._replace(geometry=joined)
        else:
            out[area.owner] = Country(area.owner, known[area.owner].name, moved)
    return [*out.values(), *nobody]


def _unsettled(
    view: View, preset: Preset, tolerance: float, window: BaseGeometry, topic: Collection[str] | None
) -> tuple[tuple[Unsettled, ...], list[BaseGeometry]]:
    """Return the unsettled lines that are drawn, and those where no border may show."""
    entries = {line.id: line for line in preset.lines}
    drawn, hidden = [], []
    for shape in shapes(f"boundaries-{detail(view)}", view):
        entry = entries[shape.feature.id]
        line = linear(shapely.simplify(shape.geometry, tolerance).intersection(window))
        if line.is_empty:
            continue
        spoken = topic is None or any(iso in topic for iso in entry.parties)
        if entry.style == NONE or not spoken:
            hidden.append(line)
        elif line.length >= SHORTEST:
            drawn.append(Unsettled(entry.name, entry.style, line))
    return tuple(drawn), hidden


def _rivers(view: View, scale: str, tolerance: float, window: BaseGeometry) -> tuple[tuple[str, BaseGeometry], ...]:
    """Return the rivers that a map of this scale has room for, those of one name as one."""
    most = 4 if view.scale < 0.08 else 5 if view.scale < 0.25 else 6
    found: dict[str, list[BaseGeometry]] = {}
    for shape in shapes(f"rivers-{scale}", view):
        if shape.feature.rank <= most:
            line = shapely.simplify(shape.geometry, tolerance).intersection(window)
            found.setdefault(shape.feature.name or "without a name", []).append(line)
    merged = ((name, linear(shapely.union_all(lines))) for name, lines in sorted(found.items()))
    return tuple((name, line) for name, line in merged if line.length >= SHORTEST)


def _edges(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all([g.boundary for g in geometries])


def _shared(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the borders between countries: the straight pieces that two of them have.

    Neighbours keep the same vertices through simplifying, so pieces are compared as they stand; a union would
    fail where the layer's own borders do not quite meet.
    """
    rings = [shapely.get_coordinates(r) for g in geometries for r in _rings(g)]
    if not rings:
        return shapely.MultiLineString()
    pairs = np.concatenate([np.hstack([c[:-1], c[1:]]) for c in rings])
    turned = np.hstack([pairs[:, 2:], pairs[:, :2]])
    backwards = (pairs[:, 0] > pairs[:, 2]) | ((pairs[:, 0] == pairs[:, 2]) & (pairs[:, 1] > pairs[:, 3]))
    found, count = np.unique(np.where(backwards[:, None], turned, pairs), axis=0, return_counts=True)
    return shapely.multilinestrings(shapely.linestrings(found[count > 1].reshape(-1, 2, 2)))


def _rings(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [r for p in shapely.get_parts(geometry) for r in (p.exterior, *p.interiors)]


def _visible(geometry: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    """Return what the window shows, without specks unless a speck is all there is."""
    parts = list(shapely.get_parts(polygonal(geometry.intersection(window))))
    large = [p for p in parts if p.area >= SPECK]
    return shapely.MultiPolygon(large or sorted(parts, key=lambda p: -p.area)[:1])
