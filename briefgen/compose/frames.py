"""What must stand in a length, what may stand beside it, and in which order the rest is taken."""

from collections.abc import Container

from msgspec.structs import replace

from ..model.base import Value
from ..model.report import Unit
from ..model.spec import LENGTHS, BriefSpec, Length
from .assemble import Material, Selection
from .order import Order, with_needs
from .select import Candidates

JUDGEMENTS_LEAST = 3
JUDGEMENTS_ON_ONE_SLIDE = 4
WATCH_LEAST = 2


BESIDE = ("figures", "judgements", "watch", "tables")
"""What may stand beside the body, in the order in which it is granted: tables give way first, figures last."""


class Bounds(Value, frozen=True, kw_only=True):
    """What a length must show, since a shorter one does, and the most that it may, since a longer one holds no more."""

    floor: Selection | None = None
    ceiling: Selection | None = None


def _place(spec: BriefSpec, name: str) -> tuple[int, int]:
    """Return a length's place among all lengths; names are proved by `read`."""
    return next((known.pages, known.slides) for known in (*spec.lengths, *LENGTHS) if known.name == name)


def pinned(spec: BriefSpec, length: Length) -> list[str]:
    """Return the units that the spec pins from this length, or a shorter one, on."""
    here = (length.pages, length.slides)
    return [i for name, ids in spec.pin if _place(spec, name) <= here for i in ids]


def omitted(spec: BriefSpec, length: Length) -> set[str]:
    """Return the units that the spec leaves out of this length, or up to a longer one."""
    here = (length.pages, length.slides)
    return {i for name, ids in spec.omit if _place(spec, name) >= here for i in ids}


def slots(found: Candidates, frame: Selection) -> tuple[Unit, ...]:
    """Return the units that stand in the slots of a frame."""
    first = (found.bottom_line,) if found.bottom_line else ()
    return (*first, *found.outlook, *found.judgements[: frame.judgements], *found.watch[: frame.watch])


def linked(found: Candidates) -> frozenset[str]:
    """Return the units in slots that lean on others, or others on them: the order hangs on no other slot."""
    needed = {n for u in found.body for n in u.needs}
    return frozenset(u.id for u in (*found.judgements, *found.watch) if u.needs or u.id in needed)


def order_of(material: Material, length: Length, bounds: Bounds, frame: Selection) -> Order:
    """Return the order of a length: the shorter length's units, its pins, what its slots need, the rest by score."""
    found = material.candidates
    gone = lacking(found, frame, omitted(material.spec, length) | above(found, bounds.ceiling))
    units = [u for u in found.body if u.id not in gone]
    return Order(units, material.spec.emphasise, _required(material, length, bounds.floor, frame))


def above(found: Candidates, ceiling: Selection | None) -> set[str]:
    """Return the units of the body that a longer length has no room for."""
    return set() if ceiling is None else {u.id for u in found.body}.difference(ceiling.body)


def lacking(found: Candidates, frame: Selection, gone: set[str]) -> dict[str, str | None]:
    """Return the units of the body that cannot stand in a frame, with the unit that each needs and lacks.

    Those of `gone` are left out for themselves and lack nothing. What leans on a unit that lacks another lacks it too.
    """
    users: dict[str, list[str]] = {}
    for unit in found.body:
        for need in unit.needs:
            users.setdefault(need, []).append(unit.id)
    out: dict[str, str | None] = {u.id: None for u in found.body if u.id in gone}
    waiting = [*out, *hidden(found, frame)]
    while waiting:
        need = waiting.pop()
        for user in users.get(need, ()):
            if user not in out:
                out[user] = need
                waiting.append(user)
    return out


def alone(material: Material, length: Length, floor: Selection | None, frame: Selection) -> tuple[str, str] | None:
    """Return a unit that must stand in a frame and one that it needs and the frame does not show, or None."""
    found = material.candidates
    by_id = {u.id: u for u in (*slots(found, frame), *found.body)}
    gone = set(hidden(found, frame))
    first = [*(u.id for u in slots(found, frame)), *_required(material, length, floor, frame)]
    for one in (u for i in first if i in by_id for u in with_needs(by_id[i], by_id)):
        if missing := next((n for n in one.needs if n in gone), None):
            return one.id, missing
    return None


def _required(material: Material, length: Length, floor: Selection | None, frame: Selection) -> list[str]:
    """Return the units of the body that must stand, in their order: the shorter length's, pins, needs of slots."""
    needed = [n for u in slots(material.candidates, frame) for n in u.needs]
    return [*(floor.body if floor else ()), *pinned(material.spec, length), *needed]


def hidden(found: Candidates, frame: Selection) -> list[str]:
    """Return the units of slots that a frame does not show."""
    return [u.id for u in (*found.judgements[frame.judgements :], *found.watch[frame.watch :])]


def widest(
    found: Candidates, length: Length, bounds: Bounds, *, slides: bool, narrow: Container[str] = ()
) -> Selection:
    """Return the most that may stand beside the body; `narrow` are figures that have no room for their labels."""
    low = bounds.floor or Selection(judgements=0)
    quota = length.slide_figures if slides else length.figures
    judgements = len(found.judgements)
    if slides and length.slides == 1:
        judgements = min(judgements, JUDGEMENTS_ON_ONE_SLIDE)
    tables = len(found.tables) if length.pages > 2 else min(1, len(found.tables)) if length.pages > 1 else 0
    high = bounds.ceiling
    others = [f.id for f in found.figures if f.id not in low.figures and f.id not in narrow]
    figures = (*low.figures, *(i for i in others if high is None or i in high.figures))
    most = Selection(
        judgements=max(judgements, low.judgements),
        figures=figures if quota is None else figures[: max(quota, len(low.figures))],
        tables=max(tables, low.tables),
        watch=max(len(found.watch) if length.pages > 1 else 0, low.watch),
    )
    if high is None:
        return most
    lists = {kind: min(getattr(most, kind), getattr(high, kind)) for kind in BESIDE if kind != "figures"}
    return replace(most, **lists)


def narrowest(most: Selection, floor: Selection | None) -> Selection:
    """Return the least that must stand beside the body: what the shorter length shows, and a list's fewest entries."""
    low = floor or Selection(judgements=0)
    return Selection(
        judgements=min(most.judgements, max(low.judgements, JUDGEMENTS_LEAST)),
        figures=low.figures,
        tables=low.tables,
        watch=min(most.watch, max(low.watch, WATCH_LEAST)),
    )
