"""Whatever stands in the files, reading gives a value or an InputError with findings, never another exception."""

import copy
import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import read
from briefgen.diagnostics import Severity
from briefgen.errors import InputError
from briefgen.read import markup, yamltext
from briefgen.read.dates import DateError, span

from .sample import FILES, write

pytestmark = pytest.mark.slow
TIMES = 30 if os.environ.get("BRIEFGEN_SLOW") == "1" else 1
QUICK = settings(max_examples=60 * TIMES, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = sorted(FILES)
YAML = [n for n in NAMES if n.endswith(".yaml")]
VALUES = {n: yamltext.parse(FILES[n])[0] for n in YAML}
BITS = st.sampled_from(
    [*" \n\t:[]{}'\"|>#%@?,~\\\x00\x85\ufeff\u2028é😀\r", "", ": ", "- ", "&a", "*a", "!", "!!int", "<<", "---", "..."]
) | st.sampled_from(["[@", "]]>", "**", "2021", "]{", "]("])
TEXT = st.text(max_size=20) | st.lists(BITS, max_size=8).map("".join)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
ANY = st.recursive(SCALAR, lambda v: st.lists(v, max_size=3) | st.dictionaries(TEXT, v, max_size=3), max_leaves=6)


def check(changes: dict[str, str | bytes | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = write(Path(folder), changes)
        try:
            found = read.load(read.specs(project), project).diagnostics
        except InputError as error:
            found = error.diagnostics
            wrong = [d for d in found if d.severity is Severity.ERROR]
        else:
            wrong = [None]
    assert wrong
    assert all(d.file and d.code in read.codes() and d.message for d in found)
    assert list(found) == sorted(found, key=lambda d: (d.file, d.line or 0))


@QUICK
@given(st.sampled_from(NAMES), st.binary(max_size=60) | TEXT.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes(name: str, data: bytes) -> None:
    check({name: data})


@QUICK
@given(st.sampled_from(NAMES), st.data())
def test_any_small_change_of_a_text(name: str, data: st.DataObject) -> None:
    text = FILES[name]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 6))
    check({name: text[:start] + data.draw(TEXT) + text[start + length :]})


@QUICK
@given(st.sampled_from(YAML), st.data())
def test_any_value_in_any_place(name: str, data: st.DataObject) -> None:
    root = {"top": copy.deepcopy(VALUES[name])}
    holder, key = root, "top"
    while isinstance(holder[key], dict | list) and holder[key] and data.draw(st.integers(0, 4)):
        holder = holder[key]
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = data.draw(ANY)
    check({name: json.dumps(root["top"], ensure_ascii=data.draw(st.booleans()))})


@settings(max_examples=300 * TIMES, deadline=None)
@given(TEXT | st.lists(BITS, max_size=30).map("".join))
def test_any_markup(text: str) -> None:
    markup.inlines(text)


@settings(max_examples=300 * TIMES, deadline=None)
@given(st.text("0123456789-/~?%X.", max_size=22) | st.integers())
def test_any_date(text: str | int) -> None:
    try:
        found = span(text)
    except DateError:
        return
    assert found.first <= found.last
