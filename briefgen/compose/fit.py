"""The search for what a budget holds: `fit(k -> measure(assemble(first k)))`, paper and slides.

Paper takes the longest prefix of the order that its pages hold, found by growing steps, bisection and a short
look-ahead. Slides have two budgets, the number of slides and the room on each: a unit that would need a slide too
many is passed over and the next is tried. Both are nested, because a longer length starts from the units of the
shorter one.
"""

from collections.abc import Callable

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..model.base import Value
from ..model.document import Document
from ..model.spec import Length
from .assemble import Material, Selection, assemble
from .frames import JUDGEMENTS_ON_ONE_SLIDE, Order, alone, linked, narrowest, order_of, slots, widest
from .order import with_needs
from .shortfall import FILL_PROMISED, Room, left_out, not_alone, thin, too_large

LOOK_AHEAD = 6
LOOK_BACK = 8
"""Units that may be given up where the longest prefix breaks so badly that a page stays under its promise."""
PATIENCE = 12
"""Units that may be passed over in a row before a deck is held to be full."""
BODY_LEAST = 6
"""Units of running text that must find room before a second picture or a table takes it."""
BESIDE = ("figures", "judgements", "watch", "tables")
"""What may stand beside the body, in the order in which it is granted: tables give way first, figures last."""


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
    """One length in one format: what may stand beside the body, the order of the body, the measured candidates."""

    def __init__(
        self, material: Material, length: Length, floor: Selection | None, measure: Measure, *, slides: bool
    ) -> None:
        self.material, self.length, self.floor, self.slides = material, length, floor, slides
        self.most = widest(material.candidates, length, floor, slides=slides)
        self._measure = measure
        self._linked = linked(material.candidates)
        self._orders: dict[frozenset[str], Order] = {}
        self._known: dict[Selection, tuple[Document, Room]] = {}

    def order(self, frame: Selection) -> Order:
        """Return the order of the body in a frame; frames differ only by slots that units need."""
        standing = self._linked.intersection(u.id for u in slots(self.material.candidates, frame))
        if standing not in self._orders:
            self._orders[standing] = order_of(self.material, self.length, self.floor, frame)
        return self._orders[standing]

    def measured(self, selection: Selection) -> tuple[Document, Room]:
        """Return the document of a selection, and whether it fits."""
        if selection not in self._known:
            document = assemble(self.material, self.length, selection, slides=self.slides)
            self._known[selection] = document, self._measure(document)
        return self._known[selection]

    def with_body(self, frame: Selection, count: int) -> Selection:
        """Return a frame with the first units of its order, and at least with those that must stand."""
        order = self.order(frame)
        return replace(frame, body=tuple(u.id for u in order.units[: max(count, order.least)]))

    def frame(self, worth: int) -> Selection:
        """Return the best frame that leaves room for `worth` units, else for those that must stand."""
        least = self._narrowest()
        for count in dict.fromkeys((worth, 0)):
            if found := self._granted(least, count):
                return found
        raise too_large(self.material, self.length, self.measured(self.with_body(least, 0))[1])

    def _narrowest(self) -> Selection:
        """Return the least frame in which no unit that must stand lacks another; raises InputError if there is none."""
        least, trouble = narrowest(self.most, self.floor), None
        for judgements in range(least.judgements, self.most.judgements + 1):
            for watch in range(least.watch, self.most.watch + 1):
                frame = replace(least, judgements=judgements, watch=watch)
                trouble = alone(self.material, self.length, self.floor, frame)
                if trouble is None:
                    return frame
        assert trouble is not None, "there is at least one frame"
        raise not_alone(self.material, self.length, *trouble)

    def _granted(self, least: Selection, count: int) -> Selection | None:
        """Return the frame with as much beside `count` units as fits, one kind after the other; None if none fits."""

        def holds(frame: Selection) -> bool:
            complete = alone(self.material, self.length, self.floor, frame) is None
            return complete and self.measured(self.with_body(frame, count))[1].fits

        if holds(self.most):
            return self.most
        if not holds(least):
            return None
        frame = least
        for kind in BESIDE:
            high, low = getattr(self.most, kind), getattr(least, kind)
            more = (replace(frame, **{kind: n}) for n in range(high, low, -1))
            frame = next((one for one in more if holds(one)), frame)
        return frame

    def fitted(self, selection: Selection, why: str, *, warn: bool) -> Fitted:
        """Return the result for a selection."""
        document, room = self.measured(selection)
        order = tuple(u.id for u in self.order(selection).units)
        following = next((i for i in order if i not in selection.body), None)
        return Fitted(
            document=document,
            selection=selection,
            room=room,
            order=order,
            left_out=left_out(self.material, self.length, selection, why),
            warnings=thin(self.material.spec, self.length, room, following=following) if warn else (),
        )


def fit_pages(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on paper; raises InputError if what must stand does not fit."""
    search = _Search(material, length, floor, measure, slides=False)
    base = search.frame(BODY_LEAST if length.prose else 0)
    order = search.order(base)

    def holds(count: int) -> bool:
        room = search.measured(search.with_body(base, count))[1]
        return room.fits and (length.prose or room.roomy or count == order.least)

    def filled(count: int) -> bool:
        fills = search.measured(search.with_body(base, count))[1].fills
        return not length.exact or (len(fills) == length.pages and min(fills) >= FILL_PROMISED)

    # a list only takes what a full-sized picture leaves over: where that is nothing, no trial is needed
    closed = not length.prose and not search.measured(search.with_body(base, order.least))[1].roomy
    most = order.least if closed else _largest(holds, order.least, len(order.units))
    near = range(most, max(order.least, most - LOOK_BACK) - 1, -1)
    count = next((k for k in near if filled(k) and holds(k)), most)
    return search.fitted(search.with_body(base, count), "does not fit the pages", warn=True)


def fit_deck(material: Material, length: Length, floor: Selection | None, measure: Measure) -> Fitted:
    """Return the fullest document of a length on slides; raises InputError if what must stand does not fit.

    Units whose point has a figure are tried first: they stand beside it.
    """
    search = _Search(material, length, floor, measure, slides=True)
    selection = search.with_body(search.frame(0), 0)
    order = search.order(selection)
    by_id = {u.id: u for u in order.units}
    passed = 0
    drawn = {f.point for f in material.candidates.figures[: selection.figures]}
    rest = sorted(order.units[order.least :], key=lambda u: u.point is None or u.point not in drawn)
    closed: set[str] = set()
    if length.slides == 1:  # the one slide shows judgements, or else as many statements
        rest = rest[: 0 if material.candidates.judgements else JUDGEMENTS_ON_ONE_SLIDE]
    for unit in rest:
        if unit.id in selection.body or unit.point in closed:
            continue
        group = [u.id for u in with_needs(unit, by_id, selection.body)]
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
