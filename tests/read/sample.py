"""A small project with one of everything, written into a folder; cases change one file of it."""

import json
from pathlib import Path
from typing import Any

from briefgen import read
from briefgen.errors import InputError
from briefgen.read import yamltext
from briefgen.resources import assets

FILES: dict[str, str] = {
    "briefs/small.yaml": """\
report: small
title: Moscow wants calm
issuer: {name: Example Institute, number: 12}
as_of: 2021-11-14
lengths: [one-page, short]
content:
  - bottom-line
  - key-judgements: 3
  - sections: [main]
  - figures: [trade, map, dates]
  - tables: [partners]
  - outlook
  - watch: 2
  - sources
emphasise: {topics: {assurances: 1.5}}
pin: {short: [talks]}
omit: {one-page: [neutral]}
replace:
  judged: {text: "It may depend on safety.[@interfax-2021]", short: It may depend on safety.}
""",
    "reports/small/report.yaml": """\
id: small
title: Russia and the takeover
authors: [{family: Klyszcz, given: Ivan U.}]
series: {name: Notes, number: 17/2021}
date: 2021-11
as_of: 2021-11-14
self: self-2021
sections: [main]
""",
    "reports/small/source.yaml": """\
- {id: s1.p1.c01, paragraph: s1.p1, page: 3, notes: [1], kind: fact}
- {id: s1.p1.c02, paragraph: s1.p1, page: 4, kind: judgement}
""",
    "reports/small/sections/main.yaml": """\
id: main
headline: Engagement stops short
points:
  - {id: assurances, headline: Support hangs on promises}
units:
  - id: line
    kind: bottom-line
    text: Moscow deals with the new rulers and withholds recognition.
  - id: judged
    kind: key-judgement
    lead: Support has conditions
    text: It may depend on guarantees for *Central Asia*.
    short: It may depend on guarantees.
    hedge: {source: may, here: may}
    covers: [s1.p1.c02]
    rank: 100
  - id: talks
    kind: fact
    point: assurances
    text: In Moscow the Taliban promised calm on 8 July 2021.[@interfax-2021] Exports stood at USD 100 million.
    short: The Taliban promised calm.
    covers: [s1.p1.c01]
    status: done
    dates: [2021-07-08]
    actors: [taliban, russia]
    places: [moscow]
    topics: [assurances]
    events: [e1]
    quantities: [exports]
    rank: 80
  - id: neutral
    kind: forecast
    point: assurances
    lead: Neutrality
    text: Russia could turn neutral.
    topics: [watch]
    hedge: {source: could, here: could}
    needs: [talks]
    rank: 60
  - id: later
    kind: outlook
    text: Nothing is decided.
""",
    "reports/small/actors.yaml": """\
- {id: russia, type: state, name: Russia, iso: RUS}
- {id: tajikistan, type: state, name: Tajikistan, iso: TJK}
- {id: taliban, type: movement, name: Taliban}
""",
    "reports/small/places.yaml": """\
- {id: moscow, name: Moscow, at: [55.75, 37.62], capital_of: russia}
- {id: pamir, name: Pamir, precision: area}
- {id: roof, name: Roof, precision: area, area: [TJK.gorno-badakhshan, TJK]}
- {id: seat, name: Dushanbe, at: [38.56, 68.77]}
- {id: border, name: Border, precision: line, border: [russia, tajikistan]}
- {id: base, name: Base, precision: not-located}
""",
    "reports/small/groups.yaml": """\
- {id: troika, type: format, name: Extended troika, short: Troika, members: [{actor: russia, since: 2019}]}
""",
    "reports/small/relations.yaml": """\
- {id: r1, from: taliban, to: russia, type: gives-assurances, cites: [interfax-2021]}
""",
    "reports/small/quantities.yaml": """\
- {id: exports, value: 100, unit: USD million, period: 2019, what: Exports, cites: [self-2021]}
""",
    "reports/small/events.yaml": """\
- id: e1
  date: 2021-07-08
  label: Promises
  text: The Taliban gave promises.
  status: done
  actors: [taliban, russia]
  place: moscow
  covers: [s1.p1.c01]
  cites: [interfax-2021]
- {id: e2, date: 2021-08, label: Kabul falls, text: Kabul fell., status: done, actors: [taliban]}
""",
    "reports/small/references.yaml": """\
- id: self-2021
  type: report
  author: [{family: Klyszcz, given: Ivan U.}]
  title: Russia and the takeover
  issued: {date-parts: [[2021, 11]]}
- id: interfax-2021
  type: article-newspaper
  title: Талибан заверил Москву
  container-title: Interfax
  issued: {date-parts: [[2021, 7, 8]]}
  language: ru
  custom: {note: 1, title-en: The Taliban reassured Moscow}
""",
    "reports/small/figures.yaml": """\
- {id: trade, kind: bar, data: trade, x: label, y: value, emphasis: exports, headline: Exports lead, cites: [self-2021]}
- id: map
  kind: choropleth
  data: stances
  key: actor
  value: stance
  headline: One opposes
  categories: [{id: opposed, label: opposed, role: opposed}]
  frame: {lon: [46, 88], lat: [29, 52]}
  neighbours: [russia]
  callouts: [{actor: tajikistan, text: opposes}]
- id: dates
  kind: timeline
  period: 2021-06/2021-10
  lanes: [taliban, {label: Russia, actors: [russia]}, troika]
  key_event: e2
  events: [e2, e1]
  headline: Moscow gathered promises
  point: assurances
- {id: partners, kind: table, data: stances, columns: [actor, stance], headline: Stances}
- {id: where, kind: locator, focus: [tajikistan], places: [moscow, roof], headline: Where it lies, rivers: true}
- {id: talks, kind: places, places: [moscow], events: [e1], numbered: false, headline: Where they met}
- id: whose
  kind: group-maps
  groups: [troika]
  focus: [russia]
  frame: {lon: [20, -170], lat: [30, 80]}
  headline: Who met
- {id: far, kind: distances, pairs: [[moscow, seat]], headline: How far it is}
""",
    "boundaries.yaml": """\
presets:
  house:
    from: un
    draw: {durand-line: dashed}
    owner: {western-sahara: none}
    note: {durand-line: {en: in dispute, fr: contestée}}
    disclaimer: {en: "{issuer} takes no side.", fr: "{issuer} ne prend pas parti."}
""",
    "reports/small/data/trade.csv": "flow,label,value\nexports,Exports,100\nimports,Imports,5\n",
    "reports/small/data/trade.yaml": """\
columns: {flow: id, label: text, value: {unit: USD million, period: 2019}}
cites: [self-2021]
""",
    "reports/small/data/stances.csv": "actor,stance\ntajikistan,opposed\n",
    "reports/small/data/stances.yaml": "columns: {actor: {kind: id, label: State}, stance: id}\n",
}


OWN_THEME = "themes/own.yaml"
FIRST = {"": ("id", "boundaries", "colour", "font", "type", "grid"), "colour": ("accent",), "font": ("text",)}
FIRST |= {"text": ("regular", "italic"), "type": ("note",), "note": ("size",)}
"""The parts of a theme that cases change, set first so that others do not move them."""


def own_theme() -> str:
    """Return a theme of the project's own: the shipped one, called `own`, each of its parts on one line."""
    shipped, _ = yamltext.parse((assets() / "themes" / "chancery.yaml").read_text("utf-8"))

    def ordered(name: str, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        first = [key for key in FIRST.get(name, ()) if key in value]
        keys = (*first, *(key for key in value if key not in first))
        return {key: ordered(key, value[key]) for key in keys}

    parts = ordered("", {**shipped, "id": "own"})
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in parts.items())


def write(folder: Path, changes: dict[str, str | bytes | None] | None = None) -> read.Project:
    """Write the project, with some files changed or (None) left out, and return it."""
    files: dict[str, str | bytes | None] = {**FILES, **(changes or {})}
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return read.find(folder)


def told(folder: Path, changes: dict[str, str | bytes | None] | None = None) -> str:
    """Return all that is said of the project, as a person sees it."""
    project = write(folder, changes)
    try:
        found = read.load(read.specs(project), project).diagnostics
    except InputError as error:
        found = error.diagnostics
    return "\n".join(map(str, found))


def changed(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a file of the project with one text in it replaced."""
    assert FILES[name].count(old) == 1, f"{old!r} stands {FILES[name].count(old)} times in {name}"
    return {name: FILES[name].replace(old, new)}
