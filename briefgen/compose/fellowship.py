"""Groups of a report -> small maps of who is in which."""

from ..model.boundaries import Preset
from ..model.maps import Area, Category, GroupMaps, GroupMapsSpec, Panel
from ..model.report import Group, Report
from ..typeset import mapwords
from ..typeset.furniture import Furniture
from .captions import refuse, words
from .mapping import ground

STANDINGS = {
    "host": "focus",
    "member": "conciliatory",
    "participant": "conciliatory",
    "observer": "mixed",
}
"""Roles of the standings that have a fill of their own; any other is filled as `OTHER`."""
OTHER = "unknown"


def group_maps(spec: GroupMapsSpec, report: Report, furniture: Furniture, boundaries: Preset, issuer: str) -> GroupMaps:
    """Return a small map for each group; members without a territory are named beneath theirs."""
    told = mapwords.words(furniture.language)
    groups = {g.id: g for g in report.groups}
    chosen = [groups[name] for name in spec.groups]
    states = _territories(report)
    if not any(m.actor in states for g in chosen for m in g.members):
        raise refuse(spec, "none of its groups has a state among its members", "name groups of states")
    panels = tuple(_panel(group, report) for group in chosen)
    labels: dict[str, list[str]] = {}
    for group in chosen:
        for member in group.members:
            if member.actor in states:
                label = told.standings.get(member.status, member.status)
                found = labels.setdefault(STANDINGS.get(member.status, OTHER), [])
                if label not in found:
                    found.append(label)
    categories = tuple(
        Category(id=role, label=_joined(labels[role], furniture), role=role)
        for role in dict.fromkeys((*STANDINGS.values(), OTHER))
        if role in labels
    )
    names = {a.id: a.name for a in report.actors}
    description = " ".join(
        f"{group.name}: "
        + "; ".join(f"{names[m.actor]} ({told.standings.get(m.status, m.status)})" for m in group.members)
        + "."
        for group in chosen
    )
    return GroupMaps(
        words=words(spec, spec.subtitle or "", f"{told.groups}. {description}"),
        ground=ground(report, boundaries, issuer, orient=True),
        panels=panels,
        categories=categories,
        focus=tuple(states[a] for a in spec.focus if a in states),
        frame=spec.frame,
    )


def _panel(group: Group, report: Report) -> Panel:
    """Return a group's states by standing, and the names of its other members."""
    actors, states = {a.id: a for a in report.actors}, _territories(report)
    members, others = [], []
    for member in group.members:
        actor = actors[member.actor]
        if code := states.get(actor.id):
            role = STANDINGS.get(member.status, OTHER)
            members.append(Area(iso=code, name=actor.short or actor.name, category=role))
        else:
            others.append(actor.short or actor.name)
    return Panel(id=group.id, name=group.short or group.name, members=tuple(members), others=tuple(others))


def _territories(report: Report) -> dict[str, str]:
    """Return the codes of states by actor; a government stands for the state it is of."""
    codes = {a.id: a.iso for a in report.actors if a.iso}
    governments = {a.id: codes[a.of] for a in report.actors if a.type == "government" and a.of in codes}
    return codes | governments


def _joined(labels: list[str], furniture: Furniture) -> str:
    """Return the words of one fill: "member or participant"."""
    return f" {furniture.or_} ".join(labels) if len(labels) < 3 else ", ".join(labels)
