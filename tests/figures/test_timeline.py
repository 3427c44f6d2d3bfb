"""Timelines: every event is shown at its date, by its status, with a label that nothing touches."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from briefgen.errors import InputError
from briefgen.figures import draw, sketch
from briefgen.figures.axis import Axis
from briefgen.figures.faces import lettering
from briefgen.figures.lanes import STATUSES, plan
from briefgen.figures.packing import Slot, packed
from briefgen.model.figure import Target, Timeline, TimelineMark
from briefgen.model.scene import Group
from briefgen.model.theme import Theme
from briefgen.model.timeline import Cut, Tick

from . import samples

TARGETS = [
    samples.pdf(470, 170),
    samples.pdf(470, 150),
    samples.pdf(360, 190),
    samples.pptx(871, 342, 16),
    samples.pptx(871, 250),
]


@pytest.mark.parametrize("target", TARGETS, ids=lambda t: f"{t.format}-{t.width:.0f}x{t.height:.0f}")
def test_every_event_stands_in_the_scene_and_nothing_collides(
    target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    figure = samples.dates_timeline()
    scene = draw(figure, target, theme, fonts=fonts)
    assert (scene.width, scene.height) == (target.width, target.height)
    texts = [m.text for m in samples.labels(scene)]
    for mark in figure.marks:
        assert texts.count(mark.label) == 1
    for tick in figure.ticks:
        assert tick.label in texts
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= target.smallest


@pytest.mark.parametrize("target", TARGETS, ids=lambda t: f"{t.format}-{t.width:.0f}x{t.height:.0f}")
def test_no_label_is_struck_by_a_rule_or_a_marker_not_its_own(
    target: Target, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = draw(samples.dates_timeline(), target, theme, fonts=fonts)
    boxes = [(m.text, samples.box(m)) for m in samples.labels(scene)]
    for path in samples.paths(scene):
        if path.name in ("Marker", "Key date"):
            commands = iter(path.commands)
            for start in commands if path.name == "Key date" else ():
                end = next(commands)
                line = (start[1], end[2], start[1], start[2])
                assert not [t for t, b in boxes if samples.overlap(line, b)]
            if path.name == "Marker":
                assert not [t for t, b in boxes if samples.overlap(samples.extent(path), b)]


def test_no_rule_strikes_the_name_of_a_month(theme: Theme, fonts: tuple[Path, ...]) -> None:
    names = ("January 2022", "February", "March", "April", "May", "June", "July", "August", "September")
    names = (*names, "October", "November", "December")
    mark = structs.replace(samples.dates_timeline().marks[0], first=dt.date(2022, 5, 2), last=dt.date(2022, 5, 2))
    first, last = dt.date(2022, 1, 1), dt.date(2022, 12, 31)
    ticks = tuple(Tick(day=dt.date(2022, n, 1), label=name) for n, name in enumerate(names, 1))
    year = structs.replace(samples.dates_timeline(), first=first, last=last, ticks=ticks, marks=(mark,))
    scene = draw(year, samples.pdf(470, 150), theme, fonts=fonts)
    boxes = [samples.box(m) for m in samples.labels(scene) if m.text in names]
    assert 6 < len(boxes) < 12
    for rule in (p for p in samples.paths(scene) if p.name == "Rule"):
        for (_, x, y), (_, _, end) in zip(rule.commands[::2], rule.commands[1::2], strict=True):
            assert not [b for b in boxes if samples.overlap((x, min(y, end), x, max(y, end)), b)]


def test_a_marker_stands_at_its_date(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = samples.dates_timeline()
    scene = draw(figure, samples.pdf(470, 170), theme, fonts=fonts)
    places = {}
    for mark in figure.marks:
        if not mark.spans:
            group = samples.group(scene, f"Event {mark.event} ")
            x0, _, x1, _ = samples.extent(next(p for p in group.marks if p.name == "Marker"))
            places[mark.event] = (mark.first, (x0 + x1) / 2)
    (day_a, a), (day_b, b) = places["e033"], places["e086"]
    per_day = (b - a) / (day_b - day_a).days
    for day, x in places.values():
        assert x == pytest.approx(a + per_day * (day - day_a).days, abs=0.1)


def test_a_span_reaches_from_its_first_day_to_its_last(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.dates_timeline(), samples.pdf(470, 170), theme, fonts=fonts)
    bar = next(p for p in samples.group(scene, "Event e054").marks if p.name == "Marker")
    august = samples.group(scene, "From August")
    x0, _, x1, _ = samples.extent(bar)
    assert x0 == pytest.approx(samples.extent(august.marks[0])[0], abs=0.05)
    assert x1 == pytest.approx(470 - 0.46 * 8.6, abs=0.3)  # a marker on the last day has room


def test_the_six_statuses_have_six_shapes(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = samples.dates_timeline()
    marks = tuple(
        TimelineMark(event=s, label=s, status=s, lane=0, first=dt.date(2021, 7, n + 1), last=dt.date(2021, 7, n + 1))
        for n, s in enumerate(STATUSES)
    )
    scene = draw(structs.replace(figure, marks=marks), samples.pdf(470, 200), theme, fonts=fonts)
    shapes = set()
    for status in STATUSES:
        marker = next(p for p in samples.group(scene, f"Event {status}").marks if p.name == "Marker")
        shapes.add(("".join(c[0] for c in marker.commands), marker.stroke is None, marker.fill and marker.fill.rgb))
    diamond, square = (
        next(p for p in samples.group(scene, f"Event {s}").marks if p.name == "Marker") for s in ("reported", "planned")
    )
    assert diamond.commands[0][1] != square.commands[0][1]
    assert len(shapes) == 5  # diamond and square share commands, and are told apart above
    assert {m.text for m in samples.labels(scene)} >= set(STATUSES)


def test_the_legend_explains_what_is_shown_and_no_more(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(samples.dates_timeline(), samples.pdf(470, 170), theme, fonts=fonts)
    keys = [m.name for m in samples.every(scene) if m.name.startswith("Key ") and m.name != "Key date"]
    assert keys == ["Key done", "Key reported", "Key announced, pledged or wished", "Key period"]


def test_sketch_gives_a_height_at_which_everything_fits(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = samples.dates_timeline()
    for format, width in (("pdf", 360.0), ("pdf", 470.0), ("pptx", 871.0)):
        room = sketch(figure, theme, format=format, width=width)
        make = samples.pdf if format == "pdf" else samples.pptx
        scene = draw(figure, make(width, room.least), theme, fonts=fonts)
        assert samples.cut(scene) == []
        with pytest.raises(InputError, match="BG655"):
            draw(figure, make(width, room.least - 1), theme, fonts=fonts)
        assert room.most > room.least


def test_a_label_goes_left_where_right_would_cross_the_key_date(theme: Theme, fonts: tuple[Path, ...]) -> None:
    layout = plan(samples.dates_timeline(), 470, 8.2, lettering(theme, "pdf", fonts))
    slots = {slot.mark.event: slot for lane in layout.lanes for row in lane.rows for slot in row}
    assert layout.key is not None
    assert slots["e040"].right < slots["e040"].first < layout.key  # 27 July: the label would reach past 15 August
    assert slots["e033"].left > slots["e033"].first
    assert not any(slot.crosses for slot in slots.values())


def test_a_label_without_room_is_an_error_that_names_the_event(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = samples.dates_timeline()
    long = structs.replace(figure.marks[0], label="x" * 200)
    with pytest.raises(InputError) as caught:
        draw(structs.replace(figure, marks=(long, *figure.marks[1:])), samples.pdf(470, 300), theme, fonts=fonts)
    (found,) = caught.value.diagnostics
    assert found.code == "BG654"
    assert "e033" in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": "rumoured"}, "BG659"),
        ({"first": dt.date(2022, 1, 1), "last": dt.date(2022, 1, 1)}, "BG658"),
        ({"lane": 9}, "BG658"),
    ],
)
def test_a_mark_that_cannot_stand_anywhere_is_an_error(change: dict[str, object], code: str, theme: Theme) -> None:
    figure = samples.dates_timeline()
    wrong = structs.replace(figure.marks[0], **change)
    with pytest.raises(InputError, match=code):
        sketch(structs.replace(figure, marks=(wrong,)), theme, format="pdf", width=470)


def test_no_events_is_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(structs.replace(samples.dates_timeline(), marks=()), theme, format="pdf", width=470)


def test_many_events_of_one_day_get_rows_of_their_own(theme: Theme, fonts: tuple[Path, ...]) -> None:
    day = dt.date(2021, 8, 20)
    marks = tuple(
        TimelineMark(event=f"e{n}", label=f"Event number {n}", status="done", lane=0, first=day, last=day)
        for n in range(14)
    )
    figure: Timeline = structs.replace(samples.dates_timeline(), marks=marks)
    room = sketch(figure, theme, format="pdf", width=470)
    scene = draw(figure, samples.pdf(470, room.least), theme, fonts=fonts)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []


def test_a_date_known_to_the_month_stands_in_its_middle(theme: Theme, fonts: tuple[Path, ...]) -> None:
    figure = samples.dates_timeline()
    vague = structs.replace(figure.marks[0], first=dt.date(2021, 9, 1), last=dt.date(2021, 9, 30), label="Some day")
    scene = draw(structs.replace(figure, marks=(vague,)), samples.pdf(470, 120), theme, fonts=fonts)
    marker = samples.extent(next(p for p in samples.group(scene, "Event e033").marks if p.name == "Marker"))
    rules = {m: samples.extent(samples.group(scene, f"From {m}").marks[0])[0] for m in ("September", "October")}
    assert (marker[0] + marker[2]) / 2 == pytest.approx(sum(rules.values()) / 2, abs=0.1)


def century() -> Timeline:
    """Events over 148 years, of which 33 are left out."""
    marks = tuple(
        TimelineMark(
            event=f"e{n}",
            label=label,
            status="done",
            lane=lane,
            first=dt.date(first, 1, 1),
            last=dt.date(last, 12, 31),
            spans=first != last,
        )
        for n, (label, lane, first, last) in enumerate(
            [
                ("Southern border drawn", 0, 1872, 1975),
                ("North-eastern border set", 0, 1873, 1873),
                ("Bolsheviks recognise Kabul", 0, 1919, 1919),
                ("Soviet invasion", 0, 1979, 1979),
                ("Afghanistan joins the OIC", 1, 1969, 1969),
                ("Russia in extended troika", 1, 2019, 2019),
            ]
        )
    )
    years = [y for y in range(1880, 2020, 10) if not 1936 <= y <= 1968]
    return Timeline(
        words=samples.words("history"),
        first=dt.date(1872, 1, 1),
        last=dt.date(2019, 12, 31),
        lanes=("Russia, USSR", "Organisations"),
        marks=marks,
        ticks=tuple(Tick(day=dt.date(y, 1, 1), label=str(y)) for y in years),
        statuses=(("done", "done"), ("period", "period")),
        cuts=(Cut(first=dt.date(1936, 1, 1), last=dt.date(1968, 12, 31)),),
    )


@pytest.mark.parametrize("target", [samples.pdf(470, 120), samples.pdf(360, 150), samples.pptx(871, 250, 16)])
def test_years_that_are_left_out_tear_the_axis(target: Target, theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(century(), target, theme, fonts=fonts)
    gap = samples.extent(next(m for m in samples.group(scene, "Years left out 1").marks if m.name == "Gap"))
    found = {m.name: m for m in samples.every(scene) if m.name.startswith("From ")}
    # a rule without a name of its own stands for its group
    rules = {int(name[5:]): m.marks[0] if isinstance(m, Group) else m for name, m in found.items()}
    places = {year: samples.extent(rule)[0] for year, rule in rules.items()}
    before, after = (places[1930] - places[1880]) / 50, (places[2010] - places[1970]) / 40
    assert before == pytest.approx(after, rel=0.01)
    assert places[1930] < gap[0] < gap[2] < places[1970]
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []


def test_a_bar_over_a_gap_is_torn_and_no_edge_of_the_gap_strikes_a_label(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(century(), samples.pdf(470, 120), theme, fonts=fonts)
    bars = [m for m in samples.group(scene, "Event e0 ").marks if m.name == "Marker"]
    gap = samples.group(scene, "Years left out 1")
    inside, edges = (next(m for m in gap.marks if m.name == name) for name in ("Gap", "Edges"))
    assert [samples.extent(b)[2] for b in bars[:1]] == pytest.approx([samples.extent(inside)[0]], abs=0.05)
    assert [samples.extent(b)[0] for b in bars[1:]] == pytest.approx([samples.extent(inside)[2]], abs=0.05)
    for (_, x, low), (_, _, high) in zip(edges.commands[::2], edges.commands[1::2], strict=True):
        stroke = (x - 0.1, min(low, high), x + 0.1, max(low, high))
        assert not [m.text for m in samples.labels(scene) if samples.overlap(stroke, samples.box(m))]


def test_markers_at_both_ends_of_the_axis_are_whole(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = draw(century(), samples.pdf(470, 120), theme, fonts=fonts)
    assert max(samples.extent(p)[2] for p in samples.paths(scene)) <= 470.01


def test_a_crowded_lane_takes_no_more_rows_than_labels_on_their_better_side_would() -> None:
    letters = lettering(samples.theme(), "pdf", samples.fonts())
    days = [dt.date(2021, 6, 1) + dt.timedelta(days=(n * n * 7) % 150) for n in range(14)]
    marks = tuple(
        TimelineMark(event=f"e{n:02}", label="An event of some kind", status="done", lane=0, first=day, last=day)
        for n, day in enumerate(days)
    )
    figure = structs.replace(samples.dates_timeline(), marks=marks)
    axis = Axis(figure, 60, 470, 10)
    some = [(slot(m, axis.at(m.first), side), slot(m, axis.at(m.first), -side)) for m in marks for side in (1,)]
    assert len(packed([list(options) for options in some], 6)) < len(packed([[right] for right, _ in some], 6))
    assert len(plan(figure, 470, 8.6, letters).lanes[0].rows) <= 6


def slot(mark: TimelineMark, x: float, side: int) -> Slot:
    """A mark whose label stands right (1) or left (-1) of it."""
    near, far = x + side * 6, x + side * 96
    return Slot(mark=mark, first=x - 3, last=x + 3, left=min(near, far), right=max(near, far))
