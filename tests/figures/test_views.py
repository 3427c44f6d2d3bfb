"""Projections and windows: true to PROJ, whole across the date line and at the poles, refused where they cannot be."""

import math

import numpy as np
import pytest
import shapely
from msgspec import structs
from pyproj import Geod, Transformer

from briefgen.errors import InputError
from briefgen.figures.maps import atlas, mapcheck
from briefgen.figures.maps.azimuthal import Azimuthal
from briefgen.figures.maps.cones import RADIUS, Albers, Lambert, albers, lambert
from briefgen.figures.maps.geodata import polygonal, shapes
from briefgen.figures.maps.view import Projection, Purpose, projection, view
from briefgen.figures.maps.worldwide import EqualEarth
from briefgen.model.maps import Area, Frame

from . import samples

CONES = [((46, 88), (29, 52)), ((-80, -40), (-40, 5)), ((-20, 50), (-35, 30)), ((110, 155), (-45, -10))]


def proj(made: Projection) -> str:
    """PROJ's name of a projection with the same constants."""
    centre = f"+lon_0={made.meridian} +lat_0={made.latitude}"
    match made:
        case Albers():
            return f"+proj=aea +lat_1={made.parallels[0]} +lat_2={made.parallels[1]} {centre}"
        case Lambert():
            return f"+proj=lcc +lat_1={made.parallels[0]} +lat_2={made.parallels[1]} {centre}"
        case EqualEarth():
            return f"+proj=eqearth {centre}"
        case Azimuthal():
            names = {"equal-area": "laea", "conformal": "stere", "equidistant": "aeqd", "orthographic": "ortho"}
            return f"+proj={names[made.kind]} {centre}"


def agrees(made: Projection, places: list[tuple[float, float]]) -> None:
    there = Transformer.from_crs(
        f"+proj=longlat +R={RADIUS * 1000}", f"{proj(made)} +R={RADIUS * 1000}", always_xy=True
    )
    for lon, lat in places:
        east, up = there.transform(lon, lat)
        assert made.point(lon, lat) == pytest.approx((east / 1000, up / 1000), abs=1e-3)
        x, y = made.degrees(*made.point(lon, lat))
        assert ((x - lon + 180) % 360 - 180, y - lat) == pytest.approx((0, 0), abs=1e-5)


@pytest.mark.parametrize(("lon", "lat"), CONES)
@pytest.mark.parametrize("cone", [albers, lambert])
def test_cones_agree_with_proj(cone: type, lon: tuple[float, float], lat: tuple[float, float]) -> None:
    agrees(cone(lon, lat), [(x, y) for x in np.linspace(*lon, 5) for y in np.linspace(*lat, 5)])


@pytest.mark.parametrize("kind", ["equal-area", "conformal", "equidistant", "orthographic"])
@pytest.mark.parametrize(("lon", "lat"), [(67, 35), (-100, -40), (180, 90), (0, -90)])
def test_planes_agree_with_proj(kind: str, lon: float, lat: float) -> None:
    made = Azimuthal(kind=kind, meridian=lon, latitude=lat)  # type: ignore[arg-type]
    near = [(lon + dx, max(-89.0, min(89.0, lat + dy))) for dx in (-40, 5, 60) for dy in (-30, -4, 25)]
    agrees(made, near)


@pytest.mark.parametrize("meridian", [0, 150, -77.5])
def test_equal_earth_agrees_with_proj(meridian: float) -> None:
    agrees(
        EqualEarth(meridian=meridian), [(meridian + dx, y) for dx in (-170, -33, 0, 91, 179) for y in (-80, -12, 0, 66)]
    )


@pytest.mark.parametrize("cone", [albers, lambert])
def test_a_frame_astride_the_equator_is_a_frame_like_others(cone: type) -> None:
    made = cone((10, 40), (-15, 15))
    for lon, lat in ((12, -14), (25, 0), (39, 14)):
        assert made.degrees(*made.point(lon, lat)) == pytest.approx((lon, lat), abs=1e-6)


@pytest.mark.parametrize(
    ("lon", "lat", "purpose", "kind"),
    [
        ((46, 88), (29, 52), "areas", Albers),
        ((46, 88), (29, 52), "shapes", Lambert),
        ((-180, 180), (-58, 84), "areas", EqualEarth),
        ((-20, 340), (-58, 84), "shapes", EqualEarth),
        ((-180, 180), (60, 90), "areas", Azimuthal),
        ((-180, 180), (-90, -60), "shapes", Azimuthal),
        ((160, 210), (-40, 10), "areas", Albers),
    ],
)
def test_the_frame_and_its_purpose_choose_the_projection(
    lon: tuple[float, float], lat: tuple[float, float], purpose: Purpose, kind: type
) -> None:
    assert isinstance(projection(Frame(lon=lon, lat=lat), purpose), kind)


def test_a_conformal_map_keeps_angles_and_an_equal_area_map_areas() -> None:
    frame = Frame(lon=(46, 88), lat=(29, 52))
    shape, space = projection(frame, "shapes"), projection(frame, "areas")
    for lon, lat in ((48, 30), (67, 45), (86, 50)):
        (x0, y0), (x1, y1), (x2, y2) = (shape.point(lon + a, lat + b) for a, b in ((0, 0), (0.001, 0), (0, 0.001)))
        across, up = (x1 - x0, y1 - y0), (x2 - x0, y2 - y0)
        assert across[0] * up[0] + across[1] * up[1] == pytest.approx(0, abs=1e-6)
        assert math.hypot(*across) / math.cos(math.radians(lat)) == pytest.approx(math.hypot(*up), rel=1e-4)
        (x0, y0), (x1, y1), (x2, y2) = (space.point(lon + a, lat + b) for a, b in ((0, 0), (0.01, 0), (0, 0.01)))
        cell = abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
        assert cell == pytest.approx((RADIUS * math.radians(0.01)) ** 2 * math.cos(math.radians(lat)), rel=1e-3)


@pytest.mark.parametrize(
    "frame",
    [Frame(lon=(46, 88), lat=(29, 52)), Frame(lon=(150, 230), lat=(-30, 25)), Frame(lon=(-180, 180), lat=(55, 90))],
)
@pytest.mark.parametrize("purpose", ["areas", "shapes"])
def test_the_scale_is_true_at_the_middle_of_the_window(frame: Frame, purpose: Purpose) -> None:
    window = view(frame, purpose, (360, 240))
    (lon0, lat0), (lon1, lat1) = window.degrees(175, 120), window.degrees(185, 120)
    _, _, metres = Geod(a=RADIUS * 1000, b=RADIUS * 1000).inv(lon0, lat0, lon1, lat1)
    assert window.scale_here() == pytest.approx(10 / (metres / 1000), rel=1e-3)


def seams(frame: Frame, iso: str) -> float:
    """How much of a country's outline runs along the meridian of 180 degrees."""
    window = view(frame, "areas", (400, 300))
    shape = next(s.geometry for s in shapes("countries-50m", window) if s.feature.iso == iso)
    line = shapely.LineString([window.point(180, lat) for lat in np.linspace(-85, 85, 400)])
    return float(polygonal(shape).boundary.intersection(line.buffer(0.05)).length)


@pytest.mark.parametrize(
    ("frame", "iso"),
    [
        (Frame(lon=(150, 200), lat=(55, 78)), "RUS"),
        (Frame(lon=(176, 183), lat=(-20, -15)), "FJI"),
        (Frame(lon=(-180, 180), lat=(55, 90)), "RUS"),
        (Frame(lon=(-180, 180), lat=(-90, -60)), "ATA"),
        (Frame(lon=(-20, 340), lat=(-58, 84)), "RUS"),
    ],
)
def test_the_date_line_leaves_no_seam(frame: Frame, iso: str) -> None:
    assert seams(frame, iso) < 1.0


def test_a_world_map_holds_every_country_once() -> None:
    window = view(Frame(lon=(-180, 180), lat=(-58, 84)), "areas", (500, 250))
    for shape in shapes("countries-50m", window):
        if shape.feature.iso in ("RUS", "NZL", "USA", "BRA"):
            km2 = polygonal(shape.geometry).area / window.scale**2
            assert km2 == pytest.approx(atlas.countries()[shape.feature.iso].km2, rel=0.02)


@pytest.mark.parametrize(
    "frame",
    [
        Frame(lon=(88, 46), lat=(29, 52)),
        Frame(lon=(0, 60), lat=(20, 88)),
        Frame(lon=(0, 20), lat=(52, 29)),
        Frame(lon=(-180, 200), lat=(0, 20)),
    ],
)
def test_a_frame_that_no_projection_shows_is_refused(frame: Frame) -> None:
    with pytest.raises(InputError, match="BG661"):
        mapcheck.check(structs.replace(samples.stance_map(), frame=frame))


def test_a_frame_that_shows_nothing_of_the_map_is_refused() -> None:
    figure = structs.replace(samples.stance_map(), frame=Frame(lon=(-80, -40), lat=(-40, 0)), spots=(), callouts=())
    with pytest.raises(InputError, match="BG652"):
        mapcheck.check(figure)


def test_a_frame_is_found_about_states_on_both_sides_of_the_date_line() -> None:
    boxes = [atlas.countries()[iso].body for iso in ("FJI", "WSM", "TON")]
    found = atlas.frame_around(boxes)
    assert found.lon[1] - found.lon[0] < 20
    assert any(found.lon[0] <= 180 + turn <= found.lon[1] for turn in (-360, 0))


def test_what_is_in_focus_stays_whole_when_a_low_map_crops_its_frame() -> None:
    frame = Frame(lon=(46, 88), lat=(29, 52))
    body = atlas.countries()["AFG"].body
    window = view(frame, "areas", (360, 150), (body,))
    assert all(window.shows(lon, lat, margin=2.9) for lon in (body[0], body[2]) for lat in (body[1], body[3]))


def test_an_unnamed_frame_holds_all_states_with_a_category() -> None:
    from briefgen.figures.maps import frames

    areas = (
        Area(iso="SGP", name="Singapore", category="opposed"),
        Area(iso="MDV", name="Maldives", category="opposed"),
    )
    figure = structs.replace(samples.stance_map(), frame=None, areas=areas, spots=(), callouts=())
    found = frames.frame(figure)
    assert found.lon[0] < 72.6
    assert found.lon[1] > 104
