"""Deck -> readable text: what stands where on each slide, for goldens and for people."""

from typing import assert_never

from .boxes import Box
from .deck import Chart, Deck, Drawing, Key, Logo, Mark, Number, Panel, Paragraph, Rule, Shape, Slide, Table, TextBox


def dump(deck: Deck) -> str:
    """Return a deck as text: a line for each shape with its box in points, and its paragraphs below."""
    found = [f"{deck.title} | {len(deck.slides)} of {deck.budget} slides | fits: {'yes' if deck.fits else 'no'}"]
    found += [f"! {p.where}: {p.needed:.1f} pt needed, {p.there:.1f} pt there" for p in deck.problems]
    anchors = frozenset(slide.anchor for slide in deck.slides if slide.anchor)
    for n, slide in enumerate(deck.slides, 1):
        found += ["", *_slide(n, slide, anchors)]
    return "\n".join(found) + "\n"


def _slide(n: int, slide: Slide, anchors: frozenset[str]) -> list[str]:
    found = [f"== {n} [{slide.layout}] {slide.headline}", f"   section: {slide.section}"]
    if slide.anchor:
        found.append(f"   anchor: {slide.anchor}")
    if slide.units:
        found.append(f"   units: {' '.join(slide.units)}")
    if slide.spoken:
        found.append(f"   spoken: {' '.join(slide.spoken)}")
    for shape in slide.shapes:
        found += _shape(shape, anchors - {slide.anchor})
    found.append("   notes:")
    found += [f"     {_words(p)}" for p in slide.notes]
    return found


def _shape(shape: Shape, anchors: frozenset[str]) -> list[str]:
    where = _box(shape.box)
    match shape:
        case TextBox():
            head = f"   text <{shape.slot}> {where}{f' -> {shape.leads}' if shape.leads in anchors else ''}"
            return [head, *(f"     {_style(p)} {_words(p)}{_led(p, anchors)}" for p in shape.paragraphs)]
        case Rule():
            return [f"   rule {shape.colour} {shape.width:g} {where}"]
        case Panel():
            return [f"   panel {shape.colour} {where}"]
        case Drawing():
            return [f"   drawing {shape.figure} at {shape.text:g} pt {where}"]
        case Logo():
            return [f"   logo {where} {shape.alt}"]
        case Key():
            return [f"   key {where} {shape.alt}"]
        case Chart():
            form = f"{'stacked ' if shape.stacked else ''}{shape.form}"
            return [f"   chart of {form}, {shape.size:g} pt to {shape.high:.1f} {where} {shape.shown}"]
        case Table():
            columns = " ".join(f"{w:.0f}" for w in shape.columns)
            rows = (f"     {t:.0f} | {' | '.join(r)}" for t, r in zip(shape.heights, shape.rows, strict=True))
            return [f"   table {shape.size:g}/{shape.head_size:g} pt, columns {columns} {where}", *rows]
        case Mark():
            return [f"   mark {shape.text} {where}"]
        case Number():
            return [f"   number {where}"]
        case _:
            assert_never(shape)


def _style(paragraph: Paragraph) -> str:
    number = f" #{paragraph.number}" if paragraph.number is not None else ""
    return f"{paragraph.face} {paragraph.size:g} {paragraph.colour}{number}:"


def _led(paragraph: Paragraph, anchors: frozenset[str]) -> str:
    """Return the slides that runs of a paragraph lead to."""
    hrefs = (s.href.removeprefix("#") for s in paragraph.spans if s.href and s.href.startswith("#"))
    return "".join(f" -> {anchor}" for anchor in hrefs if anchor in anchors)


def _box(box: Box) -> str:
    return f"({box.x:.1f}, {box.y:.1f}, {box.w:.1f} x {box.h:.1f})"


def _words(paragraph: Paragraph) -> str:
    return "".join(s.text for s in paragraph.spans)
