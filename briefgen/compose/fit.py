"""The search for what a budget holds: `fit(k -> measure(assemble(first k)))`, paper and slides.

Paper takes the longest prefix of the order that its pages hold, found by growing steps, bisection and a short
look-ahead. Slides have two budgets, the number of slides and the room on each: a unit that would need a slide too
many is passed over and the next is tried. Both are nested, because a longer length starts from the units of the
shorter one.
"""

import re
import textwrap
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError
from ..model.base import Value
from ..model.document import Document
from ..model.spec import BriefSpec, Length
from .assemble import Material, Selection, assemble
from .frames import JUDGEMENTS_ON_ONE_SLIDE, frames, least_of, omitted, order_of, pinned
from .order import with_needs

LOOK_AHEAD = 6
LOOK_BACK = 8
"""Units that may be given up where the longest prefix breaks so badly that a page stays under its promise."""
PATIENCE = 12
"""Units that may be passed over in a row before a deck is held to be full."""
FILL_PROMISED = 0.9
BODY_LEAST = 6
"""Units of running text that must find room before a second picture or a table takes it."""


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


class _Search:
    """One length in one format: the order, what must stand of it, and the measured candidates, each once."""

    def __init__(
        self, material: Material, length: Length, floor: Selection | None, measure: Measure, *, slides: bool
    ) -> None:
        self.material, self.length, self.slides = material, length, slides
        self.order = order_of(material, length, floor)
        self.least = least_of(material, length, floor)
        self.frames = tuple(frames(material, length, floor, slides=slides))
        self._measure = measure
        self._known: dict[Selection, tuple[Document, Room]] = {}

    def measured(self, selection: Selection) -> tuple[Document, Room]:
        """Return the document of a selection, and whether it fits."""
        if selection not in self._known:
            document = assemble(self.material, self.length, selection, slides=self.slides)
            self._known[selection] = document, self._measure(document)
        return self._known[selection]

    def with_body(self, frame: Selection, count: int) -> Selection:
        """Return a frame with the first units of the order."""
        return replace(frame, body=tuple(u.id for u in self.order[:count]))

    def frame(self, worth: int) -> Selection:
        """Return the best frame that leaves room for `worth` units, else for those that must stand."""
        for count in dict.fromkeys((max(worth, self.least), self.least)):
            for frame in self.frames:
                if self.measured(self.with_body(frame, count))[1].fits:
                    return frame
        raise _too_large(self.material, self.length, self.measured(self.with_body(self.frames[-1], self.least))[1])

    def fitted(self, selection: Selection, why: str, *, warn: bool) -> Fitted:
        """Return the result for a selection."""
        document, room = self.measured(selection)
        left_out = _left_out(self.material, self.length, selection.body, why)
        return Fitted(
            document=document,
            selection=selection,
            room=room,
            order=tuple(u.id for u in self.order),
            left_out=left_out,
            warnings=_thin(self.material.spec, self.length, room, more=bool(left_out)) if warn else (),
        )


def fit_pages(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on paper; raises InputError if what must stand does not fit."""
    search = _Search(material, length, floor, measure, slides=False)
    base = search.frame(min(len(search.order), BODY_LEAST) if length.prose else 0)

    def holds(count: int) -> bool:
        room = search.measured(search.with_body(base, count))[1]
        return room.fits and (length.prose or room.roomy or count == search.least)

    def filled(count: int) -> bool:
        fills = search.measured(search.with_body(base, count))[1].fills
        return not length.exact or (len(fills) == length.pages and min(fills) >= FILL_PROMISED)

    # a list only takes what a full-sized picture leaves over: where that is nothing, no trial is needed
    closed = not length.prose and not search.measured(search.with_body(base, search.least))[1].roomy
    most = search.least if closed else _largest(holds, search.least, len(search.order))
    near = range(most, max(search.least, most - LOOK_BACK) - 1, -1)
    count = next((k for k in near if filled(k) and holds(k)), most)
    return search.fitted(search.with_body(base, count), "does not fit the pages", warn=True)


def fit_deck(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on slides; raises InputError if what must stand does not fit.

    Units whose point has a figure are tried first: they stand beside it.
    """
    search = _Search(material, length, floor, measure, slides=True)
    selection = search.with_body(search.frame(0), search.least)
    by_id = {u.id: u for u in search.order}
    passed = 0
    drawn = {f.point for f in material.candidates.figures[: selection.figures]}
    rest = sorted(search.order[search.least :], key=lambda u: u.point is None or u.point not in drawn)
    closed: set[str] = set()
    if length.slides == 1:  # the one slide shows judgements, or else as many statements
        rest = rest[: 0 if material.candidates.judgements else JUDGEMENTS_ON_ONE_SLIDE]
    for unit in rest:
        if unit.id in selection.body or unit.point in closed:
            continue
        group = [u.id for u in with_needs(unit, by_id) if u.id not in selection.body]
        trial = replace(selection, body=(*selection.body, *group))
        if search.measured(trial)[1].fits:
            selection, passed = trial, 0
            continue
        closed.update([unit.point] if unit.point else [])  # no lesser unit of a point stands for a better one
        passed += 1
        if passed >= PATIENCE:
            break
    return search.fitted(selection, "no slide has room for it", warn=False)


def _largest(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the largest count found in low..high that holds; `low` is taken as given.

    Steps that double from below, then bisection, then a short look ahead: most answers lie near the floor.
    """
    top, step = high, 1
    while low < high:
        trial = min(low + step, high)
        if not holds(trial):
            high = trial
            break
        low, step = trial, step * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return max([low, *(k for k in range(low + 1, min(low + LOOK_AHEAD, top) + 1) if holds(k))])


def _left_out(material: Material, length: Length, body: Sequence[str], why: str) -> tuple[tuple[str, str], ...]:
    gone = omitted(material.spec, length)
    return tuple(
        (u.id, "omitted by the spec" if u.id in gone else why)
        for u in material.candidates.body
        if u.id not in set(body)
    )


def _too_large(material: Material, length: Length, room: Room) -> InputError:
    """Return the error of required content that no selection can make fit."""
    fixed = [i for i in pinned(material.spec, length) if i in {u.id for u in material.candidates.body}]
    place = f" ({textwrap.shorten(room.where, 90, placeholder='…”')})" if room.where else ""
    points = f"{room.needed:.0f} pt needed, {max(room.there, 0.0):.0f} pt there"
    where = room.where or ""
    if where.endswith(" slides"):  # not a box, but the deck itself
        points, place = f"{room.needed:.0f} slides needed, {room.there:.0f} there", ""
    titled = any(f"{what} “{material.spec.title}”" in where for what in ("title", "headline"))
    drawn = re.search(r"(?:figure|table|subtitle of) ([a-z0-9.-]+)$", where)
    path: tuple[str | int, ...]
    if titled:
        path, hint = ("title",), "say the finding in at most two lines"
    elif where.endswith(("subtitle", "publisher", "date")):
        path = ("issuer",) if where.endswith("publisher") else ("subtitle",) if where.endswith("subtitle") else ()
        hint = "say it shorter: the title slide has room for two lines of each"
    elif drawn and any(f.id == drawn[1] for f in material.report.figures):
        hint = "say its subtitle and labels shorter, give it fewer rows or events, or take it out of the content"
        message = f"{length.name}: {drawn[0]} does not fit: {points}{place}"
        return InputError((Diagnostic(code="BG502", message=message, path=(drawn[1],), hint=hint),))
    elif fixed:
        named = ", ".join(fixed[:6]) + (f" and {len(fixed) - 6} more" if len(fixed) > 6 else "")
        path, hint = ("pin",), f"unpin some of {named}, or pin them from a longer length on"
    else:
        path = ("content",)
        hint = "shorten the bottom line, the key judgements or the outlook (`replace`), or ask for fewer of them"
    message = f"{length.name}: what must stand does not fit: {points}{place}"
    file = material.spec.origin.file
    return InputError((Diagnostic(code="BG502", message=message, file=file, path=path, hint=hint),))


def _thin(spec: BriefSpec, length: Length, room: Room, *, more: bool) -> tuple[Diagnostic, ...]:
    """Return a warning where a page stays emptier than promised; `more` tells whether there was more to show."""
    lowest = min(room.fills, default=0.0)
    if not length.exact or (len(room.fills) == length.pages and lowest >= FILL_PROMISED):
        return ()
    if more:
        message = f"{length.name}: a page is only {lowest:.0%} full: nothing more can be broken to fill it"
        hint = "omit the unit or figure that leaves the hole, or pin another"
    else:
        pages = f"{len(room.fills)} page(s), the emptiest {lowest:.0%} full"
        message = f"{length.name}: the report holds too little for {length.pages} full page(s): {pages}"
        hint = "add sections or units to the content, or drop this length"
    return (
        Diagnostic(
            code="BG503",
            severity=Severity.WARNING,
            message=message,
            file=spec.origin.file,
            path=("lengths",),
            hint=hint,
        ),
    )
