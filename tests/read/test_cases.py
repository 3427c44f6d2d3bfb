import pytest

from .casefile import Case, cases
from .sample import told

ALL = cases()


def test_the_sample_project_is_right(tmp_path) -> None:
    assert told(tmp_path) == ""


@pytest.mark.parametrize("case", ALL, ids=[c.name for c in ALL])
def test_what_is_wrong_is_told_in_words(case: Case, tmp_path) -> None:
    assert case.expected
    assert told(tmp_path, case.changes) == case.expected
