"""Where labels stand in BAND: in the band, and left of the parts that close a brief."""

from msgspec.structs import replace

from ....model.measures import mm
from .. import inlines
from ..paragraph import width_of
from ..sheet import CLOSING_GUTTER_MM, closing
from ..stack import Context


def hang(context: Context) -> float:
    """Return how far text hangs behind its label: as the theme says, or as the widest label needs."""
    labels, style = context.document.labels, context.look.style.label
    inset = mm(context.look.theme.panel_pad_mm[0])
    wide = (
        width_of(inlines.words(text, style, labels.language)) + (inset if text is labels.outlook else 0.0)
        for text in (labels.bottom_line, labels.outlook, labels.watch, labels.sources)
    )
    return max(mm(context.look.theme.band.label_mm), max(wide) + mm(CLOSING_GUTTER_MM))


def labelled(context: Context, *, over: bool = False) -> Context:
    """Return a context whose labels stand left of the text, within the text column or over both columns."""
    place = context.grid
    return replace(context, grid=closing(place, hang(context), place.width if over else place.edge))
