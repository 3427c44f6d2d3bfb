"""Notes in full as a list at the end of a brief, where its spec asks for them there."""

from collections.abc import Iterator

from msgspec.structs import replace

from ...model.measures import mm
from . import inlines
from .boxes import Measured
from .paragraph import width_of
from .stack import Context, aligned, label, passage, put

NOTE_COLUMN_MM = 4.0
"""The column of a note's number; its text hangs behind it."""
GAP = 1.5
"""Points between two notes, as between two works of the references."""


def note_column(context: Context) -> float:
    """Return where notes hang: wide enough for the largest number."""
    style, notes = context.look.style.note, context.document.notes
    if not notes:
        return mm(NOTE_COLUMN_MM)
    widest = max(notes, key=lambda n: n.number)
    return max(mm(NOTE_COLUMN_MM), width_of((inlines.number(widest, style, style.colour),)) + context.look.space.hair)


def endnotes(context: Context) -> Iterator[Measured]:
    """Yield the notes over both columns, each number linked to its call and back."""
    look, language, column = context.look, context.language, note_column(context)
    style = look.style.note
    head = label(context.document.labels.sources, "part/notes", context)
    yield passage(head, "notes", before=look.space.small, after=look.space.thin, keep=True, split=False, clear=True)
    for n, one in enumerate(context.document.notes):
        item = (("L", "notes"), ("LI", f"note/{one.number}"))
        number = inlines.number(one, style, look.theme.colour.accent)
        # the number is the item's label; what it labels is the note
        head = put((replace(number, note=None),), style, column, x=0.0, path=item)
        text = tuple(replace(p, note=one.number) for p in inlines.note(one, style, language))
        words = put(text, style, context.grid.width - column, x=column, path=(*item, ("LBody", "body")))
        yield passage(
            words, f"notes.{one.number}", before=GAP if n else 0.0, beside=aligned(head, to=style), clear=n == 0
        )
