"""A renderer of matplotlib's that records marks instead of painting.

Coordinates are points with y up, as matplotlib and PDF have them. A Scene has no clip, for DrawingML has none
for shapes: what a clip hides is cut off here. What cannot be expressed raises ValueError. matplotlib is pinned
to a minor version, since `_iter_collection` and its kin are only half public.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path as File
from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.transforms import Affine2D
from msgspec import structs

from ..model.scene import Group, Label, Mark, Path, Picture
from . import clip, picture, wording
from .faces import Face
from .hatch import pattern
from .outline import commands, ink, rounded

KEPT = {"legend": "Legend", "matplotlib.axis": "Axis"}
"""Kinds of groups that are kept, under these names, also where nobody named them."""


class Recorder(RendererBase):
    """Collects the marks of one figure; `texts` are its Text artists by the token that stands in for their gid."""

    dpi = 72.0

    def __init__(
        self,
        width: float,
        height: float,
        faces: Mapping[File, Face],
        texts: Mapping[str, wording.Artist] | None = None,
        member_names: Mapping[str, tuple[str, ...]] | None = None,
        leading: float = 1.2,
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.faces, self.texts, self.member_names = faces, texts or {}, member_names or {}
        self.leading = leading
        self.stack: list[tuple[str, str | None, list[Mark]]] = [("scene", None, [])]
        self.clips = clip.Clips()
        self.lines: list[wording.Line] = []

    @property
    def marks(self) -> list[Mark]:
        """Return the marks of the innermost open group."""
        return self.stack[-1][2]

    # What matplotlib asks.

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size in points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """Return points: a pixel is a point here."""
        return points

    def flipy(self) -> bool:
        """Tell that y runs upwards."""
        return False

    def option_scale_image(self) -> bool:
        """Tell that pictures may come unscaled."""
        return True

    def option_image_nocomposite(self) -> bool:
        """Tell that pictures are to come one by one."""
        return True

    def get_image_magnification(self) -> float:
        """Return how many pixels of a resampled picture make a point."""
        return picture.DPI / 72

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        # Ascent, descent and gap of a line: one leading for all faces keeps the lines of a label even.
        size = prop.get_size_in_points()
        return 0.78 * self.leading * size, 0.22 * self.leading * size, 0.0

    # Groups: those with a gid are kept under that name, all others are spliced into their parent.

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Open a group of marks."""
        self.stack.append((s, gid, []))
        self.lines = []

    def close_group(self, s: str) -> None:
        """Close groups until one of kind `s` is closed: a text at an undefined place leaves its own open."""
        while True:
            kind, gid, marks = self.stack.pop()
            if kind == "text" and self.lines:
                marks.append(wording.label(self.lines, self.texts.get(gid or ""), self.faces, self._name("Label")))
            self.lines = []
            name = KEPT.get(kind) if gid is None or gid in self.texts else gid
            match marks:
                case [Label() | Group() as one] if kind != "cluster":
                    self.marks.append(one)
                case [Path() | Picture() as one] if name:
                    self.marks.append(structs.replace(one, name=name))
                case [_, *_] if name:
                    self.marks.append(Group(name=name, marks=tuple(marks)))
                case _:
                    self.marks.extend(marks)
            if kind == s:
                return

    def _name(self, default: str) -> str:
        gids = (gid for _, gid, _ in reversed(self.stack) if gid is not None and gid not in self.texts)
        return next(gids, default)

    # Shapes.

    def draw_path(
        self,
        gc: Any,
        path: Any,
        transform: Any,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Record a path, cut to the clip."""
        forced = gc.get_alpha() if gc.get_forced_alpha() else None
        fill = None if rgbFace is None else ink(rgbFace, forced)
        stroke = ink(gc.get_rgb()) if gc.get_linewidth() > 0 else None
        fill, stroke = (fill if fill and fill.alpha else None), (stroke if stroke and stroke.alpha else None)
        hatch = gc.get_hatch()
        if not (fill or stroke or hatch) or not len(path.vertices):
            return
        pen: dict[str, Any] = {}
        if stroke:
            offset, dash = gc.get_dashes()
            pen = {
                "stroke": stroke,
                "width": rounded(gc.get_linewidth()),
                "dash": tuple(map(rounded, dash or ())),
                "dash_phase": rounded(offset or 0),
                "cap": gc.get_capstyle(),
                "join": gc.get_joinstyle(),
            }
        name, region = self._name("Shape" if fill or hatch else "Line"), self.clips.region(gc)
        box = clip.box(path, transform)
        if box is None or (region is not None and not region.intersects(box)):
            return
        if region is None or region.covers(box):
            lines = commands(path, transform)
            cut = pattern(gc, hatch, clip.area(path.to_polygons(transform))) if hatch else None
            if lines:
                self.marks.append(Path(name=name, commands=lines, fill=fill, pattern=cut, **pen))
            return
        made = []
        if fill or hatch:
            lines = clip.cut_fill(path.to_polygons(transform), region)
            inside = clip.area(path.to_polygons(transform)).intersection(region) if hatch else None
            cut = pattern(gc, hatch, inside) if hatch and inside is not None else None
            if lines:
                made.append(Path(name=name, commands=lines, fill=fill, pattern=cut))
        if stroke:  # the outline must not run along the clip's edge: it is a path of its own
            lines = clip.cut_stroke(path.to_polygons(transform, closed_only=False), region)
            if lines:
                made.append(Path(name=name, commands=lines, **pen))
        if len(made) == 2:
            shape, outline = made
            parts = (
                structs.replace(shape, name=f"{name} fill"),
                structs.replace(outline, name=f"{name} outline"),
            )
            self.marks.append(Group(name=name, marks=parts))
        else:
            self.marks.extend(made)

    def draw_markers(
        self,
        gc: Any,
        marker_path: Any,
        marker_trans: Any,
        path: Any,
        trans: Any,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Record each marker as a path of its own, named "gid 1", "gid 2" and so on."""
        points = [v[-2:] for v, _ in path.iter_segments(trans, simplify=False) if len(v)]
        name = self._name("Marker")
        for k, (x, y) in enumerate(points):
            placed = marker_trans + Affine2D().translate(x, y)
            self._member(name, k, len(points), partial(self.draw_path, gc, marker_path, placed, rgbFace))

    def draw_path_collection(
        self,
        gc: Any,
        master_transform: Any,
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: Any,
        facecolors: Any,
        edgecolors: Any,
        linewidths: Any,
        linestyles: Any,
        antialiaseds: Any,
        urls: Any,
        offset_position: Any,
        *,
        hatchcolors: Any = None,
    ) -> None:
        """Record each member of a collection as a path of its own."""
        base: Any = self
        raw = list(base._iter_collection_raw_paths(master_transform, paths, all_transforms))
        members = base._iter_collection(
            gc, raw, offsets, offset_trans, facecolors, edgecolors, linewidths, linestyles, antialiaseds, urls,
            offset_position, hatchcolors=[] if hatchcolors is None else hatchcolors,
        )  # fmt: skip
        name, count = self._name("Shape"), max(len(raw), len(offsets))
        for k, (x, y, (path, transform), pen, face) in enumerate(members):
            placed = transform + Affine2D().translate(x, y)
            self._member(name, k, count, partial(self.draw_path, pen, path, placed, face))

    def draw_gouraud_triangles(self, *_: Any, **__: Any) -> None:
        """Refuse: neither back end has shaded triangles."""
        raise ValueError("gouraud shading cannot be recorded; use flat shading")

    def _member(self, name: str, k: int, count: int, draw: Callable[[], None]) -> None:
        before = len(self.marks)
        draw()
        names = self.member_names.get(name)
        own = names[k] if names else name if count == 1 else f"{name} {k + 1}"
        self.marks[before:] = [structs.replace(m, name=own) for m in self.marks[before:]]

    # Pictures and text.

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Record a picture as PNG; a clip becomes its mask."""
        region = self.clips.region(gc)
        self.marks.append(picture.record(im, x, y, transform, region, self._name("Picture")))

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Record a line of text; the lines of one Text artist become one Label. Mathtext becomes a path."""
        if ismath == "TeX":
            raise ValueError("text set by TeX cannot be recorded")
        if ismath:
            artist = next((found for _, gid, _ in reversed(self.stack) if (found := self.texts.get(gid or ""))), None)
            name = artist.name if artist and artist.name else self._name(s)
            before = len(self.marks)
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            made = [structs.replace(m, name=name, alt=s) for m in self.marks[before:] if isinstance(m, Path)]
            self.marks[before:] = made
            return
        width = self.get_text_width_height_descent(s, prop, False)[0]
        line = wording.Line(x, y, s, width, prop, angle, ink(gc.get_rgb()), mtext)
        self.lines.append(line)
        if not any(kind == "text" for kind, *_ in self.stack):
            self.marks.append(wording.label(self.lines, None, self.faces, self._name("Label")))
            self.lines = []
