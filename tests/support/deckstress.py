"""Documents that ask as much of a deck as one may: rows, events and figures by the dozen, a title from the right."""

from datetime import date, timedelta

from msgspec.structs import replace

from briefgen import figures
from briefgen.model.document import Document, FigureBlock
from briefgen.model.figure import Timeline, Words
from briefgen.model.scene import Scene, Sketch
from briefgen.model.spec import FULL
from briefgen.model.theme import Theme
from briefgen.render.pptx import plan, targets, widths, worn, write
from briefgen.render.pptx.deck import Deck

from . import decks, documents, pictures

ROWS, EVENTS, CHARTS = 60, 40, 12
HEBREW = "מוסקבה רוצה אפגניסטן יציבה"
"""A title in letters that run from right to left, which the stand-in of Arial has."""


def crowded(events: int = EVENTS) -> Document:
    """Return a document with a table of sixty rows, a timeline of forty events and twelve charts."""
    lines = documents.PARTNERS.rows
    rows = tuple((f"{lines[n % len(lines)][0]} {n + 1}", *lines[n % len(lines)][1:]) for n in range(ROWS))
    table = replace(documents.PARTNERS, words=named("rows", "Sixty rows"), rows=rows)
    charts = tuple(
        replace(documents.TRADES, figure=replace(pictures.TRADE, words=named(f"chart-{n}", f"Chart {n}")), section=None)
        for n in range(CHARTS)
    )
    blocks = (*documents.OPENING, documents.PARTIES, table, many(events), *charts, *documents.CLOSING)
    return documents.document(replace(FULL, slides=99), blocks)


def leftward() -> Document:
    """Return a brief whose titles are read from right to left."""
    return replace(documents.short(), title=HEBREW, short_title=HEBREW[:12])


def named(name: str, headline: str) -> Words:
    """Return the words of a figure under another id and headline."""
    return replace(pictures.TRADE.words, id=name, headline=headline, alt=f"{headline} in words", point=None)


def many(events: int) -> FigureBlock:
    """Return a timeline of so many events in five lanes."""
    first = date(2021, 6, 3)
    marks = tuple(
        pictures.mark(f"x{n}", f"Event {n} of {events}", "done", n % 5, first + timedelta(days=(n * 37) % 145))
        for n in range(events)
    )
    figure = replace(pictures.DATES, words=named("many", "Forty events in five lanes"), marks=marks)
    return replace(documents.DATES, figure=figure, section=None)


def planned(document: Document, theme: Theme) -> Deck:
    """Return the deck of a document in a theme, its timelines sketched as they will be drawn."""
    ready = worn(theme)
    wide = widths(document, ready)
    drawn = {b.figure.words.id: b.figure for b in document.blocks if isinstance(b, FigureBlock)}
    sketches: dict[str, Sketch] = {}
    for name, width in wide.items():
        figure = drawn[name]
        if isinstance(figure, Timeline):
            sketches[name] = figures.sketch(figure, ready, format="pptx", width=width, fonts=decks.FONTS)
        else:
            known = pictures.sketches(width)
            sketches[name] = known.get(name, known["trade"])
    return plan(document, ready, sketches, decks.FONTS)


def written(document: Document, theme: Theme) -> bytes:
    """Return a document as a .pptx in a theme, timelines as `figures` draws them, maps as plain shapes."""
    deck, ready = planned(document, theme), worn(theme)
    drawn = {b.figure.words.id: b.figure for b in document.blocks if isinstance(b, FigureBlock)}
    scenes: dict[str, Scene] = {}
    for name, target in targets(deck).items():
        figure = drawn[name]
        if isinstance(figure, Timeline):
            scenes[name] = figures.drawing(figure, target, ready, fonts=decks.FONTS).scene
        else:
            scenes[name] = pictures.scene(figure, target)
    return write(deck, scenes, ready, decks.traced(document, deck))
