import datetime as dt
from pathlib import Path

import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.model.inline import Citation, Cited, Text
from briefgen.model.report import Hedge, Kind
from briefgen.model.spec import (
    FULL,
    ONE_PAGE,
    SHORT,
    STANDARD,
    BottomLine,
    BriefSpec,
    Figures,
    Format,
    KeyJudgements,
    Length,
    Outlook,
    Replacement,
    Sections,
    Selector,
    Sheet,
    Sources,
    Tables,
    Units,
    Watch,
)

from .sample import FILES, changed, write

SPEC = "briefs/small.yaml"


def brief(folder, old: str = "report: small", new: str = "report: small") -> BriefSpec:
    project = write(folder, changed(SPEC, old, new))
    return read.brief(folder / SPEC, project).value


def test_a_spec_holds_what_was_written(tmp_path) -> None:
    spec = brief(tmp_path)
    assert spec.id == "small"
    assert spec.short_title == "Russia and the takeover"
    assert (spec.issuer.name, spec.issuer.number) == ("Example Institute", "12")
    assert spec.as_of == dt.date(2021, 11, 14)
    assert (spec.page, spec.theme, spec.marking, spec.furniture) == (Sheet.A4, "chancery", None, "en")
    assert spec.formats == (Format.PDF, Format.PPTX)
    assert spec.lengths == (ONE_PAGE, SHORT)
    assert spec.content == (
        BottomLine(),
        KeyJudgements(count=3),
        Sections(ids=("main",)),
        Figures(ids=("trade", "map", "dates")),
        Tables(ids=("partners",)),
        Outlook(),
        Watch(count=2),
        Sources(),
    )
    assert spec.emphasise.topics == (("assurances", 1.5),)
    assert spec.pin == (("short", ("talks",)),)
    assert spec.omit == (("one-page", ("neutral",)),)
    assert spec.replace == (
        Replacement(
            unit="judged",
            text=(Text(text="It may depend on safety."), Citation(works=(Cited(reference="interfax-2021"),))),
            short="It may depend on safety.",
        ),
    )


def test_own_lengths_stand_among_the_four_by_pages(tmp_path) -> None:
    spec = brief(
        tmp_path,
        "lengths: [one-page, short]",
        "lengths: [full, {ministerial: {pages: 3, slides: 8}, leaflet: {pages: 1, slides: 2}}, standard]",
    )
    assert spec.lengths == (
        Length(
            name="leaflet", pages=1, slides=2, exact=False, prose=False, full_notes=False, figures=1, slide_figures=1
        ),
        Length(
            name="ministerial", pages=3, slides=8, exact=False, prose=True, full_notes=True, figures=3, slide_figures=4
        ),
        STANDARD,
        FULL,
    )


def test_an_own_length_says_more_of_itself_where_it_likes(tmp_path) -> None:
    keys = "pages: 2, slides: 6, exact: true, prose: false, notes: full, figures: 4, slide_figures: 0"
    spec = brief(tmp_path, "lengths: [one-page, short]", f"lengths:\n  leaflet: {{{keys}}}")
    assert spec.lengths == (
        Length(name="leaflet", pages=2, slides=6, exact=True, prose=False, full_notes=True, figures=4, slide_figures=0),
    )


def test_a_pin_may_name_a_length_that_is_not_built(tmp_path) -> None:
    assert brief(tmp_path, "pin: {short: [talks]}", "pin: {full: [talks]}").pin == (("full", ("talks",)),)


def test_units_are_chosen_by_conditions_or_by_name(tmp_path) -> None:
    one = brief(tmp_path, "- outlook", "- units: {actors: [taliban], period: 2021-06/2021-10, kinds: [fact]}")
    chosen = next(c for c in one.content if isinstance(c, Units)).choose
    assert (chosen.actors, chosen.kinds, chosen.ids) == (("taliban",), (Kind.FACT,), ())
    assert chosen.period is not None
    assert chosen.period.last == dt.date(2021, 10, 31)
    other = brief(tmp_path, "- outlook", "- units: [talks, neutral]")
    assert Units(choose=Selector(ids=("talks", "neutral"))) in other.content


def test_slots_without_a_choice_take_all_there_is(tmp_path) -> None:
    text = FILES[SPEC]
    start, end = text.index("content:"), text.index("emphasise:")
    spec = brief(tmp_path, text[start:end], "")
    assert [type(c) for c in spec.content] == [
        BottomLine,
        KeyJudgements,
        Sections,
        Figures,
        Tables,
        Outlook,
        Watch,
        Sources,
    ]
    assert Figures(ids=("trade", "map", "dates", "where", "talks", "whose", "far")) in spec.content


def test_own_words_may_change_the_hedge_for_a_weaker_one(tmp_path) -> None:
    spec = brief(
        tmp_path,
        '{text: "It may depend on safety.[@interfax-2021]", short: It may depend on safety.}',
        "{text: It could depend., short: It could depend., hedge: {here: could}}",
    )
    assert spec.replace[0].hedge == Hedge(source="may", here="could")


def test_a_theme_is_checked(tmp_path) -> None:
    project = write(tmp_path)
    (tmp_path / "themes").mkdir()
    theme = read.theme("chancery", project).value
    shipped = next(f for f in project.themes if f != tmp_path / "themes") / "chancery.yaml"
    text = shipped.read_text("utf-8")
    bad = (
        text.replace('accent: "#8A1C2C"', "accent: red")
        .replace("note: {size: 8.2, leading: 9.4}", "note: {size: 7, leading: 9.4, wieght: 400}")
        .replace("panel: [0.6, 1.95, 4.5, 4.7]", "panel: [0.6, 1.95, 14.5, 4.7]")
    )
    (tmp_path / "themes/chancery.yaml").write_text(bad.replace(", wieght: 400", ""), "utf-8")
    with pytest.raises(InputError) as caught:
        read.theme("chancery", project)
    assert [d.code for d in caught.value.diagnostics] == ["BG710", "BG711", "BG713"]
    assert all(d.line and d.file == "themes/chancery.yaml" for d in caught.value.diagnostics)
    (tmp_path / "themes/chancery.yaml").write_text(bad, "utf-8")
    with pytest.raises(InputError, match="unknown key `wieght` in `note`\n    hint: did you mean `weight`"):
        read.theme("chancery", project)
    assert theme.sha256


def test_columns_of_a_theme_leave_room_for_text(tmp_path) -> None:
    project = write(tmp_path)
    (tmp_path / "themes").mkdir()
    shipped = next(f for f in project.themes if f != tmp_path / "themes") / "meridian.yaml"
    wide = shipped.read_text("utf-8").replace("panel_column_mm: 64", "panel_column_mm: 97")
    (tmp_path / "themes/meridian.yaml").write_text(wide, "utf-8")
    with pytest.raises(InputError, match=r"BG712.*the column leaves 69 mm for text on A4; 70 mm is the least"):
        read.theme("meridian", project)


def test_a_theme_without_a_box_that_every_slide_needs_is_told_with_its_line(tmp_path: Path) -> None:
    project = write(tmp_path)
    (tmp_path / "themes").mkdir()
    shipped = next(f for f in project.themes if f != tmp_path / "themes") / "chancery.yaml"
    without = shipped.read_text("utf-8").replace("      headline: [0.6, 0.87, 12.133, 1.0]\n", "")
    (tmp_path / "themes/chancery.yaml").write_text(without, "utf-8")
    with pytest.raises(InputError, match=r"^themes/chancery.yaml:\d+:7: error\[BG201\] `all` has no key `headline`"):
        read.theme("chancery", project)


def test_every_shipped_theme_and_brief_is_right() -> None:
    root = read.find(Path(__file__).parents[2])
    for name in read.names(root, "themes"):
        assert read.theme(name, root).diagnostics == ()
    checked = read.load(read.specs(root), root)
    assert checked.diagnostics == ()
    assert len(checked.value) == len(read.specs(root)) >= 1


@pytest.mark.parametrize("allowed", ["marking: TLP:AMBER", "marking: TLP:RED", "omit: {short: [talks]}\npin: {}"])
def test_a_marked_unit_may_stand_in_a_brief_as_strict_or_be_left_out(allowed: str, tmp_path) -> None:
    section = "reports/small/sections/main.yaml"
    spec = FILES[SPEC].replace("pin: {short: [talks]}\nomit: {one-page: [neutral]}", allowed)
    spec = spec.replace("  - watch: 2\n", "")  # or what is to watch would lean on the unit
    if allowed.startswith("omit"):  # the timeline draws an event that only this unit tells
        spec = spec.replace("[trade, map, dates]", "[trade, map]")
    marked = changed(section, "    rank: 80", "    rank: 80\n    marking: TLP:AMBER")
    project = write(tmp_path, {**marked, SPEC: spec})
    assert read.brief(tmp_path / SPEC, project).diagnostics == ()
