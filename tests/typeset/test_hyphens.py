import subprocess
import sys

import pytest

from briefgen.typeset.hyphens import SOFT, hard, softened
from tests.support.project import ROOT


def parts(text: str, language: str) -> str:
    return softened(text, language).replace(SOFT, "|")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The conciliatory government", "The con|cili|at|ory gov|ern|ment"),
        ("fr", "la reconnaissance", "la recon|nais|sance"),
        ("ru", "правительство", "пра|ви|тель|ство"),
        ("de", "die Anerkennung", "die Aner|ken|nung"),
    ],
)
def test_words_are_divided_as_their_language_does_it(language: str, text: str, found: str) -> None:
    assert parts(text, language) == found


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan and Tajikistan",  # names
        "short words stay as they are",
        "www.example-institute.org/government",
        "UNAMA's ISAF-government",
        "gov\u00adernment",  # its own are enough
    ],
)
def test_names_addresses_and_short_words_stay_whole(text: str) -> None:
    assert softened(text, "en") == text


def test_a_language_without_patterns_has_no_hyphens() -> None:
    assert softened("government", "tlh") == "government"


def test_no_part_is_shorter_than_three_letters() -> None:
    for part in parts("authority opinion evidence analysis reported", "en").replace(" ", "|").split("|"):
        assert len(part) >= 3


def test_soft_hyphens_show_at_the_end_alone() -> None:
    assert hard("gov\u00adern\u00ad") == "govern"
    assert hard("gov\u00adern\u00ad", ends=True) == "govern\u00ad"
    assert hard("govern", ends=True) == "govern"


def test_patterns_are_read_only_where_a_theme_asks() -> None:
    code = "import sys, briefgen.render.pdf.layout as l, briefgen.typeset.hyphens; sys.exit('pyphen' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
