"""The shipped report is in its own words: no run of eight is the paper's, but for names, titles and quotations."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from .data.paper_runs import RUN, load, runs, words
from .support.project import ROOT

REPORT = ROOT / "assets" / "reports" / "russia-taliban-takeover"
TITLES = {"title", "title-en", "title-short", "container-title", "collection-title", "event-title"}
EXCEPTIONS = ROOT / "tests" / "data" / "shared-runs.txt"
LONGEST = 20  # words of an exception: a name, a title or a short quotation, never a passage
PAPER = load()
# The title of a work that the paper cites: a run of its hashes that is nobody's sentence.
PLANTED = "Russia-led bloc holds large-scale drills near Tajik-Afghan border"


def exceptions() -> tuple[str, ...]:
    """Return the phrases that may be shared."""
    lines = EXCEPTIONS.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def excepted() -> frozenset[str]:
    """Return the runs of those phrases."""
    return frozenset(run for phrase in exceptions() for run, _ in runs(phrase))


def shared(text: str) -> Iterator[str]:
    """Yield the runs of a text that are also the paper's."""
    return (run for run, digest in runs(text) if digest in PAPER)


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text that the project ships of its own: whole files, and a bibliography without its titles."""
    files = [p for folder in (REPORT, ROOT / "briefs") for p in sorted(folder.rglob("*")) if p.is_file()]
    for path in (*files, ROOT / "README.md"):
        text = path.read_text("utf-8")
        if path.name == "references.yaml":
            for string in strings(yaml.safe_load(text)):
                yield path, string
        else:
            yield path, text


def strings(value: Any) -> Iterator[str]:
    """Yield the strings of a bibliography but for the titles of works."""
    match value:
        case str():
            yield value
        case Mapping():
            for key, inner in value.items():
                if key not in TITLES:
                    yield from strings(inner)
        case list():
            for inner in value:
                yield from strings(inner)


def test_no_run_of_eight_words_is_the_papers() -> None:
    passed = excepted()
    found = [f"{p.relative_to(ROOT)}: {r}" for p, text in texts() for r in shared(text) if r not in passed]
    assert not found, "\n".join(found)


def test_every_exception_is_short_and_still_needed() -> None:
    used = {run for _, text in texts() for run in shared(text)}
    for phrase in exceptions():
        assert RUN <= len(words(phrase)) <= LONGEST, phrase
        assert all(run in used for run, _ in runs(phrase)), f"no longer shared: {phrase}"


@pytest.mark.parametrize(
    "text",
    [
        f"It was said that {PLANTED}, and more.",
        PLANTED.upper(),
        PLANTED.replace(" drills", "[@reuters-2021-10-18] drills¹²"),
        PLANTED.replace(" ", "\n    "),
        PLANTED.replace("-", " – "),
    ],
)
def test_a_planted_run_is_found(text: str) -> None:
    assert "russia led bloc holds large scale drills near" in set(shared(text))


def test_other_words_are_not_found() -> None:
    assert not list(shared(PLANTED.replace("holds", "began")))
    assert not list(shared("Seven words of it are not enough: " + " ".join(PLANTED.split()[:5])))


def test_titles_of_works_are_passed_by_field_alone() -> None:
    assert list(strings([{"title": PLANTED, "note": "seen", "custom": {"title-en": PLANTED, "n": 3}}])) == ["seen"]
    assert list(shared(next(strings([{"abstract": PLANTED}]))))


def test_the_hashes_are_sorted_and_whole() -> None:
    data = (ROOT / "tests" / "data" / "paper-runs.bin").read_bytes()
    kept = [data[i : i + 8] for i in range(0, len(data), 8)]
    assert len(data) % 8 == 0
    assert kept == sorted(set(kept))
    assert len(kept) > 9000
