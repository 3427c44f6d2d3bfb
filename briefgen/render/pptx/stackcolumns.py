"""Stacked columns -> a native chart: a last column without fill carries the parts' names, else a legend does."""

from briefgen.model.charts import Part, Stacks

from .boxes import Box
from .chartlabels import number_format
from .deck import Chart, Series, Tag
from .frame import Setting
from .plotting import planned_chart, readable
from .stackchart import part_fill, shown

GAP = 45
ENOUGH = 1.2
"""Heights of text that a part must have to hold a label."""
PLOT = 0.85
"""The part of a chart's height that its columns may take."""


def stacked_columns(setting: Setting, stacks: Stacks, box: Box, size: float) -> Chart:
    """Return a chart of stacked columns on one scale."""
    most = max(sum(p.value for p in s.parts) for s in stacks.stacks)
    least = ENOUGH * size * most / (PLOT * box.h)
    names = list(dict.fromkeys(p.label for s in stacks.stacks for p in s.parts))
    last = stacks.stacks[-1]
    beside = len(last.parts) == len(names) and all(p.value >= least for p in last.parts)
    by_name = {name: [next((p for p in s.parts if p.label == name), None) for s in stacks.stacks] for name in names}
    return planned_chart(
        setting,
        stacks.words,
        box,
        "columns",
        size,
        categories=(*(s.label for s in stacks.stacks), *([""] if beside else [])),
        series=tuple(_series(setting, name, parts, least, beside=beside) for name, parts in by_name.items()),
        low=0.0,
        high=most,
        gap=GAP,
        stacked=True,
        legend=not beside,
        shown=shown(stacks),
    )


def _series(setting: Setting, name: str, parts: list[Part | None], least: float, *, beside: bool) -> Series:
    known = [p for p in parts if p]
    fill, hatched = part_fill(setting, known[0])
    code = number_format((p.value, p.printed) for p in known)
    ink = setting.theme.colour.ink if hatched else readable(fill, setting)
    tags: list[Tag | None] = []
    for part in parts:
        told = part is not None and part.value >= least
        tags.append(Tag(place="ctr", colour=ink, text="" if code or not part else part.printed) if told else None)
    values = [p.value if p else None for p in parts]
    count = len(parts)
    if beside:
        tags.append(Tag(place="ctr", colour=setting.theme.colour.ink, says="series", strong=False))
        values.append(values[-1])
    return Series(
        name=name,
        values=tuple(values),
        tags=tuple(tags),
        fill=fill,
        hatched=hatched,
        own=((count, None),) if beside else (),
        code=code,
        copies=((count, count - 1),) if beside else (),
    )
