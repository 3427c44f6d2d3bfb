"""Every worded case of reading, through the command: the same words, exit code 1, and no file is made."""

from pathlib import Path

import pytest

from tests.read.casefile import Case, cases
from tests.read.sample import write
from tests.support.project import run_here

WRONG = [c for c in cases() if " error[" in c.expected]


@pytest.mark.parametrize("case", WRONG, ids=[c.name for c in WRONG])
def test_a_wrong_input_ends_the_build_and_makes_no_file(case: Case, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(project, case.changes)
    before = sorted(project.rglob("*"))
    done = run_here("build", "--cache-dir", tmp_path / "cache", folder=project)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.rpartition("\n")[0].rpartition("\n")[0] == case.expected
    assert sorted(project.rglob("*")) == before
