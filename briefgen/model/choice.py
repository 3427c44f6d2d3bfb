"""What the content of a brief takes from its report: units by slot, units of the body, and where sections stand.

Asked by `read`, to tell what is wrong with a spec, and by `compose`, which shows as much of it as a length holds.
"""

from collections.abc import Iterable, Iterator, Sequence

from .base import Value
from .report import SLOT_KINDS, Kind, Report, Unit
from .spec import OUTLOOK_MOST, BottomLine, Content, KeyJudgements, Outlook, Sections, Sources, Units, Watch

SLOTS: dict[type[Content], str] = {
    BottomLine: "the bottom line",
    KeyJudgements: "the key judgements",
    Outlook: "the outlook",
    Watch: "the list of what to watch",
}
"""How each slot is called in a sentence."""


class Choice(Value, frozen=True, kw_only=True):
    """Ids of units by slot, each in the order in which it shows them, and of the body in report order.

    `brought` are pairs (unit, the unit that needs it) of the body that the content does not ask for. `places` are
    the sections that stand at each entry of the content, and at last those that stand behind all of them.
    """

    bottom_line: tuple[str, ...]
    judgements: tuple[str, ...]
    outlook: tuple[str, ...]
    watch: tuple[str, ...]
    body: tuple[str, ...]
    brought: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, ...], ...]

    @property
    def slots(self) -> dict[str, str]:
        """Return by unit how the slot is called in which it stands."""
        by_slot = zip(SLOTS.values(), (self.bottom_line, self.judgements, self.outlook, self.watch), strict=True)
        return {unit: slot for slot, ids in by_slot for unit in ids}


def named(entry: Content) -> tuple[str, ...]:
    """Return the units that an entry of the content names for a slot."""
    match entry:
        case BottomLine(unit=str() as unit):
            return (unit,)
        case KeyJudgements(units=units) | Outlook(units=units) | Watch(units=units):
            return units
        case _:
            return ()


def choice(report: Report, content: Sequence[Content]) -> Choice:
    """Return what a content takes: named units first, then the best ranked for slots that name none."""
    known = {u.id: u for u in report.units}
    picked = {i for entry in content for i in named(entry)}
    free = sorted((u for u in report.units if u.id not in picked), key=lambda u: -u.rank)
    place = {u.id: n for n, u in enumerate(report.units)}

    def filled(kind: type[Content]) -> tuple[str, ...]:
        entry = next((e for e in content if isinstance(e, kind)), None)
        if entry is None:
            return ()
        if ids := named(entry):
            return tuple(dict.fromkeys(i for i in ids if i in known))
        match entry:
            case BottomLine():
                return _of_kind(free, Kind.BOTTOM_LINE)[:1]
            case KeyJudgements(count=count):
                return _of_kind(free, Kind.KEY_JUDGEMENT)[:count]
            case Outlook():
                return tuple(sorted(_of_kind(free, Kind.OUTLOOK)[:OUTLOOK_MOST], key=place.__getitem__))
            case Watch(count=count):
                return tuple(u.id for u in free if "watch" in u.topics and u.kind not in SLOT_KINDS)[:count]
            case _:
                return ()

    bottom_line, judgements, outlook, watch = map(filled, SLOTS)
    slots = {*bottom_line, *judgements, *outlook, *watch}
    asked = _asked(report, content)
    homes = {s for names in asked for s in names}
    selectors = [e.choose for e in content if isinstance(e, Units)]
    wanted = {
        u.id
        for u in report.units
        if u.id not in slots
        and ((u.section in homes and u.kind not in SLOT_KINDS) or any(s.meets(u) for s in selectors))
    }
    brought = dict(_brought([i for i in known if i in wanted or i in slots], known, wanted | slots))
    body = tuple(u.id for u in report.units if u.id in wanted or u.id in brought)
    return Choice(
        bottom_line=bottom_line,
        judgements=judgements,
        outlook=outlook,
        watch=watch,
        body=body,
        brought=tuple(brought.items()),
        places=_places(content, asked, [s.id for s in report.sections], {known[i].section for i in body} - homes),
    )


def _of_kind(units: Iterable[Unit], kind: Kind) -> tuple[str, ...]:
    return tuple(u.id for u in units if u.kind is kind)


def _brought(first: Iterable[str], known: dict[str, Unit], there: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the units, each once, that are needed and not there, with the unit that needs them."""
    seen, waiting = set(there), list(first)
    while waiting:
        by = waiting.pop()
        for need in known[by].needs:
            if need in known and need not in seen:
                seen.add(need)
                waiting.append(need)
                yield need, by


def _asked(report: Report, content: Sequence[Content]) -> list[tuple[str, ...]]:
    """Return for each entry of the content the sections that it asks for, those nested in them included, each once."""
    children: dict[str | None, list[str]] = {}
    for section in report.sections:
        children.setdefault(section.parent, []).append(section.id)
    rest = {s.id for s in report.sections}

    def walk(name: str) -> Iterator[str]:
        if name in rest:
            rest.remove(name)
            yield name
        for child in children.get(name, ()):
            yield from walk(child)

    return [tuple(s for name in e.ids for s in walk(name)) if isinstance(e, Sections) else () for e in content]


def _places(
    content: Sequence[Content], asked: list[tuple[str, ...]], order: list[str], others: set[str]
) -> tuple[tuple[str, ...], ...]:
    """Return where sections stand; others than those asked for, at the first `units`, else behind the last sections."""
    homes = [
        *(n for n, e in enumerate(content) if isinstance(e, Units)),
        *(n for n, e in reversed(list(enumerate(content))) if isinstance(e, Sections)),
        *(n for n, e in enumerate(content) if isinstance(e, Outlook | Watch | Sources)),
        len(content),
    ]
    places = [*asked, ()]
    places[homes[0]] += tuple(s for s in order if s in others)
    return tuple(places)
