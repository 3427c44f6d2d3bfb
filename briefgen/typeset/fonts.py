"""Font files: where they are, how wide their text is, and which characters they lack."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value

if TYPE_CHECKING:
    import uharfbuzz

FEATURES = {"kern": True, "liga": True}


class Cluster(Value, frozen=True):
    """Characters that are shaped as one: glyphs by number, each at its place, and how wide they are, in font units."""

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


class Metrics(Value, frozen=True, kw_only=True):
    """A font's vertical measures in em; each is a length from the baseline, so depths are positive too.

    `ascent`, `descent` and `line_gap` are those that the font asks for (OpenType OS/2, USE_TYPO_METRICS, else
    hhea); `win_ascent` and `win_descent` those by which Windows programs place a first baseline.
    """

    ascent: float
    descent: float
    line_gap: float
    win_ascent: float
    win_descent: float
    cap_height: float
    x_height: float


def load() -> None:
    """Import the shaper; finding a font does not need it."""
    import uharfbuzz as _hb  # noqa: F401


def find(file: str, folders: tuple[Path, ...]) -> Path:
    """Return the path of a font file, from the first folder that has it.

    `file` is a bare name, so that a theme cannot reach outside its folders. Raises InputError BG401.
    """
    if file == Path(file).name:
        for folder in folders:
            if (path := folder / file).is_file():
                return path
    from difflib import get_close_matches

    known = sorted({p.name for folder in folders if folder.is_dir() for p in folder.glob("*.[to]tf")})
    near = get_close_matches(file, known)
    raise InputError(
        (
            Diagnostic(
                code="BG401",
                message=f"font file `{file}` not found",
                hint=f"did you mean {' or '.join(f'`{n}`' for n in near)}?"
                if near
                else "add the file to the folder fonts/",
            ),
        )
    )


def width(font: Path, text: str, size: float) -> float:
    """Return how wide one line of text is, in points, with kerning and ligatures.

    Words are shaped one by one and remembered. Kerning across spaces is left out: it would narrow a line of our
    fonts by 0.6 % at most, and few programs do it. A character that the font lacks is as wide as its box for
    missing glyphs; see `missing`.
    """
    words = text.split(" ")
    spaces = len(words) - 1
    total = sum([_advance(font, word) for word in words if word])
    return size * (total + spaces * _advance(font, " ") if spaces else total)


def glyphs(font: Path, text: str, features: dict[str, bool]) -> tuple[tuple[int, float], ...]:
    """Return a text's glyphs by number, each with its advance in em, for back ends that place them."""
    buffer, em = _shaped(font, text, features), _em(font)
    places = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return tuple((info.codepoint, place.x_advance / em) for info, place in places)


@lru_cache(maxsize=1 << 14)
def clusters(font: Path, text: str, language: str, *, leftward: bool) -> tuple[Cluster, ...]:
    """Return a word as the clusters that a script with joined letters makes of it, as they are read."""
    buffer = _shaped(font, text, {}, language=language, direction="rtl" if leftward else "ltr")
    found: dict[int, list[tuple[int, int, int]]] = {}
    ends: dict[int, int] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = ends.get(info.cluster, 0)
        found.setdefault(info.cluster, []).append((info.codepoint, pen + place.x_offset, place.y_offset))
        ends[info.cluster] = pen + place.x_advance
    starts = sorted(found)
    return tuple(
        Cluster(text[start:stop], tuple(found[start]), ends[start])
        for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)
    )


def box(font: Path, glyph: int) -> tuple[int, int, int, int]:
    """Return the box around a glyph in font units: left, foot, right, top."""
    found = _font(font).get_glyph_extents(glyph)
    if found is None:
        return 0, 0, 0, 0
    left, top = found.x_bearing, found.y_bearing
    return left, top + found.height, left + found.width, top


@cache
def named(font: Path) -> str:
    """Return what a font is called from build to build: equal files share a name, other contents have another."""
    return f"{font.stem}-{zlib.crc32(font.read_bytes()):08x}"


@cache
def characters(font: Path) -> Mapping[int, int]:
    """Return the glyphs of a font's character map by character, both by number."""
    known = _font(font)
    return {c: known.get_nominal_glyph(c) or 0 for c in known.face.unicodes}


def missing(font: Path, text: str) -> str:
    """Return a text's characters for which the font has no glyph, each once, in order; line ends aside."""
    glyph = _font(font).get_nominal_glyph
    return "".join(c for c in dict.fromkeys(text) if c != "\n" and not glyph(ord(c)))


@cache
def metrics(font: Path) -> Metrics:
    """Return a font's vertical measures."""
    face, em = _font(font).face, _em(font)
    hhea, os2 = face.reference_table("hhea").data, face.reference_table("OS/2").data
    ascent, descent, gap = struct.unpack_from(">hhh", hhea, 4)
    win_ascent, win_descent = ascent, -descent
    if len(os2) >= 78:
        typo = struct.unpack_from(">hhh", os2, 68)
        win_ascent, win_descent = struct.unpack_from(">HH", os2, 74)
        if struct.unpack_from(">H", os2, 62)[0] & 0x80:
            ascent, descent, gap = typo
    x, cap = struct.unpack_from(">hh", os2, 86) if len(os2) >= 90 else (0, 0)
    return Metrics(
        ascent=ascent / em,
        descent=-descent / em,
        line_gap=gap / em,
        win_ascent=win_ascent / em,
        win_descent=win_descent / em,
        cap_height=(cap or _top(font, "H")) / em,
        x_height=(x or _top(font, "x")) / em,
    )


def _top(font: Path, character: str) -> int:
    """Return how high a glyph rises, in font units; old fonts do not say it in their tables."""
    face = _font(font)
    glyph = face.get_nominal_glyph(ord(character))
    extents = face.get_glyph_extents(glyph) if glyph is not None else None
    return extents.y_bearing if extents is not None else 0


@cache
def _font(path: Path) -> "uharfbuzz.Font":
    """Open a font file; raises InputError BG402 for what is not one."""
    import uharfbuzz as hb

    # read, not mapped: a font that is replaced while we run must not change under us
    face = hb.Face(hb.Blob(path.read_bytes()))
    if not face.glyph_count or "hhea" not in face.table_tags:
        raise InputError(
            (
                Diagnostic(
                    code="BG402",
                    message=f"`{path.name}` is not a font that can be read",
                    hint="give a whole TrueType file (.ttf) in its place",
                ),
            )
        )
    return hb.Font(face)


@lru_cache(maxsize=1 << 16)
def _advance(path: Path, word: str) -> float:
    """Return a word's width in em."""
    advance: int = sum(p.x_advance for p in _shaped(path, word, FEATURES).glyph_positions)
    return advance / _em(path)


def _shaped(
    path: Path, text: str, features: dict[str, bool], *, language: str = "en", direction: str | None = None
) -> "uharfbuzz.Buffer":
    """Return a buffer with a text's glyphs."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if direction is not None:
        buffer.direction, buffer.cluster_level = direction, hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.language = language  # what is guessed is the machine's own, and fonts shape by language
    hb.shape(_font(path), buffer, features)
    return buffer


def _em(path: Path) -> int:
    """Return a font's units per em."""
    units: int = _font(path).face.upem
    return units
