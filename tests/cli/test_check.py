"""`briefgen check`: what it looks at, what it says, how it ends, and what it tells tools."""

import json
import shutil
from pathlib import Path

import pytest

from tests.read.sample import FILES, OWN_THEME, own_theme, write
from tests.support.project import run_here

SPEC, ACTORS = "briefs/small.yaml", "reports/small/actors.yaml"
KEYS = ["code", "severity", "file", "line", "column", "message", "hint"]
USED = {
    "reports/small/places.yaml": "".join(
        line
        for line in FILES["reports/small/places.yaml"].splitlines(keepends=True)
        if not any(f"id: {name}," in line for name in ("pamir", "border", "base"))
    )
}
"""The sample without the places that nothing names."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path / "project", USED)
    return tmp_path / "project"


def check(project: Path, *arguments: str) -> tuple[int, str, str]:
    done = run_here("check", "--cache-dir", project.parent / "cache", *arguments, folder=project)
    return done.returncode, done.stdout, done.stderr


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_right_is_counted(project: Path) -> None:
    said = "1 spec; report small: 5 units, 2 events, 2 references: nothing wrong\n"
    assert check(project) == (0, said, "")
    assert check(project, SPEC) == (0, said, "")


def test_json_of_what_is_right_is_an_empty_list(project: Path) -> None:
    assert check(project, "--json") == (0, "[]\n", "")


def test_json_has_the_keys_that_it_promises_in_their_order(project: Path) -> None:
    change(project, ACTORS, "type: movement", "type: movment")
    code, out, err = check(project, "--json")
    assert (code, err) == (1, "")
    assert out == (
        "[\n  {\n"
        '    "code": "BG204",\n'
        '    "severity": "error",\n'
        f'    "file": "{ACTORS}",\n'
        '    "line": 3,\n'
        '    "column": 23,\n'
        '    "message": "`type` cannot be `movment`",\n'
        '    "hint": "did you mean `movement`?"\n'
        "  }\n]\n"
    )


def test_json_of_warnings_ends_with_nought(project: Path) -> None:
    change(project, "reports/small/sections/main.yaml", "    rank: 80", "    rank: 8")
    code, out, _ = check(project, "--json")
    assert code == 0
    assert [(d["severity"], d["code"]) for d in json.loads(out)] == [("warning", "BG304")]


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--project", "none"), "BG120"), (("briefs/none.yaml",), "BG100")], ids=str
)
def test_json_tells_also_what_has_no_line(arguments: tuple[str, ...], code: str, project: Path) -> None:
    ended, out, err = check(project, "--json", *arguments)
    (told,) = json.loads(out)
    assert list(told) == KEYS
    assert (ended, err, told["code"], told["line"], told["column"]) == (1, "", code, None, None)


def test_without_specs_reports_and_themes_that_no_spec_names_are_looked_at(project: Path) -> None:
    shutil.copytree(project / "reports" / "small", project / "reports" / "other")
    change(project, "reports/other/report.yaml", "id: small", "id: another")
    (project / "themes").mkdir()
    (project / OWN_THEME).write_text(own_theme().replace('"accent": "#8A1C2C"', '"accent": red', 1), "utf-8")
    assert check(project, SPEC)[0] == 0
    code, out, err = check(project)
    assert (code, out) == (1, "")
    assert err == (
        "reports/other/report.yaml:1:5: error[BG118] the report is called `another`, its folder `other`\n"
        "    hint: give both the same name\n"
        "themes/own.yaml:3:20: error[BG710] `red` is no colour\n"
        '    hint: write six hexadecimal digits in quotes: "#8A1C2C"\n'
        "2 errors; `briefgen explain BG118` says more\n"
    )


def test_a_project_of_reports_alone_is_checked(project: Path) -> None:
    (project / SPEC).unlink()
    said = "0 specs; report small: 5 units, 2 events, 2 references: nothing wrong\n"
    assert check(project) == (0, said, "")


def test_a_folder_with_nothing_to_check_says_how_to_start(tmp_path: Path) -> None:
    code, _, err = check(tmp_path)
    assert code == 1
    assert "error[BG902]" in err


LEFTOVERS = {
    "reports/small/actors.yaml": "- {id: nobody, type: person, name: Nobody}\n",
    "reports/small/places.yaml": "- {id: pamir, name: Pamir, precision: area}\n",
    "reports/small/events.yaml": "- {id: e3, date: 2001, label: A, text: A., status: done, actors: [tajikistan]}\n",
    "reports/small/quantities.yaml": "- {id: more, value: 7, unit: states, what: States, cites: [third-2021]}\n",
    "reports/small/source.yaml": "- {id: s1.p1.c03, paragraph: s1.p1, page: 5}\n",
    "reports/small/references.yaml": "".join(
        f"- {{id: {name}-2021, type: book, title: A book}}\n" for name in ("third", *(f"w{n}" for n in range(1, 10)))
    ),
}


def test_what_nothing_names_is_told_once_a_file(project: Path) -> None:
    for file, more in LEFTOVERS.items():
        (project / file).write_text((project / file).read_text("utf-8") + more, "utf-8")
    hint = "    hint: name them where they belong, or take them out"
    code, out, err = check(project)
    assert (code, out) == (0, "")
    named = "third-2021, w1-2021, w2-2021, w3-2021, w4-2021, w5-2021, w6-2021, w7-2021 and 2 more"
    works = f"10 of 12 works are cited by no unit and no figure: {named}"
    assert err.splitlines() == [
        "reports/small/actors.yaml:4:3: warning[BG335] 1 of 4 actors is named by nothing: nobody",
        hint,
        "reports/small/events.yaml:11:3: warning[BG335] 1 of 3 events is told by no unit and no figure: e3",
        hint,
        "reports/small/places.yaml:4:3: warning[BG335] 1 of 4 places is named by nothing: pamir",
        hint,
        "reports/small/quantities.yaml:2:3: warning[BG335] 1 of 2 quantities is stated by no unit and no figure: more",
        hint,
        f"reports/small/references.yaml:13:3: warning[BG333] {works}",
        hint,
        "reports/small/source.yaml:3:3: warning[BG334] 1 of 3 claims is covered by no unit: s1.p1.c03",
        hint,
        "6 warnings; `briefgen explain BG335` says more",
    ]
    assert check(project, SPEC)[2] == ""


def test_fonts_and_letters_are_told_before_a_build(project: Path) -> None:
    change(project, SPEC, "as_of: 2021-11-14", "as_of: 2021-11-14\ntheme: own")
    (project / "themes").mkdir()
    path = project / OWN_THEME
    path.write_text(own_theme().replace("SourceSerif4-Italic.ttf", "Missing.ttf", 1), "utf-8")
    assert "themes/own.yaml:4:66: error[BG401] font file `Missing.ttf` not found\n" in check(project)[2]
    path.write_text(own_theme(), "utf-8")
    change(project, "reports/small/sections/main.yaml", "Nothing is decided.", "Nothing on 塔利班.")
    said = "42:11: error[BG405] the theme's page fonts have no glyphs for “塔利班” in `text`\n"
    assert check(project)[2].startswith(f"reports/small/sections/main.yaml:{said}")
