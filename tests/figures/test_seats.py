"""Overviews of formats: lines that join seats, marks that differ without colour, counts, nothing that collides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.figures import sketch
from briefgen.model.scene import Path as Mark
from briefgen.model.scene import Scene
from briefgen.model.seats import Bloc, Format, Seat, Seats
from briefgen.model.theme import Theme

from . import samples

HOST, FULL, PART, ABSENT = Seat.HOST, Seat.FULL, Seat.PART, Seat.ABSENT
SEATS = Seats(
    words=samples.words("seats"),
    blocs=(
        Bloc(actors=("us",), names=("US",)),
        Bloc(actors=("russia",), names=("Russia",), stressed=True),
        Bloc(actors=("china", "pakistan"), names=("China", "Pakistan")),
        Bloc(actors=("taliban",), names=("Taliban",)),
        Bloc(actors=("india", "iran", "states"), names=("India", "Iran", "Central Asian states")),
    ),
    formats=(
        Format(
            id="moscow",
            name="Moscow format",
            about="Russia’s main track",
            seats=(None, HOST, FULL, FULL, FULL),
            full=7,
            part=0,
            printed="7",
        ),
        Format(
            id="troika",
            name="Extended troika",
            about="",
            seats=(FULL, FULL, FULL, None, PART),
            full=4,
            part=3,
            printed="4 + 3",
        ),
        Format(
            id="cpec",
            name="China-Pakistan Economic Corridor",
            about="named so",
            seats=(ABSENT, None, FULL, PART, None),
            full=2,
            part=1,
            printed="2 + 1",
        ),
    ),
    counts=("1", "2", "3", "1 + 1", "1 + 1"),
    key=((HOST, "host"), (FULL, "member"), (PART, "observer"), (ABSENT, "not invited"), (None, "not stated")),
    named="Seats",
    held="Formats each is in",
)


def drawn(
    figure: Seats, theme: Theme, fonts: tuple[Path, ...], width: float = 470, part: float = 1.0, format: str = "pdf"
) -> Scene:
    target = samples.pdf(width, 0) if format == "pdf" else samples.pptx(width, 0, 18)
    return samples.between(figure, theme, fonts, width, part, target)


def named(scene: Scene, row: str, name: str) -> Mark:
    found = next(m for m in samples.group(scene, f"Format {row}").marks if m.name == name)
    assert isinstance(found, Mark)
    return found


@pytest.mark.parametrize("part", [0.0, 1.0])
@pytest.mark.parametrize(("format", "width"), [("pdf", 470.0), ("pdf", 340.0), ("pptx", 871.0)])
def test_no_label_overlaps_or_is_cut(
    format: str, width: float, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(SEATS, theme, fonts, width, part, format)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    assert min(m.size for m in samples.labels(scene)) >= (8 if format == "pdf" else 14)


def test_each_actor_has_a_seat_below_its_name_in_each_row(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(SEATS, theme, fonts)
    for form in SEATS.formats:
        marks = [m for m in samples.group(scene, f"Format {form.name}").marks if m.name.startswith("Seat ")]
        assert len(marks) == 8
    names = {m.name: m.x for m in samples.labels(scene) if m.name.startswith("Name ")}
    left, _, right, _ = samples.extent(named(scene, "Extended troika", "Seat US: full"))
    assert (left + right) / 2 == pytest.approx(names["Name US"], abs=0.05)


def test_a_line_runs_from_the_first_seat_to_the_last(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(SEATS, theme, fonts)
    line = samples.extent(named(scene, "Extended troika", "Line"))
    first = samples.extent(named(scene, "Extended troika", "Seat US: full"))
    last = samples.extent(named(scene, "Extended troika", "Seat Central Asian states: part"))
    assert line[0] == pytest.approx((first[0] + first[2]) / 2, abs=0.5)
    assert line[2] == pytest.approx((last[0] + last[2]) / 2, abs=0.5)


def test_where_a_line_passes_over_others_it_is_thin_and_leaves_them_free(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(SEATS, theme, fonts)
    whole, thin = (named(scene, "Extended troika", name) for name in ("Line", "Line that passes"))
    assert thin.width < whole.width / 2
    dot = samples.extent(named(scene, "Extended troika", "Seat Taliban: not stated"))
    xs = sorted(float(c[1]) for c in thin.commands)
    assert xs[1] < dot[0]
    assert dot[2] < xs[2]
    assert "Line that passes" not in [m.name for m in samples.group(scene, "Format Moscow format").marks]


def test_the_seats_differ_without_colour(theme: Theme, fonts: tuple[Path, ...]) -> None:
    grey = replace(theme, chart=replace(theme.chart, focus=theme.colour.ink))
    scene = drawn(SEATS, grey, fonts)
    looks = set()
    for _, label in SEATS.key:
        shapes = [m for m in samples.every(samples.group(scene, f"Key {label}")) if isinstance(m, Mark)]
        looks.add(
            tuple(
                (len(p.commands), p.fill.rgb if p.fill else None, p.stroke is not None, round(p.width, 1))
                for p in shapes
            )
            + tuple(round(samples.extent(p)[2] - samples.extent(p)[0]) for p in shapes)
        )
    assert len(looks) == len(SEATS.key)


def test_bars_are_as_long_as_there_are_seats(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(SEATS, theme, fonts)

    def long(row: str, name: str) -> float:
        x0, _, x1, _ = samples.extent(named(scene, row, name))
        return x1 - x0

    seven = long("Moscow format", "Seats in full")
    assert long("Extended troika", "Seats in full") == pytest.approx(seven * 4 / 7, abs=0.1)
    outline = named(scene, "Extended troika", "Seats in part")
    assert outline.stroke is not None
    assert long("Extended troika", "Seats in part") == pytest.approx(seven * 3 / 7, abs=1)


def test_the_stressed_column_has_a_ground_and_a_bold_name(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(SEATS, theme, fonts)
    ground = next(p for p in samples.paths(scene) if p.name == "Ground")
    name = next(m for m in samples.labels(scene) if m.name == "Name Russia")
    assert samples.extent(ground)[0] < name.x < samples.extent(ground)[2]
    assert name.weight == 600


def test_names_over_a_column_take_the_room_that_is_left(theme: Theme, fonts: tuple[Path, ...]) -> None:
    narrow, wide = (
        next(m.text for m in samples.labels(drawn(SEATS, theme, fonts, width)) if m.name == "Name Central Asian states")
        for width in (320, 600)
    )
    assert narrow.count("\n") > wide.count("\n") == 0


def test_on_a_slide_the_type_is_as_large_as_there_is_room(theme: Theme, fonts: tuple[Path, ...]) -> None:
    sizes = [max(m.size for m in samples.labels(drawn(SEATS, theme, fonts, w, 1.0, "pptx"))) for w in (640.0, 871.0)]
    assert 14 <= sizes[0] < sizes[1]


def test_words_that_take_too_many_lines_are_an_error(theme: Theme) -> None:
    long = replace(SEATS.formats[0], name="Conference of provinces and districts " * 5)
    with pytest.raises(InputError, match=r"BG654.*\bprovinces"):
        sketch(replace(SEATS, formats=(long, *SEATS.formats[1:])), theme, format="pdf", width=470)


def test_columns_without_room_are_an_error(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG654"):
        sketch(SEATS, theme, format="pdf", width=220)


def test_one_format_is_no_overview(theme: Theme) -> None:
    with pytest.raises(InputError, match="BG662"):
        sketch(replace(SEATS, formats=SEATS.formats[:1]), theme, format="pdf", width=470)
