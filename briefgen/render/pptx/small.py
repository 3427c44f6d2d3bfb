"""A figure in the lower left of the single slide: its headline, and the picture where there is room for one."""

from briefgen.model.base import Value
from briefgen.model.caption import Words
from briefgen.model.charts import Bars
from briefgen.model.document import FigureBlock

from .boxes import Box
from .deck import Paragraph, Shape, Span, TextBox
from .frame import Setting
from .measure import height
from .native import Native, chart
from .pictures import cited, drawing, key, sketch_of

GAP = 6.0
BAR_LEAST, CHART_LEAST = 40.0, 150.0
"""Points of height for a bar and its name, and for a chart of another kind, at the least size."""


class Small(Value, frozen=True, kw_only=True):
    """The shapes of a small figure, and what its slide must say of it."""

    shapes: tuple[Shape, ...]
    words: Words
    notes: tuple[int, ...]
    remarks: str
    source_lines: int


def small_picture(setting: Setting, block: FigureBlock) -> Small | None:
    """Return a figure for the single slide, or None where its picture would be too small to read."""
    box, size = setting.box("one_slide", "figure_or_outlook"), setting.theme.deck.type.map
    words = block.figure.words
    head = Paragraph(spans=(Span(text=words.headline, strong=True),), size=size)
    tall = height((head,), setting.using, box.w)
    title = TextBox(
        slot="statement 2",
        name="Figure headline",
        box=Box(x=box.x, y=box.y, w=box.w, h=tall),
        paragraphs=(head,),
    )
    below = Box(x=box.x, y=box.y + tall + GAP, w=box.w, h=box.h - tall - GAP)
    shapes: tuple[Shape, ...]
    if isinstance(block.figure, Native):
        if below.h < _least(block.figure):
            return None
        shapes = (title, chart(setting, block.figure, below, size))
    else:
        sketch = sketch_of(setting.sketches, words.id, below)
        legend = key(sketch.key, below, setting.theme, setting.using)
        used = legend.box.h + GAP if legend else 0.0
        if sketch.least > below.h - used:
            return None
        place = Box(x=below.x, y=below.y + used, w=below.w, h=min(sketch.most, below.h - used))
        shapes = (title, *((legend,) if legend else ()), drawing(setting, block, place))
    notes, remarks, count = cited(setting, block, drawn=not isinstance(block.figure, Native))
    return Small(shapes=shapes, words=words, notes=notes, remarks=remarks, source_lines=count)


def _least(figure: Native) -> float:
    """Return the height below which a chart cannot be read."""
    return BAR_LEAST * len(figure.bars) if isinstance(figure, Bars) and not figure.upright else CHART_LEAST
