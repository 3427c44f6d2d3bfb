import os

import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.read.files import REPORT_MOST, SPEC_MOST

from .sample import FILES, told, write

ACTORS = "reports/small/actors.yaml"
SPEC = "briefs/small.yaml"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (ACTORS, b"", f"{ACTORS}:1:1: error[BG103] the file is empty"),
        (ACTORS, b"  \n\n", f"{ACTORS}:1:1: error[BG103] the file is empty"),
        (
            ACTORS,
            "id: é".encode("latin-1"),
            f"{ACTORS}:1:5: error[BG104] the file is not UTF-8: byte 0xE9 cannot stand here",
        ),
        (ACTORS, "- x\n- ünï ".encode() + b"\xff", f"{ACTORS}:2:7: error[BG104] the file is not UTF-8: byte 0xFF"),
        (ACTORS, FILES[ACTORS].encode("utf-16"), f"{ACTORS}:1:1: error[BG104] the file is not UTF-8 but UTF-16"),
        (
            ACTORS,
            b"- id: a\n  na\0me: b",
            f"{ACTORS}:2:5: error[BG105] a control character (U+0000) stands in the file",
        ),
        (
            ACTORS,
            "- id: a\u202eb".encode(),
            f"{ACTORS}:1:8: error[BG105] a control character (U+202E) stands in the file",
        ),
        (ACTORS, b"- id: \x1b[31m", f"{ACTORS}:1:7: error[BG105] a control character (U+001B) stands in the file"),
        (ACTORS, b"#" * (REPORT_MOST + 1), f"{ACTORS}: error[BG102] the file has 8.0 MiB; at most 8 MiB are read"),
        (SPEC, b"#" * (SPEC_MOST + 1), f"{SPEC}: error[BG102] the file has 1.0 MiB; at most 1 MiB are read"),
        (
            "reports/small/data/trade.csv",
            "flow,label,value\nexports,Außenhandel,1\n".encode("latin-1"),
            "reports/small/data/trade.csv:2:11: error[BG104] the file is not UTF-8: byte 0xDF",
        ),
    ],
)
def test_bytes_that_are_no_text_are_told(name: str, data: bytes, expected: str, tmp_path) -> None:
    assert told(tmp_path, {name: data}).startswith(expected)


def test_a_byte_order_mark_and_windows_lines_do_no_harm(tmp_path) -> None:
    files = {n: b"\xef\xbb\xbf" + t.replace("\n", "\r\n").encode() for n, t in FILES.items()}
    assert told(tmp_path, files) == ""


def test_lines_that_end_as_on_old_machines_are_lines(tmp_path) -> None:
    files = {n: t.replace("\n", "\r").encode() for n, t in FILES.items()}
    assert told(tmp_path / "right", files) == ""
    section = "reports/small/sections/main.yaml"
    files[section] = FILES[section].replace("[@interfax-2021]", "[@interfx-2021]").replace("\n", "\r").encode()
    files["reports/small/data/trade.csv"] = b"flow,label,value\rexports,Exports,many\r"
    assert told(tmp_path / "wrong", files) == (
        "reports/small/data/trade.csv:2:17: error[BG623] `many` is not a number\n"
        "    hint: write digits with a point for decimals, without unit; leave it empty if not known\n"
        f"{section}:20:63: error[BG301] there is no reference `interfx-2021`\n"
        "    hint: did you mean `interfax-2021`?"
    )


def test_utf_16_without_a_mark_is_told_as_such(tmp_path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        said = told(tmp_path / encoding, {ACTORS: FILES[ACTORS].encode(encoding)})
        assert said.startswith(
            f"{ACTORS}:1:1: error[BG104] the file is not UTF-8 but UTF-16\n    hint: save it as UTF-8"
        )


def test_a_table_out_of_a_spreadsheet_may_begin_with_a_byte_order_mark(tmp_path) -> None:
    table = "reports/small/data/trade.csv"
    assert told(tmp_path, {table: b"\xef\xbb\xbf" + FILES[table].replace("\n", "\r\n").encode()}) == ""


def test_a_position_after_a_byte_order_mark_is_right(tmp_path) -> None:
    broken = FILES[ACTORS].replace("type: movement", "type: move")
    text = told(tmp_path, {ACTORS: b"\xef\xbb\xbf" + broken.replace("\n", "\r\n").encode()})
    assert text.startswith(f"{ACTORS}:3:23: error[BG204]")


def test_a_link_out_of_the_project_is_refused(tmp_path) -> None:
    outside = tmp_path / "elsewhere.yaml"
    outside.write_text(FILES[ACTORS])
    root = tmp_path / "project"
    write(root, {ACTORS: None})
    (root / ACTORS).symlink_to(outside)
    assert f"{ACTORS}: error[BG116] the file lies outside the project" in told(root, {ACTORS: None})


def test_a_link_inside_the_project_is_followed(tmp_path) -> None:
    write(tmp_path)
    (tmp_path / ACTORS).rename(tmp_path / "people.yaml")
    (tmp_path / ACTORS).symlink_to(tmp_path / "people.yaml")
    assert told(tmp_path, {ACTORS: None}) == ""


def test_links_that_lead_nowhere_are_told(tmp_path) -> None:
    write(tmp_path, {ACTORS: None, "reports/small/events.yaml": None})
    (tmp_path / ACTORS).symlink_to(tmp_path / "nothing.yaml")
    loop = tmp_path / "reports/small/events.yaml"
    loop.symlink_to(loop)
    text = told(tmp_path, {ACTORS: None, "reports/small/events.yaml": None})
    assert f"{ACTORS}: error[BG100] there is no such file" in text
    assert "reports/small/events.yaml: error[BG101] the file cannot be read" in text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_folders_are_no_files(tmp_path) -> None:
    write(tmp_path, {ACTORS: None, "reports/small/events.yaml": None})
    os.mkfifo(tmp_path / ACTORS)
    (tmp_path / "reports/small/events.yaml").mkdir()
    text = told(tmp_path, {ACTORS: None, "reports/small/events.yaml": None})
    assert f"{ACTORS}: error[BG101] this is not a file" in text
    assert "reports/small/events.yaml: error[BG101] this is not a file" in text


def test_a_spec_that_is_not_there_is_told(tmp_path) -> None:
    project = write(tmp_path)
    with pytest.raises(InputError, match=r"briefs/none.yaml: error\[BG100\] there is no such file"):
        read.load([tmp_path / "briefs" / "none.yaml"], project)


@pytest.mark.parametrize("name", ["../../etc", "/etc", "small/../small", "SMALL", "a b"])
def test_a_report_cannot_be_named_by_a_path(name: str, tmp_path) -> None:
    text = told(tmp_path, {SPEC: FILES[SPEC].replace("report: small", f'report: "{name}"')})
    assert f"{SPEC}:1:9: error[BG207] `report` `{name}` is no id" in text
