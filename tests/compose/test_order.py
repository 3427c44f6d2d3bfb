import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from briefgen.compose.order import SECTION_DECAY, TOPIC_DECAY, Order, emphasis
from briefgen.model.report import Unit
from briefgen.model.spec import Emphasis
from tests.support.reports import unit

PLAIN = Emphasis()


def ordered(units: list[Unit], weights: Emphasis, first: list[str] | None = None) -> tuple[Unit, ...]:
    return Order(units, weights, first or []).head(len(units))


def ids(units: tuple[Unit, ...]) -> list[str]:
    return [u.id for u in units]


def test_rank_decides_where_nothing_is_taken_yet() -> None:
    assert ids(ordered([unit("x", rank=10), unit("y", "b", rank=20)], PLAIN)) == ["y", "x"]


def test_a_section_that_has_much_yields_to_one_that_has_nothing() -> None:
    units = [unit("a1", rank=60), unit("a2", rank=58), unit("b1", "b", rank=50)]
    assert 58 * SECTION_DECAY < 50
    assert ids(ordered(units, PLAIN)) == ["a1", "b1", "a2"]


def test_the_fullest_topic_decays_too() -> None:
    units = [
        unit("a1", topics=("t",), rank=60),
        unit("b1", "b", topics=("t",), rank=55),
        unit("c1", "c", rank=50),
    ]
    assert 55 * TOPIC_DECAY < 50
    assert ids(ordered(units, PLAIN)) == ["a1", "c1", "b1"]


def test_ties_fall_in_report_order() -> None:
    assert ids(ordered([unit("z", "a"), unit("m", "b"), unit("a", "c")], PLAIN)) == ["z", "m", "a"]


def test_a_unit_brings_what_it_needs_before_itself() -> None:
    units = [unit("base", rank=1), unit("other", "b", rank=50), unit("leans", "c", needs=("base",), rank=90)]
    assert ids(ordered(units, PLAIN)) == ["base", "leans", "other"]


def test_emphasis_multiplies_what_applies() -> None:
    weights = Emphasis(topics=(("t", 1.5),), actors=(("x", 2.0),), sections=(("a", 0.5),))
    assert emphasis(unit("u", topics=("t",), actors=("x",)), weights) == 1.5
    assert emphasis(unit("u", "b"), weights) == 1.0


def test_what_must_come_first_comes_first_and_counts_for_the_decay() -> None:
    units = [unit("a1", rank=90), unit("a2", rank=40), unit("b1", "b", rank=89)]
    assert ids(ordered(units, PLAIN, ["a2"])) == ["a2", "b1", "a1"]


@st.composite
def some_units(draw: st.DrawFn) -> list[Unit]:
    count = draw(st.integers(1, 25))
    return [
        unit(
            f"u{n}",
            draw(st.sampled_from("abc")),
            rank=draw(st.integers(0, 100)),
            topics=tuple(draw(st.sets(st.sampled_from("tuv")))),
            needs=tuple(f"u{i}" for i in draw(st.sets(st.integers(0, max(0, n - 1)), max_size=2)) if i < n),
        )
        for n in range(count)
    ]


ANYHOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ANYHOW
@given(some_units())
def test_every_unit_comes_once_and_after_what_it_needs(units: list[Unit]) -> None:
    order = ids(ordered(units, PLAIN))
    assert sorted(order) == sorted(u.id for u in units)
    for u in units:
        assert all(order.index(n) < order.index(u.id) for n in u.needs)


@ANYHOW
@given(some_units())
def test_the_heaps_find_what_the_plain_rule_finds(units: list[Unit]) -> None:
    left = [structs.replace(u, needs=()) for u in units]
    taken: list[Unit] = []

    def score(u: Unit) -> float:
        section = sum(t.section == u.section for t in taken)
        topic = max((sum(name in t.topics for t in taken) for name in u.topics), default=0)
        return u.rank * SECTION_DECAY**section * TOPIC_DECAY**topic

    for one in ordered(left, PLAIN):
        assert score(one) == pytest.approx(max(map(score, left)), rel=1e-12)
        before = left[: left.index(one)]
        assert not any((u.rank, u.section, u.topics) == (one.rank, one.section, one.topics) for u in before)
        left.remove(one)
        taken.append(one)


@ANYHOW
@given(some_units(), st.integers(0, 30), st.integers(0, 30))
def test_the_order_is_the_same_however_it_is_asked_for(units: list[Unit], few: int, more: int) -> None:
    whole = ordered(units, PLAIN)
    asked = Order(units, PLAIN)
    assert asked.head(few) == whole[:few]
    assert tuple(asked.after(more)) == whole[more:]
    assert asked.head(few) == whole[:few]
    assert len(asked) == len(whole)


def test_a_long_chain_of_needs_is_no_trouble() -> None:
    units = [unit(f"u{n}", needs=(f"u{n + 1}",) if n < 3000 else ()) for n in range(3001)]
    assert ids(ordered(units, PLAIN)) == [f"u{n}" for n in range(3000, -1, -1)]


def test_many_units_of_one_rank_are_ordered() -> None:
    """Each taken unit lowers all others of its section: scoring them all anew would take minutes."""
    units = [unit(f"u{n}", "ab"[n % 2], topics=("tuvw"[n % 4],)) for n in range(5000)]
    assert len(ordered(units, PLAIN)) == len(units)
