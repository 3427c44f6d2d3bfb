"""What a document says, block by block, and what a finished PDF says in its structure, as another program reads it.

Nothing of the renderer's is used: the words are taken from the document, and put together anew.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

import msgspec
import pikepdf

from briefgen.model.document import (
    Block,
    BottomLine,
    Bullets,
    Colophon,
    Contents,
    Document,
    FigureBlock,
    FigureTable,
    Heading,
    KeyJudgements,
    Method,
    Outlook,
    Prose,
    References,
    Scale,
    Sources,
    Statement,
    TableBlock,
    Watch,
)
from briefgen.model.inline import Call, Inlines, Text
from briefgen.model.report import Column
from tests.support import pictures

Said = tuple[str, str]
"""The type of an element and its words, parted by single spaces."""
KEYS = tuple(swatch for sketch in pictures.sketches(360.0).values() for swatch in sketch.key)
KINDS = frozenset({"H1", "H2", "H3", "P", "LBody", "TH", "TD", "Note"})


def document(of: Document, remarks: Mapping[str, Sequence[str]]) -> list[Said]:
    """Return what a document says in the order of its blocks, without furniture and notes; `remarks` by figure."""
    said = (("H1", of.title), *(s for block in of.blocks for s in _block(block, remarks)))
    return [(kind, _plain(text)) for kind, text in said if text]


def notes(of: Document) -> list[Said]:
    """Return the notes that it calls, each behind its number; in a list the number is the entry's, not the note's."""
    full = of.length.full_notes
    heads = {n.number: "" if of.endnotes else str(n.number) for n in of.notes}
    called = set(_called(of.blocks))
    return [
        ("Note", _plain(f"{heads[n.number]}{_text(n.full) if full else f' {_text(n.short)}'}"))
        for n in of.notes
        if n.number in called or of.endnotes or not full
    ]


def _called(value: object) -> Iterator[int]:
    match value:
        case Call(notes=numbers):
            yield from numbers
        case Statement():
            yield from value.notes
        case tuple():
            yield from (n for part in value for n in _called(part))
        case msgspec.Struct():
            yield from (n for name in value.__struct_fields__ for n in _called(getattr(value, name)))


def furniture(of: Document) -> set[str]:
    """Return what else may stand in a file's structure: labels, names of figures, series and date."""
    labels = of.labels
    known = {str(getattr(labels, name)) for name in labels.__struct_fields__}
    known |= {f"{name} {n}" for name in (labels.figure, labels.table) for n in range(1, 20)}
    known |= {b.name for b in of.blocks if isinstance(b, Scale)} | {b.label for b in of.blocks if isinstance(b, Method)}
    known |= {b.label for b in of.blocks if isinstance(b, Contents)}
    known |= {b.hint for b in of.blocks if isinstance(b, KeyJudgements)} | {of.kicker or ""}
    known |= {of.issuer_line, of.as_of, of.author_line, *(swatch.label for swatch in KEYS)}
    return {_plain(k) for k in known}


def file(data: bytes) -> list[Said]:
    """Return what the elements of a PDF say that hold a block's words, in the order of its structure."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marked = {(page.obj.objgen, n): text for page in pdf.pages for n, text in _marked(page).items()}
        return [(kind, _plain(text)) for kind, text in _elements(pdf.Root.StructTreeRoot, marked) if _plain(text)]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the characters of each marked content of a page, by the fonts' own maps."""
    maps = {name: _characters(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    number, known = -1, {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC EMC Tf Tj TJ"):
        match str(operator):
            case "BDC":
                number = int(operands[1].get("/MCID", -1))
            case "EMC":
                number = -1
            case "Tf":
                known = maps[str(operands[0])]
            case "Tj" | "TJ":
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                shown = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
                found[number] = found.get(number, "") + "".join(known[code] for code in shown)
    return found


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """Return the characters that a font's codes stand for."""
    pairs = re.findall(rb"<(..)> <((?:....)+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _elements(node: pikepdf.Object, marked: Mapping[tuple[Any, int], str]) -> Iterator[Said]:
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if (kind := str(kid.S)[1:].removeprefix("FE")) in KINDS:
                yield kind, "".join(_text_of(kid, kid.get("/Pg"), marked))
            if kind != "Note":
                yield from _elements(kid, marked)


def _text_of(node: pikepdf.Object, page: Any, marked: Mapping[tuple[Any, int], str]) -> Iterator[str]:
    """Yield the characters in an element; a note in it is no part of its words."""
    for kid in _kids(node):
        if not isinstance(kid, pikepdf.Dictionary):
            yield marked.get((page.objgen, int(kid)), "")
        elif "/MCID" in kid:
            yield marked.get((kid.Pg.objgen, int(kid.MCID)), "")
        elif "/ActualText" in kid:
            yield str(kid.ActualText)
        elif kid.get("/S", "/Note") not in ("/Note", "/FENote"):
            yield from _text_of(kid, kid.get("/Pg", page), marked)


def _kids(node: pikepdf.Object) -> Any:
    kids = node.get("/K", [])
    return kids if isinstance(kids, pikepdf.Array) else [kids]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _text(inlines: Inlines) -> str:
    """Return a text with the numbers of its notes; a comma parts neighbours."""
    out: list[str] = []
    before = False
    for one in inlines:
        match one:
            case Text(text=text):
                out.append(text)
            case Call(notes=numbers):
                out.append(("," if before else "") + ",".join(map(str, numbers)))
        before = isinstance(one, Call)
    return "".join(out)


def _led(one: Statement) -> str:
    """Return a statement behind its lead, which ends with a full stop."""
    if not one.lead:
        return _text(one.text)
    stop = "" if one.lead[-1] in ".!?…" else "."
    return f"{one.lead}{stop} {_text(one.text)}"


def _block(block: Block, remarks: Mapping[str, Sequence[str]]) -> Iterator[Said]:
    match block:
        case BottomLine(statement=one):
            yield "P", _text(one.text)
        case KeyJudgements(statements=statements) | Watch(statements=statements):
            yield from (("LBody", _led(s)) for s in statements)
        case Heading(number=number, level=level, headline=headline):
            yield f"H{level + 1}", f"{number or ''} {headline}"
        case Prose(statements=statements):
            yield "P", " ".join(_text(s.text) for s in statements)
            for one in statements:
                yield "P", one.aside or ""
                yield "P", f"Editor’s note. {one.editor_note}" if one.editor_note else ""
        case Bullets(headline=headline, statements=statements):
            yield "H2", headline
            yield from (("LBody", s.short + ",".join(map(str, s.notes))) for s in statements)
        case Outlook(statements=statements):
            yield "P", " ".join(_text(s.text) for s in statements)
        case FigureBlock(figure=figure, source=source):
            yield "P", figure.words.headline
            yield "P", figure.words.subtitle
            yield "P", " ".join((_text(source), *remarks[figure.words.id]))
        case TableBlock() | Scale(table=TableBlock()) | FigureTable(table=TableBlock()):
            yield from _table(block if isinstance(block, TableBlock) else block.table)
        case Method(remarks=remarks):
            yield from (("P", f"{r.lead}. {r.text}" if len(remarks) > 1 else r.text) for r in remarks)
        case References(works=works):
            yield from (("LBody", _text(w.text)) for w in works)
        case Colophon(text=text, imprint=imprint):
            yield from (("P", _text(line)) for line in (text, *imprint))
        case Contents() | Sources():
            return
        case _:
            assert_never(block)


def _table(table: TableBlock) -> Iterator[Said]:
    yield "P", table.words.headline
    yield "P", table.words.subtitle
    yield from (("TH", _head(c)) for c in table.columns)
    above = None
    for name, *cells in table.rows:
        if name != above or not cells:  # what heads several rows is said once
            yield "TH", name
        yield from (("TD", cell) for cell in cells)
        above = name
    yield "P", _text(table.source)


def _head(column: Column) -> str:
    about = ", ".join(p for p in (column.unit, column.period) if p)
    return f"{column.label} ({about})" if about else str(column.label)
