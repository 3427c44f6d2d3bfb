"""The commented spec that `briefgen new` writes: every key that a brief may have, filled in from the report."""

import json

from ..model.figure import TableSpec
from ..model.report import SLOT_KINDS, Kind, Report

_TEXT = """\
# One brief for one audience: what it takes from the report, and how it is dressed.
# `briefgen check` tells what is wrong with this file; `briefgen list units` and its like list the ids to name here.
report: {report}

# What the reader sees first. The title states the finding as a sentence; the short title runs along the pages.
title: {title}
short_title: {short_title}
# kicker: A word or two above the title
# subtitle: A line beneath the title
audience: Whom it is for

# Who sends it, and the day it stands for. Furniture is the language of labels, dates and numbers: en or fr.
issuer: {{name: Your institute, series: Policy brief, number: 1, contact: briefs@example.org}}
as_of: {as_of}
language: {language}
furniture: {furniture}

# How it looks (A4 or Letter) and who may read it:
# TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED; take the line out for no marking.
page: A4
theme: chancery
marking: TLP:CLEAR

# one-page fills exactly one page, short exactly two; standard has at most 4 pages, full at most 16.
# A length of your own: {{ministerial: {{pages: 3, slides: 8}}}}
lengths: [one-page, short]
formats: [pdf, pptx]

# The order on the page. Longer lengths hold all that shorter ones do, and more. bottom-line, key-judgements, outlook
# and watch take the report's own units, the best ranked first, or those that you name in their order:
#   - bottom-line: {unit}
#   - key-judgements: [{unit}]
content:
{content}

# Factors on the rank of units: above 1 they come sooner, below 1 later.
# emphasise:
#   topics: {{{topic}: 1.2}}

# Units that stand from a length on, and units that do not stand up to a length.
# pin:
#   short: [{unit}]
# omit:
#   short: [{unit}]

# Words of your own for a unit, which keeps its citations, its hedge and its trace. A unit in key-judgements or watch
# needs a lead, its own or one from here.
# replace:
#   {unit}: {{lead: Two to six words, text: Your words., short: Fewer of them.}}
"""


TITLE_MOST = 80
"""Characters of a title that fit two lines."""


def starter(name: str, report: Report) -> str:
    """Return the text of a new spec for a report; `name` becomes nothing but the file's name."""
    body = [u for u in report.units if u.kind not in SLOT_KINDS]
    topics = sorted({t for u in body for t in u.topics})
    unit = max(body, key=lambda u: u.rank).id if body else "a-unit"
    return _TEXT.format(
        report=report.id,
        title=_scalar(_finding(report)),
        short_title=_scalar(report.short_title),
        as_of=report.as_of.isoformat(),
        language=report.language,
        furniture="fr" if report.language.startswith("fr") else "en",
        content="\n".join(_content(report)),
        topic=topics[0] if topics else "a-topic",
        unit=unit,
    )


def _content(report: Report) -> list[str]:
    """Return the lines of the content: the slots for which the report has something."""
    kinds = {u.kind for u in report.units}
    taken = {u.section for u in report.units if u.kind not in SLOT_KINDS}
    sections = [s.id for s in report.sections if s.id in taken]
    figures = [f.id for f in report.figures if not isinstance(f, TableSpec)]
    tables = [f.id for f in report.figures if isinstance(f, TableSpec)]
    found = [
        (Kind.BOTTOM_LINE in kinds, "- bottom-line"),
        (Kind.KEY_JUDGEMENT in kinds, "- key-judgements: 5"),
        (bool(sections), f"- sections: [{', '.join(sections)}]"),
        (bool(figures), f"- figures: [{', '.join(figures)}]      # longer lengths gain them in this order"),
        (bool(tables), f"- tables: [{', '.join(tables)}]"),
        (Kind.OUTLOOK in kinds, "- outlook"),
        (any("watch" in u.topics for u in report.units), "- watch: 4"),
        (True, "- sources"),
    ]
    return [f"  {line}" for there, line in found if there]


def _scalar(text: str) -> str:
    """Return a text as YAML: as it is where that is safe, else between double quotes (JSON is YAML)."""
    safe = text[:1].isalpha() and not any(c in text for c in ":#[]{},&*!|>'\"%@`\\") and text.lower() not in _WORDS
    return text if safe else json.dumps(text, ensure_ascii=False)


_WORDS = {"true", "false", "null"}


def _finding(report: Report) -> str:
    """Return a title to begin with: the bottom line if it fits two lines, else its section's headline."""
    unit = next((u for u in report.units if u.kind is Kind.BOTTOM_LINE), None)
    if unit is None:
        return report.title
    headline = next(s.headline for s in report.sections if s.id == unit.section)
    return (unit.short if len(unit.short) <= TITLE_MOST else headline).rstrip(".")
