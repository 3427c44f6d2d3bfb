import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.resources import assets

from .sample import write


def test_a_project_looks_into_its_own_folders_first(tmp_path) -> None:
    project = read.find(tmp_path)
    assert project.reports == (tmp_path / "reports", assets() / "reports")
    assert project.fonts == (tmp_path / "fonts", assets() / "fonts")
    assert read.specs(project) == ()


def test_specs_are_sorted_and_hidden_files_left_out(tmp_path) -> None:
    for name in ("b.yaml", "a.yml", ".c.yaml", "d.txt"):
        (tmp_path / "briefs").mkdir(exist_ok=True)
        (tmp_path / "briefs" / name).touch()
    assert [p.name for p in read.specs(read.find(tmp_path))] == ["a.yml", "b.yaml"]


def test_a_folder_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(InputError, match=r"error\[BG120\] there is no folder"):
        read.find(tmp_path / "none")


def test_the_current_folder_is_the_project(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read.find().root == tmp_path


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("reports", "small                    reports/small"),
        ("briefs", "small  briefs/small.yaml"),
        ("themes", "chancery"),
        ("lengths", "one-page  at most 1 page(s), 1 slide(s)"),
        ("sections", "main  Engagement stops short"),
        ("points", "assurances  Support hangs on promises"),
        ("units", "talks    fact: The Taliban promised calm."),
        ("topics", "assurances  1 unit(s)"),
        ("claims", "s1.p1.c01  page 3, fact"),
        ("events", "e1  2021-07-08 Promises (done)"),
        ("actors", "tajikistan  Tajikistan"),
        ("places", "moscow  Moscow"),
        ("groups", "troika  Extended troika"),
        ("relations", "r1  taliban gives-assurances russia"),
        ("quantities", "exports  100.0 USD million: Exports"),
        ("references", "self-2021      Russia and the takeover"),
        ("datasets", "trade    flow, label, value"),
        ("figures", "trade  Exports lead"),
        ("tables", "partners  Stances"),
    ],
)
def test_names_are_listed_with_what_they_stand_for(what: str, line: str, tmp_path) -> None:
    about = None if what in ("reports", "briefs", "themes", "lengths") else "small"
    assert line in read.names(write(tmp_path), what, about)


def test_another_word_is_told(tmp_path) -> None:
    with pytest.raises(InputError, match="there are no unit to list\n    hint: did you mean `units`"):
        read.names(write(tmp_path), "unit")


@pytest.mark.parametrize("name", ["small", "russia-taliban-takeover"])
def test_the_spec_that_new_writes_is_right(name: str, tmp_path) -> None:
    project = write(tmp_path, {"briefs/small.yaml": None})
    (tmp_path / "briefs").mkdir()
    path = tmp_path / "briefs" / "mine.yaml"
    path.write_text(read.starter("mine", read.report(name, project).value), "utf-8")
    checked = read.load([path], project)
    assert checked.diagnostics == ()
    assert checked.value[0][0].id == "mine"


def test_diagnostics_of_others_get_their_lines(tmp_path) -> None:
    from briefgen.diagnostics import Diagnostic

    project = write(tmp_path)
    found = read.located(
        [Diagnostic(code="BG501", message="x", file="briefs/small.yaml", path=("content", 5))], project
    )
    assert (found[0].line, found[0].column) == (12, 5)
