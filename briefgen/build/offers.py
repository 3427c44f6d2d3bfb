"""Inputs and built briefs -> what can be distributed: offers, and the files behind them."""

from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

import msgspec

from .. import compose
from ..diagnostics import Diagnostic
from ..distribute.copies import Artifact, Dress
from ..distribute.deckmark import Side
from ..distribute.pdfmark import Margin
from ..distribute.plan import Offer
from ..errors import InputError
from ..model.decktheme import DeckTokens
from ..model.measures import mm
from ..model.spec import Sheet
from ..model.theme import Construction, Margins, Theme
from ..preflight import trace as records
from ..typeset import fonts
from ..typeset import language as lang
from .inputs import Inputs
from .manifest import Built

EDGE_MM, MARK_SIZE = 6.5, 8.0
"""From the right edge of a page to a mark's baseline, and its size in points."""
SLIDE_EDGE_IN, SLIDE_FOOT_IN, SLIDE_MARK_SIZE = 0.16, 0.2, 10.0
"""The same of a slide, and how far above its foot a mark begins."""
CLEAR_MM, SLIDE_CLEAR_IN = 4.0, 0.1
"""Between a mark and what stands above it at the edge of a page or slide."""


def offers(wanted: Iterable[Inputs]) -> tuple[Offer, ...]:
    """Return every file of the briefs given, built or not."""
    return tuple(
        Offer(
            brief=i.name,
            title=i.spec.title,
            short_title=i.spec.short_title,
            length=length.name,
            format=format_.value,
            language=i.spec.language,
            furniture=i.spec.furniture,
            issuer=i.spec.issuer.name,
            contact=i.spec.issuer.contact or i.spec.issuer.name,
            marking=i.spec.marking,
            as_of=i.spec.as_of.isoformat(),
            day=lang.labels(i.spec.furniture).as_of.format(date=lang.long_date(i.spec.as_of, i.spec.furniture)),
            abridged=bool(i.withheld),
            topics=_topics(i),
            origin=i.spec.origin,
        )
        for i in wanted
        for length in sorted(i.lengths, key=lambda one: (one.pages, one.slides))
        for format_ in i.formats
    )


def _topics(inputs: Inputs) -> tuple[str, ...]:
    """Return the topics of the units that a brief may show."""
    found = compose.select(inputs.report, inputs.spec)
    slots = (*((found.bottom_line,) if found.bottom_line else ()), *found.judgements, *found.outlook, *found.watch)
    return tuple(sorted({t for u in (*slots, *found.body) for t in u.topics}))


def artifacts(wanted: Iterable[Inputs], done: Iterable[Built], folder: Path) -> dict[tuple[str, str, str], Artifact]:
    """Return the built files by brief, length and format; raises InputError for one of another edition."""
    by_name = {b.name: b for b in done}
    out = {}
    for one in wanted:
        dress = _dress(one)
        for offer in offers((one,)):
            entry = next(e for e in by_name[one.name].artifacts if (e.length, e.format) == (offer.length, offer.format))
            data = by_name[one.name].files.get(entry.file) or (folder / one.name / entry.file).read_bytes()
            record = records.read(data)
            if record is None or record.edition != one.edition:
                raise InputError((_changed(one),))
            out[offer.key] = Artifact(
                offer=offer,
                edition=one.edition,
                sha256=entry.sha256,
                data=data,
                record=msgspec.json.encode(record),
                dress=dress,
            )
    return out


def _changed(inputs: Inputs) -> Diagnostic:
    return Diagnostic(
        code="BG936",
        message=f"the brief `{inputs.name}` has changed while it was being distributed",
        hint="nothing was delivered: run again",
    )


def _dress(inputs: Inputs) -> Dress:
    theme = inputs.theme
    margins = theme.grid.a4 if inputs.spec.page is Sheet.A4 else theme.grid.letter
    return Dress(
        margin=Margin(
            edge=mm(EDGE_MM),
            foot=mm(margins.bottom_mm),
            head=mm(_head_mm(theme, margins) + CLEAR_MM),
            size=MARK_SIZE,
            colour=theme.colour.mute,
        ),
        side=Side(
            edge=SLIDE_EDGE_IN,
            foot=SLIDE_FOOT_IN,
            head=_slide_head_in(theme.deck) + SLIDE_CLEAR_IN,
            size=SLIDE_MARK_SIZE,
            colour=theme.colour.mute,
            ground=theme.colour.paper,
            pale=theme.colour.pale,
        ),
        faces=tuple(fonts.find(family.regular, inputs.fonts) for family in (theme.font.label, theme.font.text)),
        deck_face=fonts.find(theme.font.deck_body.regular, inputs.fonts),
    )


def _head_mm(theme: Theme, margins: Margins) -> float:
    """Return how far down from the top a page may be coloured to its edge."""
    match theme.construction:
        case Construction.MARGIN:
            return margins.top_mm
        case Construction.BAND:
            return max(theme.band.one_page_mm, theme.band.long_mm)
        case _:
            assert_never(theme.construction)


def _slide_head_in(deck: DeckTokens) -> float:
    """Return the same of a slide: the foot of what stands over its headline and reaches as far as a mark."""
    frame, free = deck.layouts.all, deck.width_in - SLIDE_EDGE_IN - 2 * SLIDE_MARK_SIZE / 72
    return max(
        (y + high for x, y, wide, high in filter(None, (frame.bar, frame.signal, frame.rule)) if x + wide > free),
        default=SLIDE_CLEAR_IN,
    )
