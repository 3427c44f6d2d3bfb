"""The verbs as a person runs them: what they print, what they write, how they end."""

import json
from pathlib import Path

import pytest

from tests.support.project import POLICY_MAKERS, ROOT, copy, run, run_here


def test_help_lists_the_verbs() -> None:
    done = run("--help")
    assert done.returncode == 0
    for verb in ("build", "check", "figures", "list", "why", "trace", "schema", "explain", "new"):
        assert f"\n  {verb} " in done.stdout


def test_a_folder_without_briefs_says_how_to_start(tmp_path: Path) -> None:
    done = run("build", folder=tmp_path)
    assert done.returncode == 1
    assert "BG902" in done.stderr
    assert "briefgen new NAME" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_option_is_a_matter_of_usage() -> None:
    assert run("build", "--nonsense").returncode == 2


def test_an_unknown_length_names_the_nearest(tmp_path: Path) -> None:
    done = run("build", str(POLICY_MAKERS), "--length", "shrt", "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "no spec has a length 'shrt'" in done.stderr
    assert "did you mean 'short'?" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("units", "july-assurances"),
        ("sections", "takeover"),
        ("events", "e044"),
        ("actors", "tajikistan"),
        ("places", "dushanbe"),
        ("groups", "csto"),
        ("figures", "stances"),
        ("themes", "chancery"),
        ("lengths", "at most 1 page(s), 1 slide(s)"),
    ],
)
def test_list_names_what_a_spec_may_use(what: str, words: str) -> None:
    done = run_here("list", what, folder=ROOT)
    assert done.returncode == 0
    assert words in done.stdout


def test_explain_says_what_a_code_means_and_what_to_do() -> None:
    done = run("explain", "bg502")
    assert done.returncode == 0
    assert "BG502" in done.stdout
    assert len(done.stdout.split()) > 30
    wrong = run("explain", "BG998")
    assert wrong.returncode == 1
    assert "there is no diagnostic 'BG998'" in wrong.stderr


def test_schema_of_a_project_holds_the_ids_that_exist() -> None:
    plain = run("schema", "spec")
    filled = run("schema", "spec", "--project", str(ROOT))
    assert json.loads(plain.stdout)["title"]
    assert "july-assurances" not in plain.stdout
    assert "july-assurances" in filled.stdout
    assert json.loads(filled.stdout)


def test_an_unknown_kind_of_schema_is_told(tmp_path: Path) -> None:
    done = run("schema", "brief")
    assert done.returncode == 1
    assert "spec" in done.stderr
    assert "Traceback" not in done.stderr


def test_new_writes_a_spec_that_checks_and_never_overwrites(tmp_path: Path) -> None:
    done = run("new", "mine", folder=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "briefs" / "mine.yaml").is_file()
    checked = run("check", folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    again = run("new", "mine", folder=tmp_path)
    assert again.returncode == 1
    assert "is there already" in again.stderr


def test_check_tells_errors_as_json_for_tools(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    spec = project / "briefs" / "policy-makers.yaml"
    spec.write_text(spec.read_text("utf-8").replace("theme: chancery", "theme: chancry"), "utf-8")
    done = run("check", "--json", folder=project)
    assert done.returncode == 1
    errors = [d for d in json.loads(done.stdout) if d["severity"] == "error"]
    assert [(d["file"], d["line"] is not None) for d in errors] == [("briefs/policy-makers.yaml", True)]
    assert "chancery" in errors[0]["hint"]


def test_why_says_a_place_in_the_order_for_each_length_and_format(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    done = run("why", str(POLICY_MAKERS), "july-assurances", folder=project)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["one-page pdf", "short pdf", "one-page pptx", "short pptx"]
    assert lines[1].startswith("short pdf: in: place ")
    unknown = run("why", str(POLICY_MAKERS), "nobody", folder=project)
    assert unknown.returncode == 1
    assert "no unit" in unknown.stderr
