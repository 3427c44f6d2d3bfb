"""Content stream operators as strings: text with kerning, rules, areas, paths."""

from typing import Any

from ...model.scene import Command
from . import faces
from .seam import font, literal, number

_COMMAND: dict[str | float, str] = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}


def colour(value: str) -> str:
    """Return "#RRGGBB" as three numbers."""
    plain = value.removeprefix("#")
    return " ".join(number(int(plain[i : i + 2], 16) / 255) for i in (0, 2, 4))


def fill(value: str) -> str:
    """Return the operator that sets the colour of areas and text."""
    return f"{colour(value)} rg"


def stroke(value: str, width: float) -> str:
    """Return the operators that set a pen."""
    return f"{colour(value)} RG {number(width)} w"


def area(x: float, y: float, width: float, height: float, ground: str) -> str:
    """Return a filled rectangle."""
    return f"{fill(ground)} {' '.join(map(number, (x, y, width, height)))} re f"


def rule(x: float, y: float, length: float, width: float, ink: str) -> str:
    """Return a horizontal rule whose upper edge is at y."""
    return area(x, y - width, length, width, ink)


def path(commands: tuple[Command, ...]) -> str:
    """Return the construction of a path, to a hundredth of a point."""
    return " ".join([_COMMAND[c[0]] % c[1:] for c in commands])


def text(
    document: Any,
    face: str,
    size: float,
    characters: str,
    x: float,
    y: float,
    *,
    ground: str,
    tracking: float = 0.0,
    mode: int = 0,
) -> str:
    """Return a text object with one line of text, kerned as it was measured."""
    known = font(faces.plain(face))
    if faces.shaped(face):
        characters, moved = faces.clustered(face, characters), []
    else:
        moved = faces.kerns(face, characters)
    out = ["BT", fill(ground), f"1 0 0 1 {number(x)} {number(y)} Tm"]
    if tracking:
        out.append(f"{number(tracking)} Tc")
    if mode:
        out.append(f"{mode} Tr")
    at = 0
    for subset, data in known.splitString(characters, document):
        out.append(f"{known.getSubsetInternalName(subset, document)} {number(size)} Tf")
        out.append(_shown(data, moved[at : at + len(data)]))
        at += len(data)
    if mode:
        out.append("0 Tr")
    if tracking:
        out.append("0 Tc")
    out.append("ET")
    return " ".join(out)


def _shown(data: bytes, moved: list[float]) -> str:
    """Return a TJ array, or a plain Tj where nothing is kerned."""
    if not any(moved):
        return f"{literal(data)} Tj"
    parts, start = [], 0
    for n, move in enumerate(moved, 1):
        if move and n < len(data):
            parts += [literal(data[start:n]), number(-move)]
            start = n
    parts.append(literal(data[start:]))
    return f"[{' '.join(parts)}] TJ"
