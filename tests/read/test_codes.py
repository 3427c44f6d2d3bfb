import re
from pathlib import Path

import pytest

from briefgen import read
from briefgen.read.rules.table import PARTS, RULES

SOURCE = Path(read.__file__).parents[1]
USED = {
    c
    for p in SOURCE.rglob("*.py")
    if "rules" not in p.relative_to(SOURCE).parts
    for c in re.findall(r'"(BG\d{3})"', p.read_text("utf-8"))
}


def test_every_code_that_is_used_is_explained_and_every_explained_one_used() -> None:
    assert set(read.codes()) == USED


@pytest.mark.parametrize("code", read.codes())
def test_a_rule_says_what_why_and_what_to_do(code: str) -> None:
    rule = read.explain(code)
    assert rule is not None
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.fix
    text = rule.text(code)
    assert text.startswith(f"{code}: {rule.what}\n\nWhy: ")
    assert ("Example:" in text) == bool(rule.example)


def test_there_is_no_other_code() -> None:
    assert read.explain("BG000") is None
    assert read.codes() == tuple(sorted(read.codes()))


def test_no_code_means_two_things() -> None:
    assert sum(len(part) for part in PARTS) == len(RULES)
