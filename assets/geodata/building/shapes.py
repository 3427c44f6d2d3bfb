"""Shapefiles and GeoPackages -> records with packed coordinates."""

import gzip
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import shapefile
import shapely
from shapely.geometry.base import BaseGeometry

Fields = dict[str, Any]
Record = tuple[Fields, BaseGeometry]

GRID = 3
"""Decimals of a degree that are kept: 0.001 is about 110 m, and no layer is surer of its places than that."""
DATE_LINE = 179.9965
"""Degrees from which a longitude is that of the date line."""
LONGEST = 30.0
"""Degrees of the longest straight piece, so that a step fits into 16 bits."""
ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Bytes of a GeoPackage's envelope by its kind (OGC 12-128, table 3)."""


def shapefiles(path: Path, encoding: str = "utf-8") -> Iterator[Record]:
    """Yield a shapefile's features in the order of the file."""
    with shapefile.Reader(str(path), encoding=encoding) as reader:
        for feature in reader.iterShapeRecords():
            if feature.shape.points:
                yield feature.record.as_dict(), shapely.geometry.shape(feature.shape.__geo_interface__)


def geopackage(path: Path, table: str) -> Iterator[Record]:
    """Yield the rows of a GeoPackage's table; the head before each shape's well-known binary is skipped."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        base.row_factory = sqlite3.Row
        for row in base.execute(f"select * from {table} order by fid"):
            fields = dict(row)
            held = fields.pop("geom")
            if held:
                head = 8 + ENVELOPES[held[3] >> 1 & 7]
                yield fields, shapely.from_wkb(held[head:])


def kept(records: Iterable[Record], keep: Callable[[Fields], Fields | None]) -> Iterator[Record]:
    """Yield the records of a layer with the fields that `keep` makes of theirs."""
    for fields, geometry in records:
        made = keep(fields)
        if made is not None:
            yield made, geometry


def snapped(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry on the grid, mended where that breaks it."""
    found = shapely.transform(geometry, _rounded)
    return found if found.is_valid else shapely.set_precision(shapely.make_valid(found), 10.0**-GRID)


def _rounded(xy: Any) -> Any:
    """Return coordinates on the grid; what all but touches the date line lies on it, so that halves meet."""
    out = np.round(xy, GRID)
    near = np.abs(out[:, 0]) > DATE_LINE
    out[near, 0] = np.copysign(180.0, out[near, 0])
    return out


def pieces(geometry: BaseGeometry, kind: str) -> list[Any]:
    """Return the members of one kind at any depth."""
    if geometry.geom_type == kind:
        return [] if geometry.is_empty else [geometry]
    return [piece for member in getattr(geometry, "geoms", ()) for piece in pieces(member, kind)]


def packed(geometry: BaseGeometry) -> Fields | None:
    """Return a shape as bounds, `rings` (points of each ring of each polygon, or of each line), starts and steps.

    Starts are 32-bit, steps 16-bit integers of thousandths of a degree, x then y; the low bytes of all steps come
    before the high ones, since like with like compresses to half.
    """
    kind = "LineString" if "Line" in geometry.geom_type else "Polygon"
    parts = pieces(snapped(shapely.segmentize(geometry, LONGEST)), kind)
    shapes = [[p] if kind == "LineString" else [p.exterior, *p.interiors] for p in parts]
    lines = [np.round(shapely.get_coordinates(line) * 10**GRID).astype(np.int64) for shape in shapes for line in shape]
    if not lines:
        return None
    every = np.concatenate(lines)
    steps = np.concatenate([np.diff(line, axis=0, prepend=line[:1]) for line in lines])
    if np.abs(steps).max() > 32767:
        raise ValueError("a step is too long for 16 bits")
    split = np.ascontiguousarray(steps.T.astype("<i2")).view(np.uint8).reshape(-1, 2).T
    west, south = every.min(axis=0) / 10**GRID
    east, north = every.max(axis=0) / 10**GRID
    return {
        "line": kind == "LineString",
        "bounds": [float(west), float(south), float(east), float(north)],
        "rings": [[len(line.coords) for line in shape] for shape in shapes],
        "starts": np.array([line[0] for line in lines], dtype="<i4").tobytes(),
        "steps": np.ascontiguousarray(split).tobytes(),
    }


def write(folder: Path, name: str, records: Iterable[Record]) -> int:
    """Write a layer as gzipped MessagePack, the same bytes each time; return how many records it holds."""
    held = [{**fields, **body} for fields, geometry in records if (body := packed(geometry)) is not None]
    data = msgspec.msgpack.encode(held)
    (folder / f"{name}.msgpack.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    return len(held)
