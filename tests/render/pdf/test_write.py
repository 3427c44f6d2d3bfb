import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys

import msgspec
import page as validator
import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.model.spec import ONE_PAGE, STANDARD, Sheet
from briefgen.preflight.ink import runs
from briefgen.preflight.trace import read
from briefgen.render.pdf import targets, write
from tests.support import documents, pictures

from .samples import laid, long_table, many_notes, page_of, trace, written

CASES = {
    "one page": lambda: documents.one_page(),
    "short": lambda: documents.short(),
    "standard": lambda: documents.standard(),
    "full": lambda: documents.full(),
    "letter": lambda: replace(documents.standard(), sheet=Sheet.LETTER, kicker="Russia · Afghanistan"),
    "no marking": lambda: replace(documents.standard(), marking=None),
    "giant notes": lambda: many_notes(6, words=700),
    "long table": lambda: page_of(long_table(60)),
}


@pytest.fixture(scope="module", params=CASES, ids=lambda n: n.replace(" ", "-"))
def built(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "brief.pdf"
    path.write_bytes(written(CASES[request.param]()))
    return path


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_kind_of_document_is_lawful(built, profile):
    told = str(validator.validate_pdf(str(built), profile=profile))
    assert "no failures" in told, told


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_poppler_draws_it_without_a_word(built):
    done = subprocess.run(["pdftoppm", "-r", "30", "-png", built, built.parent / "p"], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(built):
    assert subprocess.run(["qpdf", "--check", built], capture_output=True, check=False).returncode == 0


def test_the_same_document_gives_the_same_bytes_here_and_elsewhere():
    code = (
        "import sys; from tests.render.pdf.samples import written; from tests.support import documents;"
        "sys.stdout.buffer.write(written(documents.standard()))"
    )
    here = written(documents.standard())
    assert here == written(documents.standard())
    elsewhere = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Tokyo"},
    ).stdout
    assert elsewhere == here


def test_nothing_of_the_machine_or_the_day_is_in_the_file():
    with pikepdf.open(io.BytesIO(written(documents.standard()))) as file:
        everything = b"\n".join(o.read_bytes() for o in file.objects if isinstance(o, pikepdf.Stream))
    data = written(documents.standard()) + everything
    assert b"/assets/" not in data
    assert set(re.findall(rb"D:(\d{8})", data)) == {b"20211114"}
    assert set(re.findall(rb"<xmp:\w+Date>(\d{4}-\d\d-\d\d)", data)) == {b"2021-11-14"}


def test_a_moment_may_be_given():
    document = documents.one_page()
    found = laid(document)
    moment = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)
    data = write(found, pictures.scenes(targets(found)), trace(document), moment=moment)
    assert set(re.findall(rb"D:(\d{14})", data)) == {b"20200101120000"}
    with pikepdf.open(io.BytesIO(data)) as file:
        assert b"<xmp:CreateDate>2020-01-01T12:00:00+00:00<" in file.Root.Metadata.read_bytes()


def test_the_file_says_what_it_is():
    document = documents.standard()
    with pikepdf.open(io.BytesIO(written(document))) as file:
        assert str(file.docinfo.Title) == document.title
        assert str(file.docinfo.Author) == "Example Institute"
        assert str(file.docinfo.Producer) == "briefgen"
        assert str(file.Root.Lang) == "en"
        packet = file.Root.Metadata.read_bytes().decode()
        profile = file.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert profile[36:40] == b"acsp"
    assert profile[24:36] == bytes([7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])


def test_the_trace_record_comes_back_whole():
    document = documents.standard()
    assert read(written(document)) == trace(document)
    assert msgspec.json.encode(read(written(document))) == msgspec.json.encode(trace(document))


def test_text_comes_out_with_its_words_apart_and_its_figures_as_digits():
    with pikepdf.open(io.BytesIO(written(documents.standard()))) as file:
        text = "".join(r.text for r in runs(file.pages[0], {}))
    assert "Since Kabul fell on 15 August 2021 Russia has walked a narrow line. It would" in text.replace("\u00a0", " ")
    assert "Талибы встретились" in text


def test_each_page_has_its_head_its_foot_and_its_marking():
    document = documents.standard()
    with pikepdf.open(io.BytesIO(written(document))) as file:
        for number, page in enumerate(file.pages, 1):
            shown = runs(page, {})
            texts = [r.text.replace("\u00a0", " ") for r in shown]
            assert f"Page {number} of {len(file.pages)}" in texts
            heads = [r.text for r in shown if r.start[1] > 770]
            assert (document.short_title in heads) == (number > 1)
            assert ("Example Institute" in heads) == (number == 1)
            marks = [r for r in shown if r.text == "TLP:CLEAR"]
            assert len(marks) == 2
            assert min(m.start[0] for m in marks) > 0.7 * 595
            (numbering,) = (r for r in shown if r.text.replace("\u00a0", " ").startswith("Page "))
            assert min(m.start[0] for m in marks) - numbering.stop[0] >= 8 * 72 / 25.4


def test_a_running_head_without_room_ends_in_an_ellipsis():
    long = replace(documents.standard(), issuer_line="A series with a name " * 8)
    with pikepdf.open(io.BytesIO(written(long))) as file:
        (head,) = (r for r in runs(file.pages[0], {}) if r.text.endswith("…"))
    assert head.stop[0] < 470


def test_no_text_stands_closer_to_the_marking_than_eight_millimetres_in_the_head():
    with pikepdf.open(io.BytesIO(written(documents.standard()))) as file:
        shown = runs(file.pages[0], {})
    mark = next(r for r in shown if r.text == "TLP:CLEAR" and r.start[1] > 700)
    same = [r for r in shown if abs(r.start[1] - mark.start[1]) < 6 and r is not mark]
    assert same
    assert all(r.stop[0] <= mark.start[0] - 8 * 72 / 25.4 for r in same)


def test_no_two_runs_of_text_lie_over_one_another():
    for document in (documents.standard(), documents.one_page(), many_notes(20)):
        with pikepdf.open(io.BytesIO(written(replace(document, blocks=plain_blocks(document))))) as file:
            for page in file.pages:
                shown = [r for r in runs(page, {}) if r.text.strip() and r.stop[0] - r.start[0] > 8]
                for n, one in enumerate(shown):
                    for two in shown[n + 1 :]:
                        apart = abs(one.start[1] - two.start[1]) > 7 or (
                            one.stop[0] <= two.start[0] + 0.5 or two.stop[0] <= one.start[0] + 0.5
                        )
                        assert apart, (one, two)


def plain_blocks(document):
    """Return the blocks without pictures, whose stand-ins do lay labels over one another."""
    return tuple(b for b in document.blocks if type(b).__name__ != "FigureBlock")


def test_what_does_not_fit_a_page_at_all_is_not_written():
    document = replace(documents.one_page(), length=ONE_PAGE)
    found = laid(document)
    tall = replace(documents.standard(), length=STANDARD)
    assert write(found, pictures.scenes(targets(found)), trace(document)).startswith(b"%PDF-1.7")
    from briefgen.render.pdf import layout

    from .samples import FONTS, theme

    shapes = {n: replace(s, least=3000.0, most=3000.0) for n, s in pictures.sketches(360.0).items()}
    with pytest.raises(ValueError, match="taller than a page"):
        write(layout(tall, theme(), shapes, FONTS), {}, trace(tall))
