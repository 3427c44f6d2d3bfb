"""Names of files from whatever a title says."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.distribute.names import LONGEST, MOST_BYTES, file_name, line


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Russia and the Taliban takeover", "Russia and the Taliban takeover - short.pdf"),
        ("../../etc/passwd", "etc-passwd - short.pdf"),
        ("C:\\Windows\\system32", "C--Windows-system32 - short.pdf"),
        ("nul\0byte", "nul byte - short.pdf"),
        ("CON", "_CON - short.pdf"),
        ("lpt1.report", "_lpt1.report - short.pdf"),
        ("invoice\u202egpj.exe", "invoicegpj.exe - short.pdf"),
        ("a\u200bb\u2066c", "abc - short.pdf"),
        ("What now? Four *answers*", "What now- Four -answers - short.pdf"),
        ("Line\nbreak\tand tab", "Line break and tab - short.pdf"),
        ("ends in dots...", "ends in dots - short.pdf"),
        ("", "untitled - short.pdf"),
        (" . ", "untitled - short.pdf"),
        ("Е\u0308лка", "Ёлка - short.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "short", ending=".pdf") == name


def test_a_long_title_is_cut_at_a_word_and_keeps_what_follows_it() -> None:
    name = file_name("word " * 60, "one-page", "2021-11-14", "en", ending=".pdf")
    assert name.endswith("word - one-page - 2021-11-14 - en.pdf")
    assert len(name) <= LONGEST


def test_a_title_of_three_hundred_wide_letters_is_cut_by_bytes() -> None:
    name = file_name("報" * 300, "short", ending=".pdf")
    assert len(name.encode()) <= MOST_BYTES


def test_two_files_of_one_name_are_told_apart_whatever_the_case() -> None:
    first = file_name("Brief", ending=".pdf")
    second = file_name("BRIEF", ending=".pdf", taken=[first])
    assert (first, second) == ("Brief.pdf", "BRIEF (2).pdf")
    assert file_name("brief", ending=".pdf", taken=[first, second]) == "brief (3).pdf"


@given(st.lists(st.text(max_size=400), min_size=1, max_size=4))
def test_a_name_never_leads_out_of_its_folder(parts: list[str]) -> None:
    name = file_name(*parts, ending=".pdf")
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).is_reserved()
    assert len(name) <= LONGEST
    assert len(name.encode()) <= MOST_BYTES
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in name)


@given(st.text())
def test_a_line_stays_a_line(text: str) -> None:
    assert line(line(text)) == line(text)
    assert "\n" not in line(text)
