"""Layout + scenes + trace -> the bytes of a tagged PDF."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence

from ...model.attachment import Attachment
from ...model.scene import Scene
from ...model.spec import Standard
from ...model.trace import Trace
from . import attachments, metadata
from .draw import Drawing
from .furniture import LOGO, emblem, furnish
from .inside import pictured, spoken
from .layout import Layout
from .scene import form
from .seam import font
from .tagged import TaggedCanvas
from .words import Typist


def write(
    found: Layout,
    scenes: Mapping[str, Scene],
    trace: Trace,
    *,
    moment: dt.datetime | None = None,
    files: Sequence[Attachment] = (),
    standard: Standard = Standard.UA_1,
) -> bytes:
    """Return the file: PDF/UA-1 and PDF/A-2a at once, PDF/A-3a with `files` in it; the same bytes for the same input.

    By the other `standard` it is PDF/UA-2 and PDF/A-4, PDF/A-4f with files.

    `scenes` by figure id, as large as `targets` asks. `moment` (UTC) is when the file says that it was made: by
    default the day of the document. Raises ValueError for a layout that does not fit, KeyError for a
    scene that is not there.
    """
    if found.where is not None:
        raise ValueError(f"{found.where} is taller than a page: nothing can be written")
    document, grid = found.document, found.grid
    made = moment or dt.datetime.combine(document.date, dt.time(), dt.UTC)
    out = io.BytesIO()
    face = found.look.style.text.face()
    font(face)  # a canvas begins with it, though a brief without running text sets nothing in it
    canvas = TaggedCanvas(
        out,
        size=(grid.page_width, grid.page_height),
        language=document.language,
        face=face,
        moment=made,
        standard=standard,
    )
    about = metadata.About(
        title=document.title,
        subject=document.subtitle or document.short_title,
        issuer=document.issuer,
        language=document.language,
    )
    carried = attachments.carried(files, trace)
    metadata.describe(canvas, about, trace, made, of=(document, tuple(files)), carries=bool(carried))
    attachments.attach(canvas, carried, made)
    for one in found.boxes:
        for picture, _ in pictured(one, one.box.height):
            form(canvas, picture.figure, scenes[picture.figure], found.look)
    if (logo := emblem(found)) is not None:
        form(canvas, LOGO, logo, found.look)
    typist = Typist(
        canvas=canvas,
        left=grid.left,
        called=frozenset(n for one in found.boxes for words in spoken(one) for _, n in words.setting.calls()),
        noted=frozenset(n.number for n in document.notes) if _shows_notes(found) else frozenset(),
    )
    drawing = Drawing(canvas=canvas, found=found, typist=typist)
    for number, page in enumerate(found.pages):
        furnish(canvas, found, number)
        drawing.page(page, found.stretch(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _shows_notes(found: Layout) -> bool:
    """Tell whether notes stand anywhere: at the pages' foot, in a line of sources, or in a list at the end."""
    return bool(found.notes) or any(one.box.id in ("sources", "notes") for one in found.boxes)
