"""Colours that mean different things are told apart by every eye and in grey, or differ by more than colour.

A distance is that of CAM02-UCS, in which two colours side by side are just told apart at about 1. Colour-blind eyes
are simulated at full severity after Machado, Oliveira and Fernandes (2009); grey keeps nothing but lightness.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

import msgspec
import numpy as np
import pytest
import yaml
from colorspacious import cspace_convert
from msgspec.structs import replace

from briefgen.figures.maps.fills import Fill, fill
from briefgen.model.maps import ROLES
from briefgen.model.theme import Theme
from briefgen.resources import asset

EYES = ("normal", "deuteranomaly", "protanomaly", "tritanomaly")
GREY = "grey"
APART = 10.0
"""How far apart two colours are that cannot be taken for each other where they do not touch."""
Pairs = Iterable[tuple[str, str]]


def theme(name: str) -> Theme:
    return msgspec.convert(yaml.safe_load(asset("themes", f"{name}.yaml").read_text(encoding="utf-8")), Theme)


def seen(colour: str, eye: str) -> np.ndarray:
    """Return what an eye makes of a colour, in CAM02-UCS."""
    rgb = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    if eye not in ("normal", GREY):
        rgb = np.clip(cspace_convert(rgb, {"name": "sRGB1+CVD", "cvd_type": eye, "severity": 100}, "sRGB1"), 0, 1)
    light, red, yellow = cspace_convert(rgb, "sRGB1", "CAM02-UCS")
    return np.array([light, 0, 0] if eye == GREY else [light, red, yellow])


def near(pairs: Pairs, eyes: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return the pairs that an eye may take for each other."""
    return [(eye, a, b) for eye in eyes for a, b in pairs if float(np.linalg.norm(seen(a, eye) - seen(b, eye))) < APART]


@pytest.fixture(params=["chancery", "meridian"])
def house(request: pytest.FixtureRequest) -> Theme:
    return theme(request.param)


@pytest.mark.parametrize(
    ("a", "b", "blind"),
    [
        ("#B5473C", "#6F7A2E", "deuteranomaly"),
        ("#8A1C2C", "#3A342E", "protanomaly"),
        ("#00A0B0", "#2E9E6B", "tritanomaly"),
        ("#B5473C", "#6F7A2E", GREY),
    ],
)
def test_colours_that_differ_only_for_some_are_found(a: str, b: str, blind: str) -> None:
    assert near([(a, b)], ["normal"]) == []
    assert near([(a, b)], [blind])


def test_no_two_categories_are_alike_to_any_eye(house: Theme) -> None:
    assert near(list(combinations(house.chart.categories, 2)), EYES) == []


def test_neighbouring_categories_differ_in_grey(house: Theme) -> None:
    assert near(list(pairwise(house.chart.categories)), [GREY]) == []


def test_what_is_stressed_differs_from_the_rest_to_every_eye_and_in_grey(house: Theme) -> None:
    chart, colour = house.chart, house.colour
    assert near([(chart.focus, chart.other), (chart.focus, colour.ink)], [*EYES, GREY]) == []


def alike(looks: Mapping[str, Fill], ground: str) -> list[tuple[str, str, str]]:
    """Return the roles that an eye may take for each other: of one hatch, or of none, and too near in colour."""
    fills = {**looks, "no role": Fill(colour=ground)}
    return [
        (eye, one, other)
        for (one, a), (other, b) in combinations(fills.items(), 2)
        if bool(a.hatch) == bool(b.hatch)
        for eye, *_ in near([(a.colour, b.colour)], [*EYES, GREY])
    ]


def test_states_of_different_roles_differ_in_colour_or_in_hatch(house: Theme) -> None:
    looks = {role: fill(role, house) for role in ROLES}
    assert alike(looks, house.map.land) == []
    assert near([(look.colour, look.hatch) for look in looks.values() if look.hatch], [*EYES, GREY]) == []


def test_without_its_hatch_an_opposed_state_would_be_taken_for_the_focus() -> None:
    chancery = theme("chancery")
    looks = {role: replace(fill(role, chancery), hatch=None) for role in ROLES}
    assert ("protanomaly", "focus", "opposed") in alike(looks, chancery.map.land)
