"""A drawing surface in points over a matplotlib figure: named areas, lines and texts, recorded as a Scene."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import matplotlib as mpl
from matplotlib import patheffects
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from ..model.scene import Scene
from .device import record
from .faces import Face, Lettering

Point = tuple[float, float]
Anchor = Literal["left", "center", "right"]

HATCH_WIDTH = 1.0
SETTINGS: Any = {"text.usetex": False, "text.parse_math": False, "hatch.linewidth": HATCH_WIDTH, "path.sketch": None}
"""What a user's own matplotlib settings must not change; a dollar sign is a dollar sign."""


class Cluster(Artist):
    """Artists that are recorded as one named group."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.set_gid(name)
        self.members: list[Artist] = []

    def get_children(self) -> list[Artist]:
        """Return the members, so that the device finds the texts among them."""
        return self.members

    def draw(self, renderer: Any) -> None:
        """Draw the members in the order in which they were added."""
        renderer.open_group("cluster", self.get_gid())
        for member in self.members:
            member.draw(renderer)
        renderer.close_group("cluster")


class Sheet:
    """An empty drawing of a size in points, origin lower left. Every mark has a name."""

    def __init__(self, width: float, height: float, letters: Lettering, size: float) -> None:
        with mpl.rc_context(SETTINGS):
            self.figure = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self.width, self.height, self.letters, self.size = width, height, letters, size
        self.open: list[Cluster] = []
        self.origin = (0.0, 0.0)

    @contextmanager
    def shifted(self, dx: float, dy: float) -> Iterator[None]:
        """Draw what is drawn inside the `with` block so far right and up."""
        before = self.origin
        self.origin = (before[0] + dx, before[1] + dy)
        try:
            yield
        finally:
            self.origin = before

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """Collect what is drawn inside the `with` block under one name."""
        cluster = Cluster(name)
        self._add(cluster)
        self.open.append(cluster)
        try:
            yield
        finally:
            self.open.pop()

    def area(
        self,
        name: str,
        rings: Iterable[Iterable[Any]],
        fill: str | None,
        *,
        edge: str | None = None,
        width: float = 0.0,
        hatch: str | None = None,
        hatch_colour: str = "#FFFFFF",
    ) -> None:
        """Fill rings of points by the even-odd rule, outlined with `edge` or hatched with `hatch_colour`."""
        vertices: list[Any] = []
        codes: list[Any] = []
        for ring in rings:
            points = [tuple(p)[:2] for p in ring]
            points = points[:-1] if points[0] == points[-1] else points
            vertices += [*points, points[0]]
            codes += [Outline.MOVETO, *[Outline.LINETO] * (len(points) - 1), Outline.CLOSEPOLY]
        if vertices:
            self._patch(name, Outline(vertices, codes), fill, edge, width, hatch, hatch_colour)

    def rectangle(self, name: str, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill a rectangle given by its lower left corner and size."""
        self.area(name, [[(x, y), (x + width, y), (x + width, y + height), (x, y + height)]], fill)

    def disc(
        self,
        name: str,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        edge: str | None = None,
        width: float = 0.0,
    ) -> None:
        """Draw a disc or, without a fill, a ring; `radius` reaches to the middle of its edge."""
        self._patch(name, Outline.circle((x, y), radius), fill, edge, width)

    def line(
        self,
        name: str,
        lines: Iterable[Iterable[Any]],
        colour: str,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        cap: Literal["butt", "round", "projecting"] = "butt",
        join: Literal["miter", "round", "bevel"] = "miter",
    ) -> None:
        """Draw lines of points as one path."""
        vertices: list[Any] = []
        codes: list[Any] = []
        for points in lines:
            start = len(vertices)
            vertices += [tuple(p)[:2] for p in points]
            codes += [Outline.MOVETO, *[Outline.LINETO] * (len(vertices) - start - 1)]
        if vertices:
            patch = self._patch(name, Outline(vertices, codes), None, colour, width)
            patch.set_capstyle(cap)
            patch.set_joinstyle(join)
            if dash:
                # matplotlib scales dashes by the line's width; ours are points
                patch.set_linestyle((0, tuple(d / width for d in dash)))

    def text(
        self,
        name: str,
        x: float,
        y: float,
        words: str,
        colour: str,
        *,
        bold: bool = False,
        italic: bool = False,
        anchor: Anchor = "left",
        size: float | None = None,
        halo: str | None = None,
        face: Face | None = None,
    ) -> None:
        """Set text with its first baseline at y; further lines follow below at the lettering's leading."""
        face = face or self.letters.cut(bold, italic=italic)
        size = size or self.size
        below = words.count("\n") * self.letters.leading * size  # matplotlib takes the last baseline
        text = Text(
            x,
            y - below,
            words,
            color=colour,
            fontproperties=FontProperties(fname=str(face.file), size=size),
            horizontalalignment=anchor,
            verticalalignment="baseline",
            linespacing="normal",
            parse_math=False,
            gid=name,
            transform=Affine2D().translate(*self.origin),
        )
        if halo:
            text.set_path_effects([patheffects.withStroke(foreground=halo, linewidth=size * 0.26)])
        self._add(text)

    def scene(self) -> Scene:
        """Record what was drawn."""
        with mpl.rc_context(SETTINGS), warnings.catch_warnings():
            # told by `draw` in our own words; a slide's program has other fonts to turn to
            warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
            return record(self.figure, self.letters.cuts, leading=self.letters.leading)

    def _patch(
        self,
        name: str,
        path: Outline,
        fill: str | None,
        edge: str | None,
        width: float,
        hatch: str | None = None,
        hatch_colour: str = "#FFFFFF",
    ) -> PathPatch:
        patch = PathPatch(
            path,
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=width if edge else 0.0,
            hatch=hatch,
            gid=name,
            transform=Affine2D().translate(*self.origin),
            joinstyle="miter",
        )
        if hatch:
            patch.set_hatchcolor(hatch_colour)
        self._add(patch)
        return patch

    def _add(self, artist: Artist) -> None:
        if self.open:
            artist.set_figure(self.figure)
            self.open[-1].members.append(artist)
        else:
            artist.set_zorder(len(self.figure.artists))  # else matplotlib sorts patches under texts
            self.figure.add_artist(artist)
