"""Projects of any size and shape: a report, its data and a brief, made of random words by a few numbers and a seed.

What is written here is what a person could write: `read` takes it, or says what is wrong with the brief.
"""

import json
import random
from typing import Any, NamedTuple

Files = dict[str, str]

PLAIN = "the report sees Moscow keep talks with Kabul while trade stays small and borders are watched by all sides"
NAMES = "Tajikistan Dushanbe Klyszcz’s well-known USD 100 1,000 2021 naïve Ångström (so) “quoted” – A. I. U. Daesh"
ODD = "<b>bold</b> &amp; ]]> 5% 3.4 §2 fi fl ff office AVATAR c/o north–south e.g. no. 12 15 August"
LARGE = "Donaudampfschifffahrtsgesellschaft https://example.org/a/very/long/address/that/has/no/space/in/it/at/all"
WORDS = " ".join((PLAIN, PLAIN, NAMES, ODD, LARGE)).split()
SILENT = [word for word in WORDS if not any(c.isdigit() for c in word)]
"""Words for short texts, which may state no number that their text does not."""
HEDGES = ("may", "could", "seems", "likely", "appears")
KINDS = ("fact", "judgement", "forecast", "quotation", "background")
LENGTHS = ("one-page", "short", "standard", "full")


class Shape(NamedTuple):
    """How large a project is; `long` is how many words its longest texts have, `wild` turns on what is odd."""

    units: int
    sections: int
    figures: int
    long: int
    seed: int
    wild: bool


def files(shape: Shape) -> Files:
    """Return the files of a project."""
    return _Maker(shape).files()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Maker:
    def __init__(self, shape: Shape) -> None:
        self.shape, self.r = shape, random.Random(shape.seed)
        self.sections = [f"s{n}" for n in range(shape.sections)]
        self.works = [f"w{n}" for n in range(self.r.randint(1, 9))]
        self.points = {s: [f"{s}-p{n}" for n in range(self.r.randint(0, 3))] for s in self.sections}
        self.topics = ["watch", "trade", "talks", "aid"]
        self.units: list[dict[str, Any]] = []

    def files(self) -> Files:
        self._fill()
        out = self._facts() | self._data()
        for section in self.sections:
            out[f"reports/any/sections/{section}.yaml"] = _json(self._section(section))
        out["reports/any/report.yaml"] = _json(self._report())
        out["briefs/any.yaml"] = _json(self._brief())
        return out

    # words

    def words(self, least: int, most: int, some: list[str] = WORDS) -> list[str]:
        return [self.r.choice(some) for _ in range(self.r.randint(least, max(least, most)))]

    def sentence(self, least: int, most: int, hedge: str = "", some: list[str] = WORDS) -> str:
        found = self.words(least, most, some)
        if hedge:
            found.insert(self.r.randrange(len(found) + 1), hedge)
        return f"So {' '.join(found)}"

    def text(self, hedge: str, number: str) -> str:
        """Return a text with markup, citations, the word of caution and the number."""
        most = self.r.choice([8, 20, 40, self.shape.long])
        found = self.sentence(4, most, hedge).split(" ")
        for _ in range(self.r.choice([0, 0, 1, 2])):
            work = f"[@{self.r.choice(self.works)}{self.r.choice(['', ', p. 4'])}]"
            found[self.r.randrange(len(found))] += work
        for mark in ("*plain emphasis*", "**strong words**", "[слово и дело]{lang=ru}", "[link](https://example.org)"):
            if self.r.random() < 0.1:
                found.insert(self.r.randrange(1, len(found) + 1), mark)
        whole = " ".join([*found, *([number] if number else [])])
        return f"{whole}." if len(whole) < 1990 else self.text(hedge, number)

    def short(self, hedge: str) -> str:
        most = self.r.choice([5, 10, 10, 25 if self.shape.wild else 10])
        return self.sentence(2, most, hedge, SILENT)[:290] + "."

    def headline(self) -> str:
        return self.sentence(2, self.r.choice([4, 6, 14 if self.shape.wild else 6]))[:280]

    # the report

    def _fill(self) -> None:
        kinds = ["bottom-line", *["key-judgement"] * self.r.randint(1, 6), *["outlook"] * self.r.randint(1, 5)]
        slots = kinds if self.shape.units >= len(kinds) else ["bottom-line"][: self.shape.units]
        for n in range(self.shape.units):
            kind = slots[n] if n < len(slots) else self.r.choice(KINDS)
            self.units.append(self._unit(n, kind))
        self.r.shuffle(self.units)

    def _unit(self, n: int, kind: str) -> dict[str, Any]:
        section = self.r.choice(self.sections)
        hedge = self.r.choice(HEDGES) if self.r.random() < 0.3 else ""
        counted = self.r.random() < 0.2
        unit: dict[str, Any] = {
            "id": f"u{n}",
            "_section": section,
            "kind": kind,
            "text": self.text(hedge, "and USD 42 million" if counted else ""),
            "short": self.short(hedge),
            "topics": sorted(self.r.sample(self.topics, self.r.choice([0, 0, 1, 2]))),
            "actors": sorted(self.r.sample(["russia", "china"], self.r.choice([0, 1, 2]))),
            "covers": sorted({f"c{self.r.randrange(8)}" for _ in range(self.r.choice([0, 1, 2]))}),
            "rank": self.r.choice([50, self.r.randint(0, 100)]),
        }
        if kind == "key-judgement" or "watch" in unit["topics"] or self.r.random() < 0.4:
            unit["lead"] = " ".join(self.words(1, 5))
        if hedge:
            unit["hedge"] = {"source": hedge, "here": hedge}
        if counted:
            unit["quantities"] = ["q"]
        if self.points[section] and self.r.random() < 0.8:
            unit["point"] = self.r.choice(self.points[section])
        if n and self.r.random() < 0.2:
            unit["needs"] = sorted({f"u{self.r.randrange(n)}" for _ in range(self.r.choice([1, 2]))})
        if self.r.random() < 0.2:
            unit["events"], unit["dates"] = [f"e{self.r.randrange(6)}"], ["2021-07-08"]
        if self.r.random() < 0.05:
            unit["aside"] = f"{self.sentence(2, 5)}. {self.sentence(3, 12)}."
        if self.r.random() < 0.05:
            unit["editor_note"] = f"{self.sentence(3, 12)}."
        return unit

    def _section(self, name: str) -> dict[str, Any]:
        nested = [s for s in self.sections if self._parent(s) == name]
        return {
            "id": name,
            "headline": self.headline(),
            **({"bottom_line": f"{self.sentence(3, 12)}."} if self.r.random() < 0.6 else {}),
            "points": [{"id": p, "headline": self.headline()} for p in self.points[name]],
            **({"sections": nested} if nested else {}),
            "units": [{k: v for k, v in u.items() if k != "_section"} for u in self.units if u["_section"] == name],
        }

    def _parent(self, name: str) -> str | None:
        """Return the section in which one is nested: every third one, in the one before it."""
        n = self.sections.index(name)
        return self.sections[n - 1] if n % 3 == 2 else None

    def _report(self) -> dict[str, Any]:
        return {
            "id": "any",
            "title": "A report on many things",
            "authors": [{"family": "Doe", "given": "Jane Q."}],
            "series": {"name": "Notes", "number": "1/2021"},
            "date": "2021-11",
            "as_of": "2021-11-14",
            "self": "self",
            "sections": [s for s in self.sections if self._parent(s) is None],
        }

    def _facts(self) -> Files:
        works: list[dict[str, Any]] = [
            {
                "id": work,
                "type": self.r.choice(["article-newspaper", "book", "report"]),
                "title": self.sentence(2, 8),
                "container-title": self.r.choice(["Interfax", "The Times", "A Journal of Long Names and Some More"]),
                "author": [{"family": f"Author{n}", "given": "A. B."}],
                "issued": {"date-parts": [[2015 + n % 6, 7, 8]]},
            }
            for n, work in enumerate(["self", *self.works])
        ]
        events = [
            {
                "id": f"e{n}",
                "date": f"2021-0{6 + n % 4}-1{n}",
                "label": f"Event {n}",
                "text": "Something took place.",
                "status": "done",
                "actors": [("russia", "china")[n % 2]],
            }
            for n in range(6)
        ]
        found: dict[str, object] = {
            "references": works,
            "events": events,
            "actors": [{"id": a, "type": "state", "name": a.title()} for a in ("russia", "china")],
            "source": [{"id": f"c{n}", "paragraph": f"p{n // 2}", "page": n + 1, "kind": "fact"} for n in range(8)],
            "quantities": [
                {"id": "q", "value": 42, "unit": "USD million", "period": 2020, "what": "Trade", "cites": ["self"]}
            ],
        }
        return {f"reports/any/{name}.yaml": _json(value) for name, value in found.items()}

    def _data(self) -> Files:
        rows = self.r.randint(2, 7)
        figures: list[dict[str, Any]] = []
        places = [p for some in self.points.values() for p in some]
        for n in range(self.shape.figures):
            one: dict[str, Any] = {"id": f"f{n}", "headline": self.headline(), "cites": [self.works[0]]}
            if places and self.r.random() < 0.7:
                one["point"] = self.r.choice(places)
            kind = self.r.choice(["bar", "timeline", "table"])
            if kind == "timeline":
                one |= {"kind": kind, "period": "2021-06/2021-10", "lanes": ["russia", "china"]}
            elif kind == "bar":
                one |= {"kind": kind, "data": "d", "x": "label", "y": "value"}
            else:
                one |= {"kind": kind, "data": "d", "columns": ["label", "value"]}
            figures.append(one)
        self.figures = figures
        labels = (" ".join(self.words(1, 2)).replace(",", "").replace("“", "")[:50] for _ in range(rows))
        lines = [f"row{n},Row {label.strip()},{n * 7}" for n, label in enumerate(labels)]
        columns = {"row": "id", "label": "text", "value": {"unit": "USD million", "period": "2019", "label": "Value"}}
        return {
            "reports/any/figures.yaml": _json(figures),
            "reports/any/data/d.csv": "\n".join(["row,label,value", *lines]) + "\n",
            "reports/any/data/d.yaml": _json({"columns": columns, "cites": ["self"]}),
        }

    # the brief

    def _brief(self) -> dict[str, Any]:
        r = self.r
        lengths: list[Any] = [name for name in LENGTHS if r.random() < 0.6] or ["short"]
        if r.random() < 0.4:
            pages, slides = r.choice([(1, 1), (1, 3), (2, 6), (3, 8), (6, 14)])  # none breaks the ladder of the four
            own: dict[str, Any] = {"pages": pages, "slides": slides}
            for key, values in (
                ("exact", [True, False]),
                ("prose", [True, False]),
                ("notes", ["short", "full"]),
                ("figures", [0, 1, 3]),
                ("slide_figures", [0, 1, 3]),
            ):
                if r.random() < 0.3:
                    own[key] = r.choice(values)
            lengths.append({"own": own})
        brief: dict[str, Any] = {
            "report": "any",
            "title": self.sentence(4, 8) if not self.shape.wild or r.random() < 0.9 else self.sentence(25, 30)[:290],
            "issuer": {"name": "House", "series": "Brief", "number": 1},
            "as_of": "2021-11-14",
            "furniture": r.choice(["en", "fr"]),
            "page": r.choice(["A4", "Letter"]),
            "theme": r.choice(["chancery", "meridian"]),
            "lengths": lengths,
        }
        if r.random() < 0.5:
            brief["marking"] = "TLP:AMBER+STRICT"
        if r.random() < 0.3:
            brief["kicker"] = "Kicker"
        if r.random() < 0.8:
            brief["content"] = self._content()
        if r.random() < 0.4:
            brief["emphasise"] = {"topics": {r.choice(self._used("topics")): 1.5}} if self._used("topics") else {}
        some = [u["id"] for u in self.units]
        free = [u["id"] for u in self.units if u["kind"] in KINDS and "watch" not in u["topics"]]
        for key in ("pin", "omit"):
            if free and r.random() < 0.3:
                brief[key] = {r.choice(LENGTHS): sorted({r.choice(free) for _ in range(r.randint(1, 3))})}
        if some and r.random() < 0.4:
            brief["replace"] = {u: self._own(u) for u in sorted({r.choice(some) for _ in range(r.randint(1, 3))})}
        return brief

    def _used(self, key: str) -> list[str]:
        return sorted({name for u in self.units for name in u[key]})

    def _own(self, name: str) -> dict[str, Any]:
        unit = next(u for u in self.units if u["id"] == name)
        hedge = unit.get("hedge", {}).get("here", "")
        return {"lead": "Own lead", "text": f"{self.sentence(3, 20, hedge)}.", "short": self.short(hedge)}

    def _content(self) -> list[Any]:
        r = self.r
        ids = [u["id"] for u in self.units]
        led = [u["id"] for u in self.units if "lead" in u]
        r.shuffle(ids)
        r.shuffle(led)
        out: list[Any] = []
        taken: set[str] = set()

        def named(count: int, among: list[str]) -> list[str]:
            found = [i for i in among if i not in taken][:count]
            taken.update(found)
            return found

        def left(kind: str) -> bool:
            return any(u["kind"] == kind and u["id"] not in taken for u in self.units)

        picked = [
            named(r.randint(least, most), among) if r.random() < 0.3 else []
            for least, most, among in ((1, 1, ids), (1, 5, led), (1, 4, ids), (1, 8, led))
        ]
        if picked[0]:
            out.append({"bottom-line": picked[0][0]})
        elif left("bottom-line"):
            out.append("bottom-line")
        if picked[1]:
            out.append({"key-judgements": picked[1]})
        elif left("key-judgement"):
            out.append({"key-judgements": r.randint(1, 5)})
        tops = [s for s in self.sections if r.random() < 0.8]
        r.shuffle(tops)
        out.append({"sections": [s for s in tops if self._parent(s) not in tops]})
        if self._used("actors") and r.random() < 0.2:
            out.append({"units": {"actors": [self._used("actors")[0]]}})
        pictures = [f["id"] for f in self.figures if f["kind"] != "table"]
        tables = [f["id"] for f in self.figures if f["kind"] == "table"]
        out += [{"figures": pictures}] if pictures else []
        out += [{"tables": tables}] if tables else []
        if picked[2]:
            out.append({"outlook": picked[2]})
        elif left("outlook") and r.random() < 0.8:
            out.append("outlook")
        watched = any("watch" in u["topics"] and u["kind"] in KINDS and u["id"] not in taken for u in self.units)
        if picked[3]:
            out.append({"watch": picked[3]})
        elif watched and r.random() < 0.6:
            out.append({"watch": r.randint(1, 8)})
        return [*out, "sources"]
