"""Path data of SVG -> lines and cubic curves (SVG 2, 9.3); coordinates stay as they are."""

import math
import re
from collections.abc import Iterator

from ..model.scene import Command

NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each command takes, as often as it likes."""

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[\s,]+|(.)", re.DOTALL)
_FLAGS = re.compile(r"[\s,]*([01])[\s,]*([01])")

Point = tuple[float, float]


def commands(data: str) -> tuple[Command, ...]:
    """Return path data as absolute commands M, L, C and Z. Raises ValueError with what is wrong in it."""
    out: list[Command] = []
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    control: Point | None = None
    before = ""
    for letter, numbers in _steps(data):
        upper = letter.upper()
        if not out and upper != "M":
            raise ValueError("a path begins with M")
        if before == "Z" and upper not in "MZ":
            out.append(("M", *at))
        shift = at if letter.islower() else (0.0, 0.0)
        smooth = (2 * at[0] - control[0], 2 * at[1] - control[1]) if control else at
        points = [(numbers[n] + shift[0], numbers[n + 1] + shift[1]) for n in range(0, len(numbers) - 1, 2)]
        control = None
        match upper:
            case "M":
                at = start = points[0]
                out.append(("M", *at))
            case "Z":
                at = start
                out.append(("Z",))
            case "H":
                at = (numbers[0] + shift[0], at[1])
                out.append(("L", *at))
            case "V":
                at = (at[0], numbers[0] + shift[1])
                out.append(("L", *at))
            case "C" | "S":
                first = points[0] if upper == "C" else smooth if before in ("C", "S") else at
                control, end = points[-2], points[-1]
                out.append(("C", *first, *control, *end))
                at = end
            case "Q" | "T":
                control = points[0] if upper == "Q" else smooth if before in ("Q", "T") else at
                out.append(_quadratic(at, control, points[-1]))
                at = points[-1]
            case "A":
                end = (numbers[5] + shift[0], numbers[6] + shift[1])
                out += arc(at, numbers[0], numbers[1], numbers[2], bool(numbers[3]), bool(numbers[4]), end)
                at = end
            case _:
                at = points[0]
                out.append(("L", *at))
        before = upper
    return tuple(out)


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; one that is repeated without its letter is yielded again."""
    letter, place = "", 0
    numbers: list[float] = []
    while place < len(data):
        if letter in ("A", "a") and len(numbers) == 3 and (flags := _FLAGS.match(data, place)):
            numbers += [float(flags[1]), float(flags[2])]  # flags may stand without a space behind them
            place = flags.end()
            continue
        found = _TOKEN.match(data, place)
        assert found is not None  # the last alternative takes any character
        place = found.end()
        if found[3]:
            raise ValueError(f"`{found[3]}` cannot stand in a path")
        if found[1]:
            if numbers:
                raise ValueError(f"`{letter}` has {len(numbers)} numbers too many or too few")
            letter = found[1]
        elif found[2]:
            if not letter or letter in "Zz":
                raise ValueError(f"the number {found[2]} belongs to no command")
            numbers.append(float(found[2]))
        if found[1] and letter in "Zz":
            yield letter, []
        elif letter and len(numbers) == NUMBERS[letter.upper()] > 0:
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    if numbers:
        raise ValueError(f"`{letter}` has {len(numbers)} numbers too many or too few")


def _quadratic(a: Point, control: Point, b: Point) -> Command:
    """Return a curve with one control point as one with two."""
    one = (a[0] + 2 / 3 * (control[0] - a[0]), a[1] + 2 / 3 * (control[1] - a[1]))
    two = (b[0] + 2 / 3 * (control[0] - b[0]), b[1] + 2 / 3 * (control[1] - b[1]))
    return ("C", *one, *two, *b)


def arc(a: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, b: Point) -> list[Command]:
    """Return an elliptical arc as curves of a quarter turn at most (SVG 2, B.2.4)."""
    if a == b:
        return []
    rx, ry = abs(rx), abs(ry)
    if not rx or not ry:
        return [("L", *b)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (a[0] - b[0]) / 2, (a[1] - b[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    rest = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    root = math.sqrt(max(0.0, rest) / ((rx * y) ** 2 + (ry * x) ** 2)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    begin = math.atan2((y - cy) / ry, (x - cx) / rx)
    end = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    span = end - begin
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    middle = (cos * cx - sin * cy + (a[0] + b[0]) / 2, sin * cx + cos * cy + (a[1] + b[1]) / 2)
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def place(u: float, v: float) -> Point:
        return middle[0] + cos * rx * u - sin * ry * v, middle[1] + sin * rx * u + cos * ry * v

    out: list[Command] = []
    for n in range(count):
        p, q = begin + n * step, begin + (n + 1) * step
        one = place(math.cos(p) - reach * math.sin(p), math.sin(p) + reach * math.cos(p))
        two = place(math.cos(q) + reach * math.sin(q), math.sin(q) - reach * math.cos(q))
        out.append(("C", *one, *two, *(b if n == count - 1 else place(math.cos(q), math.sin(q)))))
    return out
