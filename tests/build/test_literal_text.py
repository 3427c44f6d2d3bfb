"""Text from YAML is text: printed as it is written, never read as markup, never a reason to open anything."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from pptx import Presentation

from tests.read.sample import FILES, write
from tests.support.project import ROOT

TITLE = 'A <b>&amp; ]]> "%s" {{x}} B'
TEXTS = {
    "text": '<img src="file:///etc/passwd"/> <!ENTITY e SYSTEM "file:///etc/hosts"> &e; {0} %(a)s $HOME `id` talks.',
    "short": "<para>&lt;</para> {{x}} %s <font size=x> talks.",
    "lead": "<i>x</i> & %d",
    "headline": "<a href='file:///etc/group'>y</a>",
    "later": r"Back\\slash \u0041 &nbsp; <br/> ]]> later.",
    "work": "<title>T</title> &copy; <script>alert(1)</script>",
    "cell": "=1+1 <td>&quot;",
    "bar": '=HYPERLINK("http://x.example","y")',
    "callout": "<tspan>{}</tspan>",
    "event": "@SUM <%= 7*7 %> ${7}",
    "figure": "<seq id=1/> & 100 %",
    "house": "O'Neil & <Sons> Ltd %s",
}
PRINTED = {**TEXTS, "later": r"Back\slash \u0041 &nbsp; <br/> ]]> later."}
"""Texts as they are printed: Markdown knows a backslash before a backslash."""


def changes() -> dict[str, str | bytes | None]:
    """Return the sample with a strange text in every place."""

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    spec = FILES["briefs/small.yaml"].replace("title: Moscow wants calm", f"title: {quoted(TITLE)}")
    spec = spec.replace("name: Example Institute", f"name: {quoted(TEXTS['house'])}")
    section = FILES["reports/small/sections/main.yaml"]
    for old, new in (
        ("headline: Engagement stops short", "headline"),
        ("lead: Neutrality", "lead"),
        ("short: The Taliban promised calm.", "short"),
        ("text: Nothing is decided.", "later"),
    ):
        assert section.count(old) == 1
        section = section.replace(old, f"{old.partition(':')[0]}: {quoted(TEXTS[new])}")
    old = next(line for line in section.splitlines() if "In Moscow the Taliban promised calm" in line)
    section = section.replace(old, f"    text: {quoted(TEXTS['text'] + ' 100[@interfax-2021]')}")
    figures = FILES["reports/small/figures.yaml"].replace("text: opposes", f"text: {quoted(TEXTS['callout'])}")
    figures = figures.replace("headline: Exports lead", f"headline: {quoted(TEXTS['figure'])}")
    events = FILES["reports/small/events.yaml"].replace("label: Promises", f"label: {quoted(TEXTS['event'])}")
    works = FILES["reports/small/references.yaml"].replace("Талибан заверил Москву", quoted(TEXTS["work"]))
    cell, bar = (f'"{TEXTS[n].replace(chr(34), chr(34) * 2)}"' for n in ("cell", "bar"))
    return {
        "briefs/small.yaml": spec.replace("lengths: [one-page, short]", "lengths: [short, standard]"),
        "reports/small/sections/main.yaml": section,
        "reports/small/figures.yaml": figures,
        "reports/small/events.yaml": events,
        "reports/small/references.yaml": works,
        "reports/small/data/trade.csv": f"flow,label,value\nexports,{bar},100\nimports,Imports,5\n",
        "reports/small/data/stances.csv": f"actor,stance,remark\ntajikistan,opposed,{cell}\n",
        "reports/small/data/stances.yaml": "columns: {actor: id, stance: id, remark: text}\n",
    } | {"reports/small/figures.yaml": figures.replace("columns: [actor, stance]", "columns: [actor, remark]")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """Return the project, built behind walls, and the files that were opened."""
    folder = tmp_path_factory.mktemp("walled")
    project, machine = folder / "project", folder / "machine"
    write(project, changes())
    machine.mkdir()
    own = {"HOME": str(machine), "TMPDIR": str(machine), "MPLCONFIGDIR": str(machine), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.build.walled", project, folder / "log"]
    done = subprocess.run(command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project, set((folder / "log").read_text().splitlines())


def bare(text: str) -> str:
    """Return a text without white space, which lines may break at."""
    return re.sub(r"\s+|\u00ad|\u200b", "", text)


def page_text(project: Path) -> str:
    data = (project / "out" / "small" / "small-standard.pdf").read_bytes()
    return bare("".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)))


def deck(project: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(project / "out" / "small" / "small-standard.pptx")


def deck_text(project: Path) -> str:
    texts = []
    for slide in Presentation(io.BytesIO(Path(str(deck(project).filename)).read_bytes())).slides:
        for part in (slide, slide.notes_slide):
            texts += [
                n.text or "" for n in part._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
            ]
    return bare("".join(texts))


def test_nothing_outside_of_the_project_and_the_program_is_opened(built: tuple[Path, set[str]]) -> None:
    project, opened = built
    import lxml

    program = {sys.prefix, sys.base_prefix, str(ROOT), str(Path(lxml.__file__).parents[1])}
    allowed = [str(Path(p).resolve()) for p in (project, project.parent / "machine", *program)]
    assert str(project / "reports" / "small" / "figures.yaml") in opened
    assert not [f for f in opened if not f.startswith(tuple(allowed))]
    assert not [f for f in opened if f.startswith("/etc")]


@pytest.mark.parametrize("name", [n for n in TEXTS if n not in ("short", "cell")])
def test_a_page_prints_texts_as_they_are_written(name: str, built: tuple[Path, set[str]]) -> None:
    assert bare(PRINTED[name]) in page_text(built[0])


def test_a_page_prints_title_and_cells_as_they_are_written(built: tuple[Path, set[str]]) -> None:
    assert bare(TITLE) in page_text(built[0])
    assert bare(TEXTS["cell"]) in page_text(built[0])


@pytest.mark.parametrize("name", ["short", "lead", "later", "work", "callout", "event", "figure", "house"])
def test_a_slide_shows_texts_as_they_are_written(name: str, built: tuple[Path, set[str]]) -> None:
    assert bare(PRINTED[name]) in deck_text(built[0])


def test_files_say_of_themselves_what_was_written(built: tuple[Path, set[str]]) -> None:
    project, _ = built
    with pikepdf.open(project / "out" / "small" / "small-standard.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == TITLE
        assert pdf.open_metadata()["dc:title"] == TITLE
    properties = Presentation(str(deck(project).filename)).core_properties
    assert (properties.title, properties.author) == (TITLE, TEXTS["house"])


def test_a_page_has_no_action_but_links_to_the_web(built: tuple[Path, set[str]]) -> None:
    with pikepdf.open(built[0] / "out" / "small" / "small-standard.pdf") as pdf:
        kinds = {str(o["/S"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Action"}
        assert kinds <= {"/URI", "/GoTo"}
        assert not [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and ("/JS" in o or "/Launch" in o)]


def test_a_deck_leads_only_to_the_web_and_its_workbook_holds_no_formula(built: tuple[Path, set[str]]) -> None:
    package = deck(built[0])
    for name in package.namelist():
        if name.endswith(".rels"):
            for one in ElementTree.fromstring(package.read(name)):
                if one.get("TargetMode") == "External":
                    assert re.match(r"https?:|mailto:", one.get("Target") or ""), (name, one.get("Target"))
        if name.endswith(".xlsx"):
            book = zipfile.ZipFile(io.BytesIO(package.read(name)))
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            assert "<f>" not in sheet
            assert "HYPERLINK" in "".join(book.read(n).decode() for n in book.namelist() if n.endswith(".xml"))
