"""The neutral drawing: named shapes in points, origin bottom left, y up, angles in degrees counter-clockwise."""

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from .base import Value

Command = tuple[str | float, ...]
"""("M", x, y) | ("L", x, y) | ("C", x1, y1, x2, y2, x, y) | ("Z",)"""


class Ink(Value, frozen=True, kw_only=True):
    """A colour "RRGGBB" and how much of it covers the ground (0-1)."""

    rgb: str
    alpha: float = 1.0


class Pattern(Value, frozen=True, kw_only=True):
    """A hatch: its kind, and its lines already cut to the shape."""

    kind: str
    ink: Ink
    width: float
    lines: tuple[Command, ...]


class Halo(Value, frozen=True, kw_only=True):
    """A stroke of ground colour beneath the glyphs; `width` is the full stroke."""

    ink: Ink
    width: float


class Path(Value, frozen=True, kw_only=True, tag="path"):
    """A shape filled by the even-odd rule, then hatched, then stroked."""

    name: str
    commands: tuple[Command, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    dash_phase: float = 0.0
    cap: str = "butt"
    join: str = "miter"
    pattern: Pattern | None = None
    alt: str = ""


class Label(Value, frozen=True, kw_only=True, tag="label"):
    """Lines of text; (x, y) is the anchor on the first baseline, turned by `angle`; `width` is the longest line's."""

    name: str
    text: str
    x: float
    y: float
    size: float
    font: str
    weight: int
    ink: Ink
    width: float
    italic: bool = False
    leading: float = 0.0
    angle: float = 0.0
    anchor: str = "start"
    halo: Halo | None = None


class Picture(Value, frozen=True, kw_only=True, tag="picture"):
    """A raster image as PNG bytes."""

    name: str
    png: bytes
    x: float
    y: float
    width: float
    height: float
    alt: str = ""


class Group(Value, frozen=True, kw_only=True, tag="group"):
    """Named marks that belong together."""

    name: str
    marks: tuple["Mark", ...]
    alt: str = ""


Mark = Group | Path | Label | Picture


class Scene(Value, frozen=True, kw_only=True):
    """A drawing as large as its target."""

    width: float
    height: float
    marks: tuple[Mark, ...]


class Emblem(Value, frozen=True, kw_only=True):
    """A drawing of paths alone, for any height; `sha256` is that of the file that it was read from."""

    width: float
    height: float
    paths: tuple[Path, ...]
    sha256: str = ""

    def at(self, height: float) -> Scene:
        """Return the drawing at a height in points."""
        share = height / self.height

        def scaled(path: Path) -> Path:
            moved = tuple((c[0], *(float(n) * share for n in c[1:])) for c in path.commands)
            return replace(path, commands=moved, width=path.width * share)

        return Scene(width=self.width * share, height=height, marks=tuple(map(scaled, self.paths)))


class Swatch(Value, frozen=True, kw_only=True):
    """One entry of a key: a sample area, and what it stands for."""

    label: str
    fill: Ink
    hatch: Ink | None = None


class Sketch(Value, frozen=True, kw_only=True):
    """What layout must know of a picture before it is drawn.

    `least` and `most` are heights in points at the given width; `key` and `notes` (boundaries, disclaimer)
    are set as text beside or beneath the picture.
    """

    width: float
    least: float
    most: float
    key: tuple[Swatch, ...] = ()
    notes: tuple[str, ...] = ()


class Drawing(Value, frozen=True, kw_only=True):
    """A scene, and what was left out of it for want of room."""

    scene: Scene
    diagnostics: tuple[Diagnostic, ...] = ()
