"""Diagrams: actors with the ties between them, and what depends on what."""

from .base import Value
from .caption import SpecBase, Words
from .facts import Status


class FamilySpec(Value, frozen=True, kw_only=True):
    """A kind of tie that has a look of its own: its words in the key, and the types that belong to it."""

    label: str
    types: tuple[str, ...]


class RelationsSpec(SpecBase, frozen=True, kw_only=True, tag="relations", tag_field="kind"):
    """Actors and the ties between them: those of `ties`, else all of `types`, else all that there are.

    `wording` says types in other words than their ids.
    """

    actors: tuple[str, ...]
    ties: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    families: tuple[FamilySpec, ...] = ()
    wording: tuple[tuple[str, str], ...] = ()
    emphasis: str | None = None


class Node(Value, frozen=True, kw_only=True):
    """An actor in a diagram."""

    id: str
    label: str
    stressed: bool = False


class Tie(Value, frozen=True, kw_only=True):
    """A tie from one node to another; `family` counts the diagram's families, None is a tie of no named kind."""

    id: str
    source: str
    target: str
    label: str
    status: Status
    family: int | None = None


class Relations(Value, frozen=True, kw_only=True, tag="relations"):
    """Nodes and typed ties; `statuses` are the words for lines that are not whole, in the order of the key."""

    words: Words
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    families: tuple[str, ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()


class StepSpec(Value, frozen=True, kw_only=True):
    """One condition chain: what must hold, what follows, how sure that is, and the units that say so."""

    conditions: tuple[str, ...]
    then: str
    hedge: str | None = None
    units: tuple[str, ...] = ()


class ConditionsSpec(SpecBase, frozen=True, kw_only=True, tag="conditions", tag_field="kind"):
    """What depends on what, as the report's units say."""

    steps: tuple[StepSpec, ...]


class Step(Value, frozen=True, kw_only=True):
    """Conditions that must hold together, and what follows from them, with the word of caution in between."""

    conditions: tuple[str, ...]
    then: str
    hedge: str


class Conditions(Value, frozen=True, kw_only=True, tag="conditions"):
    """Steps below one another; `if_` and `and_` are the words before conditions."""

    words: Words
    steps: tuple[Step, ...]
    if_: str
    and_: str
