"""Maps: the states that carry the message are filled and named, true to scale, and no word is struck."""

import math
from pathlib import Path

import pytest
import shapely
from msgspec import structs

from briefgen.errors import InputError
from briefgen.figures import draw, drawing, sketch
from briefgen.figures.colours import contrast
from briefgen.figures.maps import frames
from briefgen.figures.maps.view import View
from briefgen.figures.maps.view import view as framed
from briefgen.model.figure import Choropleth, Target
from briefgen.model.maps import Area, Category, Frame, Spot
from briefgen.model.scene import Group, Label, Scene
from briefgen.model.scene import Path as Shape
from briefgen.model.theme import Theme

from . import samples

TARGETS = [samples.pdf(360, h) for h in (152, 170, 187, 230, 265)] + [samples.pptx(507, 342), samples.pptx(507, 260)]
IDS = [f"{t.format}-{t.width:.0f}x{t.height:.0f}" for t in TARGETS]


@pytest.fixture(scope="module", params=TARGETS, ids=IDS)
def case(request: pytest.FixtureRequest, theme: Theme, fonts: tuple[Path, ...]) -> tuple[Target, Scene]:
    return request.param, draw(samples.stance_map(), request.param, theme, fonts=fonts)


def view(figure: Choropleth, width: float, height: float) -> View:
    return framed(frames.frame(figure), frames.purpose(figure), (width, height), frames.whole(figure))


def countries(scene: Scene) -> list[Shape]:
    return [p for p in samples.paths(scene) if p.name.startswith("Country ") and p.fill]


def polygon(shape: Shape) -> shapely.Geometry:
    rings: list[list[tuple[float, float]]] = []
    for command in shape.commands:
        match command:
            case ("M", float(x), float(y)):
                rings.append([(x, y)])
            case ("L", float(x), float(y)):
                rings[-1].append((x, y))
    out: shapely.Geometry = shapely.Polygon()
    for ring in rings:
        out = out.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return out


def test_the_map_fills_its_target(case: tuple[Target, Scene]) -> None:
    target, scene = case
    assert (scene.width, scene.height) == (target.width, target.height)
    sea = next(p for p in samples.paths(scene) if p.name == "Sea")
    assert samples.extent(sea) == (0, 0, target.width, target.height)
    for path in samples.paths(scene):
        x0, y0, x1, y1 = samples.extent(path)
        assert x0 >= -0.01
        assert y0 >= -0.01
        assert x1 <= target.width + 0.01
        assert y1 <= target.height + 0.01


def test_each_state_is_filled_by_its_category(case: tuple[Target, Scene], theme: Theme) -> None:
    _, scene = case
    fills = {"conciliatory": theme.map.conciliatory, "opposed": theme.map.opposed, "taliban": theme.map.focus}
    shapes = {p.name: p for p in countries(scene)}
    hatched = {p.name for p in samples.paths(scene) if p.pattern}
    for iso, name, category in samples.STATES:
        shape = shapes[f"Country {name} ({iso})"]
        assert shape.fill is not None
        assert f"#{shape.fill.rgb}" == fills.get(category or "", theme.map.land)
    assert hatched == {"Country Tajikistan (TJK) hatch"}


def test_no_label_overlaps_or_is_cut(case: tuple[Target, Scene]) -> None:
    target, scene = case
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= target.smallest


def test_no_label_touches_a_marker_or_a_disputed_line(case: tuple[Target, Scene]) -> None:
    _, scene = case
    boxes = [(m, samples.box(m)) for m in samples.labels(scene)]
    for path in samples.paths(scene):
        if path.name == "Marker":
            assert [m.text for m, b in boxes if samples.overlap(b, samples.extent(path))] == []
        if path.name == "Dashes":
            lines = shapely.unary_union([shapely.LineString(run) for run in runs(path)])
            assert [m.text for m, b in boxes if shapely.box(*b).intersects(lines)] == []


def runs(path: Shape) -> list[list[tuple[float, float]]]:
    out: list[list[tuple[float, float]]] = []
    for command in path.commands:
        if command[0] == "M":
            out.append([])
        if command[0] != "Z":
            out[-1].append((float(command[1]), float(command[2])))
    return out


def test_every_subject_is_named_in_or_led_out_of_its_own_ground(case: tuple[Target, Scene]) -> None:
    _, scene = case
    shapes = {p.name: polygon(p) for p in countries(scene)}
    names = {m.text: m for m in samples.labels(scene) if m.weight == 600}
    for iso, name, category in samples.STATES:
        if category is None:
            continue
        label = names[name]
        body = shapes[f"Country {name} ({iso})"]
        callouts = [m for m in samples.every(scene) if m.name == f"Callout {name}"]
        if callouts:
            dot = next(p for p in samples.group(scene, f"Callout {name}").marks if p.name == "Dot")
            x0, y0, x1, y1 = samples.extent(dot)
            assert body.contains(shapely.Point((x0 + x1) / 2, (y0 + y1) / 2))
        else:
            inside = shapely.box(*samples.box(label))
            assert body.intersection(inside).area > 0.75 * inside.area


def test_no_capital_is_named_on_a_state_of_which_the_map_says_something_else(case: tuple[Target, Scene]) -> None:
    _, scene = case
    fills = {p.name: (polygon(p), p.fill) for p in countries(scene)}
    states = {name: (f"Country {name} ({iso})", category) for iso, name, category in samples.STATES}
    homes = ("Afghanistan", "Tajikistan", "Kazakhstan", "Kyrgyzstan", "Uzbekistan", "Turkmenistan")
    for home, (key, name, *_) in zip(homes, samples.CAPITALS, strict=True):
        place = next((m for m in samples.every(scene) if m.name == f"Place {name}"), None)
        if place is None:  # a low map crops it
            continue
        inside = shapely.box(*samples.box(next(m for m in place.marks if isinstance(m, Label))))
        _, look = fills[states[home][0]]
        others = [
            (n, g) for n, (g, fill) in fills.items() if fill != look and n in {s for s, c in states.values() if c}
        ]
        for other, body in others:
            assert body.intersection(inside).area < 0.1 * inside.area, (key, other)


def test_a_leader_over_dark_ground_has_a_casing(case: tuple[Target, Scene]) -> None:
    _, scene = case
    shapes = [(polygon(p), p) for p in countries(scene)]
    for group in (m for m in samples.every(scene) if isinstance(m, Group)):
        for leader in (m for m in group.marks if isinstance(m, Shape) and m.name == "Leader"):
            line = shapely.LineString(runs(leader)[0])
            assert leader.stroke is not None
            ink = f"#{leader.stroke.rgb}"
            dark = [p for body, p in shapes if p.fill and contrast(ink, f"#{p.fill.rgb}") < 3]
            over = sum(body.intersection(line).length for body, p in shapes if p in dark)
            assert over < 4 or any(m.name == "Leader casing" for m in group.marks)


def test_the_focus_country_is_whole(case: tuple[Target, Scene]) -> None:
    _, scene = case
    focus = next(p for p in samples.paths(scene) if p.name == "Country Afghanistan (AFG)")
    x0, y0, x1, y1 = samples.extent(focus)
    assert x0 > 1
    assert y0 > 1
    assert x1 < scene.width - 1
    assert y1 < scene.height - 1


def test_the_opposed_state_is_led_out_with_its_words(case: tuple[Target, Scene], theme: Theme) -> None:
    _, scene = case
    callout = samples.group(scene, "Callout Tajikistan")
    texts = [m for m in callout.marks if isinstance(m, Label)]
    assert texts[0].text == "Tajikistan"
    assert f"#{texts[0].ink.rgb}" == theme.map.opposed
    said = samples.stance_map().callouts[0].text
    assert " ".join(texts[1].text.split()) == said
    assert 2 <= len(texts[1].text.splitlines()) <= 4


def test_ink_can_be_read_on_all_that_lies_beneath(case: tuple[Target, Scene]) -> None:
    _, scene = case
    sea = next(p for p in samples.paths(scene) if p.name == "Sea")
    shapes = [(p, polygon(p)) for p in (sea, *countries(scene))]
    hatches = [shapely.union_all([shapely.LineString(r) for r in lines(p)]) for p in samples.paths(scene) if p.pattern]
    for label in samples.labels(scene):
        inside = shapely.box(*samples.box(label))
        under = [p for p, body in shapes if body.intersection(inside).area > 0.02 * inside.area]
        for path in under[1:] or under:  # the sea lies under every country
            assert path.fill is not None
            assert contrast(f"#{label.ink.rgb}", f"#{path.fill.rgb}") >= 4.5, (label.text, path.name)
        assert not any(h.intersects(inside) for h in hatches), f"{label.text} stands on a hatch"


def lines(path: Shape) -> list[list[tuple[float, float]]]:
    assert path.pattern is not None
    return runs(Shape(name="", commands=path.pattern.lines))


def test_slides_have_no_halo(case: tuple[Target, Scene]) -> None:
    target, scene = case
    if target.format == "pptx":
        assert [m.text for m in samples.labels(scene) if m.halo] == []


def test_the_scale_bar_is_true_at_the_centre(case: tuple[Target, Scene]) -> None:
    target, scene = case
    bar = next(p for p in samples.group(scene, "Scale bar").marks if p.name == "Bar")
    length = next(m for m in samples.group(scene, "Scale bar").marks if isinstance(m, Label))
    x0, _, x1, _ = samples.extent(bar)
    window = view(samples.stance_map(), target.width, target.height)
    lon, lat = window.degrees(target.width / 2, target.height / 2)
    step = 0.5  # degrees of latitude, for a great circle on the same sphere
    (_, a), (_, b) = window.point(lon, lat - step), window.point(lon, lat + step)
    per_km = (b - a) / (2 * step * math.pi / 180 * 6371.0088)
    assert (x1 - x0) / per_km == pytest.approx(float(length.text.removesuffix(" km")), rel=0.02)


def test_every_shape_has_a_name_that_says_what_it_is(case: tuple[Target, Scene]) -> None:
    _, scene = case
    assert [m.name for m in samples.every(scene) if m.name in ("Shape", "Line", "Label ")] == []
    tops = {m.name.split()[0] for m in scene.marks}
    assert tops >= {"Sea", "Country", "Boundary", "Place", "Name", "Callout", "Scale"}


def test_disputed_lines_are_drawn_by_the_preset(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.stance_map(), samples.pdf(360, 187), theme, fonts=fonts)
    durand = next(p for p in samples.paths(scene) if p.name == "Boundary Durand Line")
    assert durand.dash == ()
    control = samples.group(scene, "Boundary Line of Control")
    (casing, dots) = control.marks
    assert isinstance(casing, Shape)
    assert isinstance(dots, Shape)
    assert casing.dash == ()
    assert dots.dash[0] < 1.5
    aksai = samples.group(scene, "Boundary Aksai Chin").marks[1]
    assert isinstance(aksai, Shape)
    assert aksai.dash[0] > 2


def test_the_sketch_explains_what_the_map_shows(theme: Theme) -> None:
    room = sketch(samples.stance_map(), theme, format="pdf", width=360)
    disclaimer, dashed, dotted, durand = room.notes
    assert disclaimer.endswith("do not imply official endorsement or acceptance by Example Institute.")
    assert dashed == "Dashed: disputed or undetermined."
    assert dotted.startswith("Dotted: Line of Control")
    assert durand == "Durand Line: not recognised by Afghanistan."
    assert [(s.label, s.hatch is not None) for s in room.key] == [
        ("conciliatory", False),
        ("opposed", True),
        ("Taliban-ruled", False),
    ]
    assert room.least < room.most


def test_every_dash_in_a_scene_is_explained_by_the_sketch(case: tuple[Target, Scene], theme: Theme) -> None:
    target, scene = case
    notes = " ".join(sketch(samples.stance_map(), theme, format=target.format, width=target.width).notes)
    dashes = [p for p in samples.paths(scene) if p.name == "Dashes"]
    assert ("Dashed" in notes) == any(p.dash[0] > 2 for p in dashes)
    assert ("Dotted" in notes) == any(p.dash[0] < 1.5 for p in dashes)


def europe(boundaries: str) -> Choropleth:
    figure = samples.stance_map()
    return structs.replace(
        figure,
        areas=(Area(iso="UKR", name="Ukraine", category="taliban"), Area(iso="RUS", name="Russia")),
        frame=Frame(lon=(21, 42), lat=(43, 53)),
        spots=(),
        callouts=(),
        ground=samples.ground(boundaries),
    )


def test_the_preset_says_whose_crimea_is(theme: Theme, fonts: tuple[Path, ...]) -> None:
    window = view(europe("un"), 360, 240)
    place = shapely.Point(window.point(34.3, 45.2))
    united = draw(europe("un"), samples.pdf(360, 240), theme, fonts=fonts)
    marked = draw(europe("de-facto-marked"), samples.pdf(360, 240), theme, fonts=fonts)

    def holder(scene: Scene) -> str:
        return next(p.name for p in countries(scene) if polygon(p).contains(place))

    assert holder(united) == "Country Ukraine (UKR)"
    assert holder(marked) == "Country Crimea"
    assert not [m for m in samples.every(united) if m.name == "Boundary Crimea"]
    assert [m for m in samples.every(marked) if m.name == "Boundary Crimea"]


@pytest.mark.parametrize(("preset", "berm", "north"), [("un", False, True), ("de-facto-marked", True, True)])
def test_the_preset_says_how_western_sahara_is_parted(
    preset: str, berm: bool, north: bool, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    figure = structs.replace(
        europe(preset),
        areas=(Area(iso="MAR", name="Morocco", category="taliban"), Area(iso="ESH", name="Western Sahara")),
        frame=Frame(lon=(-20, 2), lat=(19, 37)),
    )
    scene = draw(figure, samples.pdf(300, 280), theme, fonts=fonts)
    drawn = {m.name for m in samples.every(scene)}
    assert ("Boundary berm in Western Sahara" in drawn) == berm
    assert ("Boundary Western Sahara" in drawn) == north
    place = shapely.Point(view(figure, 300, 280).point(-13.5, 26.5))  # west of the berm
    holder = next(p.name for p in countries(scene) if polygon(p).contains(place))
    assert holder == ("Country Western Sahara (ESH)" if preset == "un" else "Country Western Sahara")


def test_the_scale_bar_can_be_read_where_a_dark_state_fills_the_map(theme: Theme, fonts: tuple[Path, ...]) -> None:
    def length(west: float, east: float) -> tuple[Label, float]:
        figure = structs.replace(
            samples.stance_map(),
            areas=(Area(iso="AFG", name="Afghanistan", category="taliban"), Area(iso="PAK", name="Pakistan")),
            frame=Frame(lon=(west, east), lat=(33, 35)),
            spots=(),
            callouts=(),
        )
        scene = draw(figure, samples.pdf(360, 150), theme, fonts=fonts)
        return next(m for m in samples.labels(scene) if m.name == "Length"), scene.width

    inland, _ = length(63, 68)
    assert inland.ink.rgb == "FFFFFF"
    eastern, width = length(66, 74)
    assert eastern.ink.rgb == theme.colour.ink.removeprefix("#")
    assert eastern.x > width / 2


def test_an_unknown_country_is_an_error_with_a_hint(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = structs.replace(samples.stance_map(), areas=(Area(iso="XYZ", name="Nowhere", category="opposed"),))
    for attempt in (
        lambda: draw(figure, samples.pdf(360, 187), theme, fonts=fonts),
        lambda: sketch(figure, theme, format="pdf", width=360),
    ):
        with pytest.raises(InputError) as caught:
            attempt()
        (found,) = caught.value.diagnostics
        assert found.code == "BG651"
        assert "XYZ" in found.message
        assert found.hint


def test_a_point_outside_the_frame_is_an_error(theme: Theme, fonts: tuple[Path, ...]) -> None:
    moscow = Spot(id="moscow", name="Moscow", lat=55.75, lon=37.62)
    figure = structs.replace(samples.stance_map(), spots=(moscow,))
    with pytest.raises(InputError, match="BG652"):
        draw(figure, samples.pdf(360, 187), theme, fonts=fonts)


def test_a_capital_that_a_low_map_crops_is_no_cause_for_alarm(theme: Theme, fonts: tuple[Path, ...]) -> None:
    result = drawing(samples.stance_map(), samples.pdf(360, 152), theme, fonts=fonts)
    assert "Nur-Sultan" not in [m.text for m in samples.labels(result.scene)]
    assert not [d for d in result.diagnostics if "Nur-Sultan" in d.message]


def test_a_subject_without_room_for_its_name_stops_the_map(theme: Theme, fonts: tuple[Path, ...]) -> None:
    with pytest.raises(InputError, match="BG653"):
        draw(samples.stance_map(), samples.pdf(90, 60), theme, fonts=fonts)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"areas": (Area(iso="TWN", name="Taiwan", category="opposed"),)}, "BG663"),
        ({"categories": (*samples.stance_map().categories, Category(id="x", label="x", role="opposed"))}, "BG656"),
        ({"frame": Frame(lon=(88, 46), lat=(29, 52))}, "BG661"),
        ({"areas": (Area(iso="AFG", name="Afghanistan", category="unheard-of"),)}, "BG656"),
    ],
)
def test_what_a_map_cannot_mean_is_an_error(change: dict[str, object], code: str, theme: Theme) -> None:
    with pytest.raises(InputError, match=code):
        sketch(structs.replace(samples.stance_map(), **change), theme, format="pdf", width=360)
