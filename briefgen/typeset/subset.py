"""A font and a text -> the smallest font file that sets it, for text that is added to a finished file."""

import hashlib
import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.base import Value
from . import fonts

if TYPE_CHECKING:
    import uharfbuzz

UNUSED = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "gasp", "name", "post", "DSIG")
"""Tables that a font embedded by glyph numbers does not need."""
THOUSAND = 1000


class Subset(Value, frozen=True, kw_only=True):
    """A font file with a text's glyphs; `glyphs` are (character, glyph, advance) by glyph, lengths in 1/1000 em."""

    name: str
    data: bytes
    glyphs: tuple[tuple[str, int, int], ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


def subset(font: Path, text: str) -> Subset:
    """Return the subset of a font that sets a text; raises ValueError for a character that the font lacks."""
    import uharfbuzz as hb

    if lacking := fonts.missing(font, text):
        raise ValueError(f"{font.name} has no glyphs for {lacking!r}")
    known = _font(font)
    face, em = known.face, known.face.upem
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, text))
    for tag in UNUSED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    plan = hb.SubsetPlan(face, wanted)
    old, new = plan.unicode_to_old_glyph_mapping, plan.old_to_new_glyph_mapping
    data = plan.execute().blob.data
    glyphs = sorted(
        (new[old[code]], chr(code), round(THOUSAND * known.get_glyph_h_advance(old[code]) / em))
        for code in set(map(ord, text))
    )
    vertical = fonts.metrics(font)
    box = struct.unpack_from(">hhhh", face.reference_table("head").data, 36)
    return Subset(
        name=f"{_tag(data)}+{font.stem}",
        data=data,
        glyphs=tuple((character, glyph, advance) for glyph, character, advance in glyphs),
        box=tuple(round(THOUSAND * side / em) for side in box),
        ascent=round(THOUSAND * vertical.ascent),
        descent=-round(THOUSAND * vertical.descent),
        cap_height=round(THOUSAND * vertical.cap_height),
    )


@cache
def _font(font: Path) -> "uharfbuzz.Font":
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob(font.read_bytes())))


def _tag(data: bytes) -> str:
    """Return six capitals that tell one subset from another (ISO 32000-1, 9.6.4)."""
    return "".join(chr(ord("A") + b % 26) for b in hashlib.sha256(data).digest()[:6])
