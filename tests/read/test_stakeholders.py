"""Who receives what: read with every error at its place, and never an echo of a password."""

from pathlib import Path

import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.model.stakeholders import Channel, Secret, Security
from briefgen.resources import asset

from .sample import write

GOOD = """\
sender: {name: Example Institute, email: briefs@example.org, smtp: {host: mail.example.org, security: tls}}
organisations:
  - id: ministry
    name: Ministry of Example
    marking: TLP:AMBER
    languages: [en, fr]
    delivery: eml
    mark: true
    password: {env: MINISTRY_PASSWORD}
    receives: [{topics: [assurances]}]
groups:
  - {id: planners, receives: [{briefs: [small], lengths: [short], formats: [pdf]}]}
recipients:
  - id: amina
    name: Amina Rahimi
    email: amina@ministry.example.org
    organisation: ministry
    groups: [planners]
  - id: boris
    name: Boris
    email: boris@ministry.example.org
    organisation: ministry
    marking: TLP:RED
    languages: [ru]
    delivery: smtp
    mark: "{name}, {copy}"
    password: {file: secret.txt}
    receives: [{briefs: [small]}]
  - {id: desk, name: The desk, receives: [{}]}
"""


def loaded(folder: Path, text: str = GOOD) -> read.Checked:
    project = write(folder)
    (folder / "stakeholders.yaml").write_text(text, "utf-8")
    return read.stakeholders(folder / "stakeholders.yaml", project)


def told(folder: Path, text: str) -> str:
    try:
        return "\n".join(map(str, loaded(folder, text).diagnostics))
    except InputError as error:
        return str(error)


def test_a_recipient_takes_over_what_it_does_not_give(tmp_path: Path) -> None:
    amina, boris, desk = loaded(tmp_path).value.recipients
    assert (amina.organisation, amina.marking, amina.languages) == ("Ministry of Example", "TLP:AMBER", ("en", "fr"))
    assert (amina.channel, amina.mark, amina.secret) == (
        Channel.EML,
        "{name} · {copy}",
        Secret(source="env", name="MINISTRY_PASSWORD"),
    )
    assert [(w.briefs, w.topics, w.lengths, w.formats) for w in amina.wishes] == [
        (("small",), (), ("short",), ("pdf",)),
        ((), ("assurances",), (), ()),
    ]
    assert (boris.marking, boris.languages, boris.channel) == ("TLP:RED", ("ru",), Channel.SMTP)
    assert (boris.mark, boris.secret) == ("{name}, {copy}", Secret(source="file", name="secret.txt"))
    assert [w.briefs for w in boris.wishes] == [("small",), ()]
    assert (desk.channel, desk.marking, desk.mark, desk.secret, desk.languages) == (
        Channel.FOLDER,
        None,
        None,
        None,
        (),
    )


def test_a_server_has_the_port_of_its_security(tmp_path: Path) -> None:
    sender = loaded(tmp_path).value.sender
    assert (sender.server.port, sender.server.security, sender.most) == (465, Security.TLS, 20 * 2**20)


def test_the_shipped_example_is_right() -> None:
    project = read.find(Path(__file__).parents[2])
    found = read.stakeholders(asset("examples", "stakeholders.yaml"), project)
    assert found.diagnostics == ()
    addresses = [r.email for r in found.value.recipients if r.email] + [found.value.sender.email]
    assert all(a.endswith("example.org") for a in addresses)


WRONG = [
    (
        "email: amina@ministry.example.org",
        'email: "amina@example.org\\nBcc: x@example.org"',
        "16:12: error[BG440] this is no address for mail\n    hint: write it like desk@example.org",
    ),
    (
        "    email: amina@ministry.example.org\n",
        "",
        "14:5: error[BG441] `amina` receives by eml, but has no address\n    hint: add `email`, or `delivery: folder`",
    ),
    (
        "    groups: [planners]\n",
        "    groups: [planers]\n",
        "18:14: error[BG301] there is no group `planers`\n    hint: did you mean `planners`?",
    ),
    (
        "  - id: boris\n",
        "  - id: amina\n",
        "19:9: error[BG302] recipient `amina` stands twice, first as entry 1\n    hint: give one of them another id",
    ),
    (
        "receives: [{briefs: [small]}]",
        "receives: [{briefs: [smal]}]",
        "28:26: error[BG301] there is no brief `smal`\n    hint: did you mean `small`?",
    ),
    (
        ", smtp: {host: mail.example.org, security: tls}",
        "",
        "19:5: error[BG442] `boris` receives by smtp, but `sender` has no server\n"
        "    hint: add `smtp: {host: ...}` to `sender`, or take `delivery: eml`",
    ),
    (
        "{id: desk, name: The desk, receives: [{}]}",
        "{id: desk, name: The desk}",
        "29:5: warning[BG444] `desk` receives nothing\n"
        "    hint: add `receives` to it, to its organisation or to one of its groups",
    ),
    (
        "marking: TLP:RED",
        "marking: TLP:BLACK",
        "23:14: error[BG204] `marking` cannot be `TLP:BLACK`\n"
        "    hint: one of: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED",
    ),
    (
        "password: {file: secret.txt}",
        "password: {file: secret.txt, prompt: true}",
        "27:15: error[BG443] a password comes from one place\n"
        "    hint: write {prompt: true}, {env: VARIABLE} or {file: NAME}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), WRONG, ids=[w[2].partition("]")[0] for w in WRONG])
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, expected: str, tmp_path: Path) -> None:
    assert GOOD.count(old) == 1
    assert told(tmp_path, GOOD.replace(old, new)) == f"stakeholders.yaml:{expected}"


@pytest.mark.parametrize("written", ["password: hunter2-secret", "password: 4815162342", "password: [hunter2-secret]"])
def test_a_password_in_the_file_is_an_error_that_does_not_repeat_it(written: str, tmp_path: Path) -> None:
    said = told(tmp_path, GOOD.replace("password: {env: MINISTRY_PASSWORD}", written))
    assert "stakeholders.yaml:9:15: error[BG" in said
    assert "hunter2-secret" not in said
    assert "4815162342" not in said


def test_nothing_of_it_is_cached(tmp_path: Path) -> None:
    loaded(tmp_path)
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and "cache" in p.parts]


def test_a_file_from_elsewhere_may_be_named(tmp_path: Path) -> None:
    project = write(tmp_path / "project")
    (tmp_path / "elsewhere.yaml").write_text(GOOD, "utf-8")
    assert len(read.stakeholders(tmp_path / "elsewhere.yaml", project).value.recipients) == 3


@pytest.mark.parametrize(("text", "code"), [("", "BG103"), ("- 1\n", "BG113"), ("recipients: []\n", "BG208")])
def test_a_file_of_another_form_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert f"error[{code}]" in told(tmp_path, text)


def test_names_with_characters_that_turn_the_text_are_told(tmp_path: Path) -> None:
    assert "error[BG105]" in told(tmp_path, GOOD.replace("name: Boris", "name: \u202eBoris"))
