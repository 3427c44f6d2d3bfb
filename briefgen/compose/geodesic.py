"""The shortest way between two points on the earth: the geodesic of the WGS 84 ellipsoid.

T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (1975), inverse method.
"""

import math

AXIS, FLATTENING = 6378.137, 1 / 298.257223563
"""Semi-major axis in km, and flattening, of WGS 84."""
ROUNDS = 200

Place = tuple[float, float]
"""Latitude and longitude in degrees."""


def km(one: Place, other: Place) -> float | None:
    """Return the distance of two points; None for points so nearly opposite that the method finds no answer."""
    minor = AXIS * (1 - FLATTENING)
    first, second = (math.atan((1 - FLATTENING) * math.tan(math.radians(p[0]))) for p in (one, other))
    sine1, cosine1, sine2, cosine2 = math.sin(first), math.cos(first), math.sin(second), math.cos(second)
    apart = turn = math.radians((other[1] - one[1] + 180) % 360 - 180)
    for _ in range(ROUNDS):
        across = math.hypot(cosine2 * math.sin(turn), cosine1 * sine2 - sine1 * cosine2 * math.cos(turn))
        if across == 0:
            return 0.0
        along = sine1 * sine2 + cosine1 * cosine2 * math.cos(turn)
        arc = math.atan2(across, along)
        slant = cosine1 * cosine2 * math.sin(turn) / across
        square = 1 - slant**2
        middle = along - 2 * sine1 * sine2 / square if square else 0.0
        c = FLATTENING / 16 * square * (4 + FLATTENING * (4 - 3 * square))
        bend = arc + c * across * (middle + c * along * (2 * middle**2 - 1))
        before, turn = turn, apart + (1 - c) * FLATTENING * slant * bend
        if abs(turn - before) < 1e-12:
            break
    else:
        return None
    u = square * (AXIS**2 - minor**2) / minor**2
    a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    inner = along * (2 * middle**2 - 1) - b / 6 * middle * (4 * across**2 - 3) * (4 * middle**2 - 3)
    return minor * a * (arc - b * across * (middle + b / 4 * inner))
