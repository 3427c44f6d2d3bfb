"""The map's ground: vendored layers are what they say, and fit together where they are drawn."""

import hashlib
import re

import numpy as np
import pytest
import shapely

from briefgen import read
from briefgen.figures.maps import atlas, frames
from briefgen.figures.maps.geodata import LAYERS, degrees, layer, project, shapes
from briefgen.figures.maps.territory import Territory, territory
from briefgen.figures.maps.view import View, view
from briefgen.model.maps import Frame
from briefgen.resources import asset

from . import samples

FOLDER = asset("geodata")


def test_the_layers_are_those_whose_provenance_is_written_down() -> None:
    table = (FOLDER / "PROVENANCE.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"^\| (\S+\.(?:gz|json)) \|.*\| ([0-9a-f]{64}) \|$", table, re.MULTILINE))
    found = {p.name for p in FOLDER.iterdir() if p.suffix in (".gz", ".json")}
    assert set(named) == found == {f"{name}.msgpack.gz" for name in LAYERS} | {"countries.json", "boundaries.json"}
    for name, digest in named.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest


def test_the_layers_are_small_enough_to_vendor() -> None:
    assert sum(p.stat().st_size for p in FOLDER.rglob("*")) < 4_000_000


@pytest.mark.parametrize("name", [n for n in LAYERS if "10m" not in n and n != "provinces"])
def test_every_shape_is_valid_and_within_its_bounds(name: str) -> None:
    assert len(layer(name)) > 20
    for feature in layer(name):
        shape = degrees(feature)
        assert shape.is_valid
        assert shape.bounds == pytest.approx(feature.bounds, abs=1e-9)
        assert ("Line" in shape.geom_type) == feature.line


def test_the_index_knows_every_country_of_the_layers() -> None:
    codes = {f.iso for name in ("countries-50m", "countries-10m") for f in layer(name)}
    assert codes == set(atlas.countries())
    assert atlas.countries()["XKX"].name == "Kosovo"
    assert atlas.countries()["PSE"].name == "Palestine"
    assert 2 * len(atlas.countries()["AFG"].bounds) == 8


def test_provinces_have_codes_of_their_own() -> None:
    held = {f.id: f for f in layer("provinces")}
    assert len(held) == len(layer("provinces"))
    assert {"AFG.panjshir", "AFG.parwan", "AFG.daykundi", "AFG.badakhshan", "TJK.gorno-badakhshan"} <= set(held)
    panjshir = degrees(held["AFG.panjshir"])
    assert panjshir.contains(shapely.Point(69.7, 35.4))


@pytest.mark.parametrize(
    ("iso", "west", "east"),
    [("FJI", 174, 182), ("RUS", 19, 192), ("NZL", 165, 189), ("AFG", 60, 75), ("FRA", -62, 56)],
)
def test_bounds_run_the_short_way_around_the_globe(iso: str, west: float, east: float) -> None:
    found = atlas.countries()[iso].bounds
    assert west <= found[0] < found[2] <= east


def test_a_countrys_body_is_what_a_reader_thinks_of() -> None:
    france, norway = atlas.countries()["FRA"].body, atlas.countries()["NOR"].body
    assert france == pytest.approx((-4.8, 41.4, 9.6, 51.1), abs=0.1)
    assert norway[0] > 4


@pytest.mark.parametrize(
    ("iso", "language", "day", "name"),
    [
        ("TUR", "en", "2021-11-14", "Turkey"),
        ("TUR", "en", "2023-01-01", "Türkiye"),
        ("TUR", "fr", "2023-01-01", "Turquie"),
        ("KGZ", "fr", "2021-11-14", "Kirghizstan"),
        ("TJK", "fr", "2021-11-14", "Tadjikistan"),
        ("SWZ", "en", "2017-01-01", "Swaziland"),
        ("CIV", "en", "2021-11-14", "Côte d’Ivoire"),
        ("USA", "de", "2021-11-14", "United States"),
    ],
)
def test_countries_bear_the_names_of_the_day(iso: str, language: str, day: str, name: str) -> None:
    assert atlas.name(atlas.countries()[iso], language, samples.dt.date.fromisoformat(day)) == name


def test_a_capital_bears_the_name_of_the_day() -> None:
    seat = atlas.countries()["KAZ"].capital
    assert seat is not None
    days = {2018: "Astana", 2021: "Nur-Sultan", 2023: "Astana"}
    assert {y: atlas.name(seat, "en", samples.dt.date(y, 1, 1)) for y in days} == days


def test_each_entry_of_the_boundaries_table_lies_somewhere() -> None:
    table = read.boundaries(read.find(samples.ROOT)).value
    marks = atlas.marks()
    assert {line.id for line in table.lines} == set(marks.lines) == {f.id for f in layer("boundaries-10m")}
    assert {area.id for area in table.areas} == set(marks.areas) == {f.id for f in layer("disputed")}
    for points in (*marks.lines.values(), *marks.areas.values()):
        assert 1 <= len(points) <= 28


def test_points_of_a_line_lie_on_it() -> None:
    held = {f.id: degrees(f) for f in layer("boundaries-10m")}
    for name, points in atlas.marks().lines.items():
        assert max(shapely.Point(p).distance(held[name]) for p in points) < 0.03


def stance_view(height: float = 187) -> View:
    figure = samples.stance_map()
    return view(frames.frame(figure), "areas", (360, height), frames.whole(figure))


def land(window: View, **changes: object) -> Territory:
    named = {iso: name for iso, name, _ in samples.STATES}
    subjects = [iso for iso, _, category in samples.STATES if category]
    given = {"names": named, "subjects": subjects, "topic": frozenset(named)} | changes
    return territory(window, samples.preset(), "pdf", **given)  # type: ignore[arg-type]


def test_arrays_are_projected_as_single_points_are() -> None:
    window = stance_view()
    points = np.array([(46.0, 29.0), (67.0, 40.5), (88.0, 52.0)])
    assert project(points, window) == pytest.approx(np.array([window.point(*d) for d in points]), abs=1e-9)


def test_shapes_keep_their_area_when_projected() -> None:
    window = stance_view(265)
    afghanistan = next(s for s in shapes("countries-50m", window) if s.feature.iso == "AFG")
    assert afghanistan.geometry.area / window.scale**2 == pytest.approx(atlas.countries()["AFG"].km2, rel=0.01)


def test_neighbours_share_their_border_after_simplifying() -> None:
    held = {c.iso: c.geometry for c in land(stance_view()).countries}
    for one, other in (("AFG", "TJK"), ("KAZ", "UZB"), ("UZB", "TKM"), ("AFG", "PAK")):
        assert held[one].intersection(held[other]).area < 0.01
        assert held[one].boundary.intersection(held[other].boundary).length > 10


def test_borders_do_not_run_where_a_disputed_line_does() -> None:
    found = land(stance_view())
    disputed = shapely.union_all([line.geometry for line in found.unsettled if line.style != "solid"])
    assert found.borders.intersection(disputed.buffer(0.5)).length < 0.5
    assert disputed.length > 50


def test_a_disputed_line_between_states_that_a_map_does_not_speak_of_is_not_drawn() -> None:
    window = view(Frame(lon=(20, 80), lat=(25, 50)), "areas", (400, 240))
    every = {line.name for line in land(window, topic=None).unsettled}
    spoken = {line.name for line in land(window, topic=frozenset({"AFG", "PAK"})).unsettled}
    assert {"buffer zone in Cyprus", "Kosovo"} <= every
    assert spoken == {"Durand Line", "Line of Control", "working boundary of Jammu and Sialkot", "Siachen Glacier"} | (
        spoken & {"Shaksgam valley"}
    )


def test_a_close_map_takes_finer_layers() -> None:
    near = view(Frame(lon=(103.5, 104.1), lat=(1.1, 1.5)), "shapes", (300, 200))
    found = {c.iso: c.geometry for c in land(near, names={}, subjects=()).countries}
    assert shapely.get_num_coordinates(found["SGP"]) > 30


def test_rivers_are_drawn_where_they_are_asked_for() -> None:
    window = stance_view()
    assert land(window).rivers == ()
    assert "Indus" in {name for name, _ in land(window, rivers=True).rivers}
