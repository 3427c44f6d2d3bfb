"""A planned chart -> native chart XML: bars, columns, lines or scattered dots over a workbook.

Labels belong to points of series, so that they stay with their bars when a user edits the data, which text boxes
over the chart would not.
"""

from xml.sax.saxutils import quoteattr

from .chartlabels import NOTHING, Colour, header, marker, names, numbers, shape, solid, tags, text
from .deck import Chart, Series
from .drawingml import DECLARATION, A, C, R, lang
from .units import emu
from .workbook import places

CATEGORY_AXIS, VALUE_AXIS = 111111111, 111111112
BASE_LINE, HAIR = 1.1, 0.5
AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def chart_part(chart: Chart, colour: Colour, workbook_id: str) -> str:
    """Return the chart part; `workbook_id` is the relationship of its workbook."""
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{lang(chart.language)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_plot(chart)}{_body(chart, colour)}{_axes(chart, colour)}<c:spPr>{NOTHING}</c:spPr></c:plotArea>"
        f'{_legend(chart, colour)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{NOTHING}</c:spPr>"
        f"{text(chart.size, chart.ink, colour)}<c:externalData r:id={quoteattr(workbook_id)}>"
        '<c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart) -> str:
    """Return the plot's place where it is planned; else the program leaves room for the axis."""
    if chart.plot is None:
        return "<c:layout/>"
    x, y, wide, tall = (f"{v:.4f}" for v in chart.plot)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{wide}"/><c:h val="{tall}"/></c:manualLayout></c:layout>'
    )


def _legend(chart: Chart, colour: Colour) -> str:
    """Return the legend, where names have no place at what they name."""
    if not chart.legend:
        return ""
    return f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{text(chart.size, chart.ink, colour)}</c:legend>'


def _body(chart: Chart, colour: Colour) -> str:
    """Return the series in the element of their form."""
    match chart.form:
        case "lines":
            inner = "".join(_line(chart, n, colour) for n in range(len(chart.series)))
            return (
                '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
                f'{inner}<c:marker val="1"/>{AXES}</c:lineChart>'
            )
        case "dots":
            inner = "".join(_scattered(chart, n, colour) for n in range(len(chart.series)))
            return (
                '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
                f"{inner}{AXES}</c:scatterChart>"
            )
        case _:
            inner = "".join(_bars(chart, n, colour) for n in range(len(chart.series)))
            way = "bar" if chart.form == "bars" else "col"
            grouping, overlap = ("stacked", 100) if chart.stacked else ("clustered", 100 if chart.overlaid else 0)
            return (
                f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
                f'{inner}<c:gapWidth val="{chart.gap}"/><c:overlap val="{overlap}"/>{AXES}</c:barChart>'
            )


def _bars(chart: Chart, index: int, colour: Colour) -> str:
    series, (column, _) = chart.series[index], places(chart)[index]
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{shape(fill, None, colour)}</c:dPt>"
        for n, fill in series.own
    )
    return (
        f"<c:ser>{header(index, series, column)}{shape(series.fill, series.hatched, colour)}"
        f'<c:invertIfNegative val="0"/>{points}{tags(series, chart.size, colour, chart.language)}'
        f"{names(chart.categories)}{numbers('val', series.values, column)}</c:ser>"
    )


def _pen(series: Series, colour: Colour) -> str:
    if not series.stroke:
        return "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    return (
        f'<c:spPr><a:ln w="{emu(series.width)}" cap="rnd">{solid(series.stroke, colour)}'
        f'<a:prstDash val="{series.dash}"/><a:round/></a:ln></c:spPr>'
    )


def _dots(series: Series, colour: Colour) -> str:
    pen = _pen(series, colour)
    return "".join(
        f'<c:dPt><c:idx val="{n}"/>{marker(dot, colour)}<c:bubble3D val="0"/>{pen}</c:dPt>' for n, dot in series.dots
    )


def _line(chart: Chart, index: int, colour: Colour) -> str:
    series, (column, _) = chart.series[index], places(chart)[index]
    return (
        f"<c:ser>{header(index, series, column)}{_pen(series, colour)}"
        f'<c:marker><c:symbol val="none"/></c:marker>{_dots(series, colour)}'
        f"{tags(series, chart.size, colour, chart.language)}"
        f'{names(chart.categories)}{numbers("val", series.values, column)}<c:smooth val="0"/></c:ser>'
    )


def _scattered(chart: Chart, index: int, colour: Colour) -> str:
    series, (column, levels) = chart.series[index], places(chart)[index]
    assert levels is not None, "scattered dots have levels"
    return (
        f"<c:ser>{header(index, series, column)}{_pen(series, colour)}"
        f'<c:marker><c:symbol val="none"/></c:marker>{_dots(series, colour)}'
        f"{tags(series, chart.size, colour, chart.language)}"
        f"{numbers('xVal', series.values, column)}{numbers('yVal', series.levels, levels)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _axes(chart: Chart, colour: Colour) -> str:
    match chart.form:
        case "dots":
            return _value_axis(chart, colour, CATEGORY_AXIS, VALUE_AXIS, "b") + _rows_axis(chart, colour)
        case "bars":
            return _category_axis(chart, colour, "l", "maxMin") + _value_axis(
                chart, colour, VALUE_AXIS, CATEGORY_AXIS, "t"
            )
        case _:
            return _category_axis(chart, colour, "b", "minMax") + _value_axis(
                chart, colour, VALUE_AXIS, CATEGORY_AXIS, "l"
            )


def _category_axis(chart: Chart, colour: Colour, side: str, order: str) -> str:
    labels = "low" if chart.named else "none"
    quiet = chart.mute if chart.form == "lines" else chart.ink
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f'<c:spPr><a:ln w="{emu(BASE_LINE)}">{_base(chart, colour)}</a:ln></c:spPr>{text(chart.size, quiet, colour)}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{chart.every}"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _base(chart: Chart, colour: Colour) -> str:
    """Return the base line's look; parts of lying bars have none, as on paper."""
    return "<a:noFill/>" if chart.stacked and chart.form == "bars" else solid(chart.ink, colour)


def _value_axis(chart: Chart, colour: Colour, own: int, other: int, side: str) -> str:
    """Return the axis of values: hidden, or with numbers and hairlines where its step is planned."""
    shown = chart.step > 0
    labels = "none" if not shown else "nextTo" if chart.form == "dots" else "low"
    lines = _hairlines(chart, colour) if shown else ""
    crosses = "max" if chart.form == "dots" else "autoZero"  # rows run downwards: their greatest is at the foot
    step = f'<c:majorUnit val="{chart.step:.12g}"/>' if shown else ""
    between = "midCat" if chart.form in ("lines", "dots") else "between"
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{chart.high:.12g}"/><c:min val="{chart.low:.12g}"/></c:scaling><c:delete val="{int(not shown)}"/>'
        f'<c:axPos val="{side}"/>{lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text(chart.size, chart.mute, colour)}"
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def _rows_axis(chart: Chart, colour: Colour) -> str:
    """Return the axis that scattered dots stand on: a hairline for each row, no numbers."""
    lines = _hairlines(chart, colour)
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="maxMin"/>'
        f'<c:max val="{len(chart.categories) + 0.5}"/><c:min val="0.5"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        '<c:majorUnit val="1"/></c:valAx>'
    )


def _hairlines(chart: Chart, colour: Colour) -> str:
    pen = f'<a:ln w="{emu(HAIR)}">{solid(chart.hair, colour)}</a:ln>'
    return f"<c:majorGridlines><c:spPr>{pen}</c:spPr></c:majorGridlines>"
