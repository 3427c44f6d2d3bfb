"""Overviews of formats: whether their groups hold what they show, and each status has a seat."""

from ..model.seats import USUAL, Seat
from .entry import Entry
from .findings import guess
from .shapes import GroupShape
from .shapes.seats import SeatsShape

ACTORS = 24
"""Actors of one overview, at the most."""


def seats(shape: SeatsShape, entry: Entry) -> None:
    """Note what keeps an overview from being drawn, or would make it say what the report does not."""
    entry.all_known(shape.groups, "groups", "groups")
    entry.all_known(shape.actors, "actors", "actors")
    by_id: dict[str, GroupShape] = {g.id: g for g in entry.list("groups")}
    groups = [by_id[name] for name in shape.groups if name in by_id]
    if not groups:
        return
    members = list(dict.fromkeys(m.actor for g in groups for m in g.members))
    shown = list(dict.fromkeys(shape.actors)) or members
    for number, name in enumerate(shape.groups):
        if name in shape.groups[:number]:
            entry.error("BG606", f"the group `{name}` has two lines", ("groups", number), "take one of them out")
    if len(shown) > ACTORS:
        entry.error("BG605", f"{len(shown)} actors; {ACTORS} at most", "groups", "name fewer in `actors`, or a table")
    for number, name in enumerate(shape.actors):
        if name not in members:
            message = f"the report names `{name}` in none of these groups"
            entry.error(
                "BG609", message, ("actors", number), "take it out: an empty column would say that it is in none"
            )
    if shape.emphasis is not None and shape.emphasis not in shown:
        message = f"`{shape.emphasis}` is no column of this overview"
        entry.error("BG634", message, "emphasis", guess(shape.emphasis, shown, "columns"))
    statuses = list(dict.fromkeys(m.status for g in groups for m in g.members))
    for name in shape.statuses:
        if name not in statuses:
            message = f"no member of these groups has the status `{name}`"
            entry.error("BG609", message, ("statuses", name), guess(name, statuses, "statuses"))
    for name in shape.beneath:
        if name not in shape.groups:
            message = f"`{name}` is no line of this overview"
            entry.error("BG609", message, ("beneath", name), guess(name, shape.groups, "groups"))
    for name in statuses:
        if name not in USUAL and name not in shape.statuses:
            message = f"no seat is known for the status `{name}`"
            hint = f"say under `statuses` what it is: {{{name}: {' | '.join(s.value for s in Seat)}}}"
            entry.error("BG609", message, "groups", hint)
