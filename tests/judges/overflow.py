#!/usr/bin/env python3
"""Find text that leaves its box in a .pptx as LibreOffice really lays it out: .pptx -> findings.

    tests/judges/overflow.py [--json] FILE...

Autofit is switched off in a copy first: LibreOffice would shrink the text and hide the overflow. Every
paragraph of a shape or table cell is looked up in the rendered slide. Findings are a paragraph whose characters
leave its box (by more than 3 pt) or the slide, one that cannot be found at all, two texts that cover each
other, and letters that are rendered under 9 pt. A cell is held against its column and, since rows may grow, the
table's height. Rotated shapes and charts are passed over; hidden slides are not rendered and not judged.

Needs soffice, pypdfium2 and python-pptx, and the fonts with the widths of Calibri, Cambria and Arial: without
them the answer means nothing. Exit 0: no finding; 1: findings; 2: usage; 3: something needed is absent.
"""

import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

TOLERANCE = 3.0  # points that a glyph may stand over its box
OFF_SLIDE = 0.5  # points over the slide's edge
SMALLEST = 9.0  # points, as rendered
FEW = 3  # letters under the smallest size that are no finding: an exponent, a mark
COVER = 0.15  # share of the smaller text that another may cover
FONTS = {
    "Carlito": "fonts-crosextra-carlito",
    "Caladea": "fonts-crosextra-caladea",
    "Liberation Sans": "fonts-liberation",
}
AUTOFIT = re.compile(rb"<a:(normAutofit|spAutoFit)\b[^>]*(?:/>|>.*?</a:\1>)", re.DOTALL)
# What a renderer may add, drop or break at: white space and hyphens.
BREAKS = re.compile(r"[\s\u00ad\u200b\u0002\ufffe\ufffd\-\u2010\u2011]+")


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the slide's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def excess(self, outer: "Box") -> float:
        """Return by how much this box stands over another on its worst side; negative inside."""
        return max(outer.left - self.left, outer.top - self.top, self.right - outer.right, self.bottom - outer.bottom)

    def area(self) -> float:
        """Return the area in square points."""
        return (self.right - self.left) * (self.bottom - self.top)

    def covers(self, other: "Box") -> bool:
        """Tell whether this box and another share more of the smaller one than is chance."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width > 2 and height > 2 and width * height > COVER * min(self.area(), other.area())


@dataclass(frozen=True)
class Paragraph:
    """A text with the box that it must stay in."""

    shape: str
    number: int
    text: str
    box: Box
    cell: bool
    field: bool


@dataclass(frozen=True)
class Finding:
    """One fault; `points` is how far the text stands out, where that can be said."""

    slide: int
    shape: str
    kind: str  # outside | off-slide | lost | overlap | small
    text: str
    points: float = 0.0

    def __str__(self) -> str:
        """Say it on one line."""
        by = f" by {self.points:.1f} pt" if self.points else ""
        return f"slide {self.slide} {self.shape!r}: {self.kind}{by}: {self.text!r}"


@dataclass(frozen=True)
class Frame:
    """How the coordinates of a group map to points on the slide."""

    x: float = 0.0
    y: float = 0.0
    x_scale: float = 1 / 12700
    y_scale: float = 1 / 12700

    def box(self, left: int, top: int, width: int, height: int) -> Box:
        """Return a shape's rectangle in points."""
        x, y = self.x + left * self.x_scale, self.y + top * self.y_scale
        return Box(x, y, x + width * self.x_scale, y + height * self.y_scale)

    def inside(self, group: Any) -> "Frame":
        """Return the frame of a group's children."""
        form = group._element.grpSpPr.xfrm
        if form is None or form.chOff is None or not (form.chExt.cx and form.chExt.cy):
            return self
        x_scale = self.x_scale * form.ext.cx / form.chExt.cx
        y_scale = self.y_scale * form.ext.cy / form.chExt.cy
        x = self.x + form.off.x * self.x_scale - form.chOff.x * x_scale
        y = self.y + form.off.y * self.y_scale - form.chOff.y * y_scale
        return Frame(x, y, x_scale, y_scale)


def paragraphs(shapes: Iterable[Any], frame: Frame) -> Iterator[Paragraph]:
    """Yield all texts of a slide, groups unfolded."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from paragraphs(shape.shapes, frame.inside(shape))
        elif shape.left is None or getattr(shape, "rotation", 0.0):
            continue
        elif shape.has_table:
            yield from cells(shape, frame)
        elif shape.has_text_frame:
            box = frame.box(shape.left, shape.top, shape.width, shape.height)
            for p in shape.text_frame.paragraphs:
                field = bool(p._p.findall(".//{*}fld"))
                for line in p.text.split("\v"):  # a text beside it may stand between lines that are set by hand
                    yield Paragraph(shape.name, shape.shape_id, line, box, cell=False, field=field)


def cells(shape: Any, frame: Frame) -> Iterator[Paragraph]:
    """Yield the texts of a table."""
    widths = [c.width for c in shape.table.columns]
    for row in shape.table.rows:
        for k, cell in enumerate(row.cells):
            span = cell.span_width if cell.is_merge_origin else 1
            box = frame.box(shape.left + sum(widths[:k]), shape.top, sum(widths[k : k + span]), shape.height)
            for p in cell.text_frame.paragraphs:
                yield Paragraph(shape.name, shape.shape_id, p.text, box, cell=True, field=False)


def squashed(text: str) -> str:
    """Return a text without what a renderer may break or drop: white space and hyphens."""
    return BREAKS.sub("", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Rendered:
    """A rendered slide: its characters in reading order, a box for each, and the sizes of its letters."""

    text: str
    boxes: tuple[Box, ...]
    sizes: tuple[float, ...]

    def find(self, text: str) -> Iterator[Box]:
        """Yield the box of every place where a squashed text stands."""
        for m in re.finditer(f"(?={re.escape(text)})", self.text):
            found = self.boxes[m.start() : m.start() + len(text)]
            yield Box(
                min(b.left for b in found),
                min(b.top for b in found),
                max(b.right for b in found),
                max(b.bottom for b in found),
            )


def read(page: pypdfium2.PdfPage, slide: Box) -> Rendered:
    """Return what a page of the rendered deck shows, in the slide's points."""
    text_page = page.get_textpage()
    x, y = slide.right / page.get_width(), slide.bottom / page.get_height()
    text, boxes, sizes = "", [], []
    for i in range(text_page.count_chars()):
        seen = text_page.get_text_range(i, 1)
        kept = squashed(seen)
        if not kept:
            continue
        left, bottom, right, top = text_page.get_charbox(i)
        text += kept
        boxes += [Box(left * x, slide.bottom - top * y, right * x, slide.bottom - bottom * y)] * len(kept)
        if seen.isalpha():
            sizes.append(round(pypdfium2.raw.FPDFText_GetFontSize(text_page.raw, i) * y, 1))
    return Rendered(text, tuple(boxes), tuple(sizes))


def judge(number: int, texts: Iterable[Paragraph], rendered: Rendered, slide: Box) -> Iterator[Finding]:
    """Yield the findings of one slide."""
    small = [s for s in rendered.sizes if s < SMALLEST]
    if len(small) > FEW:
        letters = f"{len(small)} letters under {SMALLEST} pt, least {min(small)}"
        yield Finding(number, "(slide)", "small", letters)
    placed: list[tuple[Paragraph, Box]] = []
    for one in texts:
        hits = list(rendered.find(squashed(one.text)))
        if not hits:
            if not one.field:  # a slide number or date is replaced when rendered
                yield Finding(number, one.shape, "lost", one.text[:80])
            continue
        ink = min(hits, key=lambda b: b.excess(one.box))
        placed.append((one, ink))
        if ink.excess(slide) > OFF_SLIDE:
            yield Finding(number, one.shape, "off-slide", one.text[:80], round(ink.excess(slide), 1))
        elif ink.excess(one.box) > TOLERANCE:
            yield Finding(number, one.shape, "outside", one.text[:80], round(ink.excess(one.box), 1))
    for i, (one, ink) in enumerate(placed):
        for other, ground in placed[i + 1 :]:
            if other.number != one.number and ink.covers(ground):
                both = f"{one.text[:40]} / {other.shape}: {other.text[:40]}"
                yield Finding(number, one.shape, "overlap", both)


def render(deck: bytes) -> pypdfium2.PdfDocument:
    """Return a deck as LibreOffice prints it with autofit off; raises CalledProcessError where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "deck.pptx"
        with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(copy, "w") as new:
            for name in old.namelist():
                part = old.read(name)
                if name.startswith("ppt/slide") and name.endswith(".xml"):
                    part = AUTOFIT.sub(b"<a:noAutofit/>", part)
                new.writestr(name, part)
        profile = (Path(folder) / "profile").as_uri()  # of its own: soffice runs once per profile
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, copy], check=True, capture_output=True, timeout=300)
        return pypdfium2.PdfDocument(copy.with_suffix(".pdf").read_bytes())


def check(path: Path) -> tuple[int, tuple[Finding, ...]]:
    """Return how many paragraphs of a deck were looked at, and the findings."""
    data = path.read_bytes()
    deck = Presentation(io.BytesIO(data))
    slide = Box(0, 0, Emu(deck.slide_width or 0).pt, Emu(deck.slide_height or 0).pt)
    pages = render(data)
    found: list[Finding] = []
    seen = 0
    shown = [s for s in deck.slides if s._element.get("show") != "0"]
    for number, (each, page) in enumerate(zip(shown, pages, strict=True), 1):
        texts = [p for p in paragraphs(each.shapes, Frame()) if squashed(p.text)]
        seen += len(texts)
        found += judge(number, texts, read(page, slide), slide)
    return seen, tuple(found)


def absent() -> str:
    """Return what is needed and not there, or nothing."""
    if not shutil.which("soffice"):
        return "no soffice (Debian: libreoffice-impress)"
    families = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return ", ".join(f"no font {f} (Debian: {package})" for f, package in FONTS.items() if f not in families)


def main(arguments: list[str]) -> int:
    """Judge files and print the findings."""
    files = [a for a in arguments if a != "--json"]
    if not files:
        sys.stderr.write(f"{__doc__}")
        return 2
    if missing := absent():
        sys.stderr.write(f"overflow: {missing}\n")
        return 3
    passed = True
    for file in files:
        seen, found = check(Path(file))
        passed = passed and seen > 0 and not found
        if "--json" in arguments:
            record = {"file": file, "paragraphs": seen, "findings": [asdict(f) for f in found]}
            sys.stdout.write(json.dumps(record) + "\n")
            continue
        kinds = Counter(f.kind for f in found)
        counts = ", ".join(f"{n} {k}" for k, n in sorted(kinds.items())) or "no finding"
        for line in (*found, f"{seen} paragraphs, {counts}"):
            sys.stdout.write(f"{file}: {line}\n")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
