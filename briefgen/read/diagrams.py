"""Diagrams: whether the report knows the ties and units that they show."""

from .entry import Entry
from .findings import Keys, guess
from .hedges import stronger
from .shapes import RelationShape
from .shapes.diagrams import ConditionsShape, RelationsShape

TIES = 24
"""Ties of one diagram, at the most."""


def relations(shape: RelationsShape, entry: Entry) -> None:
    """Note what keeps a diagram of relations from being drawn."""
    entry.all_known(shape.actors, ("actors", "groups"), "actors")
    entry.all_known(shape.ties, "relations", "ties")
    known: list[RelationShape] = entry.list("relations")
    by_id = {r.id: r for r in known}
    inside = set(shape.actors)
    for number, name in enumerate(shape.ties):
        tie = by_id.get(name)
        for end in (tie.source, tie.target) if tie else ():
            if end not in inside:
                message = f"tie `{name}` has the end `{end}`, which is not among the actors"
                entry.error("BG611", message, ("ties", number), f"add `{end}` to `actors`, or take the tie out")
    types = list(dict.fromkeys(r.type for r in known))
    named: list[tuple[Keys, str]] = [(("types", n), t) for n, t in enumerate(shape.types)]
    named += [(("families", k, "types", n), t) for k, f in enumerate(shape.families) for n, t in enumerate(f.types)]
    named += [(("wording", t), t) for t in shape.wording]
    for keys, name in named:
        if known and name not in types:
            entry.error("BG611", f"no relation has the type `{name}`", keys, guess(name, types, "types"))
    between = [
        r for r in known if r.source in inside and r.target in inside and (not shape.types or r.type in shape.types)
    ]
    count = len(shape.ties) if shape.ties else len(between)
    if known and count == 0:
        message = "the report tells of no such tie between these actors"
        entry.error("BG611", message, "actors", "name other actors, or other types")
    if count > TIES:
        message = f"{count} ties; {TIES} at most can be read"
        entry.error("BG605", message, "ties" if shape.ties else "actors", "name the most telling under `ties`")
    if shape.emphasis is not None and shape.emphasis not in inside:
        hint = guess(shape.emphasis, shape.actors, "actors")
        entry.error("BG634", f"`{shape.emphasis}` is no actor of this diagram", "emphasis", hint)


def conditions(shape: ConditionsShape, entry: Entry) -> None:
    """Note what keeps a condition chain from being drawn: it may not be surer than the units that it rests on."""
    for number, step in enumerate(shape.steps):
        at: Keys = ("steps", number)
        entry.all_known(step.units, "units", (*at, "units"))
        allowed = [word for unit in step.units if (word := entry.hedges.get(unit))]
        if not allowed:
            continue
        listed = " or ".join(f"`{word}`" for word in dict.fromkeys(allowed))
        if step.hedge is None:
            message = "its units are cautious, this step is not"
            entry.error("BG612", message, at, f"add `hedge:` with their words: {listed}")
        elif all(stronger(step.hedge, word) for word in allowed):
            message = f"`{step.hedge}` says more than its units, which say {listed}"
            entry.error("BG612", message, (*at, "hedge"), "take the units' own word")
