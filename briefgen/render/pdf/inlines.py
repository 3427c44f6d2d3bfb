"""Inlines -> pieces of text: faces chosen, dates and units bound, calls raised, names of notes kept together."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from ...diagnostics import Diagnostic
from ...errors import InputError
from ...model.document import Note, Statement
from ...model.inline import Call, Citation, Inlines, Text
from ...model.report import Kind
from ...typeset import bidi, hyphens
from ...typeset.furniture import lead_in
from ...typeset.language import bind
from . import faces, twoway
from .paragraph import Piece, width_of
from .seam import OLD_STYLE, register
from .styles import NOTE_RISE, NOTE_SIZE, Style

QUOTING = {"“": "”", "«": "»", "„": "“"}
"""Marks around the words of another: opening and closing."""
NO_BREAK = "\u00a0"
LARGER = 1.12
"""How much larger Arabic letters are set than the letters beside them, whose bodies are taller."""
_INITIAL = re.compile(r"\b((?:[A-ZÀ-Ý]\w+ )?[A-ZÀ-Ý]\.) (?=[A-ZÀ-Ý])")
"""A name up to its initial: a line ends in front of the name, not inside it."""


@lru_cache(maxsize=1 << 14)
def _bound(text: str, language: str) -> str:
    return _INITIAL.sub(lambda m: m[0].replace(" ", NO_BREAK), bind(text, language))


def words(text: str, style: Style, language: str, *, strong: bool = False) -> tuple[Piece, ...]:
    """Return plain words as pieces."""
    return tuple(pieces((Text(text=text, strong=strong),), style, language))


def pieces(inlines: Inlines, style: Style, language: str, *, unit: str | None = None) -> Iterator[Piece]:
    """Yield the pieces of a text in the document's language; calls follow the words that they stand behind."""
    before: Call | None = None
    for inline in twoway.marked(inlines):
        match inline:
            case twoway.Isolate():
                for part, level in twoway.parts(inline, language):
                    made = (_leftward if level % 2 else _run)(part, style, language, unit)
                    whole = inline.text if inline.leftward(language) else part.text if level else None
                    yield from (replace(p, level=level, apart=whole) for p in made)
            case Text():
                yield from _run(inline, style, language, unit)
            case Call():
                yield from _calls(inline, style, joined=before is not None, unit=unit)
            case Citation():
                raise ValueError("a citation without a number: compose numbers them")
            case _:
                assert_never(inline)
        before = inline if isinstance(inline, Call) else None


def _run(inline: Text, style: Style, language: str, unit: str | None) -> Iterator[Piece]:
    """Yield a run in its face; what the face lacks, in the theme's other family."""
    face = style.face(strong=inline.strong, emphasis=inline.emphasis)
    text = _bound(inline.text, inline.language or language)
    if style.hyphenate and inline.href is None and not style.caps:
        text = hyphens.softened(text, inline.language or language)
    text = faces.clean(face, text.upper() if style.caps else text)
    piece = Piece(
        text=text.translate(OLD_STYLE) if style.old_style else text,
        face=face,
        size=style.size,
        colour=style.colour,
        tracking=style.tracking,
        language=inline.language if inline.language != language else None,
        href=inline.href,
        unit=unit,
    )
    gaps = faces.lacking(face, piece.text)
    if not gaps:
        yield piece
        return
    bold = 1 if inline.strong or style.bold else 0
    spare = last = style.spare[bold]
    if nowhere := faces.lacking(spare, "".join(sorted(gaps))):  # figures of the Arabic script, say
        last = register(style.arabic[bold])
        if none := faces.lacking(last, "".join(sorted(nowhere))) | frozenset(filter(bidi.rightward, nowhere)):
            raise _no_glyph(none, inline.text)
        last = faces.shaping(last, inline.language or language, leftward=False)

    def chosen(character: str) -> str:
        return face if character not in gaps else last if character in nowhere else spare

    for name, characters in groupby(text, key=chosen):
        part = "".join(characters)
        yield replace(piece, text=part.translate(OLD_STYLE) if style.old_style and name == face else part, face=name)


def _leftward(inline: Text, style: Style, language: str, unit: str | None) -> Iterator[Piece]:
    """Yield a run from right to left: joined letters have no tracking, and Arabic ones no italics."""
    bold, spoken = 1 if inline.strong or style.bold else 0, inline.language or language
    own = (register(style.arabic[bold]), style.face(strong=inline.strong, emphasis=inline.emphasis), style.spare[bold])
    missing = [faces.lacking(face, inline.text) - faces.JOINERS for face in own]
    if nowhere := frozenset.intersection(*missing):
        raise _no_glyph(nowhere, inline.text)

    def chosen(character: str) -> str:
        return next(face for face, lacks in zip(own, missing, strict=True) if character not in lacks)

    for face, characters in groupby(inline.text, key=chosen):
        size = style.size * (LARGER if face == own[0] else 1.0)
        yield Piece(
            text="".join(characters),
            face=faces.shaping(face, spoken, leftward=True),
            size=size,
            colour=style.colour,
            language=inline.language if inline.language != language else None,
            href=inline.href,
            unit=unit,
        )


def _no_glyph(characters: frozenset[str], text: str) -> InputError:
    names = ", ".join(f"{c!r} (U+{ord(c):04X})" for c in sorted(characters))
    return InputError(
        (
            Diagnostic(
                code="BG404",
                message=f"the theme's page fonts have no glyph for {names} in {text[:60]!r}",
                hint="use other characters, or a theme whose fonts have these",
            ),
        )
    )


def _calls(call: Call, style: Style, *, joined: bool, unit: str | None) -> Iterator[Piece]:
    """Yield raised numbers; a comma parts neighbours, or 12 and 13 would read as 1213."""
    raised = Piece(
        text=",",
        face=style.roman[0],
        size=style.size * NOTE_SIZE,
        colour=style.colour,
        rise=style.size * NOTE_RISE,
        unit=unit,
    )
    for n, note in enumerate(call.notes):
        if n or joined:
            yield raised
        yield replace(raised, text=str(note), call=note)


def statement(
    one: Statement, style: Style, language: str, *, lead: bool = True, short: bool = False
) -> tuple[Piece, ...]:
    """Return a statement: its lead in bold, then its text with calls, or its short text with all its calls."""
    out: list[Piece] = []
    spoken = one.language or language
    if lead and one.lead:
        out += [*pieces((Text(text=lead_in(one.lead), strong=True),), style, spoken, unit=one.unit)]
        out += [*pieces((Text(text=" "),), style, spoken, unit=one.unit)]
    text: Inlines = one.text
    if short:
        text = (Text(text=one.short), *((Call(notes=one.notes),) if one.notes else ()))
    told = tuple(pieces(text, style, spoken, unit=one.unit))
    out += _quoting(told, one.unit) if one.kind is Kind.QUOTATION else told
    if spoken != language:
        out = [replace(p, language=p.language or spoken) if p.call is None else p for p in out]
    return tuple(out)


def _quoting(told: tuple[Piece, ...], unit: str) -> Iterator[Piece]:
    """Yield the pieces of a quotation, parted where the words of another begin and end, their marks included.

    A text that is set apart is not parted: it is one quotation, marks and all, or what is around it is.
    """
    count, closing, apart = 0, "", None
    for piece in told:
        if piece.apart is not None:
            own = not closing and piece.apart.endswith(QUOTING.get(piece.apart[0], " "))
            count += own and piece.apart != apart
            apart = piece.apart
            yield replace(piece, quotation=f"{unit}.{count}" if closing or own else None)
            continue
        start, apart = 0, None
        for n, char in enumerate(piece.text, 1):
            if closing and char == closing:
                yield replace(piece, text=piece.text[start:n], quotation=f"{unit}.{count}")
                start, closing = n, ""
            elif not closing and char in QUOTING:
                if n - 1 > start:
                    yield replace(piece, text=piece.text[start : n - 1])
                start, closing, count = n - 1, QUOTING[char], count + 1
        if start < len(piece.text):
            inside = f"{unit}.{count}" if closing else None
            yield replace(piece, text=piece.text[start:], quotation=inside)


def running(statements: tuple[Statement, ...], style: Style, language: str) -> tuple[Piece, ...]:
    """Return statements as one paragraph of running text."""
    out: list[Piece] = []
    for one in statements:
        if out:
            out += pieces((Text(text=" "),), style, language)
        out += statement(one, style, language, lead=False)
    return tuple(out)


def note(one: Note, style: Style, language: str) -> tuple[Piece, ...]:
    """Return a note in full, without its number."""
    return tuple(pieces(one.full, style, language))


def number(one: Note, style: Style, colour: str) -> Piece:
    """Return the number that heads a note and leads back to its call."""
    return Piece(
        text=str(one.number),
        face=style.face(strong=True),
        size=style.size,
        colour=colour,
        note=one.number,
        lead=True,
    )


def sources(
    notes: tuple[Note, ...], style: Style, language: str, *, colour: str, gap: float, room: float
) -> tuple[Piece, ...]:
    """Return short notes run into one line of sources; a number and its words part only where a line is too narrow."""
    out: list[Piece] = []
    space = Piece(text=" ", face=style.face(), size=style.size, colour=style.colour)
    for one in notes:
        head = number(one, style, colour)
        tail = tuple(replace(p, note=one.number) for p in pieces(one.short, style, language))
        inner = replace(space, text=NO_BREAK, note=one.number)
        if out:
            out.append(replace(space, tracking=gap))
        fits = width_of((head, inner, *tail)) <= room
        out += (replace(p, whole=fits) for p in (head, inner, *tail))
    return tuple(out)
