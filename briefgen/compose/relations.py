"""The spec of a diagram of relations and the report -> nodes and ties, in words too."""

from ..model.diagrams import Node, Relations, RelationsSpec, Tie
from ..model.facts import Relation, Status
from ..model.report import Report
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import refuse, words

DASHED = ("reported", "denied")
DOTTED = ("announced", "planned", "possible")


def relations(spec: RelationsSpec, report: Report, furniture: Furniture) -> Relations:
    """Return actors and the ties between them; raises InputError where there are none."""
    ties = shown(spec, report)
    if not ties:
        raise refuse(spec, "the report tells of no such tie between its actors", "name other actors, types or ties")
    said = figure_words(furniture.language)
    names = {a.id: a.short or a.name for a in report.actors} | {g.id: g.short or g.name for g in report.groups}
    wording = dict(spec.wording)
    family = {name: n for n, one in enumerate(spec.families) for name in one.types}
    made = tuple(
        Tie(
            id=t.id,
            source=t.source,
            target=t.target,
            label=_label(t, wording, furniture),
            status=t.status,
            family=family.get(t.type),
        )
        for t in ties
    )
    used = [t.status.value for t in made]
    statuses = []
    for some in (DASHED, DOTTED):
        present = [furniture.statuses[s] for s in some if s in used]
        if present:
            status = next(s for s in some if s in used)
            statuses.append((status, f" {said.or_} ".join(present)))
    lines = " ".join(
        f"{names[t.source]} – {wording.get(t.type, t.type.replace('-', ' '))} – {names[t.target]}"
        f"{'' if t.status is Status.DONE else f' ({furniture.statuses[t.status.value]})'}."
        for t in ties
    )
    tied = {end for t in made for end in (t.source, t.target)}
    return Relations(
        words=words(spec, spec.subtitle or "", lines),
        nodes=tuple(Node(id=a, label=names[a], stressed=a == spec.emphasis) for a in spec.actors if a in tied),
        ties=made,
        families=tuple(f.label for f in spec.families),
        statuses=tuple(statuses),
    )


def shown(spec: RelationsSpec, report: Report) -> tuple[Relation, ...]:
    """Return the ties that a diagram shows, in the order in which its spec or the report names them."""
    by_id = {r.id: r for r in report.relations}
    if spec.ties:
        return tuple(by_id[name] for name in spec.ties)
    inside = set(spec.actors)
    return tuple(
        r
        for r in report.relations
        if r.source in inside and r.target in inside and (not spec.types or r.type in spec.types)
    )


def _label(tie: Relation, wording: dict[str, str], furniture: Furniture) -> str:
    label = wording.get(tie.type, tie.type.replace("-", " "))
    return f"{label} ({furniture.statuses['denied']})" if tie.status is Status.DENIED else label
