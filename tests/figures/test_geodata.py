"""The map's ground: vendored layers are what they say, and are projected as they should be."""

import gzip
import hashlib
import re

import msgspec
import numpy as np
import pytest
import shapely
from pyproj import Transformer

from briefgen.figures import atlas
from briefgen.figures.albers import RADIUS, albers
from briefgen.figures.geodata import LAYERS, layer, project, shapes
from briefgen.figures.territory import claimed, territory
from briefgen.figures.view import view
from briefgen.resources import asset

from . import samples

FOLDER = asset("geodata")


def test_the_layers_are_those_whose_provenance_is_written_down() -> None:
    table = (FOLDER / "PROVENANCE.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", table, re.MULTILINE))
    found = {p.name for p in FOLDER.iterdir() if p.suffix in (".gz", ".json")}
    assert set(named) == found
    for name, digest in named.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest


def test_the_layers_are_small_enough_to_vendor() -> None:
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 3_000_000


@pytest.mark.parametrize("name", LAYERS)
def test_every_shape_is_valid_and_within_its_bounds(name: str) -> None:
    assert len(layer(name)) > 30
    for feature in layer(name):
        shape = shapely.from_wkb(feature.wkb)
        assert shape.is_valid
        assert shape.bounds == pytest.approx(feature.bounds, abs=0.0011)


def test_the_index_knows_every_country_of_the_layer() -> None:
    assert {f.iso for f in layer("countries-50m")} == set(atlas.countries())
    assert atlas.countries()["XKX"].name == "Kosovo"
    assert atlas.countries()["PSE"].name == "Palestine"


def test_every_unsettled_line_of_the_layer_has_an_entry_of_its_own() -> None:
    lines = layer("boundaries-50m")
    assert [(f.kind, f.bounds) for f in lines if claimed(f.bounds) is None] == []
    assert {f.kind for f in lines} == set(atlas.table().classes)


def test_every_entry_has_a_style_for_each_preset_and_a_source() -> None:
    for line in atlas.table().lines:
        assert set(line.draw) == {"un", "de-facto-marked"}
        assert set(line.draw.values()) <= set(atlas.STYLES)
    text = (FOLDER / "boundaries.toml").read_text(encoding="utf-8")
    assert text.count("\nsource = ") == text.count("\n[[")


def test_every_entry_between_two_countries_finds_their_border() -> None:
    held = {f.iso: shapely.from_wkb(f.wkb) for f in layer("countries-50m")}
    for line in atlas.table().lines:
        if line.between and line.id != "western-sahara-north":  # that one is made by cutting, see test_choropleth
            one, other = (held[iso] for iso in line.between)
            shared = one.boundary.intersection(other.boundary)
            assert shared.length > 0.5
            west, south, east, north = line.bounds
            assert shapely.box(west, south, east, north).intersection(shared).length > 0.8 * shared.length


@pytest.mark.parametrize(
    ("lon", "lat"), [((46, 88), (29, 52)), ((-80, -40), (-40, 5)), ((-20, 50), (-35, 30)), ((110, 155), (-45, -10))]
)
def test_the_projection_agrees_with_proj(lon: tuple[float, float], lat: tuple[float, float]) -> None:
    south, north = lat
    first, second = south + (north - south) / 6, south + 5 * (north - south) / 6
    proj = f"+proj=aea +lat_1={first} +lat_2={second} +lat_0={(south + north) / 2} +lon_0={sum(lon) / 2}"
    there = Transformer.from_crs(f"+proj=longlat +R={RADIUS * 1000}", f"{proj} +R={RADIUS * 1000}", always_xy=True)
    cone = albers(lon, lat)
    for x in np.linspace(*lon, 7):
        for y in np.linspace(*lat, 7):
            east, up = there.transform(x, y)
            assert cone.point(x, y) == pytest.approx((east / 1000, up / 1000), abs=1e-3)
            assert cone.degrees(*cone.point(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_a_frame_astride_the_equator_keeps_its_areas() -> None:
    cone = albers((10, 40), (-15, 15))
    for lon, lat in ((12, -14), (25, 0), (39, 14)):
        assert cone.degrees(*cone.point(lon, lat)) == pytest.approx((lon, lat), abs=1e-6)
    (x0, y0), (x1, y1) = cone.point(25, -0.5), cone.point(26, 0.5)
    assert (x1 - x0) * (y1 - y0) == pytest.approx((RADIUS * np.pi / 180) ** 2, rel=0.03)


def test_arrays_are_projected_as_single_points_are() -> None:
    window = view(samples.stance_map(), 360, 187)
    degrees = np.array([(46.0, 29.0), (67.0, 40.5), (88.0, 52.0)])
    assert project(degrees, window) == pytest.approx(np.array([window.point(*d) for d in degrees]), abs=1e-9)


def test_shapes_keep_their_area_when_projected() -> None:
    window = view(samples.stance_map(), 360, 265)
    afghanistan = next(s for s in shapes("countries-50m", window) if s.feature.iso == "AFG")
    assert afghanistan.geometry.area / window.scale**2 == pytest.approx(652_000, rel=0.02)


def test_neighbours_share_their_border_after_simplifying() -> None:
    figure = samples.stance_map()
    land = territory(figure, view(figure, 360, 187), "pdf")
    held = {c.iso: c.geometry for c in land.countries}
    for one, other in (("AFG", "TJK"), ("KAZ", "UZB"), ("UZB", "TKM"), ("AFG", "PAK")):
        assert held[one].intersection(held[other]).area < 0.01
        assert held[one].boundary.intersection(held[other].boundary).length > 10


def test_borders_do_not_run_where_a_disputed_line_does() -> None:
    figure = samples.stance_map()
    land = territory(figure, view(figure, 360, 187), "pdf")
    disputed = shapely.union_all([line.geometry for line in land.unsettled if line.style != "solid"])
    assert land.borders.intersection(disputed.buffer(0.5)).length < 0.5
    assert disputed.length > 50


def test_a_layer_is_plain_records() -> None:
    packed = gzip.decompress((FOLDER / "lakes-50m.msgpack.gz").read_bytes())
    first = msgspec.msgpack.decode(packed)[0]
    assert set(first) == {"name", "bounds", "wkb"}
