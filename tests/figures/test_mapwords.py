"""Words on maps: on any map and any crowd of points nothing overlaps, is cut, or cannot be read."""

import random
import re
from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from briefgen.errors import InputError
from briefgen.figures import drawing, faces, sketch
from briefgen.figures.maps import told as maptold
from briefgen.model.figure import Locator, PlacesMap, Target
from briefgen.model.maps import Area, Category, Frame, Happening, Spot, Zone
from briefgen.model.scene import Label, Scene
from briefgen.model.scene import Path as Shape
from briefgen.model.theme import Theme

from . import samples

FOCUS = Category(id="focus", label="", role="conciliatory")
AFGHANISTAN = Area(iso="AFG", name="Afghanistan", category="focus")
NAMES = ("Łódź", "Şırnak", "Gorno-Badakhshan", "São Tomé", "Ö", "Mazār-e Sharīf", "Reykjavík", "Đà Nẵng")


def places(spots: tuple[Spot, ...], **changes: object) -> PlacesMap:
    given: dict[str, object] = {
        "words": samples.words("places"),
        "ground": samples.ground(orient=True),
        "spots": spots,
        "numbered": None,
    }
    return PlacesMap(**(given | changes))  # type: ignore[arg-type]


def crowd(count: int, *, seed: int = 5, wide: float = 14, tall: float = 9) -> tuple[Spot, ...]:
    luck = random.Random(seed)
    return tuple(
        Spot(
            id=f"s{n}",
            name=f"{NAMES[n % len(NAMES)]} {n}",
            lat=34.5 + luck.uniform(-tall, tall),
            lon=69.2 + luck.uniform(-wide, wide),
        )
        for n in range(count)
    )


def fitted(figure: PlacesMap | Locator, target: Target, theme: Theme) -> Target:
    room = sketch(figure, theme, format=target.format, width=target.width, fonts=samples.fonts())
    return structs.replace(target, height=min(max(target.height or room.most, room.least), room.most))


def sound(scene: Scene, target: Target) -> None:
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= target.smallest
    boxes = [(m, samples.box(m)) for m in samples.labels(scene)]
    for path in samples.paths(scene):
        if path.name == "Marker":
            assert [m.text for m, b in boxes if samples.overlap(b, samples.extent(path), 0.3)] == []


@pytest.mark.parametrize("target", [samples.pdf(360, 0), samples.pptx(507, 342)], ids=["pdf", "pptx"])
@pytest.mark.parametrize("count", [1, 9, 25, 60])
def test_many_points_are_all_named_or_numbered(
    count: int, target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    figure = places(crowd(count))
    at = fitted(figure, target, theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    sound(scene, at)
    said = " ".join(m.text.replace("\n", " ") for m in samples.labels(scene))
    assert all(spot.name in said for spot in figure.spots)


def test_points_on_one_spot_share_a_marker_and_a_list(theme: Theme, fonts: tuple[Path, ...]) -> None:
    spots = tuple(structs.replace(s, lat=34.5, lon=69.2) for s in crowd(10))
    figure = places(spots, areas=(AFGHANISTAN,), categories=(FOCUS,))
    at = fitted(figure, samples.pdf(360, 0), theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    sound(scene, at)
    assert len([p for p in samples.paths(scene) if p.name == "Marker"]) == 1
    said = " ".join(m.text for m in samples.labels(scene))
    assert all(spot.name in said for spot in spots)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(2, 11), st.sampled_from([2.0, 6.0, 14.0]))
def test_no_crowd_of_points_makes_words_touch(seed: int, count: int, wide: float) -> None:
    theme = samples.theme()
    figure = places(crowd(count, seed=seed, wide=wide, tall=wide / 2))
    at = fitted(figure, samples.pdf(360, 220), theme)
    sound(drawing(figure, at, theme, fonts=samples.fonts()).scene, at)


def test_the_same_points_are_drawn_alike_each_time(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = places(crowd(9))
    at = fitted(figure, samples.pdf(360, 0), theme)
    assert drawing(figure, at, theme, fonts=fonts) == drawing(figure, at, theme, fonts=fonts)


def test_a_point_that_must_be_named_and_cannot_is_an_error(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = places(crowd(60), numbered=False)
    with pytest.raises(InputError, match="BG653"):
        drawing(figure, samples.pptx(200, 120), theme, fonts=fonts)


def test_numbers_stand_in_order_beneath_the_map(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = places(crowd(20))
    at = fitted(figure, samples.pdf(360, 0), theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    listed = [m for m in samples.labels(scene) if m.name == "Number"]
    assert [m.text for m in listed] == [str(n) for n in range(1, 21)]
    sea = next(p for p in samples.paths(scene) if p.name == "Sea")
    assert all(m.y < samples.extent(sea)[1] for m in listed)


EVENTS = (
    Happening(id="e1", when="8 July", label="Promises", status="done"),
    Happening(id="e2", when="20 October", label="Aid promised", status="announced"),
)


def test_events_are_told_at_their_place_with_the_shape_of_their_status(theme: Theme, fonts: tuple[Path, ...]) -> None:
    kabul = Spot(id="kabul", name="Kabul", lat=34.53, lon=69.17, events=EVENTS)
    figure = places(
        (kabul,), areas=(AFGHANISTAN,), categories=(FOCUS,), statuses=(("done", "done"), ("announced", "announced"))
    )
    at = fitted(figure, samples.pdf(360, 0), theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    block = samples.group(scene, "Place Kabul")
    said = [m.text for m in samples.labels(Scene(width=1, height=1, marks=block.marks))]
    assert said == ["Kabul", "8 July: Promises", "20 October: Aid promised"]
    shapes = [samples.group(scene, f"Event {e.id}").marks[0] for e in EVENTS]
    assert len({m.commands for m in shapes if isinstance(m, Shape)}) == 2
    assert [samples.group(scene, f"Key {w}").name for w in ("done", "announced")] == ["Key done", "Key announced"]


def test_words_that_would_cover_the_map_give_way_to_numbers(theme: Theme, fonts: tuple[Path, ...]) -> None:
    days = ("1 July", "2 July", "3 July")
    told = tuple(Happening(id=day, when=day, label="A promise of many words", status="done") for day in days)
    spots = tuple(structs.replace(spot, events=told) for spot in crowd(7))
    figure = places(spots, areas=(AFGHANISTAN,), categories=(FOCUS,))
    at = samples.pdf(300, 250)
    assert maptold.area(figure, faces.lettering(theme, "pdf", fonts), at.text) > 0.3 * at.width * at.height
    said = [m.text for m in samples.labels(drawing(figure, at, theme, fonts=fonts).scene)]
    assert {str(n) for n in range(1, 8)} <= set(said)
    assert any(text.startswith(f"{spots[0].name}: 1 July") for text in said)


def test_an_area_is_drawn_as_an_area_and_a_border_as_a_line(theme: Theme, fonts: tuple[Path, ...]) -> None:
    zones = (
        Zone(id="panjshir", name="Panjshir valley", codes=("AFG.panjshir",)),
        Zone(id="border", name="Tajik-Afghan border", border=("TJK", "AFG")),
    )
    figure = places((), areas=(AFGHANISTAN,), categories=(FOCUS,), zones=zones)
    at = fitted(figure, samples.pdf(360, 0), theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    sound(scene, at)
    area = next(p for p in samples.paths(scene) if p.name == "Area Panjshir valley")
    assert area.pattern is not None
    assert area.stroke is None
    border = next(p for p in samples.paths(scene) if p.name == "Border Tajik-Afghan border")
    assert border.fill is None
    assert border.stroke is not None
    assert {"Panjshir valley", "Tajik-Afghan border"} <= {m.text.replace("\n", " ") for m in samples.labels(scene)}
    assert [p for p in samples.paths(scene) if p.name == "Marker"] == []


def test_an_area_of_an_unknown_code_is_an_error_with_the_nearest_one(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = places(
        (), areas=(AFGHANISTAN,), categories=(FOCUS,), zones=(Zone(id="p", name="P", codes=("AFG.panshir",)),)
    )
    with pytest.raises(InputError, match=r"AFG\.panjshir"):
        drawing(figure, samples.pdf(360, 200), theme, fonts=fonts)


@pytest.mark.parametrize(
    ("iso", "name", "others"), [("SGP", "Singapore", ("MYS", "IDN")), ("MDV", "Maldives", ("IND", "LKA"))]
)
def test_a_tiny_state_is_seen_and_named(
    iso: str, name: str, others: tuple[str, ...], theme: Theme, fonts: tuple[Path, ...]
) -> None:
    figure = structs.replace(
        samples.stance_map(),
        areas=(
            Area(iso=iso, name=name, category="opposed"),
            *(Area(iso=o, name=o, category="conciliatory") for o in others),
        ),
        frame=None,
        spots=(),
        callouts=(),
    )
    scene = drawing(figure, samples.pdf(360, 240), theme, fonts=fonts).scene
    sound(scene, samples.pdf(360, 240))
    marker = next(p for p in samples.paths(scene) if p.name == f"Country {name} ({iso}) marker")
    x0, y0, x1, y1 = samples.extent(marker)
    label = next(m for m in samples.labels(scene) if m.text == name)
    assert shapely.box(*samples.box(label)).distance(shapely.box(x0, y0, x1, y1)) < 3 * label.size


def locator(**changes: object) -> Locator:
    given: dict[str, object] = {
        "words": samples.words("where"),
        "ground": samples.ground(orient=True),
        "areas": (AFGHANISTAN,),
        "categories": (FOCUS,),
        "spots": (Spot(id="kabul", name="Kabul", lat=34.53, lon=69.17, capital=True),),
        "inset": True,
    }
    return Locator(**(given | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("target", [samples.pdf(360, 0), samples.pptx(507, 342)], ids=["pdf", "pptx"])
def test_a_locator_names_its_neighbours_and_marks_its_frame_on_a_globe(
    target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    figure = locator()
    at = fitted(figure, target, theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    sound(scene, at)
    said = {m.text for m in samples.labels(scene)}
    assert {"Afghanistan", "Kabul", "Pakistan", "Iran", "Tajikistan"} <= said
    globe = samples.group(scene, "Inset globe")
    assert [m.name for m in globe.marks] == ["Globe", "Land", "Frame", "Frame line"]
    x0, y0, x1, y1 = samples.extent(next(m for m in globe.marks if isinstance(m, Shape)))
    assert [m.text for m in samples.labels(scene) if samples.overlap(samples.box(m), (x0, y0, x1, y1))] == []


def test_names_for_orientation_are_in_the_language_of_the_report(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = locator(ground=samples.ground(language="fr", orient=True))
    scene = drawing(figure, fitted(figure, samples.pdf(360, 0), theme), theme, fonts=fonts).scene
    assert {"Ouzbékistan", "Tadjikistan", "Inde"} <= {m.text for m in samples.labels(scene)}


def test_names_without_room_are_told_in_one_warning(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = structs.replace(
        samples.stance_map(),
        areas=tuple(a for a in samples.stance_map().areas if a.iso in ("AFG", "IRN", "PAK", "CHN")),
        callouts=(),
        spots=(),
    )
    (remark,) = drawing(figure, samples.pdf(70, 60), theme, fonts=fonts).diagnostics
    assert remark.code == "BG660"
    assert re.search(r"no room for \d names: .+, .+", remark.message)


def label_of(scene: Scene, text: str) -> Label:
    return next(m for m in samples.labels(scene) if m.text == text)


def test_a_hatched_state_carries_its_name_in_an_opening_of_the_hatch(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = structs.replace(
        samples.stance_map(),
        areas=(Area(iso="AFG", name="Afghanistan", category="opposed"),),
        frame=Frame(lon=(58, 77), lat=(28, 40)),
        callouts=(),
        spots=(),
    )
    scene = drawing(figure, samples.pdf(360, 240), theme, fonts=fonts).scene
    label = label_of(scene, "Afghanistan")
    assert label.ink.rgb == "FFFFFF"
    hatch = next(p for p in samples.paths(scene) if p.pattern)
    assert hatch.pattern is not None
    strokes = [c for c in hatch.pattern.lines if c[0] == "M"]
    assert len(strokes) > 20
    x0, y0, x1, y1 = samples.box(label)
    assert not any(x0 <= float(x) <= x1 and y0 <= float(y) <= y1 for _, x, y in hatch.pattern.lines)


TALKS = (
    Happening(id="a", when="8 July", label="Promises of all kinds are given at length", status="done"),
    Happening(id="b", when="20 October", label="Aid", status="done"),
)


@pytest.mark.parametrize("target", [samples.pdf(360, 0), samples.pptx(507, 342)], ids=["pdf", "pptx"])
def test_what_happened_at_one_place_is_not_told_on_another(
    target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    zones = (
        Zone(id="turkey", name="Turkey", codes=("TUR",), events=TALKS),
        Zone(id="turkmenistan", name="Turkmenistan", codes=("TKM",), events=TALKS[1:]),
    )
    kabul = Spot(id="kabul", name="Kabul", lat=34.53, lon=69.17, events=TALKS)
    frame = Frame(lon=(24, 80), lat=(20, 52))
    figure = places((kabul,), areas=(AFGHANISTAN,), categories=(FOCUS,), zones=zones, numbered=False, frame=frame)
    at = fitted(figure, target, theme)
    scene = drawing(figure, at, theme, fonts=fonts).scene
    sound(scene, at)
    grounds = [p for p in samples.paths(scene) if p.name.endswith(" ground")]
    assert [p.name for p in grounds] == ["Area Turkey ground", "Area Turkmenistan ground"]
    told = [samples.box(m) for m in samples.labels(scene) if m.text.startswith(("Kabul", "8 July", "20 October"))]
    assert len(told) == 6
    for ground in grounds:
        shape = outline(ground)
        assert [b for b in told if shape.intersects(shapely.box(*b))] == []


def outline(path: Shape) -> shapely.Geometry:
    rings: list[list[tuple[float, float]]] = []
    for letter, *at in path.commands:
        if letter == "M":
            rings.append([])
        if letter in "ML":
            rings[-1].append((float(at[0]), float(at[1])))
    return shapely.union_all([shapely.make_valid(shapely.Polygon(r)) for r in rings if len(r) > 2])


def test_a_leader_on_the_right_of_words_starts_where_they_end(theme: Theme, fonts: tuple[Path, ...]) -> None:
    kabul = Spot(id="kabul", name="Kabul", lat=34.53, lon=69.17, events=TALKS)
    frame = Frame(lon=(40, 72), lat=(26, 42))
    figure = places((kabul,), areas=(AFGHANISTAN,), categories=(FOCUS,), frame=frame, numbered=False)
    at = fitted(figure, samples.pdf(360, 0), theme)
    block = samples.group(drawing(figure, at, theme, fonts=fonts).scene, "Place Kabul")
    whole = Scene(width=1, height=1, marks=block.marks)
    leader = next(p for p in samples.paths(whole) if p.name == "Leader")
    x, y = leader.commands[0][1:3]
    boxes = [samples.box(m) for m in samples.labels(whole)]
    right = max(b[2] for b in boxes)
    widest = next(b for b in boxes if b[2] == right)
    assert right < x < right + 8
    assert widest[1] <= y <= widest[3]
