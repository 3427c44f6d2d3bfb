"""The construction BAND as boxes on pages: what stands where, and what is done where something does not fit."""

import pytest
from msgspec.structs import replace

from briefgen.model.document import Bullets, Colophon, FigureBlock, KeyJudgements, Prose, statements
from briefgen.model.measures import mm
from briefgen.model.spec import FULL, ONE_PAGE, STANDARD, Sheet
from briefgen.render.pdf import picture_width, targets
from briefgen.render.pdf.boxes import Band, Columns, Ground, Measured, Passage, Picture, Rows, Words
from briefgen.render.pdf.inside import spoken
from briefgen.render.pdf.layout import Layout
from tests.support import documents, pictures
from tests.support.texts import inlines

from . import samples
from .samples import long_table, many_notes, page_of, theme

TOKENS = theme("meridian").band


def laid(document, **more):
    return samples.laid(document, name="meridian", **more)


def without(document, *kinds):
    return replace(document, blocks=tuple(b for b in document.blocks if not isinstance(b, kinds)))


def one_page(*more):
    """Return the brief of one page without a figure, and with further blocks behind the judgements."""
    found = without(documents.one_page(), Bullets, Colophon, FigureBlock)
    return replace(found, blocks=(*found.blocks[:2], *more, *found.blocks[2:]))


def judged(document, count=5, words=0):
    """Return a document with so many judgements, each so many words longer."""
    more = inlines(" And so on." * (words // 3))

    def fewer(block):
        some = tuple(replace(s, text=(*s.text, *more)) for s in block.statements[:count])
        return replace(block, statements=some)

    return replace(document, blocks=tuple(fewer(b) if isinstance(b, KeyJudgements) else b for b in document.blocks))


def paragraphs(count, words=70):
    (one,) = documents.CHINA[:1]
    text = inlines("Some words of text. " * (words // 4))
    return tuple(
        Prose(section="s", point=None, headline="", statements=(replace(one, unit=f"u{n}", text=text, notes=()),))
        for n in range(count)
    )


def find(found: Layout, name: str) -> Measured:
    return next(m for m in found.boxes if m.box.id == name)


def said(words: Words) -> str:
    return "".join(p.text for p in words.setting.pieces).replace("\u00a0", " ")


def texts(one: Measured) -> list[str]:
    return [said(words) for words in spoken(one)]


def body(found: Layout, kind):
    return next(m.body for m in found.boxes if isinstance(m.body, kind))


def test_a_single_page_has_title_and_bottom_line_in_its_band():
    found = laid(one_page())
    band = find(found, "title")
    assert found.fits
    assert isinstance(band.body, Band)
    assert texts(band)[0] == documents.one_page().title
    assert texts(band)[1] == "Bottom line"
    assert band.units == ("bl",)
    assert "bl" in found.places()


def test_the_band_grows_to_its_height_where_the_page_has_room():
    found = laid(judged(one_page(), 3))
    high = found.pages[0].slices[0].height - body(found, Band).gap - mm(TOKENS.rule_mm)
    assert high + found.grid.page_height - found.grid.top == pytest.approx(mm(TOKENS.one_page_mm))
    assert found.broken[0].slices[0].height < found.pages[0].slices[0].height


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_judgements_stand_in_two_columns_of_even_rows(count):
    columns = body(laid(judged(one_page(), count)), Columns)
    left, right = columns.cells
    assert [s.height for s in left] == [s.height for s in right]
    numbers = [said(w) for cell in columns.cells for s in cell for w in s.parts if isinstance(w, Words)]
    assert [n for n in numbers if n.isdigit()] == [str(n + 1) for n in range(count)]
    assert sum(n.startswith("Hedges") for n in numbers) == 1


def test_a_slender_figure_stands_right_of_the_judgements_and_further_statements_below_it():
    points = next(b for b in documents.one_page().blocks if isinstance(b, Bullets))
    found = laid(one_page(documents.TRADES, points))
    left, right = body(found, Columns).cells
    assert [s.picture.figure for s in right if s.picture] == ["trade"]
    assert not any(s.picture for s in left)
    assert targets(found)["trade"].width == pytest.approx(mm(TOKENS.figure_column_mm), abs=0.01)
    words = [said(w) for s in right for w in s.parts if isinstance(w, Words)]
    assert words[0] == "Figure 3"
    assert points.headline in words
    assert set(found.places()) >= {s.unit for s in points.statements}


def test_a_figure_that_needs_width_stands_below_the_judgements():
    found = laid(judged(one_page(documents.STANCES), 3))
    names = [m.box.id for m in found.boxes]
    assert names.index("key-judgements") < names.index("stances") < names.index("outlook")
    assert targets(found)["stances"].width == pytest.approx(found.grid.picture, abs=0.01)
    assert find(found, "stances.source").body.words.x == 0


def test_the_outlook_stands_beside_the_judgements_where_the_page_is_short():
    roomy, short = (laid(judged(one_page(documents.DATES), 3, words)) for words in (0, 24))
    assert roomy.fits
    assert short.fits
    assert any(m.box.id == "outlook" for m in roomy.boxes)
    assert not any(m.box.id == "outlook" for m in short.boxes)
    row = find(short, "key-judgements")
    assert isinstance(row.body.ground, Ground)
    assert "Outlook" in texts(row)
    assert set(short.places()) == set(roomy.places())


def test_the_first_page_of_a_longer_brief_has_the_judgements_beside_its_text():
    found = laid(documents.standard())
    first = find(found, "bl")
    assert next(said(w) for w in first.beside.parts if isinstance(w, Words)) == "Key judgements"
    assert first.beside.aside  # read behind the bottom line
    assert first.box.side == first.beside.height
    assert found.pages[0].apart
    assert not any(m.box.panel == "key-judgements" for m in found.boxes)
    assert {n for _, n in first.box.calls} == {1, 2, 3, 4, 5, 6}
    assert set(found.places()) == set(documents.standard().units)


def test_the_judgements_bring_their_notes_where_the_bottom_line_has_none():
    document = documents.standard()
    plain = replace(document.blocks[0].statement, text=inlines("A bottom line without a note."), notes=())
    found = laid(replace(document, blocks=(replace(document.blocks[0], statement=plain), *document.blocks[1:])))
    assert {n for _, n in find(found, "bl").box.calls} == {1, 2, 3, 4, 5, 6}
    assert {1, 2, 3, 4, 5, 6} <= {p.note for p in found.pages[0].notes}


def test_the_band_gives_way_to_a_tall_panel():
    low, high = laid(judged(documents.standard(), 5, 12)), laid(judged(documents.standard(), 2))
    bands = [f.pages[0].slices[0].height - body(f, Band).gap - mm(TOKENS.rule_mm) for f in (low, high)]
    assert low.pages[0].apart
    assert bands[0] < bands[1]
    assert bands[1] + high.grid.page_height - high.grid.top == pytest.approx(mm(TOKENS.long_mm))
    assert all(f.pages[0].floor <= f.sheet.height for f in (low, high))


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.LETTER])
def test_judgements_too_long_for_a_column_stand_across_and_go_on_on_the_next_page(sheet):
    found = laid(replace(judged(documents.standard(), 5, 120), sheet=sheet))
    assert found.where is None
    assert {m.box.panel for m in found.boxes if m.box.id.startswith("kj-")} == {"key-judgements"}
    assert not found.pages[0].apart
    assert all(page.used <= found.sheet.height + 0.01 for page in found.pages)


def test_judgements_that_do_not_follow_the_bottom_line_stand_across():
    document = documents.standard()
    found = laid(replace(document, blocks=document.blocks[1:]))
    assert find(found, document.blocks[1].statements[0].unit).box.panel == "key-judgements"


def test_a_paragraph_goes_on_in_the_measure_of_the_next_page():
    document = replace(documents.standard(), length=FULL)
    found = laid(replace(document, blocks=(*document.blocks[:2], *paragraphs(12))))
    (name,) = {found.boxes[p.slices[0].box].box.id for p in found.pages[1:2]}
    parts = [m for m in found.boxes if m.box.id == name]
    assert len(parts) == 2
    narrow, wide = (m.body.words.setting for m in parts)
    cut = found.pages[0].slices[-1].stop
    assert narrow.width < wide.width == pytest.approx(found.grid.text)
    assert wide.pieces == narrow.pieces
    shown = [
        setting.pieces[n].text[a:b]
        for setting, lines in ((narrow, narrow.lines[:cut]), (wide, wide.lines))
        for line in lines
        for n, a, b in line.parts
    ]
    assert "".join(shown) == "".join(p.text for p in narrow.pieces)
    assert found.places()[name] == (1, 2)
    assert all(line.width <= found.grid.text + 0.01 for line in wide.lines)


def test_notes_of_page_one_stand_under_its_text_and_later_ones_under_all():
    document = many_notes(30, words=30)
    found = laid(replace(document, length=FULL, blocks=(*documents.standard().blocks[:2], *document.blocks)))
    first = {p.note for p in found.pages[0].notes}
    widths = {n: round(s.width + found.note_x, 3) for n, s in found.notes.items()}
    assert first
    assert {widths[n] for n in first} == {round(found.grid.width - mm(TOKENS.panel_column_mm + 8), 3)}
    assert {w for n, w in widths.items() if n not in first} == {round(found.grid.width, 3)}


def test_what_is_said_aside_stands_below_a_paragraph_on_page_one_and_beside_it_later():
    document = documents.standard()
    noted = [
        replace(b, statements=tuple(replace(s, editor_note="Said aside.") for s in b.statements[:1]))
        for b in (*paragraphs(14),)
    ]
    found = laid(replace(document, length=FULL, blocks=(*document.blocks[:2], *noted)))
    for number, page in enumerate(found.pages):
        boxes = [found.boxes[s.box] for s in page.slices if s.start == 0]
        below = [m for m in boxes if m.box.id.endswith(".note")]
        beside = [m for m in boxes if m.beside and m.box.id.startswith("u")]
        assert bool(below) == (number == 0)
        assert bool(beside) == (number > 0)
    assert sum(m.box.id.endswith(".note") or bool(m.beside) for m in found.boxes if m.box.id[0] == "u") == 14


def test_a_figure_that_page_one_has_no_room_for_lets_the_text_go_on():
    document = documents.standard()
    blocks = (*document.blocks[:2], *paragraphs(2), documents.DATES, *paragraphs(9)[2:])
    found = laid(replace(document, length=FULL, blocks=blocks))
    assert found.fills[0] > 0.93
    assert [found.boxes[s.box].box.id for s in found.pages[0].slices][-1].startswith("u")
    assert set(targets(found)) == {"dates"}


def test_notes_of_a_figure_put_off_are_numbered_in_order():
    document = documents.standard()
    text, later = (
        replace(b, statements=(replace(b.statements[0], text=(*b.statements[0].text, *inlines(f"[{n}]")), notes=(n,)),))
        for n, b in zip((1, 3), paragraphs(2, 140), strict=True)
    )
    plain = replace(document.blocks[0].statement, text=inlines("First.[1]"))
    judgements = tuple(
        replace(s, text=inlines("A judgement of some words. " * 5), notes=()) for s in document.blocks[1].statements
    )
    opening = (replace(document.blocks[0], statement=plain), replace(document.blocks[1], statements=judgements))
    figure = replace(documents.DATES, source=inlines("Source[2]"))
    blocks = (*opening, text, figure, later, *paragraphs(8)[2:])
    found = laid(replace(document, length=FULL, blocks=blocks, notes=document.notes[:3]))
    order = [type(b).__name__ for b in found.document.blocks]
    assert order.index("FigureBlock") > 3
    assert found.document.blocks[3].statements[0].notes == (2,)
    assert found.document.blocks[order.index("FigureBlock")].source == inlines("Source[3]")
    assert [n.number for n in found.document.notes] == [1, 2, 3]
    assert [n.references for n in found.document.notes] == [document.notes[i].references for i in (0, 2, 1)]


def test_the_words_of_a_picture_stand_right_of_it_with_its_source():
    found = laid(page_of(documents.STANCES), most=300.0)
    one = find(found, "stances")
    assert isinstance(one.body, Picture)
    words = [w for w in one.beside.parts if isinstance(w, Words)]
    assert one.body.x == 0
    assert min(w.x for w in words) == pytest.approx(found.grid.picture + mm(8))
    assert said(words[-1]).startswith("Source: ")
    assert {n for _, n in one.box.calls} == {5, 9}
    assert not any(m.box.id == "stances.source" for m in found.boxes)


def test_the_source_of_a_picture_lower_than_its_words_stands_below_it():
    found = laid(page_of(documents.STANCES), most=160.0)
    words = [said(w) for w in find(found, "stances").beside.parts if isinstance(w, Words)]
    assert not any(text.startswith("Source: ") for text in words)
    below = find(found, "stances.source")
    assert texts(below)[0].startswith("Source: ")
    assert {n for _, n in below.box.calls} == {5, 9}


def test_headlines_hang_behind_their_numbers_at_one_x_on_all_pages():
    found = laid(documents.standard())
    heads = [find(found, name).body for name in ("takeover", "third-parties", "containment")]
    assert all(isinstance(h, Passage) for h in heads)
    assert {round(h.words.x, 3) for h in heads} == {round(mm(TOKENS.hang_mm), 3)}
    assert [said(h.head) for h in heads] == ["1 ", "2 ", "3 "]
    assert {h.head.x for h in heads} == {0}
    for name in ("takeover", "third-parties", "containment"):
        box = find(found, name).box
        assert box.before >= 2 * box.after


def test_paragraphs_are_parted_by_half_a_line_and_never_indented():
    found = laid(replace(page_of(*paragraphs(3)), length=FULL))
    settings = [find(found, f"u{n}").body.words.setting for n in range(3)]
    assert [s.indent for s in settings] == [0, 0, 0]
    assert find(found, "u1").box.before == pytest.approx(settings[0].leading / 2, abs=0.3)


def test_a_table_stands_on_grounds_over_the_full_width():
    found = laid(page_of(long_table(6)))
    table = body(found, Rows)
    colour = theme("meridian").colour
    assert (table.ruling.head_ground, table.ruling.stripe) == (colour.ground, colour.panel)
    assert {p.colour for c in table.head.cells for p in c.setting.pieces} == {colour.on_ground}
    last = max(table.rows[0].cells, key=lambda c: c.x)
    assert table.head.cells[0].x == pytest.approx(mm(2.4))
    assert last.x + last.setting.lines[0].width == pytest.approx(found.grid.width - mm(2.4), abs=0.6)
    ends = {round(row.cells[2].x + row.cells[2].setting.lines[0].width, 3) for row in table.rows}
    assert len(ends) == 1


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.LETTER])
@pytest.mark.parametrize("length", [ONE_PAGE, STANDARD])
def test_pictures_are_as_wide_as_their_places(sheet, length):
    alone = length is ONE_PAGE
    ready = theme("meridian")
    widths = [picture_width(f, ready, sheet, alone=alone) for f in (pictures.TRADE, pictures.MAP, pictures.DATES)]
    full = mm(174) if sheet is Sheet.A4 else mm(177.9)
    assert widths == pytest.approx([mm(70) if alone else full - mm(46), full - mm(46), full], abs=0.01)


def test_every_statement_has_a_place_in_every_length():
    for document in (documents.standard(), without(documents.short(), FigureBlock), judged(one_page(), 4)):
        found = laid(document)
        assert found.fits
        assert set(found.places()) == {s.unit for s in statements(document.blocks)}


def test_labels_of_another_language_have_their_room():
    from briefgen.typeset.language import labels

    found = laid(replace(judged(one_page(), 4), labels=labels("fr")))
    (outlook,) = (m for m in found.boxes if m.box.id == "outlook")
    (label,) = outlook.beside.parts
    assert said(label) == "Perspectives"
    assert len(label.setting.lines) == 1
    assert label.x + label.setting.lines[0].width < outlook.body.words.x - mm(2)


def test_a_column_of_short_words_is_not_broken_for_one_of_long_texts():
    rows = tuple((f"Row {n}", "Words that go on and on " * 12, f"{n}.5") for n in range(90, 130))
    found = laid(page_of(replace(long_table(1), rows=rows)))
    table = body(found, Rows)
    assert {len(row.cells[0].setting.lines) for row in table.rows} == {1}
    assert len(table.rows[0].cells[1].setting.lines) > 1
