"""matplotlib's Text artists as a Scene's Labels: one Label for each Text, whatever its number of lines."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path as File
from typing import Any, NamedTuple

from matplotlib import patheffects
from matplotlib.artist import Artist as MatplotlibArtist
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from ..model.scene import Halo, Ink, Label
from .faces import Face
from .outline import ink, rounded

WEIGHTS = {"ultralight": 200, "light": 300, "normal": 400, "regular": 400, "book": 400, "medium": 500,
           "roman": 500, "semibold": 600, "demibold": 600, "demi": 600, "bold": 700, "heavy": 800,
           "extra bold": 800, "black": 900}  # fmt: skip
SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
ACROSS = {"left": "start", "center": "middle", "right": "end"}
UPRIGHT = {"bottom": "start", "center": "middle", "center_baseline": "middle", "top": "end"}
OPPOSITE = {"start": "end", "middle": "middle", "end": "start"}


class Artist(NamedTuple):
    """A Text while its figure is recorded: the name that was its gid, and its halo."""

    text: Any  # a Text; matplotlib's stubs lack its getters
    name: str | None
    halo: Halo | None


class Line(NamedTuple):
    """A line of text as matplotlib hands it over."""

    x: float
    y: float
    text: str
    width: float
    prop: FontProperties
    angle: float
    ink: Ink
    text_artist: Any


@contextmanager
def marked(figure: Figure) -> Iterator[dict[str, Artist]]:
    """Give every Text a token for a gid, and take its path effects off, while the figure is drawn.

    Only so is the artist of several lines known (matplotlib hands it over for one line only), and only so is
    text with a halo text (a path effect turns it into outlines before any renderer sees it).
    """
    found: dict[str, Artist] = {}
    before: list[tuple[Text, str | None, Any]] = []
    # findobj yields a set's order; the tokens need not be the same in two runs, only distinct
    for number, artist in enumerate(figure.findobj(Text)):
        text = _text(artist)
        name, effects = text.get_gid(), text.get_path_effects()
        halo = _halo(effects)
        if effects and halo is None and text.get_text():
            raise ValueError(f"path effects of {text.get_text()!r} cannot be recorded")
        before.append((text, name, effects))
        token = f"\0{number}"
        text.set_path_effects([])
        text.set_gid(token)
        found[token] = Artist(text, name, halo)
    try:
        yield found
    finally:
        for text, name, effects in before:
            text.set_gid(name)  # None takes it away
            text.set_path_effects(effects)


def label(lines: list[Line], artist: Artist | None, faces: Mapping[File, Face], group: str) -> Label:
    """Return the Label of one Text's lines, its anchor on the first baseline."""
    first = lines[0]
    text = artist.text if artist else first.text_artist
    c, s = math.cos(math.radians(first.angle)), math.sin(math.radians(first.angle))
    own = [(line.x * c + line.y * s, line.y * c - line.x * s) for line in lines]  # in the text's own frame
    anchor = _anchor(lines, own, text)
    shift = SHARE[anchor] * first.width
    role, weight, italic = _face(first.prop, faces)
    words = "\n".join(line.text for line in lines)
    name = (artist.name if artist else None) or f"{group} {words}".replace("\n", " ")
    return Label(
        name=name,
        text=words,
        x=rounded(first.x + shift * c),
        y=rounded(first.y + shift * s),
        size=rounded(first.prop.get_size_in_points()),
        font=role,
        weight=weight,
        italic=italic,
        ink=first.ink,
        width=rounded(max(line.width for line in lines)),
        leading=rounded((own[0][1] - own[-1][1]) / (len(own) - 1)) if len(own) > 1 else 0.0,
        angle=rounded(first.angle),
        anchor=anchor,
        halo=artist.halo if artist else None,
    )


def _anchor(lines: list[Line], own: list[tuple[float, float]], text: Any) -> str:
    """Return the anchor that an edit should grow from: the artist's own, else the one its lines agree on."""
    widths = [line.width for line in lines]
    if text is not None and (len(lines) == 1 or max(widths) - min(widths) < 0.5):
        return _alignment(text, lines[0].angle)
    if len(lines) == 1:
        return "start"
    spread = {}
    for anchor, share in SHARE.items():
        edges = [x + share * width for (x, _), width in zip(own, widths, strict=True)]
        spread[anchor] = max(edges) - min(edges)
    return min(spread, key=lambda anchor: spread[anchor])


def _alignment(text: Any, angle: float) -> str:
    if angle in (90, 270) and text.get_rotation_mode() != "anchor":
        anchor = UPRIGHT.get(text.get_va(), "start")
        return anchor if angle == 90 else OPPOSITE[anchor]
    return ACROSS[text.get_ha()]


def _face(prop: FontProperties, faces: Mapping[File, Face]) -> tuple[str, int, bool]:
    """Return a font's role (or its family's name), weight, and whether it is italic."""
    file = prop.get_file()
    known = faces.get(File(str(file))) if file else None
    if known is not None:
        return known.role, known.weight, known.italic
    weight = prop.get_weight()
    slanted = prop.get_style() != "normal"
    return prop.get_name(), weight if isinstance(weight, int) else WEIGHTS[weight], slanted


def _halo(effects: Any) -> Halo | None:
    for effect in effects or ():
        pen = getattr(effect, "_gc", {})
        if isinstance(effect, patheffects.Stroke) and "foreground" in pen:
            colour = to_rgba(pen["foreground"], pen.get("alpha"))
            return Halo(ink=ink(colour), width=float(pen.get("linewidth", 1)))
    return None


def _text(artist: MatplotlibArtist) -> Text:
    assert isinstance(artist, Text)
    return artist
