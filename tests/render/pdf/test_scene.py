import io

import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.model.scene import Group, Halo, Ink, Label, Path, Pattern, Picture, Scene
from briefgen.preflight.ink import runs
from briefgen.render.pdf import targets, write
from tests.support import documents, pictures

from .samples import laid, page_of, trace

INK, RED = Ink(rgb="211C18"), Ink(rgb="8A1C2C", alpha=0.5)
BOX = (("M", 10.0, 10.0), ("L", 50.0, 10.0), ("C", 60.0, 20.0, 60.0, 30.0, 50.0, 40.0), ("Z",))
LABEL = Label(name="l", text="Kabul", x=100.0, y=50.0, size=9.0, font="label", weight=400, ink=INK, width=25.0)


def drawn(*marks) -> tuple[bytes, pikepdf.Pdf]:
    """Return the content of the form that holds the marks, and the file."""
    document = page_of(documents.STANCES)
    found = laid(document)
    sizes = targets(found)
    scene = Scene(width=sizes["stances"].width, height=sizes["stances"].height, marks=marks)
    file = pikepdf.open(io.BytesIO(write(found, {"stances": scene}, trace(document))))
    (form,) = (x for page in file.pages for x in page.obj.Resources.get("/XObject", {}).values())
    return form.read_bytes(), file


def test_a_shape_is_filled_hatched_and_stroked_in_this_order():
    hatch = Pattern(kind="up", ink=Ink(rgb="FFFFFF"), width=1.0, lines=(("M", 0.0, 0.0), ("L", 9.0, 9.0)))
    code, _ = drawn(Path(name="p", commands=BOX, fill=Ink(rgb="8A1C2C"), stroke=INK, width=1.1, pattern=hatch))
    shape = b"10.00 10.00 m 50.00 10.00 l 60.00 20.00 60.00 30.00 50.00 40.00 c h"
    fill, lines, stroke = code.index(shape + b" f*"), code.index(b"9.00 9.00 l S"), code.rindex(shape + b" S")
    assert fill < lines < stroke


def test_an_opaque_shape_is_painted_at_once_and_a_transparent_outline_apart():
    solid, _ = drawn(Path(name="p", commands=BOX, fill=INK, stroke=INK, width=1.0))
    clear, file = drawn(Path(name="p", commands=BOX, fill=INK, stroke=RED, width=1.0, dash=(3.0, 2.0), cap="round"))
    assert b" B*" in solid
    assert b" B*" not in clear
    assert b"[3 2] 0 d" in clear
    assert b"1 J" in clear
    (form,) = (x for page in file.pages for x in page.obj.Resources.get("/XObject", {}).values())
    assert 0.5 in [float(s.get("/CA", 1)) for s in form.Resources.ExtGState.values()]


@pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_labels_hang_on_their_anchors(anchor, share):
    _, file = drawn(Group(name="g", marks=(replace(LABEL, anchor=anchor),)))
    found = next(r for r in runs(file.pages[0], {}) if r.text == "Kabul")
    picture = laid(page_of(documents.STANCES)).grid
    wide = found.stop[0] - found.start[0]
    assert found.start[0] - picture.left - picture.text_x == pytest.approx(100 - share * wide, abs=0.05)


def test_a_turned_label_runs_upwards_and_lines_stand_below_one_another():
    _, file = drawn(replace(LABEL, text="Two\nlines", angle=90.0, leading=11.0))
    first, second = (next(r for r in runs(file.pages[0], {}) if r.text == t) for t in ("Two", "lines"))
    assert first.stop[1] > first.start[1]
    assert first.stop[0] == pytest.approx(first.start[0], abs=0.01)
    assert second.start[0] - first.start[0] == pytest.approx(11.0, abs=0.01)


def test_a_halo_is_a_silent_copy_beneath():
    code, _ = drawn(replace(LABEL, halo=Halo(ink=Ink(rgb="FFFFFF"), width=2.0)))
    assert code.index(b"/Span <</ActualText ()>> BDC") < code.index(b"1 Tr") < code.index(b"EMC")
    assert code.count(b"BT") == 2


def test_bold_labels_are_set_in_the_semibold_face():
    _, file = drawn(replace(LABEL, weight=600), replace(LABEL, font="text", text="Serif", italic=True))
    names = {str(f.BaseFont) for page in file.pages for f in page.obj.Resources.Font.values()}
    assert any("SourceSans3-SemiBold" in n for n in names)
    assert any("SourceSerif4-Italic" in n for n in names)


def test_a_picture_of_dots_is_embedded():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    code, _ = drawn(Picture(name="p", png=out.getvalue(), x=0.0, y=0.0, width=40.0, height=40.0))
    assert b" Do" in code


def test_scenes_of_all_figures_are_drawn():
    found = laid(documents.standard())
    data = write(found, pictures.scenes(targets(found)), trace(documents.standard()))
    with pikepdf.open(io.BytesIO(data)) as file:
        shown = " ".join(r.text for page in file.pages for r in runs(page, {}))
    assert "Kazakhstan" in shown
    assert "Kabul falls" in shown
    assert "about USD 100 million" in shown
