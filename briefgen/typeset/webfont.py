"""A font and a text -> a small font file that sets it, to be embedded where text stays text."""

from pathlib import Path


def subset(font: Path, text: str) -> bytes:
    """Return a font file with the glyphs of a text, its kerning and ligatures kept."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, set(text) - {"\n"}))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    data: bytes = hb.subset(hb.Face(hb.Blob(font.read_bytes())), wanted).blob.data
    return data
