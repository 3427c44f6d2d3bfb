"""A theme that asks for hyphens: words are divided on the page and whole for who copies or listens."""

import re
from pathlib import Path

import pypdfium2
import pytest

from briefgen.build import build
from briefgen.errors import InputError
from tests.read.sample import FILES, OWN_THEME, own_theme, write
from tests.support.extracted import elements, squeezed

HYPHEN = "[\u00ad\x02\ufffe]"
"""A soft hyphen, and what pdfium has for one at the end of a line."""
ASIDE = (
    "An unconditional recognition notwithstanding, representatives characteristically emphasised responsibilities "
    "and nonproliferation commitments throughout interdepartmental consultations."
)


def project(folder: Path, hyphenate: str) -> Path:
    spec = FILES["briefs/small.yaml"].replace("lengths: [one-page, short]", "lengths: [standard]\ntheme: own")
    spec = spec.replace("pin: {short: [talks]}\n", "")
    section = FILES["reports/small/sections/main.yaml"].replace(
        "    short: The Taliban promised calm.\n", f"    short: The Taliban promised calm.\n    aside: {ASIDE}\n"
    )
    theme = f"hyphenate: {hyphenate}\n{own_theme()}"
    write(folder, {"briefs/small.yaml": spec, "reports/small/sections/main.yaml": section, OWN_THEME: theme})
    return folder


def made(folder: Path) -> bytes:
    build((), output=folder / "out", root=folder, formats=("pdf",))
    return (folder / "out" / "small" / "small-standard.pdf").read_bytes()


def divided(data: bytes) -> int:
    """Return how many lines end in part of a word."""
    with pypdfium2.PdfDocument(data) as file:
        return sum(len(re.findall(HYPHEN, page.get_textpage().get_text_range())) for page in file)


def test_lines_are_divided_where_the_theme_asks_and_nowhere_else(tmp_path: Path) -> None:
    asked, not_asked = made(project(tmp_path / "a", "[caption]")), made(project(tmp_path / "b", "[text]"))
    assert divided(asked) >= 2
    assert divided(not_asked) == 0


def test_what_is_copied_is_what_was_written(tmp_path: Path) -> None:
    found = [e.text for e in elements(made(project(tmp_path, "[caption]")))]
    (aside,) = (text for text in found if text.startswith("Anunconditional"))
    assert "-" in aside  # what pdfium has for a soft hyphen at the end of a line; the text itself has none
    assert aside.replace("-", "") == squeezed(ASIDE)


@pytest.mark.parametrize("wrong", ["[title_one]", "caption"])
def test_a_style_that_is_never_divided_is_told(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        build((), output=tmp_path / "out", root=project(tmp_path, wrong))
    (told,) = caught.value.diagnostics
    assert (told.file, told.line) == (OWN_THEME, 1)
    assert "`hyphenate`" in told.message
