import datetime as dt
from collections import Counter

import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.model.figure import BarSpec, Lane, TimelineSpec
from briefgen.model.inline import Citation, Cited, Text, plain
from briefgen.model.report import Attribution, Column, Hedge, Kind, Origin, Speaker, Status
from briefgen.resources import assets

from .sample import FILES, changed, write

SHIPPED = "russia-taliban-takeover"


@pytest.fixture
def report(tmp_path):
    return read.report("small", write(tmp_path)).value


def test_a_unit_holds_what_was_written(report) -> None:
    unit = next(u for u in report.units if u.id == "talks")
    assert unit.text == (
        Text(text="In Moscow the Taliban promised calm on 8 July 2021."),
        Citation(works=(Cited(reference="interfax-2021"),)),
        Text(text=" Exports stood at USD 100 million."),
    )
    assert (unit.kind, unit.status, unit.rank) == (Kind.FACT, Status.DONE, 80)
    assert unit.dates[0].first == dt.date(2021, 7, 8)
    assert unit.attribution == Attribution(by=Speaker.AUTHOR)
    assert unit.origin == Origin(file="reports/small/sections/main.yaml", path=("units", 2))


def test_a_text_that_is_short_is_its_own_short_text(report) -> None:
    line = report.units[0]
    assert line.short == plain(line.text) == "Moscow deals with the new rulers and withholds recognition."


def test_a_rank_is_in_the_middle_if_nothing_is_said(report) -> None:
    assert report.units[0].rank == 50


def test_references_are_read_from_csl(report) -> None:
    work = report.references[1]
    assert (work.title_en, work.container, work.issued, work.language, work.note) == (
        "The Taliban reassured Moscow",
        "Interfax",
        (2021, 7, 8),
        "ru",
        1,
    )


def test_figures_and_their_lanes(report) -> None:
    bar, dates = report.figures[0], report.figures[2]
    assert isinstance(bar, BarSpec)
    assert isinstance(dates, TimelineSpec)
    assert dates.lanes == (
        Lane(label="Taliban", actors=("taliban",)),
        Lane(label="Russia", actors=("russia",)),
        Lane(label="Troika", actors=("russia",)),
    )


def test_a_table_has_typed_cells_in_the_order_of_its_description(report) -> None:
    table = next(d for d in report.datasets if d.id == "trade")
    assert table.rows == (("exports", "Exports", 100.0), ("imports", "Imports", 5.0))
    assert table.columns[2] == Column(name="value", kind="number", unit="USD million", period="2019")


def test_columns_may_stand_in_another_order(tmp_path) -> None:
    csv = 'value,flow,label\r\n\r\n−5,exports,"Goods, ""all"""\r\n,imports,\n'
    project = write(tmp_path, {"reports/small/data/stances.csv": "stance,actor\nopposed,tajikistan\n"})
    write(tmp_path, {"reports/small/data/trade.csv": csv, "reports/small/figures.yaml": None})
    (tmp_path / "reports/small/figures.yaml").unlink()
    tables = {d.id: d for d in read.report("small", project).value.datasets}
    assert tables["stances"].rows == (("tajikistan", "opposed"),)
    assert tables["trade"].rows == (("exports", 'Goods, "all"', -5.0), ("imports", None, None))


def test_sections_nest_in_reading_order(tmp_path) -> None:
    headline = "headline: Engagement stops short"
    changes = changed("reports/small/sections/main.yaml", headline, f"{headline}\nsections: [b, c]")
    changes |= changed("reports/small/report.yaml", "sections: [main]", "sections: [main, d]")
    changes |= {f"reports/small/sections/{n}.yaml": f"id: {n}\nheadline: {n.upper()}\n" for n in "bcd"}
    found = read.report("small", write(tmp_path, changes)).value
    assert [(s.id, s.parent) for s in found.sections] == [("main", None), ("b", "main"), ("c", "main"), ("d", None)]


def test_the_hash_changes_with_any_file_and_name(tmp_path) -> None:
    project = write(tmp_path)
    hashes = {read.report("small", project).value.sha256}
    for name in ("data/trade.csv", "actors.yaml", "sections/main.yaml"):
        path = tmp_path / "reports/small" / name
        path.write_bytes(path.read_bytes() + b"\n")
        hashes.add(read.report("small", project).value.sha256)
    (tmp_path / "reports/small/sections/more.yaml").write_text("id: more\nheadline: More\n")
    checked = read.report("small", project)
    hashes.add(checked.value.sha256)
    assert len(hashes) == 5
    assert [d.code for d in checked.diagnostics] == ["BG119"]


def test_country_no_and_other_words_of_yaml_1_1_are_text(tmp_path) -> None:
    more = "- {id: norway, type: state, name: on, short: NO, iso: NOR}\n"
    actors = FILES["reports/small/actors.yaml"] + more
    found = read.report("small", write(tmp_path, {"reports/small/actors.yaml": actors})).value
    assert (found.actors[-1].name, found.actors[-1].short) == ("on", "NO")


def test_a_report_that_is_not_there_names_the_nearest(tmp_path) -> None:
    with pytest.raises(InputError, match="there is no report `smal`\n    hint: did you mean `small`"):
        read.report("smal", write(tmp_path))


def test_a_report_of_a_section_and_references_needs_no_more_files(tmp_path) -> None:
    keep = {"report.yaml", "references.yaml", "sections/main.yaml"}
    changes: dict[str, str | bytes | None] = {
        n: None for n in FILES if n.startswith("reports/") and n.removeprefix("reports/small/") not in keep
    }
    changes["reports/small/sections/main.yaml"] = (
        "id: main\nheadline: One\nunits: [{id: a, kind: fact, text: A.}, {id: b, kind: outlook, text: B.}]\n"
    )
    found = read.report("small", write(tmp_path, changes)).value
    assert [u.id for u in found.units] == ["a", "b"]


def test_the_shipped_report_is_right_and_found_in_any_project(tmp_path) -> None:
    (tmp_path / "briefs").mkdir()
    checked = read.report(SHIPPED, read.find(tmp_path))
    assert checked.diagnostics == ()
    found = checked.value
    assert len(found.units) > 100
    assert len(found.references) > 100
    assert found.origin.file == f"assets/reports/{SHIPPED}/report.yaml"
    assert {f.id for f in found.figures} >= {"stances", "dates", "trade", "partners"}
    assert all(u.hedge is None or isinstance(u.hedge, Hedge) for u in found.units)


def test_a_position_is_found_from_an_origin(report, tmp_path) -> None:
    project = read.find(tmp_path)
    assert read.locate(report.units[2].origin, project) == (17, 5)
    assert read.locate(Origin(file="reports/small/data/trade.csv"), project) == (1, 1)
    shipped = read.report(SHIPPED, project).value
    line, column = read.locate(shipped.units[0].origin, project)
    text = (assets() / "reports" / SHIPPED / "sections" / "summary.yaml").read_text("utf-8").splitlines()
    assert text[line - 1][column - 1 :].startswith(f"id: {shipped.units[0].id}")


def test_a_long_chain_of_needs_and_many_wrong_ids_are_told(tmp_path) -> None:
    units = "".join(
        f"  - {{id: u{n}, kind: fact, text: A., actors: [actor-{n}, other-{n}], needs: [u{(n + 1) % 2000}]}}\n"
        for n in range(2000)
    )
    section = f"id: main\nheadline: Engagement stops short\nunits:\n{units}"
    project = write(tmp_path, {"reports/small/sections/main.yaml": section})
    with pytest.raises(InputError) as caught:
        read.report("small", project)
    codes = Counter(d.code for d in caught.value.diagnostics)
    assert (codes["BG301"], codes["BG321"]) == (4001, 1)
