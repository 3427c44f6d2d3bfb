"""Lengths: a float of points (1/72 inch) wherever a name does not end in `_mm` or `_in`."""

MM = 72 / 25.4
INCH = 72.0


def mm(length: float) -> float:
    """Return millimetres as points."""
    return length * MM


def inches(length: float) -> float:
    """Return inches as points."""
    return length * INCH
