"""The search for what a budget holds: `fit(k -> measure(assemble(first k)))`, paper and slides.

Paper takes the longest prefix of the order that its pages hold, found by growing steps, bisection and a short
look-ahead; where the next unit would leave a hole in a page, lesser ones fill it. Slides have two
budgets, the number of slides and the room on each: a unit that would need a slide too many is passed over and the
next is tried. Both are nested, because a longer length starts from the units of the shorter one, its floor; see
`ladder` for the ceiling.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from ..model.report import Unit
from ..model.spec import Length, Sections
from .assemble import Material, Selection
from .frames import JUDGEMENTS_ON_ONE_SLIDE, Bounds
from .order import Order, with_needs
from .outline import outermost
from .search import Fitted, Measure, Search, with_one
from .shortfall import FILL_PROMISED

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


def part(
    material: Material, length: Length, base: Selection | None, floor: Selection, measure: Measure, *, slides: bool
) -> Selection | None:
    """Return as much of a floor as a length can hold, no less than its part `base`; None where that is too much."""
    search = Search(material, length, Bounds(floor=base, ceiling=floor), measure, slides=slides)
    frame = search.granted(0)
    if frame is None:
        return None
    selection = search.with_body(frame, 0)
    order = search.order(frame)
    for unit in order.after(order.least):
        trial = with_one(selection, unit, order.by_id)
        selection = trial if search.measured(trial)[1].fits else selection
    return selection


def fit_pages(
    material: Material, length: Length, floor: Selection | None, measure: Measure, ceiling: Selection | None = None
) -> Fitted:
    """Return the fullest document of a length on paper; raises InputError if what must stand does not fit."""
    search = Search(material, length, Bounds(floor=floor, ceiling=ceiling), measure, slides=False)
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
            trial = with_one(selection, unit, order.by_id)
            selection, passed = (trial, 0) if holds(trial) else (selection, passed + 1)
    return search.fitted(selection, "does not fit the pages", warn=True)


def fit_deck(
    material: Material, length: Length, floor: Selection | None, measure: Measure, ceiling: Selection | None = None
) -> Fitted:
    """Return the fullest document of a length on slides; raises InputError if what must stand does not fit.

    Each section of the first level has one unit before any has two. Else units whose point has a figure are tried
    first: they stand beside it.
    """
    search = Search(material, length, Bounds(floor=floor, ceiling=ceiling), measure, slides=True)
    selection = search.with_body(search.frame(0), 0)
    order = search.order(selection)
    selection = _broad(search, selection, _rest(material, length, selection, order), order)
    passed = strange = 0
    closed: set[str] = set()
    opened = {order.by_id[i].section for i in selection.body}
    for unit in _rest(material, length, selection, order):
        new = unit.section not in opened
        if unit.id in selection.body or unit.point in closed or (new and strange >= STRANGE_MOST):
            continue
        trial = with_one(selection, unit, order.by_id)
        if search.measured(trial)[1].fits:
            selection, passed, strange = trial, 0, 0
            opened.update(order.by_id[i].section for i in trial.body)
            continue
        closed.update([unit.point] if unit.point else [])  # no lesser unit of a point stands for a better one
        passed, strange = passed + 1, strange + new
        if passed >= PATIENCE:
            break
    return search.fitted(selection, "no slide has room for it", warn=False)


def _broad(search: Search, selection: Selection, rest: Sequence[Unit], order: Order) -> Selection:
    """Return a selection with one more unit of each section of the first level that has none, where one fits.

    Sections that the content names come first, in the order of their best units; of a section, first what brings no
    other unit with it.
    """
    above = outermost(search.material.report.sections, search.material.candidates.sections)
    asked = {i for entry in search.material.spec.content if isinstance(entry, Sections) for i in entry.ids}
    best = {name: n for n, name in enumerate(dict.fromkeys(above[u.section] for u in order.head(order.least + REACH)))}

    def place(unit: Unit) -> tuple[bool, int, int]:
        section = above[unit.section]
        return section not in asked, best[section], len(with_needs(unit, order.by_id, selection.body))

    opened = {above[order.by_id[i].section] for i in selection.body}
    tries: Counter[str] = Counter()
    for unit in sorted(rest, key=place):
        section = above[unit.section]
        if section in opened or tries[section] >= STRANGE_MOST:
            continue
        tries[section] += 1
        trial = with_one(selection, unit, order.by_id)
        if search.measured(trial)[1].fits:
            selection = trial
            opened.update(above[order.by_id[i].section] for i in trial.body)
    return selection


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
