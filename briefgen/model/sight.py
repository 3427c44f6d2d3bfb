"""How far apart two colours are to an eye: normal, blind to red, green or blue, or given no colour at all.

Distances are those of CAM02-UCS (Luo, Cui and Li 2006) in the surroundings that sRGB supposes; two colours side by
side are just told apart at about 1. Colour-blind sight is simulated at full severity after Machado, Oliveira and
Fernandes (2009); grey keeps nothing but lightness.
"""

import math
from collections.abc import Iterable
from functools import lru_cache

from .colour import channels

Three = tuple[float, float, float]
Matrix = tuple[Three, Three, Three]

NORMAL, GREY = "normal", "grey"
BLIND: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
EYES = (NORMAL, *BLIND)

_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_CAT02: Matrix = ((0.7328, 0.4296, -0.1624), (-0.7036, 1.6975, 0.0061), (0.0030, 0.0136, 0.9834))
_BACK: Matrix = (
    (1.096123820835514, -0.278869000218287, 0.182745179382773),
    (0.454369041975359, 0.473533154307412, 0.072097803717229),
    (-0.009627608738429, -0.005698031216113, 1.015325639954543),
)
_HPE: Matrix = ((0.38971, 0.68898, -0.07868), (-0.22981, 1.18340, 0.04641), (0.0, 0.0, 1.0))
_WHITE: Three = (95.047, 100.0, 108.883)
_ADAPTING, _GROUND = 64 / math.pi / 5, 20.0
"""Luminance to which the eye has adapted in cd/m2, and that of the ground as a part of white's 100."""
_SURROUND, _EXPONENT, _CHROMA = 1.0, 0.69, 1.0
"""F, c and N_c of an average surround."""


def distance(one: str, other: str, eye: str) -> float:
    """Return how far apart two colours are to an eye of `EYES`, or in `GREY`."""
    if eye == GREY:
        return abs(seen(one)[0] - seen(other)[0])
    return math.dist(seen(one, eye), seen(other, eye))


@lru_cache(maxsize=1 << 10)
def seen(colour: str, eye: str = NORMAL) -> Three:
    """Return lightness, red against green and yellow against blue of a colour in CAM02-UCS."""
    linear = _three(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in _shares(colour))
    if eye in BLIND:
        linear = _three(min(1.0, max(0.0, v)) for v in _times(BLIND[eye], linear))
    return _appearance(_three(100 * v for v in _times(_XYZ, linear)))


def _appearance(xyz: Three) -> Three:
    """Return what CIECAM02 makes of a colour, as CAM02-UCS measures it."""
    k = 1 / (5 * _ADAPTING + 1)
    level = 0.2 * k**4 * 5 * _ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * _ADAPTING) ** (1 / 3)
    degree = _SURROUND * (1 - 1 / 3.6 * math.exp((-_ADAPTING - 42) / 92))
    n = _GROUND / _WHITE[1]
    induced: float = 0.725 * (1 / n) ** 0.2
    white = _times(_CAT02, _WHITE)
    adapted = _three(degree * _WHITE[1] / w + 1 - degree for w in white)

    def responses(of: Three) -> Three:
        cones = _times(_HPE, _times(_BACK, _three(d * v for d, v in zip(adapted, _times(_CAT02, of), strict=True))))
        return _three(_compressed(level * v / 100) for v in cones)

    def achromatic(r: float, g: float, b: float) -> float:
        return (2 * r + g + b / 20 - 0.305) * induced

    r, g, b = responses(xyz)
    red, yellow = r - 12 * g / 11 + b / 11, (r + g - 2 * b) / 9
    turned = math.atan2(yellow, red)
    eccentric = (math.cos(turned + 2) + 3.8) / 4
    share = max(0.0, achromatic(r, g, b)) / achromatic(*responses(_WHITE))
    light = 100 * share ** (_EXPONENT * (1.48 + math.sqrt(n)))
    strength = 50000 / 13 * _CHROMA * induced * eccentric * math.hypot(red, yellow) / (r + g + 21 * b / 20)
    chroma = strength**0.9 * math.sqrt(light / 100) * (1.64 - 0.29**n) ** 0.73
    colourful = math.log(1 + 0.0228 * chroma * level**0.25) / 0.0228
    return 1.7 * light / (1 + 0.007 * light), colourful * math.cos(turned), colourful * math.sin(turned)


def _compressed(value: float) -> float:
    """Return the response of a cone, which falls off towards both ends."""
    power = abs(value) ** 0.42
    return math.copysign(400 * power / (power + 27.13), value) + 0.1


def _shares(colour: str) -> Three:
    return _three(c / 255 for c in channels(colour))


def _times(matrix: Matrix, value: Three) -> Three:
    return _three(sum(m * v for m, v in zip(row, value, strict=True)) for row in matrix)


def _three(values: Iterable[float]) -> Three:
    a, b, c = values
    return a, b, c
