"""How a shape of an SVG is drawn: what it inherits, its colours, and where its coordinates go."""

import math
import re
from collections.abc import Mapping

from ..model.scene import Ink

Style = Mapping[str, str]
Matrix = tuple[float, float, float, float, float, float]
"""x' = ax + cy + e, y' = bx + dy + f."""

INHERITED = frozenset(
    {"fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"}
    | {"stroke-linejoin", "color", "visibility"}
)
OWN = frozenset({"opacity", "display", "stroke-dasharray", "clip-path", "mask", "filter"})
NOT_DRAWN = {
    "stroke-dasharray": "dashed lines",
    "clip-path": "clipped shapes",
    "mask": "masks",
    "filter": "filters",
}
"""What would change the picture and is not drawn."""

NAMES = {
    "black": "000000",
    "white": "FFFFFF",
    "gray": "808080",
    "grey": "808080",
    "silver": "C0C0C0",
    "red": "FF0000",
    "maroon": "800000",
    "yellow": "FFFF00",
    "olive": "808000",
    "lime": "00FF00",
    "green": "008000",
    "aqua": "00FFFF",
    "teal": "008080",
    "blue": "0000FF",
    "navy": "000080",
    "fuchsia": "FF00FF",
    "purple": "800080",
    "orange": "FFA500",
}
"""The basic colours of CSS."""

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_RGB = re.compile(r"rgb\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)\s*\)\Z")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MOVE = re.compile(r"\s*([a-zA-Z]+)\s*\(([^)]*)\)[\s,]*")


def declared(text: str) -> dict[str, str]:
    """Return the declarations of a style attribute or a rule."""
    pairs = (one.partition(":") for one in text.split(";") if ":" in one)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def rules(sheet: str) -> dict[str, dict[str, str]]:
    """Return a style sheet's declarations by class. Raises ValueError for what selects otherwise."""
    plain = re.sub(r"/\*.*?\*/|<!\[CDATA\[|\]\]>", "", sheet, flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(plain):
        for selector in (s.strip() for s in selectors.split(",")):
            if not re.fullmatch(r"\.[\w-]+", selector):
                raise ValueError(f"the selector `{selector}` in <style> is not a single class")
            found.setdefault(selector[1:], {}).update(declared(body))
    return found


def styled(attributes: Style, classes: Mapping[str, Style], above: Style) -> dict[str, str]:
    """Return the style of an element: inherited, then its attributes, its classes and its own style.

    Raises ValueError for what is not drawn.
    """
    style = {k: v for k, v in above.items() if k in INHERITED}
    known = INHERITED | OWN
    style |= {k: v.strip() for k, v in attributes.items() if k in known}
    for name in attributes.get("class", "").split():
        style |= {k: v for k, v in classes.get(name, {}).items() if k in known}
    style |= {k: v for k, v in declared(attributes.get("style", "")).items() if k in known}
    for name, what in NOT_DRAWN.items():
        if style.get(name, "none") not in ("none", ""):
            raise ValueError(f"it uses `{name}`, and {what} are not drawn")
    return style


def ink(style: Style, kind: str, opacity: float) -> Ink | None:
    """Return the colour of a shape's `fill` or `stroke`, or None. Raises ValueError for what is no flat colour."""
    value = style.get(kind, "black" if kind == "fill" else "none").strip()
    if value.lower() == "currentcolor":
        value = style.get("color", "black")
    if value in ("none", "transparent"):
        return None
    alpha = opacity * fraction(style.get(f"{kind}-opacity", "1"))
    return Ink(rgb=colour(value), alpha=round(min(1.0, max(0.0, alpha)), 4))


def colour(value: str) -> str:
    """Return a colour of CSS as "RRGGBB". Raises ValueError for one that is not flat, or not known."""
    if value.startswith("url("):
        raise ValueError(f"it is filled with `{value}`, and only flat colours are drawn, no gradients or patterns")
    if found := _HEX.match(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * c for c in found[1])
        return digits.upper()
    if found := _RGB.match(value):
        parts = (float(p[:-1]) * 2.55 if p.endswith("%") else float(p) for p in found.groups())
        return "".join(f"{round(min(255.0, p)):02X}" for p in parts)
    if value.lower() in NAMES:
        return NAMES[value.lower()]
    raise ValueError(f"`{value}` is no colour that is known; write it as `#8A1C2C`")


def fraction(value: str) -> float:
    """Return an opacity. Raises ValueError for what is no number."""
    return number(value[:-1]) / 100 if value.endswith("%") else number(value)


def number(value: str) -> float:
    """Return a number, of the drawing's own units. Raises ValueError for what is none."""
    try:
        return float(value.strip().removesuffix("px"))
    except ValueError:
        raise ValueError(f"`{value[:40]}` is no number in the drawing's own units") from None


def moved(text: str) -> Matrix:
    """Return a transform attribute as a matrix. Raises ValueError for what is no transform."""
    out: Matrix = (1, 0, 0, 1, 0, 0)
    place = 0
    while place < len(text.rstrip()):
        found = _MOVE.match(text, place)
        if found is None:
            raise ValueError(f"`{text[place : place + 30]}` is no transform")
        numbers = [number(n) for n in re.split(r"[\s,]+", found[2].strip()) if n]
        out = times(out, _matrix(found[1], numbers))
        place = found.end()
    return out


def _matrix(name: str, n: list[float]) -> Matrix:
    match name, len(n):
        case "matrix", 6:
            return (n[0], n[1], n[2], n[3], n[4], n[5])
        case "translate", 1 | 2:
            return (1, 0, 0, 1, n[0], n[1] if len(n) == 2 else 0)
        case "scale", 1 | 2:
            return (n[0], 0, 0, n[-1], 0, 0)
        case "rotate", 1 | 3:
            cos, sin = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
            turn: Matrix = (cos, sin, -sin, cos, 0, 0)
            if len(n) == 1:
                return turn
            return times(times((1, 0, 0, 1, n[1], n[2]), turn), (1, 0, 0, 1, -n[1], -n[2]))
        case "skewX", 1:
            return (1, 0, math.tan(math.radians(n[0])), 1, 0, 0)
        case "skewY", 1:
            return (1, math.tan(math.radians(n[0])), 0, 1, 0, 0)
        case _:
            raise ValueError(f"`{name}` with {len(n)} numbers is no transform")


def times(a: Matrix, b: Matrix) -> Matrix:
    """Return the matrix that does b, then a."""
    return (
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    )
