"""Each pair of colours of a theme that is too close is told, with its ratio and the nearest colour that passes."""

import re
from pathlib import Path

import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.model.colour import contrast, nearest
from briefgen.resources import asset

from .sample import write


def told(folder: Path, name: str, *changes: tuple[str, str]) -> list[str]:
    """Return what is said of a shipped theme after changes to its text."""
    project = write(folder)
    text = asset("themes", f"{name}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "themes").mkdir()
    (folder / "themes" / f"{name}.yaml").write_text(text, "utf-8")
    try:
        read.theme(name, project)
    except InputError as error:
        return [str(d) for d in error.diagnostics]
    return []


def test_grey_text_is_told_for_each_ground_with_one_colour_that_passes_on_all(tmp_path: Path) -> None:
    assert told(tmp_path, "chancery", ('mute: "#5E564D"', 'mute: "#8A8178"')) == [
        f"themes/chancery.yaml:11:9: error[BG715] `mute` #8A8178 has a contrast of {ratio} with {ground}; "
        'text needs 4.5\n    hint: the nearest that passes: "#736C64"'
        for ratio, ground in (
            ("3.33", "`map.land` #F3EFE6"),
            ("3.39", "`panel` #F5F1E8"),
            ("3.82", "`paper` #FFFFFF"),
        )
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "meridian",
            'pale: "#CFE3E6"',
            'pale: "#7DA9B2"',
            "`pale` #7DA9B2 has a contrast of 3.14 with `ground`",
        ),
        ("meridian", 'on_ground: "#FFFFFF"', 'on_ground: "#88A0A8"', "with `ground` #00586A; text needs 4.5"),
        (
            "meridian",
            'label_on_ground: "#F8C49F"',
            'label_on_ground: "#C48A60"',
            "with `ground` #00586A; text needs 4.5",
        ),
        ("chancery", '"TLP:RED": "#FF2B2B"', '"TLP:RED": "#8A0000"', "`TLP:RED` #8A0000 has a contrast of 2.08 with"),
        ("chancery", 'ground: "#F5F1E8"', 'ground: "#1F3D36"', "`accent` #8A1C2C has a contrast of 1.28 with `ground`"),
        ("chancery", 'other: "#9B896B"', 'other: "#C9BDA6"', "`other` #C9BDA6 has a contrast of 1.85 with `paper`"),
        ("chancery", 'control: "#5E564D"', 'control: "#B5ADA3"', "what carries meaning needs 3"),
        (
            "chancery",
            '"#8C8374", ',
            '"#7F7F7F", ',
            "`categories 4` #7F7F7F has a contrast of 4.21 with `ink`",
        ),
    ],
)
def test_what_cannot_be_told_apart_is_told(name: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    found = told(tmp_path, name, (old, new))
    assert any(said in one for one in found), found
    assert all(re.search(r"\.yaml:\d+:\d+: error\[BG71[56]\]", one) and "hint: " in one for one in found)


def test_the_colour_in_the_hint_passes(tmp_path: Path) -> None:
    found = told(tmp_path, "meridian", ('pale: "#CFE3E6"', 'pale: "#7DA9B2"'))
    (better,) = {re.findall(r'passes: "(#[0-9A-F]{6})"', one)[0] for one in found}
    assert told(tmp_path / "again", "meridian", ('pale: "#CFE3E6"', f'pale: "{better}"')) == []


def test_where_nothing_passes_on_all_grounds_the_grounds_are_named(tmp_path: Path) -> None:
    found = told(tmp_path, "chancery", ('panel: "#F5F1E8"', 'panel: "#6F6A60"'))
    assert any(
        "none passes on `paper` and `panel` and `map.land` at once: bring these together" in one for one in found
    )


def test_the_nearest_colour_keeps_its_hue_and_moves_no_further_than_it_must() -> None:
    assert nearest("#8A1C2C", (("#FFFFFF", 4.5),)) == "#8A1C2C"
    found = nearest("#E08A4A", (("#FFFFFF", 3.0),))
    assert found == "#DC7C35"
    assert 3.0 <= contrast(found, "#FFFFFF") < 3.05
    assert nearest("#777777", (("#000000", 5.0), ("#FFFFFF", 5.0))) is None
