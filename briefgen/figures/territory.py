"""What a map's ground is made of: countries that fit together, borders by rank, unsettled lines by style."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..model.maps import Choropleth
from . import atlas
from .geodata import Shape, linear, polygonal, project, shapes
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

    `outlines` surround the countries with a category, `borders` part the others; neither runs along
    the window's edge or where an unsettled line runs.
    """

    countries: tuple[Country, ...]
    lakes: tuple[tuple[str, BaseGeometry], ...]
    outlines: BaseGeometry
    borders: BaseGeometry
    unsettled: tuple[Unsettled, ...]


def territory(figure: Choropleth, view: View, format: str) -> Territory:
    """Return the ground that a view shows, its borders drawn as the figure's preset says."""
    preset, tolerance = atlas.preset(figure), TOLERANCE[format]
    window = shapely.box(0, 0, view.width, view.height)
    found = _owned(shapes("countries-50m", view), figure, view, preset)
    # one call for all, so that neighbours keep the same border
    simple = shapely.coverage_simplify([c.geometry for c in found], tolerance)
    whole = [c._replace(geometry=polygonal(g)) for c, g in zip(found, simple, strict=True)]
    subjects = {a.iso for a in figure.areas if a.category is not None}
    lines = _unsettled(whole, view, preset, tolerance, window)
    special = shapely.union_all([line.geometry for line in lines])
    hidden = _hidden(view, preset, tolerance)
    beside = shapely.union_all([special, hidden]).buffer(BESIDE)
    outlines = _edges([c.geometry for c in whole if c.iso in subjects])
    inner = _shared([c.geometry for c in whole]).difference(outlines)
    countries = (c._replace(geometry=_visible(c.geometry, window)) for c in whole)
    lakes = (
        (s.feature.name or "without a name", _visible(shapely.simplify(s.geometry, tolerance), window))
        for s in shapes("lakes-50m", view)
    )
    return Territory(
        countries=tuple(c for c in countries if not c.geometry.is_empty),
        lakes=tuple((name, lake) for name, lake in lakes if not lake.is_empty),
        outlines=linear(outlines.difference(beside).intersection(window)),
        borders=linear(inner.difference(beside).intersection(window)),
        unsettled=lines,
    )


def _owned(found: Sequence[Shape], figure: Choropleth, view: View, preset: str) -> list[Country]:
    """Return countries with the parts moved that the preset gives to another owner."""
    out = {s.feature.iso: Country(s.feature.iso, s.feature.name, polygonal(s.geometry)) for s in found}
    names = {a.iso: a.name for a in figure.areas}
    out = {iso: c._replace(name=names.get(iso, c.name)) for iso, c in out.items()}
    for part in atlas.table().parts:
        holder, owner = out.get(part.unit), part.owner[preset]
        if holder is None or owner == part.unit:
            continue
        moved = _moved(holder.geometry, part, view)
        if moved.is_empty:
            continue
        out[part.unit] = holder._replace(geometry=polygonal(holder.geometry.difference(moved)))
        if owner in out:
            joined = polygonal(out[owner].geometry.union(moved))
            out[owner] = out[owner]._replace(geometry=joined)
        else:
            out[part.id] = Country(owner, part.id.replace("-", " ").title(), moved)
    return list(out.values())


def _moved(geometry: BaseGeometry, part: atlas.Part, view: View) -> BaseGeometry:
    """Return what a part takes from its unit."""
    if part.bounds is not None:
        box = shapely.segmentize(shapely.box(*part.bounds), 0.5)
        return polygonal(geometry.intersection(shapely.transform(box, lambda xy: project(xy, view))))
    assert part.point is not None
    place = shapely.Point(view.point(*part.point))
    return shapely.MultiPolygon([p for p in shapely.get_parts(geometry) if p.contains(place)])


def _unsettled(
    countries: Sequence[Country], view: View, preset: str, tolerance: float, window: BaseGeometry
) -> tuple[Unsettled, ...]:
    """Return the unsettled lines in view: those of the boundary layer, then those between two countries."""
    table = atlas.table()
    out = []
    for shape in shapes("boundaries-50m", view):
        entry = claimed(shape.feature.bounds)
        style = entry.draw[preset] if entry else table.classes[shape.feature.kind]
        line = linear(shapely.simplify(shape.geometry, tolerance).intersection(window))
        if style != "none" and line.length >= SHORTEST:
            out.append(Unsettled(entry.name if entry else shape.feature.kind, style, line))
    held = {c.iso: c.geometry for c in countries}
    for entry in table.lines:
        if entry.between and all(iso in held for iso in entry.between) and entry.draw[preset] != "none":
            one, other = (held[iso] for iso in entry.between)
            line = linear(one.boundary.intersection(other.boundary).intersection(window))
            if not line.is_empty:
                out.append(Unsettled(entry.name, entry.draw[preset], line))
    return tuple(out)


def _hidden(view: View, preset: str, tolerance: float) -> BaseGeometry:
    """Return the lines of the layer that the preset does not draw: no border may show there either."""
    lines = []
    for shape in shapes("boundaries-50m", view):
        entry = claimed(shape.feature.bounds)
        if entry and entry.draw[preset] == "none":
            lines.append(shapely.simplify(shape.geometry, tolerance))
    return shapely.union_all(lines)


def claimed(bounds: atlas.Bounds) -> atlas.Line | None:
    """Return the table's entry for a line of the boundary layer, by the middle of its bounds."""
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    entries = (line for line in atlas.table().lines if not line.between)
    return next((e for e in entries if e.bounds[0] <= x <= e.bounds[2] and e.bounds[1] <= y <= e.bounds[3]), None)


def _edges(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all([g.boundary for g in geometries])


def _shared(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the borders between countries: the straight pieces that two of them have.

    Neighbours keep the same vertices through simplifying, so pieces are compared as they stand; a union would
    fail where the layer's own borders do not quite meet.
    """
    rings = [shapely.get_coordinates(r) for g in geometries for r in _rings(g)]
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
