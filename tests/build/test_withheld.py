"""Canaries: words that stand only in what is withheld, looked for in every byte of an abridged edition's files."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.distribute import deckmark, pdfmark
from tests.distribute.support import FONT, MARGIN, SIDE
from tests.read.sample import FILES, write
from tests.support.bytes import laid_bare

CANARIES = {
    "text": "quetzalax",
    "short": "borogovex",
    "lead": "jabberwoxy",
    "note": "slithytove",
    "aside": "mimsyvorpal",
    "event label": "frumiousix",
    "event text": "bandersnatx",
    "place": "tulgeywoox",
    "cell": "uffishtho",
    "work": "galumphix",
    "translation": "frabjousix",
    "outlet": "callooxcal",
    "quantity": "chortlexi",
    "actor": "manxomefo",
    "figure": "snickersnax",
    "alternative": "brilligwab",
    "point": "gyreandgim",
    "section": "momerathsx",
    "bottom line": "outgrabexi",
    "unit id": "zz-secret-unit",
    "event id": "zz-secret-event",
    "work id": "zz-secret-work",
    "figure id": "zz-secret-figure",
    "data id": "zz-secret-data",
    "place id": "zz-secret-place",
    "claim id": "zz.secret.claim",
    "own words": "beamishboxy",
}
BOTH = (
    "text",
    "short",
    "lead",
    "note",
    "event label",
    "event text",
    "cell",
    "work",
    "figure",
    "alternative",
    "section",
)
DRAWN = {"pdf": BOTH, "pptx": (*BOTH, "bottom line")}
"""Those of which an edition that may show all must hold some, so that the search is known to find them."""

SECRET = """\
id: secret
headline: The momerathsx are known
bottom_line: All the outgrabexi is told.
points:
  - {id: hidden, headline: A gyreandgim in every slide}
units:
  - id: zz-secret-unit
    kind: fact
    point: hidden
    lead: Such jabberwoxy
    text: It says quetzalax and stands on a work.[@zz-secret-work]
    short: It says borogovex.
    editor_note: The slithytove is disputed.
    aside: Beside it mimsyvorpal.
    disputed: true
    covers: [zz.secret.claim]
    events: [zz-secret-event]
    places: [zz-secret-place]
    actors: [zz-actor]
    quantities: [zz-quantity]
    rank: 99
    marking: TLP:RED
  - id: zz-secret-watch
    kind: forecast
    lead: More jabberwoxy
    text: Watch the quetzalax.
    topics: [watch]
    marking: TLP:AMBER
  - id: zz-secret-outlook
    kind: outlook
    text: And then quetzalax.
    marking: TLP:AMBER+STRICT
  - id: zz-secret-judgement
    kind: key-judgement
    lead: More jabberwoxy
    text: A judgement on quetzalax.
    marking: TLP:RED
    rank: 100
"""


def project(root: Path, spec: str) -> None:
    """Write the sample with a section that is secret, and what only that section brings."""
    work = """
- id: zz-secret-work
  type: article-newspaper
  title: Un galumphix secret
  container-title: Callooxcal
  issued: {date-parts: [[2021, 9, 1]]}
  language: fr
  custom: {title-en: A frabjousix secret}
"""
    figures = """
- id: zz-secret-figure
  kind: bar
  data: zz-secret-data
  x: label
  y: value
  headline: The snickersnax leads
  alt: Bars of brilligwab
  cites: [zz-secret-work]
  point: hidden
"""
    event = (
        "- {id: zz-secret-event, date: 2021-09, label: Frumiousix, text: A bandersnatx came., status: done, "
        "actors: [russia, zz-actor], place: zz-secret-place, cites: [zz-secret-work], rank: 100}\n"
    )
    reports = "reports/small"
    write(
        root,
        {
            "briefs/small.yaml": FILES["briefs/small.yaml"]
            .replace("lengths: [one-page, short]", "lengths: [one-page, short, standard, full]")
            .replace("sections: [main]", "sections: [secret, main]")
            .replace("[trade, map, dates]", "[zz-secret-figure, dates, trade, map]")
            .replace("replace:\n", "replace:\n  zz-secret-judgement: {text: Our beamishboxy words.}\n")
            .replace("pin: {short: [talks]}", "pin: {short: [talks, zz-secret-unit]}")
            + spec,
            f"{reports}/report.yaml": FILES[f"{reports}/report.yaml"].replace("[main]", "[secret, main]"),
            f"{reports}/sections/secret.yaml": SECRET,
            f"{reports}/references.yaml": FILES[f"{reports}/references.yaml"] + work,
            # the shipped timeline picks its events by rank, the secret one first
            f"{reports}/figures.yaml": FILES[f"{reports}/figures.yaml"].replace(
                "  key_event: e2\n  events: [e2, e1]\n", ""
            )
            + figures,
            f"{reports}/events.yaml": FILES[f"{reports}/events.yaml"] + event,
            f"{reports}/places.yaml": FILES[f"{reports}/places.yaml"]
            + "- {id: zz-secret-place, name: Tulgeywoox, at: [54.9, 69.1], capital_of: zz-actor}\n",
            f"{reports}/actors.yaml": FILES[f"{reports}/actors.yaml"]
            + "- {id: zz-actor, type: state, name: Manxomefo, iso: KAZ}\n",
            f"{reports}/quantities.yaml": FILES[f"{reports}/quantities.yaml"]
            + "- {id: zz-quantity, value: 7, unit: chortlexi, what: Chortlexi, cites: [zz-secret-work]}\n",
            f"{reports}/source.yaml": FILES[f"{reports}/source.yaml"]
            + "- {id: zz.secret.claim, paragraph: s9.p9, page: 99, kind: fact}\n",
            f"{reports}/data/zz-secret-data.csv": "flow,label,value\nuffish,Uffishtho,7\nother,Other,5\n",
            f"{reports}/data/zz-secret-data.yaml": "columns: {flow: id, label: text, value: {unit: t, period: 2019}}\n"
            "marking: TLP:RED\n",
        },
    )


@pytest.fixture(scope="module", params=["en", "fr"])
def abridged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("abridged")
    project(root, f"redact: true\nattach: data\nmarking: TLP:GREEN\nfurniture: {request.param}\n")
    build((), output=root / "out", root=root, cache_folder=root / "cache")
    return root / "out" / "small"


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an edition, and a marked copy of each."""
    found = sorted(p for p in folder.iterdir() if p.suffix in (".pdf", ".pptx"))
    assert len(found) == 8
    for path in found:
        data = path.read_bytes()
        yield path.name, data
        if path.suffix == ".pdf":
            base = pdfmark.prepare(data, MARGIN)
            yield f"marked {path.name}", base.data + pdfmark.update(base, "Amina · copy 1", FONT)
        else:
            yield f"marked {path.name}", deckmark.marked(deckmark.prepare(data, SIDE), "Amina · copy 1", 80)


def test_no_byte_of_an_abridged_edition_holds_what_was_withheld(abridged: Path) -> None:
    found = [
        f"{name}: {what} ({word})"
        for name, data in files(abridged)
        for bare in [laid_bare(data)]
        for what, word in CANARIES.items()
        if word in bare
    ]
    assert found == []


def test_every_file_says_that_its_edition_is_abridged(abridged: Path) -> None:
    for name, data in files(abridged):
        bare = " ".join(laid_bare(data).replace("\u00ad", "").split())
        assert "abridged edition" in bare or "édition abrégée" in bare, name


def test_the_houses_own_manifest_names_what_was_withheld(abridged: Path) -> None:
    manifest = json.loads((abridged / "manifest.json").read_text("utf-8"))
    assert set(manifest["withheld"]) >= {
        "unit/zz-secret-unit",
        "unit/zz-secret-outlook",
        "unit/zz-secret-judgement",
        "event/zz-secret-event",
        "figure/zz-secret-figure",
        "dataset/zz-secret-data",
        "reference/zz-secret-work",
        "place/zz-secret-place",
        "actor/zz-actor",
        "quantity/zz-quantity",
        "claim/zz.secret.claim",
    }
    rest = json.dumps({k: v for k, v in manifest.items() if k != "withheld"})
    assert not [word for word in CANARIES.values() if word in rest.casefold()]


def test_the_same_words_are_found_where_they_may_stand(tmp_path: Path) -> None:
    project(tmp_path, "marking: TLP:RED\n")
    build((), output=tmp_path / "out", root=tmp_path, cache_folder=tmp_path / "cache")
    folder = tmp_path / "out" / "small"
    for kind in ("pdf", "pptx"):
        bare = "".join(laid_bare(p.read_bytes()) for p in folder.glob(f"*.{kind}"))
        missing = [what for what in DRAWN[kind] if CANARIES[what] not in bare]
        assert missing == [], kind
        assert CANARIES["unit id"] in bare
        assert "abridged" not in bare
