"""SVG -> Emblem: paths and plain shapes in flat colours, as logos have them; anything else is told with its line.

Nothing is loaded and nothing runs: entities, references, scripts, text and images are refused.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from ..model.scene import Emblem, Path
from . import svgshapes, svgstyle
from .svgstyle import Matrix, Style

SVG = "http://www.w3.org/2000/svg"
SILENT = frozenset({"title", "desc", "metadata", "defs", "style"})
"""Elements that draw nothing where they stand."""
DEEPEST = 64
MOST = 4000
"""Elements of a file, and lines and curves of its drawing, beyond which it is no logo."""
LONGEST = 8000
"""Characters of a style sheet."""
CAPS = {"butt": "butt", "round": "round", "square": "projecting"}
JOINS = {"miter": "miter", "round": "round", "bevel": "bevel"}


class SvgError(ValueError):
    """Why an SVG cannot be drawn, and where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


@dataclass
class Element:
    """An element of the file, and where it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list["Element"] = field(default_factory=list)
    text: str = ""


def emblem(data: bytes) -> Emblem:
    """Return the drawing, one unit of the SVG to a point. Raises SvgError for what cannot be drawn as it is meant."""
    root = _tree(data)
    with _at(root):
        if root.name != "svg":
            raise ValueError("the file is not an SVG: its first element is not <svg>")
        left, top, wide, tall = _view(root)
    classes: dict[str, dict[str, str]] = {}
    for one in _all(root):
        if one.name == "style":
            with _at(one):
                if len(one.text) > LONGEST:
                    raise ValueError(f"it has more than {LONGEST} characters")
                classes |= svgstyle.rules(one.text)
    paths = tuple(_drawn(root, {}, 1.0, (1, 0, 0, -1, -left, top + tall), classes))
    with _at(root):
        if not paths:
            raise ValueError("nothing is drawn in it")
        if sum(len(p.commands) for p in paths) > MOST:
            raise ValueError(f"it has more than {MOST} lines and curves")
    return Emblem(width=wide, height=tall, paths=paths)


class _at:  # noqa: N801 -- reads as a word: with _at(element)
    """Says of what goes wrong in an element where the element stands."""

    def __init__(self, element: Element) -> None:
        self._element = element

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, ValueError) and not isinstance(error, SvgError):
            one = self._element
            raise SvgError(f"<{one.name}>: {error}", one.line, one.column) from None


def _tree(data: bytes) -> Element:
    """Return the elements of a file. Raises SvgError for what is no XML, and for entities."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    top = Element("", {}, 1, 1)
    stack, count = [top], 0

    def here() -> tuple[int, int]:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        space, _, local = name.rpartition(" ")
        one = Element(local if space in (SVG, "") else "", attributes, *here())
        if len(stack) > DEEPEST or count > MOST:
            raise SvgError("the file has more elements than a logo has", *here())
        stack[-1].children.append(one)
        stack.append(one)

    def end(_: str) -> None:
        stack.pop()

    def said(text: str) -> None:
        stack[-1].text += text

    def entity(*_: object) -> None:
        raise SvgError("the file declares entities, which are not followed", *here())

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, said
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SvgError(
            f"the file is not XML: {expat.ErrorString(error.code)}", error.lineno, error.offset + 1
        ) from None
    return top.children[0]


def _all(element: Element) -> Iterator[Element]:
    yield element
    for one in element.children:
        yield from _all(one)


def _view(root: Element) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what is shown."""
    box = root.attributes.get("viewBox")
    if box is not None:
        numbers = [svgstyle.number(n) for n in box.replace(",", " ").split()]
    else:
        sizes = (root.attributes.get(k, "") for k in ("width", "height"))
        numbers = [0.0, 0.0, *(svgstyle.number(s) for s in sizes if s)]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) <= 0:
        raise ValueError("it has no size; give it a `viewBox` of four numbers")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _drawn(
    element: Element, above: Style, opacity: float, matrix: Matrix, classes: dict[str, dict[str, str]]
) -> Iterator[Path]:
    """Yield the paths of an element and of those in it."""
    if element.name in SILENT or not element.name:
        return
    with _at(element):
        style = svgstyle.styled(element.attributes, classes, above)
        if style.get("display") == "none":
            return
        matrix = svgstyle.times(matrix, svgstyle.moved(element.attributes.get("transform", "")))
        opacity *= svgstyle.fraction(style.get("opacity", "1"))
        if element.name in svgshapes.NAMES:
            yield from _paths(element, style, opacity, matrix)
        elif element.name not in ("svg", "g"):
            raise ValueError("this is not drawn; give paths and plain shapes (turn text into outlines)")
    for one in element.children:
        yield from _drawn(one, style, opacity, matrix, classes)


def _paths(element: Element, style: Style, opacity: float, matrix: Matrix) -> Iterator[Path]:
    """Yield a shape; its parts apart where they all turn one way, since a scene fills by the even-odd rule."""
    outline = svgshapes.outline(element.name, element.attributes)
    fill, stroke = svgstyle.ink(style, "fill", opacity), svgstyle.ink(style, "stroke", opacity)
    if element.name == "line":
        fill = None
    if style.get("visibility", "visible") != "visible" or len(outline) < 2 or not (fill or stroke):
        return
    width = svgstyle.number(style.get("stroke-width", "1")) * math.sqrt(
        abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    )
    parts = [outline]
    if style.get("fill-rule", "nonzero") == "nonzero":
        single = list(svgshapes.parts(outline))
        turns = {svgshapes.area(part) > 0 for part in single}
        parts = single if len(turns) == 1 else parts
    for part in parts:
        yield Path(
            name=element.attributes.get("id") or element.name.capitalize(),
            commands=tuple(svgshapes.placed(command, matrix) for command in part),
            fill=fill,
            stroke=stroke if width else None,
            width=round(width, 4) if stroke else 0.0,
            cap=CAPS.get(style.get("stroke-linecap", "butt"), "butt"),
            join=JOINS.get(style.get("stroke-linejoin", "miter"), "miter"),
        )
