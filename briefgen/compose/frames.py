"""What must stand in a length, what may stand beside it, and in which order the rest is taken."""

from collections.abc import Iterable

from ..model.report import Unit
from ..model.spec import LENGTHS, BriefSpec, Length
from .assemble import Material, Selection
from .order import ordered, with_needs

JUDGEMENTS_LEAST = 3
JUDGEMENTS_ON_ONE_SLIDE = 4
WATCH_LEAST = 2


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


def order_of(material: Material, length: Length, floor: Selection | None) -> tuple[Unit, ...]:
    """Return the order of a length: the shorter length's units, this one's pins, then the rest by score."""
    gone = omitted(material.spec, length)
    units = [u for u in material.candidates.body if u.id not in gone and not gone & set(u.needs)]
    first = [*(floor.body if floor else ()), *pinned(material.spec, length)]
    return ordered(units, material.spec.emphasise, first)


def least_of(material: Material, length: Length, floor: Selection | None) -> int:
    """Return how many units from the order's head must stand: the shorter length's and the pinned, with their needs."""
    by_id = {u.id: u for u in material.candidates.body}
    first = [*(floor.body if floor else ()), *pinned(material.spec, length)]
    return len({u.id for i in first if i in by_id for u in with_needs(by_id[i], by_id)})


def frames(material: Material, length: Length, floor: Selection | None, *, slides: bool) -> Iterable[Selection]:
    """Yield what may stand beside the body, best first: tables give way first, then watch, judgements, figures."""
    found = material.candidates
    low = floor or Selection(judgements=0)
    quota = length.slide_figures if slides else length.figures
    figures = len(found.figures) if quota is None else min(quota, len(found.figures))
    tables = len(found.tables) if length.pages > 2 else min(1, len(found.tables)) if length.pages > 1 else 0
    watch = len(found.watch) if length.pages > 1 else 0
    judgements = len(found.judgements)
    if slides and length.slides == 1:
        judgements = min(judgements, JUDGEMENTS_ON_ONE_SLIDE)
    fewest = min(judgements, max(low.judgements, JUDGEMENTS_LEAST))
    unwatched = min(watch, max(low.watch, WATCH_LEAST))
    for drawn in range(figures, low.figures - 1, -1):
        for judged in range(judgements, fewest - 1, -1):
            for watched in range(watch, unwatched - 1, -1):
                for tabled in range(tables, low.tables - 1, -1):
                    yield Selection(judgements=judged, figures=drawn, tables=tabled, watch=watched)
