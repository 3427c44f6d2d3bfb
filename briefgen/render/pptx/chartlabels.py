"""Labels, colours and cached cells of native charts as XML. Text from outside is escaped here."""

import re
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from .deck import Dot, Series, Tag
from .drawingml import lang
from .units import emu, hundredths
from .workbook import cells, head

NUMBERS = (("0", "{:.0f}"), ("#,##0", "{:,.0f}"), ("0.0", "{:.1f}"), ("0.00", "{:.2f}"))
MINUS = "\u2212"
PAD = "\u00a0"
"""Keeps a value's label off the end of its bar: not every program heeds a label's insets."""
NOTHING = "<a:noFill/><a:ln><a:noFill/></a:ln>"

Colour = Callable[[str], str]
"""Returns a colour "#RRGGBB" as an element: the scheme's where it is one of it."""


def number_format(pairs: Iterable[tuple[float, str]]) -> str | None:
    """Return a number format that prints every value as it is given ("about USD 100 million"), or None.

    A format keeps labels true when a user edits the data; a text set by hand would not.
    """
    known = tuple(pairs)
    for code, pattern in NUMBERS:
        found = set()
        for value, printed in known:
            text = pattern.format(abs(value))
            before, number, after = printed.partition(text)
            signed = before.endswith(MINUS) == (value < 0)
            found.add((before.removesuffix(MINUS), after) if number and signed and not _digits(before, after) else None)
        if len(found) == 1 and (words := found.pop()):
            before, after = words
            if '"' in before + after:
                return None
            before, after = f'"{PAD}{before}', f'"{after}{PAD}"'
            plain = f'{before}"{code}{after}'
            negative = any(value < 0 for value, _ in known)
            return f'{plain};{before}{MINUS}"{code}{after}' if negative else plain
    return None


def _digits(before: str, after: str) -> bool:
    return bool(re.search(r"\d", before + after))


def solid(value: str | None, colour: Colour) -> str:
    """Return a fill, or none."""
    return f"<a:solidFill>{colour(value)}</a:solidFill>" if value else "<a:noFill/>"


def shape(fill: str | None, hatched: str | None, colour: Colour) -> str:
    """Return the look of a bar: a fill, a hatch of one colour over another with an outline, or nothing."""
    if hatched and fill:
        ground, ink = colour(fill), colour(hatched)
        hatch = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{ink}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'
        return f'<c:spPr>{hatch}<a:ln w="{emu(0.75)}">{solid(hatched, colour)}</a:ln></c:spPr>'
    return f"<c:spPr>{solid(fill, colour)}<a:ln><a:noFill/></a:ln></c:spPr>"


def text(size: float, value: str, colour: Colour, *, bold: bool = False) -> str:
    """Return the type of labels and axes; it stays level where a program would turn it for want of room."""
    return (
        '<c:txPr><a:bodyPr rot="0" wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{hundredths(size)}" b="{int(bold)}">{solid(value, colour)}<a:latin typeface="+mn-lt"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def tag(index: int, one: Tag, code: str | None, size: float, colour: Colour, language: str) -> str:
    """Return one point's label."""
    rich = ""
    if one.text:
        rich = (
            '<c:tx><c:rich><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="{lang(language)}" sz="{hundredths(size)}" b="{int(one.strong)}">{solid(one.colour, colour)}'
            f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{PAD}{escape(one.text)}{PAD}</a:t></a:r></a:p></c:rich></c:tx>'
        )
    form = f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>' if code else ""
    return (
        f'<c:dLbl><c:idx val="{index}"/>{_moved(one)}{rich}{form}<c:spPr>{NOTHING}</c:spPr>'
        f"{text(size, one.colour, colour, bold=one.strong)}"
        f'<c:dLblPos val="{one.place}"/>{_flags(one.says)}</c:dLbl>'
    )


def _moved(one: Tag) -> str:
    """Return where a label stands that is not in its usual place."""
    if not one.lift and not one.shift:
        return ""
    place = f'<c:x val="{one.shift:.4f}"/><c:y val="{-one.lift:.4f}"/>'
    return f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"


def tags(series: Series, size: float, colour: Colour, language: str) -> str:
    """Return the labels of a series; points without one have none."""
    inner = "".join(
        tag(n, one, series.code, size, colour, language)
        if one
        else f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>'
        for n, one in enumerate(series.tags)
    )
    if not any(series.tags):
        return ""
    return f"<c:dLbls>{inner}<c:spPr>{NOTHING}</c:spPr>{_flags('')}</c:dLbls>"


def _flags(says: str) -> str:
    value, category, name = "value" in says, says == "category", "series" in says
    between = "<c:separator> </c:separator>" if value and name else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="{int(category)}"/>'
        f'<c:showSerName val="{int(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{between}'
    )


def marker(dot: Dot, colour: Colour) -> str:
    """Return a marker; not every program draws open ones."""
    fill = solid(dot.colour, colour)
    return (
        f'<c:marker><c:symbol val="{dot.symbol}"/><c:size val="{round(dot.size)}"/><c:spPr>{fill}'
        "<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def header(index: int, series: Series, column: int) -> str:
    """Return a series' number and name, which is the head of its column."""
    return (
        f'<c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{head(column)}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def names(categories: tuple[str, ...]) -> str:
    """Return the categories as cached cells; rows without a name are left out."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(c)}</c:v></c:pt>' for n, c in enumerate(categories) if c)
    count = len(categories)
    return (
        f"<c:cat><c:strRef><c:f>{cells(0, count)}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def numbers(kind: str, values: Iterable[float | None], column: int) -> str:
    """Return numbers as cached cells, as the values ("val", "xVal", "yVal") of a series; missing ones are left out."""
    known = tuple(values)
    points = "".join(f'<c:pt idx="{n}"><c:v>{v:.16g}</c:v></c:pt>' for n, v in enumerate(known) if v is not None)
    return (
        f"<c:{kind}><c:numRef><c:f>{cells(column, len(known))}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(known)}"/>{points}</c:numCache></c:numRef></c:{kind}>'
    )
