"""The search for what a budget holds: `fit(k -> measure(assemble(first k)))`, paper and slides.

Paper takes the longest prefix of the order that its pages hold, found by growing steps, bisection and a short
look-ahead; where the next unit would leave a hole in a page, lesser ones fill it. Slides have two
budgets, the number of slides and the room on each: a unit that would need a slide too many is passed over and the
next is tried. Both are nested, because a longer length starts from the units of the shorter one, its floor; see
`ladder` for the ceiling.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.document import Document
from ..model.report import Unit
from ..model.spec import Length
from .assemble import Material, Selection, assemble
from .frames import BESIDE, JUDGEMENTS_ON_ONE_SLIDE, Bounds, above, alone, linked, narrowest, order_of, slots, widest
from .order import Order, with_needs
from .outline import outermost
from .shortfall import FILL_PROMISED, Room, left_out, not_alone, passed_over, thin, too_large

LOOK_AHEAD = 6
LOOK_BACK = 8
"""Units that may be given up where the longest prefix breaks so badly that a page stays under its promise."""
PATIENCE = 12
"""Units that may be passed over in a row before a deck, or a page with a hole, is held to be full."""
STRANGE_MOST = 3
"""Units of sections not yet shown that may be passed over before a deck is held to have room for none of them."""
REACH = 500
"""Units that a deck looks at; no deck has room for more."""
BODY_LEAST = 6
"""Units of running text that must find room before a second picture or a table takes it."""


Measure = Callable[[Document], Room]


class Fitted(Value, frozen=True, kw_only=True):
    """The document of one length, the selection behind it, its bounds, and what was left out and why."""

    document: Document
    selection: Selection
    room: Room
    bounds: Bounds
    left_out: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...] = ()


class _Search:
    """One length in one format: what may stand beside the body, the order of the body, the measured candidates."""

    def __init__(self, material: Material, length: Length, bounds: Bounds, measure: Measure, *, slides: bool) -> None:
        self.material, self.length, self.bounds, self.slides = material, length, bounds, slides
        self.floor = bounds.floor
        self.most = widest(material.candidates, length, bounds, slides=slides)
        self._measure = measure
        self._linked = linked(material.candidates)
        self._orders: dict[frozenset[str], Order] = {}
        self._known: dict[Selection, tuple[Document, Room]] = {}
        self._narrow: dict[str, Diagnostic] = {}

    def order(self, frame: Selection) -> Order:
        """Return the order of the body in a frame; frames differ only by slots that units need."""
        standing = self._linked.intersection(u.id for u in slots(self.material.candidates, frame))
        if standing not in self._orders:
            self._orders[standing] = order_of(self.material, self.length, self.bounds, frame)
        return self._orders[standing]

    def measured(self, selection: Selection) -> tuple[Document, Room]:
        """Return the document of a selection, and whether it fits."""
        if selection not in self._known:
            document = assemble(self.material, self.length, selection, slides=self.slides)
            self._known[selection] = document, self._measure(document)
            self._narrow |= self._known[selection][1].narrow
        return self._known[selection]

    def with_body(self, frame: Selection, count: int) -> Selection:
        """Return a frame with the first units of its order, and at least with those that must stand."""
        order = self.order(frame)
        return replace(frame, body=tuple(u.id for u in order.head(max(count, order.least))))

    def frame(self, worth: int) -> Selection:
        """Return the best frame that leaves room for `worth` units, else for those that must stand."""
        for count in dict.fromkeys((worth, 0)):
            if found := self.granted(count):
                return found
        room = self.measured(self.with_body(self._narrowest(), 0))[1]
        raise InputError(tuple(room.narrow.values())) if room.narrow else too_large(self.material, self.length, room)

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

    def granted(self, count: int) -> Selection | None:
        """Return the frame with as much beside `count` units as fits, one kind after the other; None if none fits.

        Where a figure has no room for its labels, the next takes its place.
        """
        found = self._granted(count)
        while self._narrow.keys() & set(self.most.figures).difference(self._narrowest().figures):
            candidates, narrow = self.material.candidates, frozenset(self._narrow)
            self.most = widest(candidates, self.length, self.bounds, slides=self.slides, narrow=narrow)
            found = self._granted(count)
        return found

    def _granted(self, count: int) -> Selection | None:
        least = self._narrowest()

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
            steps = (high[:n] for n in range(len(high), len(low), -1)) if kind == "figures" else range(high, low, -1)
            more = (replace(frame, **{kind: some}) for some in steps)
            frame = next((one for one in more if holds(one)), frame)
        return frame

    def fitted(self, selection: Selection, why: str, *, warn: bool) -> Fitted:
        """Return the result for a selection."""
        document, room = self.measured(selection)
        order, shown = self.order(selection), frozenset(selection.body)
        following = next((u.id for u in order.after(0) if u.id not in shown), None)
        lowered = bool(above(self.material.candidates, self.bounds.ceiling))
        thinness = thin(self.material.spec, self.length, room, following=following, lowered=lowered)
        return Fitted(
            document=document,
            selection=selection,
            room=room,
            bounds=self.bounds,
            left_out=left_out(self.material, self.length, selection, self.bounds.ceiling, why),
            warnings=(*passed_over(self.length, self._narrow), *(thinness if warn else ())),
        )


def part(
    material: Material, length: Length, base: Selection | None, floor: Selection, measure: Measure, *, slides: bool
) -> Selection | None:
    """Return as much of a floor as a length can hold, no less than its part `base`; None where that is too much."""
    search = _Search(material, length, Bounds(floor=base, ceiling=floor), measure, slides=slides)
    frame = search.granted(0)
    if frame is None:
        return None
    selection = search.with_body(frame, 0)
    order = search.order(frame)
    for unit in order.after(order.least):
        trial = _with(selection, unit, order.by_id)
        selection = trial if search.measured(trial)[1].fits else selection
    return selection


def fit_pages(
    material: Material, length: Length, floor: Selection | None, measure: Measure, ceiling: Selection | None = None
) -> Fitted:
    """Return the fullest document of a length on paper; raises InputError if what must stand does not fit."""
    search = _Search(material, length, Bounds(floor=floor, ceiling=ceiling), measure, slides=False)
    base = search.frame(BODY_LEAST if length.prose else 0)
    order = search.order(base)

    def holds(selection: Selection) -> bool:
        room = search.measured(selection)[1]
        return room.fits and (length.prose or room.roomy or len(selection.body) == order.least)

    def filled(selection: Selection) -> bool:
        fills = search.measured(selection)[1].fills
        return len(fills) == length.pages and min(fills) >= FILL_PROMISED

    def first(count: int) -> Selection:
        return search.with_body(base, count)

    # a list only takes what a full-sized picture leaves over: where that is nothing, no trial is needed
    closed = not length.prose and not search.measured(first(order.least))[1].roomy
    most = order.least if closed else _largest(lambda k: holds(first(k)), order.least, len(order))
    back = LOOK_BACK if length.exact else 0  # nothing is given up for a page that need not be full
    near = map(first, range(most, max(order.least, most - back) - 1, -1))
    selection = next((one for one in near if filled(one) and holds(one)), None)
    if selection is None:
        selection = first(most)
        passed = PATIENCE if closed else 0
        for unit in order.after(most):  # the next unit leaves a hole: lesser ones may fill it
            if passed >= PATIENCE or filled(selection):
                break
            trial = _with(selection, unit, order.by_id)
            selection, passed = (trial, 0) if holds(trial) else (selection, passed + 1)
    return search.fitted(selection, "does not fit the pages", warn=True)


def fit_deck(
    material: Material, length: Length, floor: Selection | None, measure: Measure, ceiling: Selection | None = None
) -> Fitted:
    """Return the fullest document of a length on slides; raises InputError if what must stand does not fit.

    Each section of the first level has one unit before any has two. Else units whose point has a figure are tried
    first: they stand beside it.
    """
    search = _Search(material, length, Bounds(floor=floor, ceiling=ceiling), measure, slides=True)
    selection = search.with_body(search.frame(0), 0)
    order = search.order(selection)
    selection = _broad(search, selection, _rest(material, length, selection, order), order.by_id)
    passed = strange = 0
    closed: set[str] = set()
    opened = {order.by_id[i].section for i in selection.body}
    for unit in _rest(material, length, selection, order):
        new = unit.section not in opened
        if unit.id in selection.body or unit.point in closed or (new and strange >= STRANGE_MOST):
            continue
        trial = _with(selection, unit, order.by_id)
        if search.measured(trial)[1].fits:
            selection, passed, strange = trial, 0, 0
            opened.update(order.by_id[i].section for i in trial.body)
            continue
        closed.update([unit.point] if unit.point else [])  # no lesser unit of a point stands for a better one
        passed, strange = passed + 1, strange + new
        if passed >= PATIENCE:
            break
    return search.fitted(selection, "no slide has room for it", warn=False)


def _broad(search: _Search, selection: Selection, rest: Sequence[Unit], by_id: Mapping[str, Unit]) -> Selection:
    """Return a selection with one more unit of each section of the first level that has none, where one fits."""
    above = outermost(search.material.report.sections, search.material.candidates.sections)
    opened = {above[by_id[i].section] for i in selection.body}
    tries: Counter[str] = Counter()
    for unit in rest:
        section = above[unit.section]
        if section in opened or tries[section] >= STRANGE_MOST:
            continue
        tries[section] += 1
        trial = _with(selection, unit, by_id)
        if search.measured(trial)[1].fits:
            selection = trial
            opened.update(above[by_id[i].section] for i in trial.body)
    return selection


def _with(selection: Selection, unit: Unit, by_id: Mapping[str, Unit]) -> Selection:
    """Return a selection with one more unit and those that it needs."""
    group = (u.id for u in with_needs(unit, by_id, selection.body))
    return replace(selection, body=(*selection.body, *group))


def _rest(material: Material, length: Length, frame: Selection, order: Order) -> list[Unit]:
    """Return the units that may stand on slides beside those that must, those of points with figures first."""
    drawn = {f.point for f in material.candidates.figures if f.id in frame.figures}
    reached = order.head(order.least + REACH)[order.least :]
    rest = sorted(reached, key=lambda u: u.point is None or u.point not in drawn)
    if length.slides > 1:
        return rest
    # the one slide shows judgements, or else as many statements
    return rest[: 0 if material.candidates.judgements else JUDGEMENTS_ON_ONE_SLIDE]


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
