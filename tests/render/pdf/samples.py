"""The shipped theme, documents laid out and written with stand-in pictures, and what a file holds, for these tests."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from briefgen.model.document import Block, Document, Note, Prose, TableBlock
from briefgen.model.report import Column
from briefgen.model.spec import STANDARD, Length
from briefgen.model.theme import Theme
from briefgen.model.trace import Trace, TracedUnit
from briefgen.render.pdf import Layout, layout, picture_width, targets, write
from briefgen.resources import asset
from tests.support import documents, pictures
from tests.support.texts import inlines

FONTS = (asset("fonts"),)


@cache
def theme(name: str = "chancery") -> Theme:
    """Return a shipped theme."""
    return msgspec.convert(yaml.safe_load(asset("themes", f"{name}.yaml").read_text()), Theme)


def laid(
    document: Document,
    folders: tuple[Path, ...] = FONTS,
    *,
    name: str = "chancery",
    dress: Theme | None = None,
    most: float = 160.0,
) -> Layout:
    """Return a document laid out in a shipped theme or another, its pictures sketched at the widths that pages have.

    They may be `most` points high.
    """
    shapes, ready, alone = pictures.sketches(360.0), dress or theme(name), document.length.pages == 1
    sketches = {
        key: replace(
            shapes[key],
            width=picture_width(figure, ready, document.sheet, alone=alone),
            least=90.0,
            most=most,
        )
        for key, figure in pictures.FIGURES.items()
    }
    return layout(document, ready, sketches, folders)


def trace(document: Document) -> Trace:
    """Return a record with one unit."""
    unit = TracedUnit(id="bl", at=(1,), paragraphs=("intro.p3",), references=("klyszcz-2021",))
    return Trace(
        brief=document.brief,
        edition="2021-11-14",
        title=document.title,
        length=document.length.name,
        format="pdf",
        report="russia-taliban-takeover",
        report_sha256="0" * 64,
        units=(unit,),
        hashes={"unit/bl": "<&> \"'"},
    )


def written(document: Document, name: str = "chancery", dress: Theme | None = None) -> bytes:
    """Return a document as a PDF."""
    found = laid(document, name=name, dress=dress)
    return write(found, pictures.scenes(targets(found)), trace(document))


def page_of(*blocks: Block, notes: tuple[Note, ...] = (), length: Length = STANDARD) -> Document:
    """Return a document of given blocks."""
    found = documents.document(length, blocks)
    return replace(found, notes=notes or found.notes)


def long_table(rows: int) -> TableBlock:
    """Return a table of many rows, with numbers to be set on the decimal."""
    return replace(
        documents.PARTNERS,
        columns=(
            Column(name="name", kind="text", label="Name"),
            Column(name="what", kind="text", label="What it does"),
            Column(name="sum", kind="number", label="Sum", unit="USD million", period="2019"),
        ),
        rows=tuple(
            (f"Row {n}", "Words that say what it does " * (n % 3 + 1), f"{n * 7}.{n % 10}") for n in range(rows)
        ),
        source=inlines("Klyszcz 2021.[1]"),
    )


def many_notes(count: int, words: int = 60) -> Document:
    """Return paragraphs that call many notes, each as long as asked."""
    notes = tuple(
        Note(number=n, references=("x",), short=inlines(f"Source {n}"), full=inlines("word " * words + f"end {n}."))
        for n in range(1, count + 1)
    )
    (one,) = documents.CHINA[:1]
    blocks = tuple(
        Prose(
            section="s",
            point=None,
            headline="h",
            statements=(replace(one, unit=f"u{n}", text=inlines("Some words of text. " * 12 + f"[{n}]"), notes=(n,)),),
        )
        for n in range(1, count + 1)
    )
    return page_of(*blocks, notes=notes)


def texts(found: Layout) -> list[str]:
    """Return what each passage says, figures as digits."""
    back = {0xF730 + n: str(n) for n in range(10)}
    return [
        "".join(p.text for p in m.body.words.setting.pieces).translate(back)
        for m in found.boxes
        if hasattr(m.body, "words")
    ]


def elements(node: Any) -> list[tuple[str, Any]]:
    """Return the structure elements of a file below a node, in order, by type."""
    import pikepdf

    kids = node.get("/K", [])
    out = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            out += [(str(kid.S)[1:], kid), *elements(kid)]
    return out
