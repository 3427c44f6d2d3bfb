"""Scene -> PNG: the marks of a scene painted by matplotlib, for web pages and for looking at."""

import io
from collections.abc import Callable
from pathlib import Path as File
from typing import Any, assert_never

import matplotlib as mpl
import numpy as np
from matplotlib import patheffects
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.image import BboxImage
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox
from PIL import Image

from ..model.scene import Command, Group, Ink, Label, Mark, Path, Picture, Scene
from .clip import area, pieces
from .sheet import SETTINGS, Anchor

CODES = {"M": [Outline.MOVETO], "L": [Outline.LINETO], "C": [Outline.CURVE4] * 3}
ANCHORS: dict[str, Anchor] = {"start": "left", "middle": "center", "end": "right"}
PLAIN: Any = SETTINGS | {"text.hinting": "none"}
"""Glyphs stand where they were measured, not on whole pixels."""

Faces = Callable[[Label], File]
"""The font file of a label."""


def png(scene: Scene, faces: Faces, *, dpi: int, ground: str) -> bytes:
    """Return a scene as PNG at so many pixels to the inch, on a ground "#RRGGBB"."""
    with mpl.rc_context(PLAIN):
        figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=dpi, facecolor=ground)
        FigureCanvasAgg(figure)
        scale = Affine2D().scale(dpi / 72)
        for number, artist in enumerate(a for mark in scene.marks for a in _artists(mark, faces, scale)):
            artist.set_zorder(number)
            figure.add_artist(artist)
        out = io.BytesIO()
        figure.savefig(out, format="png", dpi=dpi, facecolor=ground, metadata={"Software": None})
    return out.getvalue()


def _artists(mark: Mark, faces: Faces, scale: Any) -> list[Any]:
    match mark:
        case Group():
            return [a for one in mark.marks for a in _artists(one, faces, scale)]
        case Path():
            return _path(mark, scale)
        case Label():
            return [_label(mark, faces(mark), line, scale) for line in range(mark.text.count("\n") + 1)]
        case Picture():
            return [_picture(mark, scale)]
        case _:
            assert_never(mark)


def _outline(commands: tuple[Command, ...]) -> Outline:
    vertices: list[Any] = []
    codes: list[Any] = []
    for letter, *numbers in commands:
        if letter == "Z":
            vertices.append(vertices[0])
            codes.append(Outline.CLOSEPOLY)
        else:
            vertices += [tuple(map(float, numbers[n : n + 2])) for n in range(0, len(numbers), 2)]
            codes += CODES[str(letter)]
    return Outline(vertices, codes)


def _path(path: Path, scale: Any) -> list[Any]:
    """Return fill, hatch and stroke; a fill of several rings by the even-odd rule, which the painter does not know."""
    out = []
    outline = _outline(path.commands)
    if path.fill:
        filled = outline
        if sum(c[0] == "M" for c in path.commands) > 1:
            filled = _even_odd(outline)
        out.append(PathPatch(filled, facecolor=_rgba(path.fill), edgecolor="none", linewidth=0, transform=scale))
    if path.pattern and path.pattern.lines:
        lines = _outline(path.pattern.lines)
        pen = {"edgecolor": _rgba(path.pattern.ink), "linewidth": path.pattern.width}
        out.append(PathPatch(lines, facecolor="none", transform=scale, capstyle="butt", **pen))
    if path.stroke:
        stroke = PathPatch(
            outline,
            facecolor="none",
            edgecolor=_rgba(path.stroke),
            linewidth=path.width,
            transform=scale,
            capstyle=path.cap,
            joinstyle=path.join,
        )
        if path.dash:
            stroke.set_linestyle((path.dash_phase / path.width, tuple(d / path.width for d in path.dash)))
        out.append(stroke)
    return out


def _even_odd(outline: Outline) -> Outline:
    """Return an area as rings of which the outer run one way and the holes the other."""
    rings: list[Any] = []
    for part in pieces(area(outline.to_polygons()), "Polygon"):
        rings += [np.asarray(ring.coords) for ring in (part.exterior, *part.interiors)]
        rings[-1 - len(part.interiors)] = np.asarray(part.exterior.coords)[:: 1 if part.exterior.is_ccw else -1]
        for n, hole in enumerate(part.interiors):
            rings[n - len(part.interiors)] = np.asarray(hole.coords)[:: -1 if hole.is_ccw else 1]
    return Outline.make_compound_path(*(Outline(ring, closed=True) for ring in rings))


def _label(label: Label, file: File, line: int, scale: Any) -> Text:
    """Return one line of a label at its place."""
    turn = np.radians(label.angle)
    x = label.x + line * label.leading * np.sin(turn)
    y = label.y - line * label.leading * np.cos(turn)
    text = Text(
        x,
        y,
        label.text.split("\n")[line],
        color=_rgba(label.ink),
        fontproperties=FontProperties(fname=str(file), size=label.size),
        horizontalalignment=ANCHORS[label.anchor],
        verticalalignment="baseline",
        rotation=label.angle,
        rotation_mode="anchor",
        parse_math=False,
        transform=scale,
    )
    if label.halo:
        halo = patheffects.withStroke(foreground=_rgba(label.halo.ink), linewidth=label.halo.width)
        text.set_path_effects([halo])
    return text


def _picture(picture: Picture, scale: Any) -> BboxImage:
    box = Bbox.from_bounds(picture.x, picture.y, picture.width, picture.height)
    image = BboxImage(TransformedBbox(box, scale))
    image.set_data(np.asarray(Image.open(io.BytesIO(picture.png)).convert("RGBA")))
    return image


def _rgba(ink: Ink) -> tuple[float, float, float, float]:
    red, green, blue = (int(ink.rgb[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue, ink.alpha
