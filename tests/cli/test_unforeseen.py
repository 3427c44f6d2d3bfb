"""An error that nobody foresaw is told in a sentence; the traceback only to who asks for it."""

import pytest

from briefgen.cli.main import cli
from briefgen.cli.main import main as entry


def test_a_breakdown_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("cogs\nslipped")

    monkeypatch.setattr(cli, "main", broken)
    monkeypatch.delenv("BRIEFGEN_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        entry()
    assert ended.value.code == 4
    said = capsys.readouterr().err
    assert "error[BG999] briefgen itself failed (RuntimeError: cogs slipped); nothing was written" in said
    assert "Traceback" not in said
    monkeypatch.setenv("BRIEFGEN_DEBUG", "1")
    with pytest.raises(RuntimeError, match="cogs"):
        entry()
