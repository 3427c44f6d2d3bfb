"""Colours that some eye may take for each other are told, with the eye, the distance and a colour that is apart."""

import random
import re
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert

from briefgen import read
from briefgen.errors import InputError
from briefgen.model.sight import BLIND, EYES, GREY, NORMAL, distance, seen
from briefgen.resources import asset

from .sample import write
from .test_contrasts import told

NAMES = dict(zip(BLIND, ("protanomaly", "deuteranomaly", "tritanomaly"), strict=True))


def told_of(folder: Path, name: str, *changes: tuple[str, str]) -> list[str]:
    """Return the warnings on a shipped theme after changes to its text."""
    project = write(folder)
    text = asset("themes", f"{name}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "themes").mkdir()
    (folder / "themes" / f"{name}.yaml").write_text(text, "utf-8")
    return [str(d) for d in read.theme(name, project).diagnostics]


def measured(colour: str, eye: str) -> np.ndarray:
    """Return what colorspacious says that an eye sees."""
    rgb = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    if eye != NORMAL:
        rgb = np.clip(
            cspace_convert(rgb, {"name": "sRGB1+CVD", "cvd_type": NAMES[eye], "severity": 100}, "sRGB1"), 0, 1
        )
    return np.asarray(cspace_convert(rgb, "sRGB1", "CAM02-UCS"))


@pytest.mark.parametrize("eye", EYES)
def test_what_an_eye_sees_is_what_colorspacious_says(eye: str) -> None:
    drawn = random.Random(7)
    colours = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF"]
    colours += [f"#{drawn.randrange(1 << 24):06X}" for _ in range(60)]
    for colour in colours:
        assert np.linalg.norm(measured(colour, eye) - np.array(seen(colour, eye))) < 0.01, colour


def test_a_distance_is_that_of_what_is_seen_and_in_grey_that_of_lightness() -> None:
    one, other = "#B5473C", "#6F7A2E"
    for eye in EYES:
        far = np.linalg.norm(measured(one, eye) - measured(other, eye))
        assert distance(one, other, eye) == pytest.approx(float(far), abs=0.02)
    light = abs(measured(one, NORMAL)[0] - measured(other, NORMAL)[0])
    assert distance(one, other, GREY) == pytest.approx(float(light), abs=0.02)


@pytest.mark.parametrize("name", ["chancery", "meridian"])
def test_the_shipped_themes_have_no_colours_that_are_too_close(name: str, tmp_path: Path) -> None:
    assert told_of(tmp_path, name) == []


def test_each_pair_is_told_once_with_all_eyes_and_a_colour_that_is_apart(tmp_path: Path) -> None:
    (found,) = told_of(tmp_path, "chancery", ('"#5F6B4A"', '"#5A6473"'))
    assert re.match(
        r"themes/chancery\.yaml:\d+:\d+: warning\[BG717\] `categories 2` #\w{6} and `categories 6` #5A6473 "
        r"are too close to every eye \(\d\.\d\), with protanopia \(\d\.\d\), with deuteranopia \(\d\.\d\), "
        r"with tritanopia \(\d\.\d\); what means different things needs a distance of 10\n"
        r'    hint: the nearest for `categories 6` that is apart from all others: "#\w{6}"$',
        found,
    )


def test_the_colour_in_the_hint_is_apart(tmp_path: Path) -> None:
    (found,) = told_of(tmp_path, "chancery", ('"#5F6B4A"', '"#5A6473"'))
    (better,) = re.findall(r'others: "(#\w{6})"', found)
    assert told_of(tmp_path / "again", "chancery", ('"#5F6B4A"', f'"{better}"')) == []


def test_categories_must_differ_in_grey_only_from_their_neighbours(tmp_path: Path) -> None:
    grey = [one for one in told_of(tmp_path, "chancery", ('"#586F7D"', '"#1F4A8A"')) if "in greyscale" in one]
    assert any("categories 1" in one and "categories 2" in one for one in grey), grey
    apart = told_of(tmp_path / "apart", "chancery", ('"#8C8374", ', '"#8C8374", "#1F4A8A", '))
    assert not any("in greyscale" in one and "categories 1" in one for one in apart), apart


def test_states_of_a_map_are_compared_too(tmp_path: Path) -> None:
    found = told_of(tmp_path, "meridian", ('conciliatory: "#8FC3CC"', 'conciliatory: "#E4ECEF"'))
    assert any("`map.land`" in one and "`map.conciliatory`" in one for one in found), found


def test_colours_that_no_letter_can_be_read_on_are_still_errors(tmp_path: Path) -> None:
    found = told(tmp_path, "chancery", ('"#8C8374", ', '"#7F7F7F", '))
    assert any("BG715" in one for one in found)
    with pytest.raises(InputError):
        read.theme("chancery", read.find(tmp_path))
