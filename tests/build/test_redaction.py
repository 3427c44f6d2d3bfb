"""Abridged editions: what is withheld, what goes with it, what stays, and that the document says so."""

from pathlib import Path

import msgspec
import pytest

from briefgen import read
from briefgen.build import why
from briefgen.build.inputs import Inputs, gather
from briefgen.build.redaction import redacted
from briefgen.compose.figures import resolve
from briefgen.errors import InputError
from briefgen.model.figure import TableSpec, TimelineSpec
from briefgen.model.markings import Markings
from briefgen.model.report import Report
from briefgen.model.spec import Watch
from tests.read.sample import FILES, write

SPEC = "briefs/small.yaml"
MAIN, EVENTS, FIGURES = (f"reports/small/{n}.yaml" for n in ("sections/main", "events", "figures"))


def marked(unit: str, label: str = "TLP:RED", *, text: str | None = None) -> dict[str, str | bytes | None]:
    """Return the sample's section with a unit marked."""
    whole = text or FILES[MAIN]
    assert f"  - id: {unit}\n" in whole
    return {MAIN: whole.replace(f"  - id: {unit}\n", f"  - id: {unit}\n    marking: {label}\n")}


def made(
    folder: Path, changes: dict[str, str | bytes | None], spec: str = "redact: true\nmarking: TLP:GREEN\n"
) -> Inputs:
    """Return what the sample's brief is made from, as an abridged edition."""
    write(folder, {SPEC: FILES[SPEC] + spec, **changes})
    ((inputs,), _) = gather((Path(SPEC),), root=folder, lengths=(), formats=(), cache=None, epoch=None)
    return inputs


def test_a_marked_unit_goes_and_all_that_only_it_brings(tmp_path: Path) -> None:
    found = made(tmp_path, marked("talks"))
    assert found.withheld == (
        "claim/s1.p1.c01",
        "event/e1",
        "event/e2",
        "figure/dates",  # it stands at their point, and nothing else does
        "figure/talks",  # all events that it shows are withheld
        "quantity/exports",
        "unit/neutral",  # it needs `talks`
        "unit/talks",
    )
    report = found.report
    assert [u.id for u in report.units] == ["line", "judged", "later"]
    assert report.events == ()
    assert [p.id for p in report.places] == ["moscow", "pamir", "roof", "seat", "border", "base"]
    assert [w.id for w in report.references] == ["self-2021", "interfax-2021"]  # the house's own words cite it
    assert [a.id for a in report.actors] == ["russia", "tajikistan", "taliban"]  # maps and timelines name them too
    assert report.sections[0].points == ()
    assert found.spec.redact


def test_a_work_that_only_withheld_units_cite_goes(tmp_path: Path) -> None:
    spec = FILES[SPEC].replace("[@interfax-2021]", "") + "redact: true\n"
    found = made(tmp_path, {SPEC: spec, "reports/small/relations.yaml": None, **marked("talks")})
    assert "reference/interfax-2021" in found.withheld


def test_what_others_bring_too_stays(tmp_path: Path) -> None:
    section = FILES[MAIN].replace(
        "text: Nothing is decided.", "text: Nothing is decided.[@interfax-2021]\n    places: [moscow]"
    )
    found = made(tmp_path, marked("talks", text=section))
    assert "place/moscow" not in found.withheld
    assert "reference/interfax-2021" not in found.withheld
    assert "event/e1" in found.withheld


def test_a_timeline_loses_the_event_and_a_lane_that_is_empty_for_it(tmp_path: Path) -> None:
    secret = (
        "- {id: e3, date: 2021-09, label: Secret, text: Talks., status: done, actors: [russia], marking: TLP:RED}\n"
    )
    figures = FILES[FIGURES].replace("events: [e2, e1]", "events: [e2, e1, e3]")
    figures = figures.replace("key_event: e2", "key_event: e3").replace(
        "Russia, actors: [russia]}, troika", "Russia, actors: [russia]}"
    )
    found = made(tmp_path, {EVENTS: FILES[EVENTS] + secret, FIGURES: figures})
    (dates,) = (f for f in found.report.figures if f.id == "dates")
    assert isinstance(dates, TimelineSpec)
    assert (dates.events, dates.key_event) == (("e2", "e1"), None)
    assert [lane.label for lane in dates.lanes] == ["Taliban"]
    assert found.withheld == ("event/e3",)


def test_figures_of_marked_data_go_with_their_data(tmp_path: Path) -> None:
    data = FILES["reports/small/data/stances.yaml"] + "marking: TLP:AMBER\n"
    found = made(tmp_path, {"reports/small/data/stances.yaml": data})
    assert found.withheld == ("dataset/stances", "figure/map", "figure/partners")
    assert [f.id for f in found.report.figures] == ["trade", "dates", "where", "talks", "whose", "far"]
    names = [getattr(e, "ids", None) for e in found.spec.content]
    assert ("trade", "dates") in names
    assert ("partners",) not in names


def test_every_figure_that_stays_can_be_drawn(tmp_path: Path) -> None:
    for unit in ("talks", "judged", "later"):
        found = made(tmp_path / unit, marked(unit))
        for figure in found.report.figures:
            if not isinstance(figure, TableSpec):
                resolve(figure, found.report, found.spec, found.preset())


def test_a_figure_that_says_what_is_withheld_goes(tmp_path: Path) -> None:
    step = "{if: [they talk], then: Calm, hedge: may, units: [talks]}"
    more = f"- {{id: hangs, kind: conditions, headline: Calm hangs on talks, cites: [self-2021], steps: [{step}]}}\n"
    found = made(tmp_path, {**marked("talks"), FIGURES: FILES[FIGURES] + more})
    assert "figure/hangs" in found.withheld


def test_a_figure_at_a_point_of_which_all_is_withheld_goes_too(tmp_path: Path) -> None:
    section = FILES[MAIN].replace("  - id: neutral\n", "  - id: neutral\n    marking: TLP:AMBER\n")
    found = made(tmp_path, marked("talks", text=section))
    assert "figure/dates" in found.withheld
    assert found.report.sections[0].points == ()


def test_a_section_without_units_left_goes_with_its_headline(tmp_path: Path) -> None:
    head = FILES["reports/small/report.yaml"].replace("sections: [main]", "sections: [main, other]")
    unit = "{id: o, kind: fact, marking: TLP:RED, text: Nobody may know this.}"
    other = f"id: other\nheadline: Nobody may know\nunits:\n  - {unit}\n"
    spec = FILES[SPEC].replace("sections: [main]", "sections: [main, other]")
    found = made(
        tmp_path,
        {
            "reports/small/report.yaml": head,
            "reports/small/sections/other.yaml": other,
            SPEC: spec + "redact: true\nmarking: TLP:GREEN\n",
        },
    )
    assert [s.id for s in found.report.sections] == ["main"]
    assert found.withheld == ("unit/o",)


def test_the_spec_forgets_what_is_withheld(tmp_path: Path) -> None:
    found = made(tmp_path, marked("talks") | marked("judged", text=marked("talks")[MAIN]))  # type: ignore[arg-type]
    assert found.spec.pin == (("short", ()),)
    assert found.spec.omit == (("one-page", ()),)
    assert found.spec.replace == ()


def test_an_emptied_slot_is_told_to_the_house_alone(tmp_path: Path) -> None:
    write(tmp_path, {SPEC: FILES[SPEC] + "redact: true\n", **marked("line")})
    ((found,), told) = gather((Path(SPEC),), root=tmp_path, lengths=(), formats=(), cache=None, epoch=None)
    (warning,) = (d for d in told if d.code == "BG446")
    assert (warning.file, warning.line) == (SPEC, 7)
    assert "the abridged edition has no bottom line" in warning.message
    assert "BottomLine" not in [type(e).__name__ for e in found.spec.content]


def test_slots_forget_the_units_that_they_name_and_go_where_none_is_left(tmp_path: Path) -> None:
    spec = FILES[SPEC].replace("  - bottom-line\n", "  - bottom-line: talks\n")
    spec = spec.replace("  - outlook\n  - watch: 2\n", "  - watch: [neutral, later]\n")
    spec = spec.replace("pin: {short: [talks]}\nomit: {one-page: [neutral]}\n", "")
    spec = spec.replace("replace:\n", "replace:\n  neutral: {lead: Neutral}\n  later: {lead: Later}\n")
    write(tmp_path, {SPEC: spec + "redact: true\nmarking: TLP:GREEN\n", **marked("talks")})
    ((found,), told) = gather((Path(SPEC),), root=tmp_path, lengths=(), formats=(), cache=None, epoch=None)
    kinds = [type(e).__name__ for e in found.spec.content]
    assert "BottomLine" not in kinds, "it is not filled with another"
    (watch,) = (e for e in found.spec.content if isinstance(e, Watch))
    assert watch.units == ("later",)  # `neutral` leans on `talks`
    assert [d.message for d in told if d.code == "BG446"] == [
        "the abridged edition has no bottom line: all that could stand there is marked more strictly"
    ]


def test_nothing_above_the_brief_makes_no_abridged_edition(tmp_path: Path) -> None:
    found = made(tmp_path, marked("talks", "TLP:GREEN"))
    assert (found.withheld, found.spec.redact) == ((), False)


def test_without_redact_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="BG423"):
        made(tmp_path, marked("talks"), "marking: TLP:GREEN\n")


def test_an_edition_does_not_change_with_what_it_withholds(tmp_path: Path) -> None:
    first = made(tmp_path / "a", marked("talks"))
    other = marked("talks")
    assert isinstance(other[MAIN], str)
    other[MAIN] = other[MAIN].replace("The Taliban promised calm.", "The Taliban promised peace.")
    second = made(tmp_path / "b", other)
    assert first.report.sha256 == second.report.sha256
    assert first.edition == second.edition


def test_an_edition_is_the_same_whether_its_report_is_parsed_or_remembered(tmp_path: Path) -> None:
    write(tmp_path, {SPEC: FILES[SPEC] + "redact: true\nmarking: TLP:GREEN\n", **marked("talks")})
    found = []
    for _ in range(2):
        ((inputs,), _told) = gather(
            (Path(SPEC),), root=tmp_path, lengths=(), formats=(), cache=tmp_path / "cache", epoch=None
        )
        found.append(inputs)
    parsed, remembered = found
    assert parsed.withheld
    for name in Report.__struct_fields__:  # to the byte: 50 and 50.0 are equal, and have other hashes
        assert msgspec.msgpack.encode(getattr(parsed.report, name)) == msgspec.msgpack.encode(
            getattr(remembered.report, name)
        ), name
    assert parsed.edition == remembered.edition


def test_a_house_of_its_own_order_withholds_by_it(tmp_path: Path) -> None:
    own = "- {label: PUBLIC}\n- {label: INTERNAL}\n- {label: SECRET}\n"
    found = made(tmp_path, {"markings.yaml": own, **marked("talks", "SECRET")}, "redact: true\nmarking: INTERNAL\n")
    assert "unit/talks" in found.withheld
    assert "TLP:CLEAR" not in read.markings(read.find(tmp_path)).labels


def test_a_report_stays_as_it_is_where_nothing_is_asked(tmp_path: Path) -> None:
    project = write(tmp_path)
    report = read.report("small", project).value
    spec = read.brief(tmp_path / SPEC, project).value
    assert redacted(report, spec, Markings()).report is report


def test_why_says_that_a_unit_is_withheld(tmp_path: Path) -> None:
    write(tmp_path, {SPEC: FILES[SPEC] + "redact: true\nmarking: TLP:GREEN\n", **marked("talks")})
    said = why(Path(SPEC), "talks", root=tmp_path, cache_folder=None)
    assert said == ["all lengths: out: withheld from this abridged edition, which is TLP:GREEN"]
