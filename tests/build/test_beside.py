"""The second process: what it finds is found here too, and nothing depends on its being there."""

import os
import signal
from pathlib import Path

import pytest

from briefgen.build import beside
from briefgen.build.beside import Beside, Finished
from briefgen.diagnostics import Diagnostic
from briefgen.model.spec import Format


def finished(data: bytes) -> Finished:
    return Finished(format=Format.PDF, data=data, size=1, marking=None)


def named(one: Finished) -> tuple[Diagnostic, ...]:
    """Tell the process that checks, and how much it was given."""
    return (Diagnostic(code=f"{os.getpid()}", message=f"{len(one.data)}"),)


@pytest.fixture(params=["forked", "alone"])
def forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(beside, "worth", lambda: request.param == "forked")
    return bool(request.param == "forked")


def test_findings_come_back_in_the_order_of_asking(forked: bool) -> None:
    with Beside(lambda: None, named) as second:
        second.begin()
        told = [second.check(finished(b"x" * n))() for n in (1, 200_000, 3)]
    assert [d.message for (d,) in told] == ["1", "200000", "3"]
    assert all((d.code == str(os.getpid())) is not forked for (d,) in told)


def test_an_answer_that_nobody_takes_is_passed_over(forked: bool) -> None:
    with Beside(lambda: None, named) as second:
        second.begin()
        second.check(finished(b"1"))
        assert second.check(finished(b"22"))()[0].message == "2"


def test_the_call_is_made_before_the_wait_ends(tmp_path: Path) -> None:
    with Beside(lambda: None, named) as second:
        second.begin(lambda: (tmp_path / "made").write_text("there"))
        second.wait()
        assert (tmp_path / "made").exists() is beside.worth()
        assert second.check(finished(b"1"))()[0].message == "1"


def test_an_error_of_the_call_ends_nothing(forked: bool) -> None:
    with Beside(lambda: None, named) as second:
        second.begin(lambda: 1 / 0)
        second.wait()
        assert second.check(finished(b"1"))()[0].message == "1"


def test_a_process_that_dies_leaves_the_checking_to_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "worth", lambda: True)
    here = os.getpid()

    def deadly(one: Finished) -> tuple[Diagnostic, ...]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return named(one)

    with Beside(lambda: None, deadly) as second:
        second.begin()
        assert second.check(finished(b"1"))()[0].code == str(here)
        assert second.check(finished(b"2" * 200_000))()[0].code == str(here)


def test_no_process_is_left_when_the_block_ends() -> None:
    with Beside(lambda: None, named) as second:
        second.begin()
        child = second._child
    if child:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)
