"""Small maps of groups: one frame and scale, members by their standing, those beyond the frame or too small told."""

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.figures import draw, sketch
from briefgen.model.figure import Target
from briefgen.model.maps import Area, Category, Frame, GroupMaps, Panel
from briefgen.model.scene import Path as Shape
from briefgen.model.scene import Scene
from briefgen.model.theme import Theme

from . import samples


def panel(name: str, *members: tuple[str, str, str], others: tuple[str, ...] = ()) -> Panel:
    areas = tuple(Area(iso=iso, name=country, category=role) for iso, country, role in members)
    return Panel(id=name.lower(), name=name, members=areas, others=others)


AFGHANISTAN = ("AFG", "Afghanistan", "conciliatory")
PANELS = (
    panel("OIC", AFGHANISTAN, ("RUS", "Russia", "mixed")),
    panel("SAARC", AFGHANISTAN, ("PAK", "Pakistan", "unknown")),
    panel("SCO", ("AFG", "Afghanistan", "mixed")),
    panel("Troika", ("RUS", "Russia", "focus"), ("USA", "United States", "conciliatory"), others=("Taliban",)),
)
FIGURE = GroupMaps(
    words=samples.words("bodies"),
    ground=samples.ground(orient=True),
    panels=PANELS,
    categories=(
        Category(id="conciliatory", label="member", role="conciliatory"),
        Category(id="mixed", label="observer", role="mixed"),
        Category(id="unknown", label="other", role="unknown"),
        Category(id="focus", label="host", role="focus"),
    ),
    focus=("AFG",),
    frame=Frame(lon=(30, 145), lat=(10, 70)),
)
WIDTHS = (samples.pdf(440, 0), samples.pdf(300, 0), samples.pptx(871, 0), samples.pptx(508, 0))


def drawn(target: Target, part: float, theme: Theme, fonts: tuple[Path, ...]) -> Scene:
    return samples.between(FIGURE, theme, fonts, target.width, part, target)


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("target", WIDTHS, ids=lambda t: f"{t.format}-{t.width:.0f}")
def test_panels_of_one_size_fill_the_height_and_no_word_is_cut(
    target: Target, part: float, theme: Theme, fonts: tuple[Path, ...]
) -> None:
    scene = drawn(target, part, theme, fonts)
    assert samples.overlapping(scene) == []
    assert samples.cut(scene) == []
    seas = [samples.extent(p) for p in samples.paths(scene) if p.name == "Sea"]
    assert len({(round(x1 - x0), round(y1 - y0)) for x0, y0, x1, y1 in seas}) == 1
    assert len(seas) == len(PANELS)
    low = min(samples.box(label)[1] for label in samples.labels(scene))
    assert low < 2.5 * target.text, "nothing is left empty below"


def test_members_are_filled_by_their_standing_and_the_focus_is_outlined(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(WIDTHS[0], 1.0, theme, fonts)
    found = {p.name: [m for m in samples.group(scene, f"Panel {p.name}").marks if isinstance(m, Shape)] for p in PANELS}
    fills = {
        name: {m.name: m.fill.rgb for m in marks if m.name.startswith("Country ") and m.fill}
        for name, marks in found.items()
    }
    member, host = (c.removeprefix("#") for c in (theme.map.conciliatory, theme.map.focus))
    assert fills["OIC"] == {"Country Afghanistan (AFG)": member, "Country Russia (RUS)": member}
    assert fills["Troika"] == {"Country Russia (RUS)": host}
    hatched = {name: {m.name for m in marks if m.pattern} for name, marks in found.items()}
    assert hatched["OIC"] == {"Country Russia (RUS) hatch"}
    assert hatched["SAARC"] == {"Country Pakistan (PAK) hatch"}
    assert all(any(m.name == "Outline Afghanistan" for m in found[name]) for name in ("OIC", "SAARC", "SCO"))


def test_who_is_not_in_the_frame_or_has_no_territory_is_named_beneath(theme: Theme, fonts: tuple[Path, ...]) -> None:
    scene = drawn(WIDTHS[0], 1.0, theme, fonts)
    texts = {m.name: " ".join(m.text.split()) for m in samples.group(scene, "Panel Troika").marks if hasattr(m, "text")}
    assert texts == {"Title": "Troika", "Members": "Russia Not in the frame: United States Also: Taliban"}


def test_a_member_too_small_to_be_seen_has_a_marker(theme: Theme, fonts: tuple[Path, ...]) -> None:
    italy, marino = ("ITA", "Italy", "conciliatory"), ("SMR", "San Marino", "conciliatory")
    figure = GroupMaps(
        words=FIGURE.words, ground=FIGURE.ground, panels=(panel("Two", italy, marino),), categories=FIGURE.categories
    )
    room = sketch(figure, theme, format="pdf", width=300)
    scene = draw(figure, samples.pdf(300, room.most), theme, fonts=fonts)
    assert [p.name for p in samples.paths(scene) if p.name.endswith("marker")] == ["Country San Marino (SMR) marker"]


def test_more_maps_than_have_room_are_an_error(theme: Theme, fonts: tuple[Path, ...]) -> None:
    with pytest.raises(InputError, match="BG655"):
        draw(FIGURE, samples.pptx(300, 200), theme, fonts=fonts)
