"""A chart of horizontal bars as native chart XML: names above or beside the bars, printed values as labels.

Names above bars come from a first series without fill whose labels are the category's name. They stay with their bars
when a user edits the data, which text boxes over the chart would not.
"""

import re
from xml.sax.saxutils import escape, quoteattr

from briefgen.model.figure import Bar

from .deck import Chart
from .drawingml import DECLARATION, A, C, R, lang
from .palette import Palette
from .units import emu, hundredths
from .workbook import SHEET, columns

CATEGORY_AXIS, VALUE_AXIS = 111111111, 111111112
BASE_LINE = 1.1
PAD = "\u00a0"
"""Keeps a value's label off the end of its bar: not every program heeds a label's insets."""
GAP_ABOVE = 70
GAP_BESIDE = 60
"""Space between categories in percent of a bar's height."""
NUMBERS = (("0", "{:.0f}"), ("#,##0", "{:,.0f}"), ("0.0", "{:.1f}"), ("0.00", "{:.2f}"))


def chart_part(chart: Chart, colours: Palette, workbook_id: str) -> str:
    """Return the chart part; `workbook_id` is the relationship of its workbook."""
    series = columns(chart)
    first = len(series) - 1
    inner = _names(chart, colours) if chart.above else ""
    inner += _values(chart, colours, first, series[first])
    gap = GAP_ABOVE if chart.above else GAP_BESIDE
    ids = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{lang(chart.language)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_plot(chart)}"
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{inner}<c:gapWidth val="{gap}"/><c:overlap val="0"/>{ids}</c:barChart>'
        f"{_axes(chart, colours)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(chart.size, colours, "ink")}<c:externalData r:id={quoteattr(workbook_id)}><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )


def _plot(chart: Chart) -> str:
    """Return the plot's place: the whole frame where names stand above the bars, else what the axis leaves."""
    if not chart.above:
        return "<c:layout/>"
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
    )


def _text(size: float, colours: Palette, role: str, *, bold: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{hundredths(size)}" '
        f'b="{int(bold)}">{colours.solid(role)}<a:latin typeface="+mn-lt"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def _categories(chart: Chart) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(b.label)}</c:v></c:pt>' for n, b in enumerate(chart.bars.bars))
    count = len(chart.bars.bars)
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _data(column: int, values: tuple[float, ...]) -> str:
    letter = "ABC"[column + 1]
    points = "".join(f'<c:pt idx="{n}"><c:v>{v:.16g}</c:v></c:pt>' for n, v in enumerate(values))
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _header(index: int, name: str) -> str:
    letter = "ABC"[index + 1]
    return (
        f'<c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _flags(*, value: bool, category: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="{int(category)}"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _names(chart: Chart, colours: Palette) -> str:
    """Return the series without fill that carries the names."""
    name, values = columns(chart)[0]
    return (
        f"<c:ser>{_header(0, name)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:invertIfNegative val="0"/><c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(chart.size, colours, "ink")}<c:dLblPos val="outEnd"/>{_flags(value=False, category=True)}</c:dLbls>'
        f"{_categories(chart)}{_data(0, values)}</c:ser>"
    )


def _values(chart: Chart, colours: Palette, index: int, series: tuple[str, tuple[float, ...]]) -> str:
    bars = chart.bars.bars
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{colours.solid('focus')}</c:spPr></c:dPt>"
        for n, bar in enumerate(bars)
        if bar.stressed
    )
    code = number_format(bars)
    labels = "".join(_label(chart, colours, n, bar, code) for n, bar in enumerate(bars))
    form = f'<c:numFmt formatCode={quoteattr(code or "General")} sourceLinked="0"/>'
    return (
        f"<c:ser>{_header(index, series[0])}<c:spPr>{colours.solid('other')}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{points}<c:dLbls>{labels}{form}'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(chart.size, colours, 'ink', bold=True)}"
        f'<c:dLblPos val="outEnd"/>{_flags(value=True, category=False)}</c:dLbls>'
        f"{_categories(chart)}{_data(index, series[1])}</c:ser>"
    )


def _label(chart: Chart, colours: Palette, n: int, bar: Bar, code: str | None) -> str:
    """Return one value's label: inside its bar's end or after it, in a colour that its ground allows."""
    inside = bar.id in chart.inside
    fill = "focus" if bar.stressed else "other"
    role = colours.text_on(fill) if inside else colours.readable(fill) if bar.stressed else "ink"
    rich = ""
    if code is None:
        rich = (
            '<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="{lang(chart.language)}" sz="{hundredths(chart.size)}" b="1">{colours.solid(role)}</a:rPr>'
            f"<a:t>{PAD}{escape(bar.printed)}{PAD}</a:t></a:r></a:p></c:rich></c:tx>"
        )
    form = f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>' if code else ""
    return (
        f'<c:dLbl><c:idx val="{n}"/>{rich}{form}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_text(chart.size, colours, role, bold=True)}"
        f'<c:dLblPos val="{"inEnd" if inside else "outEnd"}"/>{_flags(value=True, category=False)}</c:dLbl>'
    )


def number_format(bars: tuple[Bar, ...]) -> str | None:
    """Return a number format that prints every value as it is given ("about USD 100 million"), or None.

    A format keeps labels true when a user edits the data; a text set by hand would not.
    """
    for code, pattern in NUMBERS:
        found = set()
        for bar in bars:
            before, number, after = bar.printed.partition(pattern.format(bar.value))
            found.add((before, after) if number and not re.search(r"\d", before + after) else None)
        if len(found) == 1 and (words := found.pop()):
            before, after = words
            return None if '"' in before + after else f'"{PAD}{before}"{code}"{after}{PAD}"'
    return None


def _axes(chart: Chart, colours: Palette) -> str:
    labels = "none" if chart.above else "low"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f'<c:spPr><a:ln w="{emu(BASE_LINE)}">{colours.solid("ink")}</a:ln></c:spPr>{_text(chart.size, colours, "ink")}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{chart.most:.6g}"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
