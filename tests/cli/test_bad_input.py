"""Whatever is wrong in the files: `briefgen build` says so in words, ends with 1, and leaves everything as it was.

`cases/bad_input.txt` holds what can be written down, the tests below what cannot. All run the whole command; a few
of them in a process of its own, to see that it makes no difference.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefgen.resources import assets
from tests.read.casefile import Case, cases
from tests.read.sample import FILES, OWN_THEME, own_theme, write
from tests.support.project import run, run_here

CASES = cases(Path(__file__).parent / "cases")
ACTORS = "reports/small/actors.yaml"
EVENTS = "reports/small/events.yaml"
SECTION = "reports/small/sections/main.yaml"
SPEC = "briefs/small.yaml"
Changes = Mapping[str, str | bytes | None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project with what was built from it."""
    folder = tmp_path_factory.mktemp("built") / "project"
    write(folder)
    done = run("build", "--cache-dir", folder.parent / "cache", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    (tmp_path / "cache").symlink_to(built.parent / "cache")
    return Path(shutil.copytree(built, tmp_path / "project"))


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Return all files and folders, links not followed."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*")}
    return {n: None if p.is_dir() or p.is_symlink() else p.read_bytes() for n, p in sorted(found.items())}


def refused(project: Path, changes: Changes | None = None, *, process: bool = False) -> str:
    """Change files, build, and return what is said; the build must fail and leave all as it was."""
    for name, content in (changes or {}).items():
        path = project / name
        path.parent.mkdir(exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = snapshot(project)
    assert "out/small/manifest.json" in before
    command = run if process else run_here
    done = command("build", "--cache-dir", project.parent / "cache", folder=project)
    assert done.returncode == 1, f"exit code {done.returncode}\n{done.stdout}{done.stderr}"
    assert done.stdout == ""
    assert snapshot(project) == before
    *said, last = done.stderr.splitlines()
    assert last.endswith("says more")
    return "\n".join(said)


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_what_is_wrong_is_told_and_nothing_is_written(case: Case, project: Path) -> None:
    assert case.expected
    assert refused(project, case.changes) == case.expected


@pytest.mark.parametrize("case", CASES[::6], ids=[c.name for c in CASES[::6]])
def test_a_process_says_and_does_the_same(case: Case, project: Path) -> None:
    assert refused(project, case.changes, process=True) == case.expected


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "invalid UTF-8",
            FILES[ACTORS].replace("Tajikistan", "Tadschikistan é").encode("latin-1"),
            f"{ACTORS}:2:53: error[BG104] the file is not UTF-8: byte 0xE9 cannot stand here\n"
            "    hint: save it as UTF-8",
        ),
        (
            "NUL",
            FILES[ACTORS].replace("Taliban}", "Tali\0ban}").encode(),
            f"{ACTORS}:3:43: error[BG105] a control character (U+0000) stands in the file\n"
            "    hint: delete it; it is often left over from copying out of another program",
        ),
        (
            "an escape sequence of terminals",
            FILES[ACTORS].replace("Taliban}", "\x1b[31mTaliban}").encode(),
            f"{ACTORS}:3:39: error[BG105] a control character (U+001B) stands in the file\n"
            "    hint: delete it; it is often left over from copying out of another program",
        ),
        (
            "text turned backwards",
            FILES[ACTORS].replace("Taliban}", "\u202eTaliban}").encode(),
            f"{ACTORS}:3:39: error[BG105] a control character (U+202E) stands in the file\n"
            "    hint: delete it; it is often left over from copying out of another program",
        ),
        (
            "an empty file",
            b"",
            f"{ACTORS}:1:1: error[BG103] the file is empty\n"
            "    hint: see `briefgen schema actors` for what belongs here",
        ),
        (
            "20,000 nested brackets",
            b"[" * 20_000 + b"]" * 20_000,
            f"{ACTORS}:1:1001: error[BG110] more than 100 levels are nested here\n"
            "    hint: bring the data into the shape that the schema asks for",
        ),
        (
            "20,000 nested braces",
            b"{a: " * 20_000,
            f"{ACTORS}:1:401: error[BG110] more than 100 levels are nested here\n"
            "    hint: bring the data into the shape that the schema asks for",
        ),
        (
            "50 MB",
            b"- {id: a, type: state, name: A}\n" * (50 * 2**20 // 32),
            f"{ACTORS}: error[BG102] the file has 50.0 MiB; at most 8 MiB are read\n"
            "    hint: split it, or leave out what no brief needs",
        ),
        (
            "UTF-16",
            FILES[ACTORS].encode("utf-16"),
            f"{ACTORS}:1:1: error[BG104] the file is not UTF-8 but UTF-16\n    hint: save it as UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_report_are_told(name: str, data: bytes, said: str, project: Path) -> None:
    assert refused(project, {ACTORS: data}) == said


LONG = "Donaudampfschiffahrt" * 150


@pytest.mark.parametrize(
    ("file", "old", "place", "what", "most"),
    [
        (SPEC, "Moscow wants calm", "2:8", "`title`", 300),
        (SECTION, "Nothing is decided.", "42:11", "`text`", 2000),
        (SECTION, "The Taliban promised calm.", "21:12", "`short`", 300),
        (SECTION, "Support has conditions", "11:11", "`lead`", 300),
        (SECTION, "Engagement stops short", "2:11", "`headline`", 300),
        ("reports/small/references.yaml", "Талибан заверил Москву", "8:10", "`title`", 300),
        ("reports/small/data/stances.csv", "opposed", "2:12", "the cell", 300),
        ("reports/small/data/trade.csv", "Exports", "2:9", "the cell", 300),
        ("reports/small/figures.yaml", "Moscow gathered promises", "18:13", "`headline`", 300),
        (EVENTS, "Promises", "3:10", "`label`", 32),
    ],
)
def test_a_word_of_3000_characters_is_told(
    file: str, old: str, place: str, what: str, most: int, project: Path
) -> None:
    assert FILES[file].count(old) == 1
    word = "Donaudampfschiffahrt" * 150
    told = refused(project, {file: FILES[file].replace(old, word)})
    assert told == (
        f"{file}:{place}: error[BG206] {what} has 3000 characters; at most {most} fit\n    hint: say it shorter"
    )


def test_a_link_out_of_the_project_is_refused(project: Path) -> None:
    elsewhere = project.parent / "elsewhere.yaml"
    elsewhere.write_text(FILES[ACTORS])
    (project / ACTORS).unlink()
    (project / ACTORS).symlink_to(elsewhere)
    hint = "\n    hint: copy it into the project; links may not lead out of it"
    assert refused(project) == f"{ACTORS}: error[BG116] the file lies outside the project{hint}"


def dress(project: Path, font: bytes | None = None) -> None:
    """Dress the brief in a theme of its own, whose first font is a file of the project's."""
    path = project / OWN_THEME
    path.parent.mkdir()
    path.write_text(own_theme().replace('"SourceSerif4-Regular.ttf"', '"own.ttf"', 1), "utf-8")
    spec = project / SPEC
    spec.write_text(FILES[SPEC] + "theme: own\n")
    (project / "fonts").mkdir()
    if font is not None:
        (project / "fonts" / "own.ttf").write_bytes(font)


def test_a_font_that_is_a_link_out_of_the_project_is_refused(project: Path) -> None:
    dress(project)
    elsewhere = project.parent / "elsewhere.ttf"
    shutil.copy(assets() / "fonts" / "SourceSerif4-Regular.ttf", elsewhere)
    (project / "fonts" / "own.ttf").symlink_to(elsewhere)
    assert refused(project) == (
        f"{OWN_THEME}:4:28: error[BG116] the font file `own.ttf` lies outside the project\n"
        "    hint: copy it into the project's folder fonts/"
    )


WHOLE = (assets() / "fonts" / "SourceSerif4-Regular.ttf").read_bytes()
HALF = len(WHOLE) // 2


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is not a font"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "is not a font"),
        (b"wOF2" + WHOLE[4:], "is a web font, which only browsers read"),
        (WHOLE[:100], "is cut short"),
        (WHOLE[:HALF], "is cut short"),
        (WHOLE[:HALF] + bytes([WHOLE[HALF] ^ 1]) + WHOLE[HALF + 1 :], "is damaged in the table "),
        (b"OTTO" + WHOLE[4:], "has PostScript outlines; a page font needs TrueType outlines"),
    ],
    ids=["empty", "a picture", "a web font", "cut after its head", "cut in the middle", "one bit wrong", "PostScript"],
)
def test_a_damaged_font_is_told_where_the_theme_names_it(data: bytes, fault: str, project: Path) -> None:
    dress(project, data)
    told, hint = refused(project).split("\n")
    assert told.startswith(f"{OWN_THEME}:4:28: error[BG402] `own.ttf` {fault}")
    assert hint == "    hint: give a whole TrueType file (.ttf) in its place"


def test_two_specs_of_one_name_are_told(project: Path) -> None:
    assert refused(project, {"briefs/small.yml": FILES[SPEC]}) == (
        "briefs/small.yml:1:1: error[BG430] a brief `small` is specified twice, first in briefs/small.yaml\n"
        "    hint: rename one of the two: the files of a brief are called after its spec"
    )
