"""SVG as logos have it becomes paths; what would be drawn otherwise than it is meant is told with its line."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.scene import Ink, Path
from briefgen.read.svg import SvgError, emblem
from briefgen.read.svgpath import commands
from tests.support.house import HOUSE

SIZE = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"'


def drawn(inner: str, size: str = SIZE) -> tuple[Path, ...]:
    return emblem(f"<svg {size}>{inner}</svg>".encode()).paths


def told(text: str) -> str:
    with pytest.raises(SvgError) as caught:
        emblem(text.encode())
    return f"{caught.value.line}:{caught.value.column} {caught.value.message}"


def test_a_shape_stands_upright_in_the_scene() -> None:
    (path,) = drawn('<path id="mark" fill="#8a1c2c" d="M1 1h4v2z"/>')
    assert path == Path(
        name="mark",
        commands=(("M", 1.0, 9.0), ("L", 5.0, 9.0), ("L", 5.0, 7.0), ("Z",)),
        fill=Ink(rgb="8A1C2C"),
    )


def test_what_is_given_above_is_inherited_and_what_is_nearer_wins() -> None:
    style = "<style>.a, .b { fill: rgb(0, 128, 255) } .b { stroke: navy; stroke-width: 2px }</style>"
    group = '<g fill="red" opacity="0.5" transform="translate(2 1) scale(2)">{}</g>'
    shapes = '<path d="M0 0h1v1z"/><path class="b" d="M0 0h1v1z"/><path class="a" style="fill:#FFF" d="M0 0h1v1z"/>'
    plain, classed, own = drawn(style + group.format(shapes))
    assert plain.fill == Ink(rgb="FF0000", alpha=0.5)
    assert plain.commands == (("M", 2.0, 9.0), ("L", 4.0, 9.0), ("L", 4.0, 7.0), ("Z",))
    assert (classed.fill, classed.stroke, classed.width) == (
        Ink(rgb="0080FF", alpha=0.5),
        Ink(rgb="000080", alpha=0.5),
        4.0,
    )
    assert own.fill == Ink(rgb="FFFFFF", alpha=0.5)


def test_parts_that_turn_one_way_do_not_cut_holes_into_one_another() -> None:
    apart = drawn('<path d="M0 0h6v6h-6z M2 2h6v6h-6z"/>')
    assert len(apart) == 2
    ring = drawn('<path d="M0 0h6v6h-6z M2 2v2h2v-2z"/>')
    assert len(ring) == 1
    assert len(drawn('<path fill-rule="evenodd" d="M0 0h6v6h-6z M2 2h6v6h-6z"/>')) == 1


def test_path_data_may_be_as_short_as_it_can_be() -> None:
    assert commands("m1-1l.5.5-1e0 2H3v4z l1 0") == (
        ("M", 1.0, -1.0),
        ("L", 1.5, -0.5),
        ("L", 0.5, 1.5),
        ("L", 3.0, 1.5),
        ("L", 3.0, 5.5),
        ("Z",),
        ("M", 1.0, -1.0),
        ("L", 2.0, -1.0),
    )
    assert commands("M0 0Q3 3 6 0T12 0")[2] == ("C", 8.0, -2.0, 10.0, -2.0, 12.0, 0.0)
    assert commands("M0 0C0 1 1 2 2 2S4 3 4 4")[2] == ("C", 3.0, 2.0, 4.0, 3.0, 4.0, 4.0)
    assert commands("M0 0 1 1 2 2") == (("M", 0.0, 0.0), ("L", 1.0, 1.0), ("L", 2.0, 2.0))


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1", "11", "00"])
def test_arcs_stay_on_their_ellipse(flags: str) -> None:
    large, sweep = (int(f) for f in flags.replace(" ", ""))
    curves = commands(f"M3 0A3 3 0 {flags}0 3")[1:]
    assert curves[-1][-2:] == (0.0, 3.0)
    centre = (0.0, 0.0) if large != sweep else (3.0, 3.0)
    at = (3.0, 0.0)
    for curve in curves:
        (x1, y1), (x2, y2), end = (tuple(map(float, curve[n : n + 2])) for n in (1, 3, 5))
        for t in (0.25, 0.5, 0.75, 1.0):
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x = sum(w * v for w, v in zip(weights, (at[0], x1, x2, end[0]), strict=True))
            y = sum(w * v for w, v in zip(weights, (at[1], y1, y2, end[1]), strict=True))
            assert math.hypot(x - centre[0], y - centre[1]) == pytest.approx(3.0, abs=2e-3)
        at = (end[0], end[1])
    assert len(curves) == (3 if large else 1)


def test_plain_shapes_become_paths() -> None:
    shapes = drawn(
        '<rect width="4" height="2" rx="1"/><circle cx="5" cy="5" r="2"/><ellipse cx="9" cy="5" rx="2" ry="1"/>'
        '<polygon points="0,0 1,0 1,1"/><polyline points="0 0 1 0 1 1"/><line x2="4" y2="4" stroke="black"/>'
    )
    assert [p.name for p in shapes] == ["Rect", "Circle", "Ellipse", "Polygon", "Polyline", "Line"]
    assert [p.commands[-1] == ("Z",) for p in shapes] == [True, True, True, True, False, False]
    assert shapes[-1].fill is None


def test_what_other_programs_note_for_themselves_is_passed_over() -> None:
    size = f'{SIZE} xmlns:ink="http://www.inkscape.org/namespaces/inkscape"'
    inner = (
        '<ink:page x="1"/><title>x</title><metadata><any/></metadata><defs><linearGradient id="g"/></defs>'
        '<path d="M0 0h1v1z"/>'
    )
    assert len(drawn(inner, size)) == 1


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (
            '<text x="1">House</text>',
            "2:1 <text>: this is not drawn; give paths and plain shapes (turn text into outlines)",
        ),
        ('<image href="/etc/passwd"/>', "2:1 <image>: this is not drawn"),
        ('<use href="#a"/>', "2:1 <use>: this is not drawn"),
        ("<script>alert(1)</script>", "2:1 <script>: this is not drawn"),
        (
            '<path fill="url(#g)" d="M0 0h1v1z"/>',
            "2:1 <path>: it is filled with `url(#g)`, and only flat colours are drawn",
        ),
        ('<path fill="rebeccapurple" d="M0 0h1v1z"/>', "2:1 <path>: `rebeccapurple` is no colour that is known"),
        ('<g clip-path="url(#c)"/>', "2:1 <g>: it uses `clip-path`, and clipped shapes are not drawn"),
        ("<style>path { fill: red }</style>", "2:1 <style>: the selector `path` in <style> is not a single class"),
        ('<path d="M0 0h"/>', "2:1 <svg>: nothing is drawn in it"),
        ('<path d="M0 0L1"/>', "2:1 <path>: `L` has 1 numbers too many or too few"),
        ('<path d="L1 1"/>', "2:1 <path>: a path begins with M"),
        ('<path d="M0 0 # 1"/>', "2:1 <path>: `#` cannot stand in a path"),
        ('<path d="M0 0h1e999v1z"/>', "2:1 <path>: a coordinate has no bound"),
        ('<g transform="turn(3)"/>', "2:1 <g>: `turn` with 1 numbers is no transform"),
        ('<rect width="4cm" height="2"/>', "2:1 <rect>: `4cm` is no number in the drawing's own units"),
    ],
)
def test_what_is_not_drawn_is_told_with_its_line(inner: str, said: str) -> None:
    assert told(f"<svg {SIZE}>\n{inner}</svg>").startswith(said.replace("2:1 <svg>", "1:1 <svg>"))


def test_what_is_no_svg_is_told() -> None:
    assert told("\x89PNG") == "1:1 the file is not XML: not well-formed (invalid token)"
    assert told("<html/>") == "1:1 <html>: the file is not an SVG: its first element is not <svg>"
    assert told('<svg xmlns="http://www.w3.org/2000/svg"/>').startswith(
        "1:1 <svg>: it has no size; give it a `viewBox`"
    )
    assert "the file is not XML: no element found" in told(f"<svg {SIZE}>")


def test_entities_and_floods_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'
    assert told(bomb) == "1:27 the file declares entities, which are not followed"
    assert "more elements than a logo has" in told(f"<svg {SIZE}>" + "<g>" * 100 + "</g>" * 100 + "</svg>")
    assert "more elements than a logo has" in told(f"<svg {SIZE}>" + "<g/>" * 5000 + "</svg>")
    assert "more than 4000 lines and curves" in told(f'<svg {SIZE}><path d="M0 0{"h1" * 4001}"/></svg>')
    assert "it has more than 8000 characters" in told(f"<svg {SIZE}><style>{'/*' * 5000}</style></svg>")


WHOLE = (HOUSE / "themes" / "harbour.svg").read_bytes()
PIECES = (
    b"<",
    b">",
    b"/",
    b'"',
    b"nan",
    b"1e999",
    b"url(#x)",
    b"\xff",
    b"&#0;",
    b"<g>",
    b"M",
    b"A",
    b"transform=",
    b"%",
)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 40), st.sampled_from(PIECES)), max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_file_is_drawn_or_told(changes: list[tuple[int, int, bytes]]) -> None:
    data = WHOLE
    for at, cut, piece in changes:
        data = data[:at] + piece + data[at + cut :]
    try:
        paths = emblem(data).paths
    except SvgError as error:
        told_at, paths = error.line, ()
    else:
        told_at = 0
    assert bool(paths) != (told_at >= 1)
    assert all(math.isfinite(n) for p in paths for c in p.commands for n in c[1:] if isinstance(n, float))
