import pytest
import yaml

from briefgen.read import yamltext
from briefgen.read.yamlfaults import DEPTH_MOST
from briefgen.read.yamltext import ALIASED_MOST, Marks, parse


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request, monkeypatch) -> None:
    """Run each test with libyaml and with PyYAML's own parser."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("nil", "nil"),
        ("2021-07-08", "2021-07-08"),
        ("2021-07", "2021-07"),
        ("2021", 2021),
        ("12:30:45", "12:30:45"),
        ("0o17", 15),
        ("017", 17),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("-1e3", -1000.0),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("1" * 40, "1" * 40),
        ("=", "="),
        ("'true'", "true"),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ("!!int 12", 12),
        ("!!float 12", 12),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    assert parse(f"key: {text}") == ({"key": value}, [])


def test_keys_are_text_as_they_are_written() -> None:
    value, faults = parse("NO: Norway\n1: one\ntrue: yes\nnull: nothing")
    assert value == {"NO": "Norway", "1": "one", "true": "yes", "null": "nothing"}
    assert not faults


def test_aliases_stand_for_what_they_name() -> None:
    assert parse("a: &x [1, 2]\nb: *x\nc: &y word\nd: *y") == ({"a": [1, 2], "b": [1, 2], "c": "word", "d": "word"}, [])


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    _, faults = parse("\n".join(lines))
    assert [f.message for f in faults] == [f"aliases stand for more than {ALIASED_MOST} values"]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting_is_refused(opening: str) -> None:
    _, faults = parse(opening * 200_000 if opening == "[" else opening * 5_000)
    assert [f.code for f in faults] == ["BG110"]
    fine = parse("[" * DEPTH_MOST + "]" * DEPTH_MOST)
    assert not fine[1]


def test_a_nested_block_is_refused_too() -> None:
    _, faults = parse("\n".join(" " * n + "a:" for n in range(150)))
    assert [(f.code, f.line) for f in faults] == [("BG110", DEPTH_MOST + 1)]


def test_positions_count_characters_not_bytes() -> None:
    text = "имя: Москва\nсписок:\n  - {ключ: «да», b: 2}\n"
    marks = Marks()
    parse(text, marks)
    at = marks.values["список", 0, "b"]
    assert (at.line, at.column) == (3, 21)
    assert text[at.start : at.end] == "2"
    key = marks.keys["список", 0, "b"]
    assert (key.line, key.column) == (3, 18)
    assert text[marks.values["имя",].start :].startswith("Москва")


def test_both_parsers_tell_the_same_of_common_mistakes(monkeypatch) -> None:
    texts = [
        "a: [1, 2",
        'a: "b',
        "a: b: c",
        "a:\n\t- b",
        "a: @b",
        "a: {b: 1",
        "- a\nb: 1",
        "a: *b",
        'a: "\\q"',
        "? [a]\n: b",
    ]
    now = [[(f.code, f.message, f.line) for f in parse(t)[1]] for t in texts]
    assert all(now)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert now == [[(f.code, f.message, f.line) for f in parse(t)[1]] for t in texts]


def test_bidirectional_controls_are_forbidden() -> None:
    assert yamltext.FORBIDDEN.search("a\u202eb")
    assert not yamltext.FORBIDDEN.search("tab\t nbsp\u00a0 line\n ünï 中 ع")
