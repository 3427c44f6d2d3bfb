"""Relations from the report: which ties are shown, how they are worded, which lines the key must explain."""

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.model.diagrams import FamilySpec, Node, Relations, RelationsSpec
from briefgen.model.facts import Actor, Group, Relation, Status
from tests.support.reports import report, resolved, unit

WHOLE = replace(
    report(unit("u")),
    actors=tuple(Actor(id=n, type="state", name=n.upper()) for n in ("a", "b", "c", "d")),
    groups=(Group(id="g", type="format", name="The Group", short="Group"),),
    relations=(
        Relation(id="r1", source="a", target="b", type="treaty-ally-of"),
        Relation(id="r2", source="b", target="a", type="asks-for-help", status=Status.REPORTED),
        Relation(id="r3", source="a", target="g", type="mobilises"),
        Relation(id="r4", source="c", target="a", type="presence-in", status=Status.DENIED),
        Relation(id="r5", source="c", target="b", type="pledges", status=Status.ANNOUNCED),
    ),
)


def made(language: str = "en", **fields: object) -> Relations:
    spec = RelationsSpec(id="r", headline="H", **fields)  # type: ignore[arg-type]
    found = resolved(spec, WHOLE, language)
    assert isinstance(found, Relations)
    return found


def test_all_ties_between_the_actors_are_shown_and_an_actor_without_any_is_not() -> None:
    found = made(actors=("a", "b", "d"), emphasis="a")
    assert found.nodes == (Node(id="a", label="A", stressed=True), Node(id="b", label="B"))
    assert [(t.id, t.label) for t in found.ties] == [("r1", "treaty ally of"), ("r2", "asks for help")]
    assert found.words.description == "A – treaty ally of – B. B – asks for help – A (reported)."


def test_named_ties_keep_their_order_and_types_their_wording() -> None:
    found = made(
        actors=("a", "c", "g"),
        ties=("r4", "r3"),
        wording=(("presence-in", "has troops in"),),
        families=(FamilySpec(label="military", types=("mobilises",)),),
    )
    assert [(t.id, t.label, t.family) for t in found.ties] == [
        ("r4", "has troops in (denied)", None),
        ("r3", "mobilises", 0),
    ]
    assert found.families == ("military",)
    assert [n.label for n in found.nodes] == ["A", "C", "Group"]


def test_the_key_explains_the_lines_that_are_not_whole() -> None:
    assert made(actors=("a", "b", "c")).statuses == (("reported", "reported or denied"), ("announced", "announced"))
    assert made(actors=("a", "b", "c"), types=("treaty-ally-of",)).statuses == ()


def test_the_key_speaks_the_brief_s_language() -> None:
    assert made("fr", actors=("a", "b")).statuses == (("reported", "rapporté"),)


def test_no_tie_at_all_is_an_error() -> None:
    with pytest.raises(InputError, match="BG601"):
        made(actors=("b", "d"))
