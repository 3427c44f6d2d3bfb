"""Reports of any size: right, or told with file, line and what to do, and then nothing is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefgen import read
from briefgen.build import Done, build
from briefgen.errors import InputError
from tests.support.project import in_ci

Unit = dict[str, Any]
LONG = "It is said at length. " * 85
ALL = ["one-page", "short", "standard", "full"]


def unit(name: str, kind: str = "fact", **fields: object) -> Unit:
    return {
        "id": name,
        "kind": kind,
        "text": f"Statement {name} says one thing.",
        "short": "It is said in short." if "text" in fields else f"{name} in short.",
    } | fields


SLOTS = (
    unit("line", "bottom-line"),
    *(unit(f"kj{n}", "key-judgement", lead=f"Lead {n}") for n in range(5)),
    unit("end", "outlook"),
)


def project(folder: Path, *units: Unit, **spec: object) -> Path:
    """Write a project of one section; a brief takes all of it."""
    files: dict[str, object] = {
        "reports/r/report.yaml": {
            "id": "r",
            "title": "The report",
            "authors": [{"family": "Doe"}],
            "date": "2021-11",
            "as_of": "2021-11-14",
            "self": "self",
            "sections": ["s"],
        },
        "reports/r/sections/s.yaml": {"id": "s", "headline": "Section", "units": units},
        "reports/r/references.yaml": [{"id": "self", "type": "report", "title": "The report"}],
        "briefs/b.yaml": {
            "report": "r",
            "title": "What is found",
            "issuer": {"name": "House"},
            "as_of": "2021-11-14",
            "lengths": ["one-page", "short"],
        }
        | spec,
    }
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), "utf-8")
    return folder


def built(root: Path) -> Done:
    return build((), output=root / "out", root=root, cache_folder=None)


def refused(root: Path) -> str:
    """Return what is said of a project that cannot be built; nothing may be written."""
    with pytest.raises(InputError) as caught:
        built(root)
    assert not (root / "out").exists()
    return str(caught.value)


def test_one_unit_is_a_brief_and_is_told_to_be_too_little_for_full_pages(tmp_path: Path) -> None:
    done = built(project(tmp_path, unit("only"), lengths=ALL))
    (brief,) = done.briefs
    assert {(a.length, a.format): a.statements for a in brief.artifacts} == {
        (length, kind): ("only",) for length in ALL for kind in ("pdf", "pptx")
    }
    assert [(d.code, d.file, d.line) for d in done.warnings] == [("BG503", "briefs/b.yaml", 1)] * 2
    assert "short: the report holds too little for 2 full page(s): 1 page(s)" in done.warnings[1].message


def test_a_unit_too_long_for_a_length_waits_for_one_that_holds_it(tmp_path: Path) -> None:
    large = [unit(f"kj{n}", "key-judgement", lead="Lead", text=LONG[:500]) for n in range(5)]
    units = [unit("giant", text=LONG[:1990], rank=99), *(unit(f"u{n}", rank=60 - n) for n in range(12))]
    own = {"pages": 1, "slides": 6, "prose": True, "exact": True}
    (brief,) = built(project(tmp_path, *large, *units, lengths=[{"leaf": own}, "standard"], formats=["pdf"])).briefs
    shown = {(a.length, a.format): set(a.statements) for a in brief.artifacts}
    assert "giant" not in shown["leaf", "pdf"]
    assert {"u0", "u1"} <= shown["leaf", "pdf"]
    assert {"giant", "u0", "u11"} <= shown["standard", "pdf"]


def test_slots_too_large_for_a_page_are_told_in_points(tmp_path: Path) -> None:
    large = (unit(f"kj{n}", "key-judgement", lead="Lead", text=LONG[:1990]) for n in range(5))
    told = refused(project(tmp_path, unit("line", "bottom-line"), *large, unit("u"), formats=["pdf"]))
    assert told.startswith("briefs/b.yaml:1:1: error[BG502] one-page: what must stand does not fit: ")
    needed, there = (float(part.split()[-1]) for part in told.split(" pt ")[:2])
    assert needed > there > 600
    assert "hint: shorten the bottom line, the key judgements or the outlook (`replace`), or ask for fewer" in told


def test_pins_that_need_too_many_slides_are_told_in_slides(tmp_path: Path) -> None:
    units = [unit(f"u{n}", text=LONG[:600], short=LONG[:280]) for n in range(40)]
    root = project(tmp_path, *SLOTS, *units, formats=["pptx"], pin={"short": [u["id"] for u in units]})
    told = refused(root)
    assert "briefs/b.yaml:1:" in told
    assert "short: what must stand does not fit: " in told
    needed, there = told.partition("does not fit: ")[2].split(" slides ")[:2]
    assert (int(needed) > 6, there) == (True, "needed, 6")
    assert "hint: unpin some of u0" in told


def test_short_texts_that_stand_for_long_ones_do_not_overfill_the_next_length(tmp_path: Path) -> None:
    units = [unit(f"u{n}", text=LONG[:1900], short="Short.", rank=80 - n) for n in range(12)]
    (brief,) = built(project(tmp_path, *SLOTS, *units, formats=["pdf"])).briefs
    one, short = brief.artifacts
    assert set(one.statements) <= set(short.statements)
    assert {e.why for e in one.left_out} == {"a longer length has no room for it"}


@pytest.mark.parametrize(
    "needs",
    [
        lambda n: [],
        lambda n: [f"u{n - 1}"] if n else [],
        pytest.param(lambda n: [f"nobody-{n}"], marks=in_ci),  # each is told with the nearest of five thousand
    ],
    ids=["plain", "a chain of needs", "unknown needs"],
)
def test_five_thousand_units_are_checked(needs: Any, tmp_path: Path) -> None:
    root = read.find(project(tmp_path, *SLOTS, *(unit(f"u{n}", needs=needs(n)) for n in range(5000))))
    try:
        found = read.load(read.specs(root), root).diagnostics
    except InputError as error:
        found = error.diagnostics
    assert len(found) == (5000 if needs(1) == ["nobody-1"] else 0)


def test_five_thousand_units_are_built(tmp_path: Path) -> None:
    units = (unit(f"u{n}", rank=n % 100, topics=["a"] if n % 3 else ["b"]) for n in range(5000))
    root = project(tmp_path, *SLOTS, *units)
    (brief,) = built(root).briefs
    by = {(a.length, a.format): a for a in brief.artifacts}
    for kind in ("pdf", "pptx"):
        assert set(by["one-page", kind].statements) <= set(by["short", kind].statements)
        assert len(by["short", kind].statements) + len(by["short", kind].left_out) == 5000 + len(SLOTS)
    assert min(by["short", "pdf"].fill or (0,)) >= 0.9
