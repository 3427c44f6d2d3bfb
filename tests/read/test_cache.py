import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import read
from briefgen.errors import InputError

from .sample import FILES, write

ROOT = Path(__file__).parents[2]


def loaded(folder: Path, cache: Path | None):
    project = read.find(folder)
    return read.load(read.specs(project), project, cache)


def test_a_second_reading_gives_the_same(tmp_path) -> None:
    write(tmp_path / "p")
    (tmp_path / "p/reports/small/sections/spare.yaml").write_text("id: spare\nheadline: Spare\n")
    fresh = loaded(tmp_path / "p", None)
    assert [d.code for d in fresh.diagnostics] == ["BG119"]
    assert loaded(tmp_path / "p", tmp_path / "c") == fresh
    assert loaded(tmp_path / "p", tmp_path / "c") == fresh


def test_a_changed_file_is_seen(tmp_path) -> None:
    write(tmp_path / "p")
    loaded(tmp_path / "p", tmp_path / "c")
    actors = tmp_path / "p/reports/small/actors.yaml"
    actors.write_text(FILES["reports/small/actors.yaml"].replace("name: Taliban", "name: The Taliban"))
    assert loaded(tmp_path / "p", tmp_path / "c").value[0][1].actors[2].name == "The Taliban"
    actors.write_text("- {id: x}\n")
    with pytest.raises(InputError):
        loaded(tmp_path / "p", tmp_path / "c")
    actors.write_text(FILES["reports/small/actors.yaml"])
    assert loaded(tmp_path / "p", tmp_path / "c").value[0][1].actors[2].name == "Taliban"


def test_the_theme_and_language_of_a_spec_are_known_while_its_report_is_parsed(tmp_path) -> None:
    project = write(tmp_path / "p")
    paths = read.specs(project)
    assert read.expected(paths, project, tmp_path / "c") == ()
    (_, _, theme), *_ = loaded(tmp_path / "p", tmp_path / "c").value
    (tmp_path / "p/reports/small/actors.yaml").write_text("- {id: x}\n")
    assert read.expected(paths, project, tmp_path / "c") == ((theme, "en"),)
    paths[0].write_text("language: fr\ncontent: [\n")
    assert read.expected(paths, project, tmp_path / "c") == ((theme, "fr"),)
    paths[0].write_text("theme: none-such\n")
    assert read.expected(paths, project, tmp_path / "c") == ()


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\x00" * 100])
def test_damaged_entries_are_passed_over(tmp_path, damage: bytes) -> None:
    write(tmp_path / "p")
    fresh = loaded(tmp_path / "p", tmp_path / "c")
    entries = [p for p in (tmp_path / "c").rglob("*") if p.is_file()]
    assert len(entries) > 10
    for path in entries:
        path.write_bytes(damage)
    assert loaded(tmp_path / "p", tmp_path / "c") == fresh
    for path in entries:
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
    assert loaded(tmp_path / "p", tmp_path / "c") == fresh


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path) -> None:
    write(tmp_path / "p")
    (tmp_path / "c").write_text("a file in its place")
    assert loaded(tmp_path / "p", tmp_path / "c") == loaded(tmp_path / "p", None)


def test_a_warm_reading_loads_no_parser(tmp_path) -> None:
    write(tmp_path / "p")
    code = (
        "import sys; from pathlib import Path; from briefgen import read\n"
        "p = read.find(Path(sys.argv[1])); read.load(read.specs(p), p, Path(sys.argv[2]))\n"
        "print(*sorted({'yaml', 'markdown_it', 'jsonschema_rs', 'briefgen.read.shapes'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "p"), str(tmp_path / "c")]
    cold, warm = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in "ab")
    assert "yaml" in cold
    assert warm.strip() == ""
