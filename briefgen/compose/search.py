"""One length in one format, searched: frames, the order of the body, and measured selections."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.document import Document
from ..model.report import Unit
from ..model.spec import Length
from .assemble import Material, Selection, assemble
from .frames import BESIDE, Bounds, above, alone, linked, narrowest, order_of, slots, widest
from .order import Order, with_needs
from .shortfall import Room, left_out, not_alone, passed_over, thin, too_large

Measure = Callable[[Document], Room]


class Fitted(Value, frozen=True, kw_only=True):
    """The document of one length, the selection behind it, its bounds, and what was left out and why."""

    document: Document
    selection: Selection
    room: Room
    bounds: Bounds
    left_out: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...] = ()


class Search:
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


def with_one(selection: Selection, unit: Unit, by_id: Mapping[str, Unit]) -> Selection:
    """Return a selection with one more unit and those that it needs."""
    group = (u.id for u in with_needs(unit, by_id, selection.body))
    return replace(selection, body=(*selection.body, *group))
