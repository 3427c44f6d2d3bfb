"""The placeholders of every layout: where they stand, what they hold and how their text looks."""

from briefgen.model.base import Value
from briefgen.model.theme import Theme

from ..boxes import Box, box, from_left
from ..deck import TITLE_LEADING
from ..drawingml import Style
from ..manner import manner

ITEMS = 8
SECTIONS = 12
TAKEAWAYS = 3
STATEMENTS = 4
CONTEXT = 4
FIGURES = 4
FIRST = 20
"""The first placeholder index of a layout's own slots; those below belong to the frame."""
RUNNING, NUMBER, SOURCE = 11, 12, 13
GROUND = frozenset({"title", "divider"})
"""Layouts on coloured ground."""


class Slot(Value, frozen=True, kw_only=True):
    """A placeholder: `kind` is its type in the schema, `prompt` what an empty one asks for.

    In a house's template `listed` is the list style that its text brings along, and a slot without a `kind` is a text
    box of our own.
    """

    name: str
    kind: str
    box: Box
    style: Style
    prompt: str
    index: int | None = None
    anchor: str = "t"
    listed: str = ""


class Layout(Value, frozen=True, kw_only=True):
    """A layout: its schema type ("" where it has none), its name for people, its placeholders in reading order.

    `ground` lays it on coloured ground without what the master draws; `panel` is a box for a panel.
    """

    name: str
    kind: str
    title: str
    slots: tuple[Slot, ...]
    ground: bool = False
    panel: Box | None = None

    def slot(self, name: str) -> Slot:
        """Return a placeholder by its slot name; raises KeyError for one that the layout lacks."""
        for one in self.slots:
            if one.name == name:
                return one
        raise KeyError(f"layout {self.name!r} has no slot {name!r}")


Own = tuple[str, Box, Style, str]
"""A slot of a layout's own: name, box, style, prompt."""


def layouts(theme: Theme) -> dict[str, Layout]:
    """Return every layout of the theme's decks by name."""
    found = (*_opening(theme), *_pictured(theme), *_worded(theme), *_shown(theme))
    return {layout.name: layout for layout in found}


def _opening(theme: Theme) -> tuple[Layout, ...]:
    deck = theme.deck.type
    label, statement = _label(theme), Style(size=deck.statement, face="head")
    panel, lower = box(theme, "summary", "panel"), box(theme, "one_slide", "figure_or_outlook")
    title = (
        ("publisher", box(theme, "title", "publisher"), Style(size=deck.label, colour="on_ground"), "Publisher"),
        ("subtitle", box(theme, "title", "subtitle"), Style(size=deck.subtitle, colour="pale"), "Subtitle"),
        ("date", box(theme, "title", "date"), Style(size=deck.label, colour="pale"), "Date and report"),
    )
    items = _column("item", ITEMS, box(theme, "summary", "list"), Style(size=deck.body), "Key judgement")
    summary = (("label", _top(panel), label, "Bottom line"), ("statement", _below(panel), statement, "Text"))
    single = (
        *summary,
        ("label 2", _top(lower), label, "Outlook"),
        ("statement 2", _below(lower), Style(size=deck.body), "Outlook or figure headline"),
        *items,
    )
    numeral = Style(size=deck.numeral, face="head", colour="numeral", strong=manner(theme).strong)
    divider = (
        ("number", box(theme, "divider", "number"), numeral, "1"),
        ("line", box(theme, "divider", "line"), Style(size=deck.body, colour="pale"), "What the section says"),
    )
    agenda = box(theme, "agenda", "list")
    wide = Box(x=agenda.x, y=agenda.y, w=box(theme, "all", "headline").w, h=agenda.h)
    sections = _column("item", SECTIONS, wide, Style(size=deck.agenda), "Section")
    large = Style(size=deck.title, face="head", colour="on_ground", strong=True, leading=TITLE_LEADING)
    opener = Style(size=deck.divider, face="head", colour="on_ground", strong=True, leading=TITLE_LEADING)
    return (
        _layout(theme, "title", "title", "Title", title, head=("title", "title", large), frame=False),
        _layout(theme, "summary", "", "Summary", (*summary, *items), panel=panel),
        _layout(theme, "one_slide", "", "One slide", (*single, _chart(theme, lower))),
        _layout(theme, "agenda", "", "Agenda", sections, sourced=False),
        _layout(theme, "divider", "secHead", "Divider", divider, head=("divider", "title", opener), sourced=False),
    )


def _pictured(theme: Theme) -> tuple[Layout, ...]:
    deck = theme.deck.type
    text = box(theme, "statement_chart", "text")
    head = box(theme, "statement_chart", "chart_head")
    bars = (
        ("text", text, Style(size=deck.body), "Statements"),
        ("chart head", head, Style(size=deck.table), "What is measured, unit, period"),
        _chart(theme, box(theme, "statement_chart", "chart")),
    )
    alone = (
        ("chart head", from_left(head, text), Style(size=deck.table), "What is measured, unit, period"),
        _chart(theme, from_left(box(theme, "statement_chart", "chart"), text)),
    )
    side, takeaways = box(theme, "map_takeaways", "key"), box(theme, "map_takeaways", "takeaways")
    quiet = Style(size=deck.label, colour="mute")
    beside = (
        ("subtitle", side, quiet, "What is shown"),
        *_column("takeaway", TAKEAWAYS + 1, takeaways, Style(size=deck.body), "Takeaway"),
    )
    chart = box(theme, "timeline", "chart")
    foot = Box(x=chart.x, y=chart.bottom - 88.0, w=chart.w, h=88.0)
    below = _row("takeaway", TAKEAWAYS, foot, Style(size=deck.table), "Takeaway")
    panel = Box(x=takeaways.x, y=text.y, w=takeaways.w, h=takeaways.bottom - text.y)
    left = box(theme, "map_takeaways", "map")
    guest = (
        *_column("text", STATEMENTS, Box(x=left.x, y=left.y, w=left.w, h=panel.h), Style(size=deck.body), "Statement"),
        ("aside", panel, Style(size=deck.body), "What stands beside"),
    )
    return (
        _layout(theme, "aside", "", "Statements and panel", guest, panel=panel),
        _layout(theme, "statement_chart", "", "Statement and chart", bars),
        _layout(theme, "chart", "", "Chart", alone),
        _layout(theme, "map_takeaways", "", "Map and takeaways", beside),
        _layout(theme, "timeline", "", "Timeline", below),
    )


def _worded(theme: Theme) -> tuple[Layout, ...]:
    deck = theme.deck.type
    left, right = box(theme, "statement_chart", "text"), box(theme, "statement_chart", "chart_head")
    right = Box(x=right.x, y=left.y, w=right.w, h=left.h)
    leads = _column("lead", STATEMENTS, left, Style(size=deck.body, colour="lead", strong=True), "Lead")
    texts = _column("text", STATEMENTS, right, Style(size=deck.body), "Statement")
    foot = Box(x=left.x, y=left.bottom - 60.0, w=right.right - left.x, h=60.0)
    conclusion = ("conclusion", foot, Style(size=deck.body), "Bottom line")
    pairs = (*(one for pair in zip(leads, texts, strict=True) for one in pair), conclusion)
    spread_left, spread_right = box(theme, "two_columns", "left"), box(theme, "two_columns", "right")
    half = [_column("cell", 2, side, Style(size=deck.body), "Statement") for side in (spread_left, spread_right)]
    grid = tuple(
        (f"cell {n}", place, style, prompt)
        for n, (_, place, style, prompt) in enumerate((one for pair in zip(*half, strict=True) for one in pair), 1)
    )
    table = ("table", box(theme, "table", "table"), Style(size=deck.table), "Table")
    works = Style(size=deck.works)
    columns = (
        ("left", box(theme, "sources", "left"), works, "Sources"),
        ("right", box(theme, "sources", "right"), works, "Sources"),
    )
    panel = box(theme, "closing", "panel")
    statement = Style(size=deck.statement, face="head")
    last = (
        ("statement", box(theme, "closing", "text"), statement, "Outlook"),
        ("label", _top(panel), _label(theme), "What to watch"),
        *_column("item", ITEMS, _below(panel), Style(size=deck.body), "What to watch"),
    )
    return (
        _layout(theme, "table", "", "Table", (table,)),
        _layout(theme, "statements", "", "Statements", pairs),
        _layout(theme, "two_columns", "twoObj", "Two columns", grid),
        _layout(theme, "sources", "", "Sources", columns),
        _layout(theme, "closing", "", "Closing", last, panel=panel),
    )


def _shown(theme: Theme) -> tuple[Layout, ...]:
    deck, how = theme.deck.type, manner(theme)
    words = Style(size=deck.quote, face="head", colour="quote", strong=how.strong, emphasis=not how.strong)
    said = (
        ("quote", box(theme, "quotation", "quote"), words, "Words"),
        ("speaker", box(theme, "quotation", "speaker"), Style(size=deck.subtitle, colour="mute"), "Who said it, when"),
        *_row("context", CONTEXT, box(theme, "quotation", "context"), Style(size=deck.body), "Context"),
    )
    figures = box(theme, "key_figures", "figures")
    upper = Box(x=figures.x, y=figures.y, w=figures.w, h=deck.figure * 1.2)
    lower = Box(x=figures.x, y=upper.bottom, w=figures.w, h=figures.h - upper.h)
    large = Style(size=deck.figure, face="head", colour="lead", strong=how.strong)
    shown = (
        *_row("figure", FIGURES, upper, large, "1"),
        *_row("text", FIGURES, lower, Style(size=deck.body), "What it counts"),
        ("conclusion", box(theme, "key_figures", "so_what"), Style(size=deck.body), "What they mean"),
    )
    return (
        _layout(theme, "quotation", "", "Quotation", said),
        _layout(theme, "key_figures", "", "Key figures", shown),
    )


def _layout(
    theme: Theme,
    name: str,
    kind: str,
    title: str,
    own: tuple[Own, ...],
    *,
    head: tuple[str, str, Style] | None = None,
    frame: bool = True,
    sourced: bool = True,
    panel: Box | None = None,
) -> Layout:
    """Return a layout: its title, its own slots, and the frame's source line, short title and number."""
    deck, how, ground = theme.deck.type, manner(theme), name in GROUND
    where = box(theme, head[0], head[1]) if head else box(theme, "all", "headline")
    style = head[2] if head else Style(size=deck.headline, face="head", strong=True, leading=TITLE_LEADING)
    slots = [Slot(name="title", kind="title", box=where, style=style, prompt="The finding as a sentence")]
    slots += [
        Slot(
            name=slot,
            kind={"chart": "chart", "table": "tbl"}.get(slot, "body"),
            index=FIRST + n,
            box=place,
            style=look,
            prompt=prompt,
        )
        for n, (slot, place, look, prompt) in enumerate(own)
    ]
    if sourced and frame:
        small = Style(size=deck.source, colour="mute")
        place = box(theme, "all", "source")
        slots.append(Slot(name="source", kind="body", index=SOURCE, box=place, style=small, prompt="Source: …"))
    if frame:
        face, italic = ("head", True) if how.running_head else ("body", False)
        running = Style(size=deck.running, colour="pale" if ground else "running", face=face, emphasis=italic)
        place = box(theme, name if ground else "all", "short_title")
        slots.append(Slot(name="running", kind="ftr", index=RUNNING, box=place, style=running, prompt=""))
        quiet = Style(size=deck.running, colour="pale" if ground else "mute")
        place = box(theme, "all", "number")
        slots.append(Slot(name="number of slide", kind="sldNum", index=NUMBER, box=place, style=quiet, prompt=""))
    return Layout(name=name, kind=kind, title=title, slots=tuple(slots), ground=ground, panel=panel)


def _label(theme: Theme) -> Style:
    return Style(size=theme.deck.type.label, colour="lead", strong=True)


def _chart(theme: Theme, place: Box) -> Own:
    return ("chart", place, Style(size=theme.deck.type.chart), "Chart")


def _top(panel: Box) -> Box:
    return Box(x=panel.x + 21.0, y=panel.y + 19.0, w=panel.w - 42.0, h=18.0)


def _below(panel: Box) -> Box:
    return Box(x=panel.x + 21.0, y=panel.y + 45.0, w=panel.w - 42.0, h=panel.h - 64.0)


def _column(name: str, count: int, place: Box, style: Style, prompt: str) -> tuple[Own, ...]:
    """Return slots one below the other, of equal height."""
    tall = place.h / count
    return tuple(
        (f"{name} {n + 1}", Box(x=place.x, y=place.y + n * tall, w=place.w, h=tall - 6.0), style, prompt)
        for n in range(count)
    )


def _row(name: str, count: int, place: Box, style: Style, prompt: str) -> tuple[Own, ...]:
    """Return slots side by side, of equal width."""
    wide = place.w / count
    return tuple(
        (f"{name} {n + 1}", Box(x=place.x + n * wide, y=place.y, w=wide - 24.0, h=place.h), style, prompt)
        for n in range(count)
    )
