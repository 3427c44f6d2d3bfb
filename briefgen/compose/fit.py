"""The search for what a budget holds: `fit(k -> measure(assemble(first k)))`, paper and slides.

Paper takes the longest prefix of the order that its pages hold, found by bisection with a short look-ahead. Slides
have two budgets, the number of slides and the room on each: a unit that would need a slide too many is passed over
and the next is tried. Both are nested, because a longer length starts from the units of the shorter one.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.document import Document
from ..model.report import Unit
from ..model.spec import BriefSpec, Length
from .assemble import Material, Selection, assemble
from .order import ordered, with_needs

LOOK_AHEAD = 6
PATIENCE = 40
"""Units that may be passed over in a row before a deck is held to be full."""
JUDGEMENTS_LEAST = 3
FILL_PROMISED = 0.9


class Room(Value, frozen=True, kw_only=True):
    """What measuring a document tells: whether it fits, and with every picture at its full height (`roomy`).

    `needed` and `there` are points (of height on paper; of the fullest box on slides).
    """

    fits: bool
    roomy: bool
    needed: float
    there: float
    fills: tuple[float, ...] = ()
    where: str | None = None


Measure = Callable[[Document], Room]


class Fitted(Value, frozen=True, kw_only=True):
    """The document of one length, the selection behind it, the order searched, and what was left out and why."""

    document: Document
    selection: Selection
    room: Room
    order: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...] = ()


def fit_pages(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on paper; raises InputError if what must stand does not fit."""
    order = _order(material, length, floor)
    least = _least(material, length, floor)

    @cache
    def measured(selection: Selection) -> tuple[Document, Room]:
        document = assemble(material, length, selection, slides=False)
        return document, measure(document)

    base = _first(_frames(material, length, floor, length.figures), lambda s: measured(_body(s, order, least))[1].fits)
    if base is None:
        raise _too_large(material, length, measured(_body(_smallest(material, length, floor), order, least))[1])

    def holds(count: int) -> bool:
        room = measured(_body(base, order, count))[1]
        return room.fits and (length.prose or room.roomy or count == least)

    count = _largest(holds, least, len(order))
    selection = _body(base, order, count)
    document, room = measured(selection)
    return Fitted(
        document=document,
        selection=selection,
        room=room,
        order=tuple(u.id for u in order),
        left_out=_left_out(material, length, selection.body, "does not fit the pages"),
        warnings=_thin(material.spec, length, room),
    )


def fit_deck(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on slides; raises InputError if what must stand does not fit."""
    order = _order(material, length, floor)
    least = _least(material, length, floor)

    @cache
    def measured(selection: Selection) -> tuple[Document, Room]:
        document = assemble(material, length, selection, slides=True)
        return document, measure(document)

    base = _first(
        _frames(material, length, floor, length.slide_figures),
        lambda s: measured(_body(s, order, least))[1].fits,
    )
    if base is None:
        raise _too_large(material, length, measured(_body(_smallest(material, length, floor), order, least))[1])
    by_id = {u.id: u for u in order}
    selection = _body(base, order, least)
    passed = 0
    for unit in order[least:] if length.slides > 1 else ():
        if unit.id in selection.body:
            continue
        group = [u.id for u in with_needs(unit, by_id) if u.id not in selection.body]
        trial = replace(selection, body=(*selection.body, *group))
        if measured(trial)[1].fits:
            selection, passed = trial, 0
        elif (passed := passed + 1) >= PATIENCE:
            break
    document, room = measured(selection)
    return Fitted(
        document=document,
        selection=selection,
        room=room,
        order=tuple(u.id for u in order),
        left_out=_left_out(material, length, selection.body, "no slide has room for it"),
    )


def _body(selection: Selection, order: Sequence[Unit], count: int) -> Selection:
    return replace(selection, body=tuple(u.id for u in order[:count]))


def _rank_of(spec: BriefSpec, name: str) -> tuple[int, int]:
    """Return a length's place among all lengths; names are proved by `read`."""
    from ..model.spec import LENGTHS

    return next((known.pages, known.slides) for known in (*spec.lengths, *LENGTHS) if known.name == name)


def _pinned(spec: BriefSpec, length: Length) -> list[str]:
    here = (length.pages, length.slides)
    return [i for name, ids in spec.pin if _rank_of(spec, name) <= here for i in ids]


def _omitted(spec: BriefSpec, length: Length) -> set[str]:
    here = (length.pages, length.slides)
    return {i for name, ids in spec.omit if _rank_of(spec, name) >= here for i in ids}


def _order(material: Material, length: Length, floor: Selection | None) -> tuple[Unit, ...]:
    """Return the order of a length: the shorter length's units, this one's pins, then the rest by score."""
    gone = _omitted(material.spec, length)
    units = [u for u in material.candidates.body if u.id not in gone and not gone & set(u.needs)]
    first = [*(floor.body if floor else ()), *_pinned(material.spec, length)]
    return ordered(units, material.spec.emphasise, first)


def _least(material: Material, length: Length, floor: Selection | None) -> int:
    """Return how many units from the order's head must stand: the shorter length's and the pinned, with their needs."""
    by_id = {u.id: u for u in material.candidates.body}
    first = [*(floor.body if floor else ()), *_pinned(material.spec, length)]
    return len({u.id for i in first if i in by_id for u in with_needs(by_id[i], by_id)})


def _frames(material: Material, length: Length, floor: Selection | None, quota: int | None) -> Iterable[Selection]:
    """Yield what may stand beside the body, best first: judgements before figures before tables."""
    found = material.candidates
    most = len(found.figures) if quota is None else min(quota, len(found.figures))
    low = floor or Selection(judgements=0)
    tables = len(found.tables) if length.pages > 2 else min(1, len(found.tables)) if length.pages > 1 else 0
    watch = len(found.watch) if length.pages > 1 else 0
    judgements = len(found.judgements)
    fewest = min(judgements, max(low.judgements, JUDGEMENTS_LEAST))
    for figures in range(most, low.figures - 1, -1):
        for shown in range(judgements, fewest - 1, -1):
            for drawn in range(tables, low.tables - 1, -1):
                yield Selection(judgements=shown, figures=figures, tables=drawn, watch=watch)


def _smallest(material: Material, length: Length, floor: Selection | None) -> Selection:
    *_, last = _frames(material, length, floor, 0 if floor is None else floor.figures)
    return last


def _first(frames: Iterable[Selection], fits: Callable[[Selection], bool]) -> Selection | None:
    return next((s for s in frames if fits(s)), None)


def _largest(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the largest count found in low..high that holds; `low` is taken as given."""
    if holds(high):
        return high
    top = high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return max([low, *(k for k in range(low + 1, min(low + LOOK_AHEAD, top) + 1) if holds(k))])


def _left_out(material: Material, length: Length, body: Sequence[str], why: str) -> tuple[tuple[str, str], ...]:
    gone = _omitted(material.spec, length)
    return tuple(
        (u.id, "omitted by the spec" if u.id in gone else why)
        for u in material.candidates.body
        if u.id not in set(body)
    )


def _too_large(material: Material, length: Length, room: Room) -> InputError:
    """Return the error of required content that no selection can make fit."""
    pinned = _pinned(material.spec, length)
    where = f" ({room.where})" if room.where else ""
    message = (
        f"{length.name}: what must stand does not fit: {room.needed:.0f} pt needed, {room.there:.0f} pt there{where}"
    )
    hint = (
        f"unpin some of {', '.join(pinned)}, or pin them from a longer length on"
        if pinned
        else "shorten the bottom line, the key judgements or the outlook (`replace`), or ask for fewer of them"
    )
    return InputError(
        (
            Diagnostic(
                code="BG502",
                message=message,
                file=material.spec.origin.file,
                path=("pin",) if pinned else ("content",),
                hint=hint,
            ),
        )
    )


def _thin(spec: BriefSpec, length: Length, room: Room) -> tuple[Diagnostic, ...]:
    """Return a warning where a length that promises full pages has too little to fill them."""
    from ..diagnostics import Severity

    lowest = min(room.fills, default=0.0)
    if not length.exact or (len(room.fills) == length.pages and lowest >= FILL_PROMISED):
        return ()
    return (
        Diagnostic(
            code="BG503",
            severity=Severity.WARNING,
            message=f"{length.name}: the report holds too little for {length.pages} full page(s): "
            f"{len(room.fills)} page(s), the emptiest {lowest:.0%} full",
            file=spec.origin.file,
            path=("lengths",),
            hint="add sections or units to the content, or drop this length",
        ),
    )
