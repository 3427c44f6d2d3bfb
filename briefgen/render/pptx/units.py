"""Points -> the units of Office Open XML: the one converter of this back end."""

EMU = 12700
"""English Metric Units in a point."""


def emu(points: float) -> int:
    """Return points as English Metric Units."""
    return round(points * EMU)


def hundredths(points: float) -> int:
    """Return a type size in hundredths of a point."""
    return round(points * 100)


def percent(share: float) -> int:
    """Return a share of one in thousandths of a percent."""
    return round(share * 100000)


def angle(degrees: float) -> int:
    """Return a counter-clockwise angle as a clockwise one in 60 000ths of a degree."""
    return round(-degrees * 60000) % 21600000
