"""Scene -> operators: one Form XObject a picture, in the document's own fonts."""

import io
from typing import Any, assert_never

from ...model.scene import Group, Ink, Label, Mark, Path, Picture, Scene
from ...typeset.hyphens import hard
from . import faces, operators
from .seam import number
from .styles import Look
from .tagged import TaggedCanvas

BOLD = 600
_CAP = {"butt": 0, "round": 1, "projecting": 2}
_JOIN = {"miter": 0, "round": 1, "bevel": 2}
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SILENT = "/Span <</ActualText ()>> BDC"
"""Around a halo's copy of the glyphs, so that extracted text has the words once."""


def form(canvas: TaggedCanvas, name: str, scene: Scene, look: Look) -> None:
    """Define a scene as a form; it is drawn by `canvas.doForm(name)`."""
    canvas.beginForm(name, 0, 0, scene.width, scene.height)
    for mark in scene.marks:
        _mark(canvas, mark, look)
    canvas.endForm()


def _mark(canvas: TaggedCanvas, mark: Mark, look: Look) -> None:
    match mark:
        case Group():
            for one in mark.marks:
                _mark(canvas, one, look)
        case Path():
            _path(canvas, mark)
        case Label():
            _label(canvas, mark, look)
        case Picture():
            _picture(canvas, mark)
        case _:
            assert_never(mark)


def _path(canvas: TaggedCanvas, path: Path) -> None:
    """Fill by the even-odd rule, hatch, stroke; a transparent outline apart, or it would knock out the fill."""
    shape = operators.path(path.commands)
    canvas.saveState()
    if path.fill:
        _draw(canvas, operators.fill(path.fill.rgb))
        _transparent(canvas, path.fill, fill=True)
    if path.stroke:
        _pen(canvas, path.stroke, path.width)
        _draw(canvas, f"{_CAP[path.cap]} J {_JOIN[path.join]} j")
        if path.dash:
            _draw(canvas, f"[{' '.join(map(number, path.dash))}] {number(path.dash_phase)} d")
    hatched = path.pattern is not None and bool(path.pattern.lines)
    if path.fill and path.stroke and path.stroke.alpha == 1 and not hatched:
        _draw(canvas, f"{shape} B*")
    else:
        if path.fill:
            _draw(canvas, f"{shape} f*")
        if path.pattern is not None and hatched:
            canvas.saveState()
            _pen(canvas, path.pattern.ink, path.pattern.width)
            _draw(canvas, f"[] 0 d {operators.path(path.pattern.lines)} S")
            canvas.restoreState()
        if path.stroke:
            _draw(canvas, f"{shape} S")
    canvas.restoreState()


def _label(canvas: TaggedCanvas, label: Label, look: Look) -> None:
    face = _face(label, look)
    canvas.saveState()
    canvas.translate(label.x, label.y)
    if label.angle:
        canvas.rotate(label.angle)
    lines = []
    for n, line in enumerate(label.text.split("\n")):
        clean = hard(faces.clean(face, line))
        wide = faces.advance(face, clean) * label.size / 1000
        lines.append((clean, -_SHIFT[label.anchor] * wide, -n * label.leading))
    if label.halo:
        canvas.saveState()
        _pen(canvas, label.halo.ink, label.halo.width)
        _draw(canvas, f"1 J 1 j {_SILENT}")
        _lines(canvas, lines, face, label, mode=1)
        _draw(canvas, "EMC")
        canvas.restoreState()
    _transparent(canvas, label.ink, fill=True)
    _lines(canvas, lines, face, label, mode=0)
    canvas.restoreState()


def _lines(canvas: TaggedCanvas, lines: list[tuple[str, float, float]], face: str, label: Label, *, mode: int) -> None:
    for line, x, y in lines:
        if line:
            _draw(
                canvas,
                operators.text(canvas.document, face, label.size, line, x, y, ground=label.ink.rgb, mode=mode),
            )


def _picture(canvas: TaggedCanvas, picture: Picture) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(
        ImageReader(io.BytesIO(picture.png)),
        picture.x,
        picture.y,
        picture.width,
        picture.height,
        mask="auto",
    )


def _face(label: Label, look: Look) -> str:
    """Return the face for a label: role "text" or "label", semibold from weight 600."""
    style = look.style.text if label.font == "text" else look.style.caption
    return style.face(strong=label.weight >= BOLD, emphasis=label.italic)


def _pen(canvas: TaggedCanvas, ink: Ink, width: float) -> None:
    _draw(canvas, operators.stroke(ink.rgb, width))
    _transparent(canvas, ink, fill=False)


def _transparent(canvas: TaggedCanvas, ink: Ink, *, fill: bool) -> None:
    if ink.alpha < 1:
        (canvas.setFillAlpha if fill else canvas.setStrokeAlpha)(ink.alpha)


def _draw(canvas: Any, code: str) -> None:
    canvas._code.append(code)
