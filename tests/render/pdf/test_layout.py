from itertools import pairwise

import pytest
from msgspec.structs import replace

from briefgen.errors import InputError
from briefgen.model.document import Bullets, Colophon
from briefgen.model.scene import Ink, Swatch
from briefgen.model.spec import FULL, ONE_PAGE, Sheet
from briefgen.render.pdf import layout, picture_width, targets
from briefgen.render.pdf.boxes import Beside, Passage, Picture, Rows, Rule, Sample, Words
from briefgen.render.pdf.paragraph import broken
from tests.support import documents, pictures

from .samples import FONTS, laid, long_table, many_notes, page_of, texts, theme


def one_page():
    found = documents.one_page()
    return replace(found, blocks=tuple(b for b in found.blocks if not isinstance(b, (Bullets, Colophon))))


def find(found, name):
    return next(m for m in found.boxes if m.box.id == name)


def beside(found, name) -> list[str]:
    column = find(found, name).beside
    assert isinstance(column, Beside)
    return ["".join(p.text for p in part.setting.pieces) for part in column.parts if isinstance(part, Words)]


def test_one_page_fits_and_is_filled_by_its_picture():
    found = laid(one_page())
    assert found.fits
    assert found.fills == (pytest.approx(1.0, abs=0.1),)
    assert found.fills[0] >= 0.9
    assert found.needed <= found.room
    assert len(found.pages) == 1


def test_a_document_that_is_too_long_says_what_it_needs():
    found = laid(replace(documents.short(), length=ONE_PAGE))
    assert not found.fits
    assert not found.roomy
    assert found.needed > found.room == pytest.approx(found.sheet.height)


def test_what_is_taller_than_a_page_is_named():
    shapes = {n: replace(s, least=2000.0, most=2000.0) for n, s in pictures.sketches(360.0).items()}
    found = layout(one_page(), theme(), shapes, FONTS)
    assert (found.fits, found.where) == (False, "stances")
    assert found.needed > 2000 > found.room


def test_roomy_tells_whether_pictures_may_have_their_full_height():
    shapes = {n: replace(s, least=60.0, most=70.0) for n, s in pictures.sketches(360.0).items()}
    assert layout(one_page(), theme(), shapes, FONTS).roomy
    tall = {n: replace(s, least=60.0, most=600.0) for n, s in shapes.items()}
    found = layout(one_page(), theme(), tall, FONTS)
    assert found.fits
    assert not found.roomy
    assert 0 < found.scale < 1


def test_a_second_layout_of_the_same_text_breaks_nothing():
    laid(documents.standard())
    broken.begin()
    laid(documents.standard())
    assert broken.asked
    assert not broken.learnt


def test_targets_are_as_wide_as_their_columns_and_as_high_as_their_slices():
    found = laid(documents.standard())
    sizes = targets(found)
    assert set(sizes) == {"stances", "dates", "trade"}
    assert sizes["dates"].width == pytest.approx(found.grid.width, abs=0.01)
    assert sizes["stances"].width == pytest.approx(found.grid.text, abs=0.01)
    heights = {
        m.body.figure: part.height
        for page in found.pages
        for part in page.slices
        if isinstance((m := found.boxes[part.box]).body, Picture)
    }
    assert {n: t.height for n, t in sizes.items()} == {n: pytest.approx(h, abs=0.01) for n, h in heights.items()}
    assert all(t.smallest >= 8 for t in sizes.values())


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.LETTER])
def test_picture_widths_are_those_of_the_grid(sheet):
    found = laid(replace(documents.standard(), sheet=sheet))
    assert picture_width(pictures.MAP, theme(), sheet, alone=False) == pytest.approx(found.grid.text)
    assert picture_width(pictures.DATES, theme(), sheet, alone=False) == pytest.approx(found.grid.width)
    assert found.grid.page_width == pytest.approx({Sheet.A4: 595.276, Sheet.LETTER: 612.0}[sheet], abs=0.001)


def test_every_unit_has_a_place_and_a_broken_paragraph_has_two():
    document = many_notes(14, words=20)
    found = laid(replace(document, units=tuple(f"u{n}" for n in range(1, 15))))
    places = found.places()
    assert set(places) == {f"u{n}" for n in range(1, 15)}
    assert {p for pages in places.values() for p in pages} == set(range(1, len(found.pages) + 1))
    lines = {
        found.boxes[part.box].units or found.boxes[part.box].box.id: part
        for page in found.pages
        for part in page.slices
        if part.stop < len(found.boxes[part.box].box.heights)
    }
    assert all(len(places[name]) > 1 for name in lines if name in places)


def test_all_statements_of_a_real_document_have_places():
    document = documents.standard()
    assert set(laid(document).places()) == set(document.units)


def test_the_label_column_says_what_stands_beside_it():
    alone, long = laid(one_page()), laid(documents.standard())
    assert beside(alone, "bl") == ["BOTTOM LINE"]
    assert [t.replace("\u00a0", " ") for t in beside(long, "bl")] == [
        "Policy brief no. 12",
        "As of 14 November 2021",
        "After a report by Ivan U. Klyszcz",
    ]
    assert beside(alone, "kj-means")[0] == "KEY JUDGEMENTS"
    assert beside(alone, "stances")[:1] == ["FIGURE\u00a01"]
    assert "opposed" in " ".join(beside(alone, "stances"))
    assert beside(long, "takeover") == ["1 "]  # the space keeps number and headline apart where they are read


def test_labels_stand_on_the_base_line_of_the_text_beside_them():
    found = laid(one_page())
    for name in ("bl", "kj-means", "outlook", "sources"):
        box = find(found, name)
        words = box.beside.parts[0]
        assert words.down + words.setting.baseline == pytest.approx(box.body.words.setting.baseline)


def test_judgements_stand_on_a_panel_only_in_longer_briefs():
    alone, long = laid(one_page()), laid(documents.short())
    assert find(alone, "kj-means").box.panel is None
    panel = [m.box.panel for m in long.boxes if m.box.id.startswith("kj-")]
    assert set(panel) == {"key-judgements"}
    assert any(isinstance(m.body, Rule) for m in alone.boxes)


def test_a_paragraph_is_indented_only_behind_another():
    found = laid(documents.standard())
    indents = {m.box.id: m.body.words.setting.indent for m in found.boxes if isinstance(m.body, Passage)}
    assert indents[documents.ASSURANCES[0].unit] == 0
    blocks = (documents.TAKEOVER, *(b for b in documents.standard().blocks if type(b).__name__ == "Prose"))
    running = laid(page_of(*blocks))
    firsts = [
        m.body.words.setting.indent for m in running.boxes if m.box.id in {b.statements[0].unit for b in blocks[1:]}
    ]
    assert firsts[0] == 0
    assert all(i == pytest.approx(12.0) for i in firsts[1:])


def test_headlines_are_kept_with_three_lines():
    found = laid(documents.standard())
    for n, one in enumerate(found.boxes):
        if one.box.id in ("takeover", "third-parties", "containment"):
            assert one.box.keep
            assert one.box.before >= 2 * one.box.after
            assert found.boxes[n + 1].box.least == 3


def test_table_columns_sit_on_the_grid_and_decimals_below_one_another():
    found = laid(page_of(long_table(6)))
    body = find(found, "partners").body
    assert isinstance(body, Rows)
    assert body.head.cells[0].x == 0
    assert body.head.cells[1].x == pytest.approx(found.grid.text_x)
    assert "".join(p.text for p in body.head.cells[2].setting.pieces) == "Sum (USD million, 2019)"
    ends = {round(c.x + c.setting.lines[0].width, 3) for row in body.rows if (c := row.cells[2])}
    assert len(ends) == 1  # every number has one decimal here, so that right edges agree
    assert all(row.height > 0 for row in body.rows)


def test_a_long_table_is_broken_between_rows_and_a_short_one_is_not():
    short, long = laid(page_of(long_table(4))), laid(page_of(long_table(60)))
    assert not find(short, "partners").box.split
    parts = [p for page in long.pages for p in page.slices if long.boxes[p.box].box.id == "partners"]
    assert len(parts) > 1
    assert all(p.stop - p.start >= 2 for p in parts)


def test_notes_stand_at_the_foot_in_full_and_in_a_line_in_short():
    full, short = laid(documents.standard()), laid(documents.short())
    assert {p.note for page in full.pages for p in page.notes} == {n for m in full.boxes for _, n in m.box.calls}
    assert not any(page.notes for page in short.pages)
    assert any(t.startswith("1\u00a0Klyszcz 2021") for t in texts(short))
    assert not any(t.startswith("1\u00a0Klyszcz 2021") for t in texts(full))


def test_three_digit_note_numbers_have_a_wider_column():
    few, many = laid(many_notes(5, 3)), laid(many_notes(120, 3))
    assert many.note_x > few.note_x == pytest.approx(4 * 72 / 25.4)


def test_giant_notes_are_split_and_nothing_is_lost():
    found = laid(replace(many_notes(6, words=700), length=FULL))
    lines = {}
    for page in found.pages:
        for part in page.notes:
            lines[part.note] = lines.get(part.note, 0) + part.stop - part.start
    assert lines == {n: len(s.lines) for n, s in found.notes.items()}
    assert any(sum(p.note == n for page in found.pages for p in page.notes) > 1 for n in lines)


def test_editor_notes_stand_aside_and_never_overlap():
    long = "The article cited for it says something else, and more than fits on one line of a narrow column. " * 2
    blocks = [b for b in documents.standard().blocks if type(b).__name__ == "Prose"]
    noted = [replace(b, statements=tuple(replace(s, editor_note=long) for s in b.statements)) for b in blocks]
    found = laid(page_of(*noted))
    assert all(any("Editor’s note" in t for t in beside(found, m.box.id)) for m in found.boxes if m.box.id != "title")
    assert any(part.drop > 0 for page in found.pages for part in page.slices)


def test_furniture_may_speak_another_language():
    from briefgen.typeset.language import labels

    found = laid(replace(one_page(), labels=labels("fr")))
    assert beside(found, "bl") == ["L’ESSENTIEL"]


def test_a_theme_whose_font_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="not found"):
        laid(one_page(), folders=(tmp_path,))


@pytest.mark.parametrize("name", ["chancery", "meridian"])
def test_the_key_of_a_wide_picture_stands_in_rows_over_it(name: str) -> None:
    document = documents.standard()
    key = tuple(Swatch(label=f"kind {n} of state", fill=Ink(rgb="8A1C2C")) for n in range(9))
    shapes = {
        n: replace(s, width=picture_width(pictures.FIGURES[n], theme(name), document.sheet, alone=False))
        for n, s in pictures.sketches(360.0).items()
    }
    shapes["dates"] = replace(shapes["dates"], least=90.0, most=160.0, key=key)
    found = layout(document, theme(name), shapes, FONTS)
    heads = [m for m in found.flow.boxes if m.box.id.startswith("dates") and isinstance(m.beside, Beside)]
    parts = [p for m in heads for p in m.beside.parts]
    words = [p for p in parts if isinstance(p, Words) and p.path[-1][1].startswith("key.")]
    assert len(words) == len([p for p in parts if isinstance(p, Sample)]) == len(key)
    rows = sorted({p.down for p in words})
    assert 1 < len(rows) < len(key)
    for row in rows:
        ends = sorted((p.x, p.x + max(line.width for line in p.setting.lines)) for p in words if p.down == row)
        assert all(one[1] < other[0] for one, other in pairwise(ends))
        assert ends[-1][1] <= shapes["dates"].width
