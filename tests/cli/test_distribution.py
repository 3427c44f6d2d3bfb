"""From a brief to who holds it: distribute, ledger, status, supersede, as a person runs them."""

import datetime as dt
import email.policy
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from briefgen.build import distribution as running
from briefgen.distribute.deckmark import EMU
from briefgen.errors import InputError
from briefgen.model.measures import mm
from briefgen.preflight import ink
from tests.distribute.post_office import PASSWORD, USER, authority, post_office
from tests.read.sample import FILES, write
from tests.support.project import ROOT, run

MAIN = "reports/small/sections/main.yaml"
STAKEHOLDERS = """\
sender: {name: Example Institute, email: briefs@example.org, smtp: {host: localhost, port: PORT, per_minute: 6000}}
recipients:
  - id: amina
    name: Amina Rahimi
    email: amina@example.org
    delivery: eml
    mark: true
    receives: [{briefs: [small], lengths: [one-page], formats: [pdf]}]
  - id: boris
    name: Boris
    email: boris@example.org
    delivery: smtp
    receives: [{briefs: [small], lengths: [short]}]
  - {id: chen, name: Chen, languages: [zh], receives: [{briefs: [small]}]}
"""
PDF, DECK = (
    "Russia and the takeover - short - 2021-11-14 - en.pdf",
    "Russia and the takeover - short - 2021-11-14 - en.pptx",
)
ONE = "Russia and the takeover - one-page - 2021-11-14 - en.pdf"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


AT = dt.datetime(2021, 11, 20, 9, 30, tzinfo=dt.UTC)


class Desk:
    """A project, and the commands run in it."""

    def __init__(self, root: Path, cache: Path, spec: str = "") -> None:
        self.root, self.cache = root, cache
        write(root, {"briefs/small.yaml": FILES["briefs/small.yaml"] + spec})
        self.stakeholders(STAKEHOLDERS)

    def stakeholders(self, text: str, port: int = 587) -> None:
        (self.root / "stakeholders.yaml").write_text(text.replace("PORT", str(port)), "utf-8")

    def edit(self, old: str, new: str, file: str = MAIN) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def __call__(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        verb, *rest = arguments
        if verb == "distribute":
            rest += ["--to", "stakeholders.yaml"]
        return run(verb, *rest, "--cache-dir", self.cache, folder=self.root, environment=environment)

    def files(self, folder: str = "distribution") -> list[str]:
        top = self.root / folder
        return sorted(p.relative_to(top).as_posix() for p in top.rglob("*") if p.is_file() and "sqlite" not in p.name)


@pytest.fixture
def desk(tmp_path: Path, cache: Path) -> Desk:
    return Desk(tmp_path / "p", cache)


def test_a_dry_run_says_who_would_get_what_and_writes_nothing(desk: Desk) -> None:
    before = sorted(desk.root.rglob("*"))
    done = desk("distribute", "--dry-run")
    assert (done.returncode, sorted(desk.root.rglob("*"))) == (0, before)
    assert (
        done.stdout
        == f"""\
amina (Amina Rahimi): folder with a mail to send on, marked
    {ONE}
boris (Boris): mail
    {PDF}
    {DECK}
nothing was written
"""
    )
    assert "warning[BG922] `chen` (Chen) gets nothing: it reads zh, and what it asks for is in en" in done.stderr


def test_packages_ledger_and_status_agree(desk: Desk) -> None:
    done = desk("distribute")
    assert done.returncode == 0, done.stderr
    assert desk.files() == [
        f"amina/delivery-1/{ONE}",
        *(f"amina/delivery-1/{n}" for n in ("SHA256SUMS", "cover.html", "cover.txt", "message.eml")),
        f"boris/delivery-1/{PDF}",
        f"boris/delivery-1/{DECK}",
        *(f"boris/delivery-1/{n}" for n in ("SHA256SUMS", "cover.html", "cover.txt", "message.eml")),
    ]
    head, amina, boris = desk("ledger").stdout.splitlines()
    assert head.startswith("small, edition 1 (")
    assert amina.startswith("    amina (Amina Rahimi), copy 1: one-page pdf; eml, done, 2")
    assert boris.startswith("    boris (Boris), copy 2: short pdf, short pptx; smtp, waits to be sent, 2")
    status = desk("status", "distribution")
    assert status.returncode == 0
    assert status.stdout.count(": current (edition ") == 3
    assert desk("ledger", "--stale").stdout == "nobody holds an outdated edition\n"
    again = desk("distribute", "--only", "amina")
    assert (again.returncode, again.stdout) == (0, "ledger: distribution/distribution.sqlite\n")


def test_an_edited_unit_makes_what_shows_it_stale_and_names_it(desk: Desk) -> None:
    desk("distribute")
    desk.edit("promised calm on 8 July 2021", "promised calm again on 8 July 2021")
    paper = desk("status", f"distribution/boris/delivery-1/{PDF}")
    assert paper.returncode == 3
    head, *rest = paper.stdout.splitlines()
    assert head.startswith(f"distribution/boris/delivery-1/{PDF}: stale (edition ")
    assert rest == [
        "    unit talks (page 1)",
        "      - In Moscow the Taliban promised calm on 8 July 2021. Exports stood at USD 100 million.",
        "      + In Moscow the Taliban promised calm again on 8 July 2021. Exports stood at USD 100 million.",
    ]
    slides = desk("status", f"distribution/boris/delivery-1/{DECK}")
    assert slides.returncode == 3
    assert "    unit talks (slide 3)\n" in slides.stdout


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            MAIN,
            "  - id: later\n",
            "  - {id: more, kind: fact, text: Something that no file shows., rank: 1}\n  - id: later\n",
        ),
        (MAIN, "    rank: 80\n", "    rank: 81\n"),
        (MAIN, "    topics: [assurances]\n", "    topics: [assurances, talks]\n"),
        ("reports/small/relations.yaml", "type: gives-assurances", "type: gives-nothing"),
        ("reports/small/report.yaml", "series: {name: Notes,", "rights: Free\nseries: {name: Notes,"),
    ],
    ids=["a new unit", "a rank", "a topic", "a relation", "the rights"],
)
def test_what_no_file_shows_raises_no_alarm(desk: Desk, file: str, old: str, new: str) -> None:
    desk("distribute")
    desk.edit(old, new, file)
    assert desk("check").returncode == 0
    done = desk("status", "distribution")
    assert (done.returncode, done.stdout.count(": current")) == (0, 3), done.stdout


EVENT = "event e2 (slide 3)\n      - 2021-08: Kabul fell.\n      + 2021-09: Kabul fell."
TITLE = "title\n      - Moscow wants calm\n      + Moscow wants order"
REPORT, SPEC = "reports/small", "briefs/small.yaml"
SHOWN = {
    "an event": (f"{REPORT}/events.yaml", "date: 2021-08,", "date: 2021-09,", EVENT),
    "a reference": (f"{REPORT}/references.yaml", "заверил", "обманул", "reference interfax-2021 (slide"),
    "a number": (f"{REPORT}/data/trade.csv", "Imports,5", "Imports,6", "figure trade (slide 4)"),
    "a row": (f"{REPORT}/data/stances.csv", "tajikistan,", "russia,opposed\ntajikistan,", "figure map (slide 5)"),
    "a name on a map": (f"{REPORT}/actors.yaml", "name: Tajikistan", "name: Tadjikistan", "figure map (slide 5)"),
    "the title": (SPEC, "title: Moscow wants calm", "title: Moscow wants order", TITLE),
    "the marking": (SPEC, "emphasise:", "marking: TLP:GREEN\nemphasise:", "marking\n      - –\n      + TLP:GREEN"),
    "own words": (SPEC, "short: It may depend on safety.}", "short: It may depend on calm.}", "unit judged (slide"),
    "a status": (MAIN, "    status: done\n", "    status: reported\n", "changed in what is not its words"),
}


@pytest.mark.parametrize(("file", "old", "new", "said"), SHOWN.values(), ids=SHOWN)
def test_whatever_a_file_shows_makes_it_stale(desk: Desk, file: str, old: str, new: str, said: str) -> None:
    desk("distribute", "--only", "boris")
    desk.edit(old, new, file)
    assert desk("check").returncode == 0, desk("check").stderr
    done = desk("status", f"distribution/boris/delivery-1/{DECK}")
    assert done.returncode == 3
    assert said in done.stdout


def test_a_unit_that_is_gone_or_withheld_may_no_longer_be_shown(desk: Desk) -> None:
    desk("distribute")
    desk.edit("  - id: later\n", "  - id: later\n    marking: TLP:AMBER\n")
    desk.edit("report: small\n", "report: small\nredact: true\n", "briefs/small.yaml")
    done = desk("status", "distribution/boris")
    assert done.returncode == 3
    assert (
        "    unit later (page 2)\n      - Nothing is decided.\n      no longer there, or no longer to be shown\n"
        in done.stdout
    )


def test_who_holds_an_outdated_edition_is_known_and_gets_the_new_one(desk: Desk) -> None:
    desk("distribute", "--only", "amina")
    desk.edit("text: Nothing is decided.", "text: Nothing has been decided.")
    stale = desk("ledger", "--stale")
    assert stale.returncode == 3
    assert stale.stdout.startswith("small, edition 1 (")
    assert "  outdated in one-page pdf:\n    unit later (page 1)\n" in stale.stdout
    assert "+ Nothing has been decided." in stale.stdout
    plain = desk("distribute", "--only", "amina")
    assert "amina (Amina Rahimi)" in plain.stdout
    assert "holds 1 outdated file(s): --supersede gives it the new edition" in plain.stdout
    assert not (desk.root / "distribution/amina/delivery-2").exists()
    done = desk("distribute", "--supersede")
    assert done.returncode == 0, done.stderr
    cover = (desk.root / "distribution/amina/delivery-2/cover.txt").read_text("utf-8")
    assert (
        "It takes the place of edition 1, which you hold and which is outdated. What changed:\n- statement, page 1\n"
        in cover
    )
    assert "    was: Nothing is decided.\n    now: Nothing has been decided.\n" in cover
    assert not (desk.root / "distribution/boris").exists(), "boris holds nothing that could be superseded"
    assert desk("ledger", "--stale").returncode == 0
    assert desk("status", "distribution/amina/delivery-1").returncode == 3
    assert desk("status", "distribution/amina/delivery-2").returncode == 0


@pytest.mark.parametrize(
    "spec",
    [
        ("report: small\n", "report: small\nredact: true\n"),
        ("  - outlook\n", ""),
    ],
    ids=["withheld", "left out"],
)
def test_a_note_does_not_quote_what_may_no_longer_be_shown(desk: Desk, spec: tuple[str, str]) -> None:
    desk("distribute", "--only", "amina")
    desk.edit("  - id: later\n", "  - id: later\n    marking: TLP:AMBER\n")
    desk.edit("text: Nothing is decided.", "text: Nothing is decided but the secret.")
    desk.edit(*spec, "briefs/small.yaml")
    done = desk("distribute", "--supersede")
    assert done.returncode == 0, done.stderr
    package = desk.root / "distribution/amina/delivery-2"
    told = (package / "cover.txt").read_text("utf-8")
    assert "- statement, page 1\n    no longer stands\n" in told
    assert "- Nothing is decided." in desk("status", "distribution/amina/delivery-1").stdout, "the house knows"
    mail = email.message_from_bytes((package / "message.eml").read_bytes(), policy=email.policy.default)
    texts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
    texts += [p.read_text("utf-8") for p in package.iterdir() if p.name in ("cover.txt", "cover.html")]
    assert len(texts) == 5
    assert not [text for text in texts if "Nothing is decided" in text or "secret" in text]


def test_who_holds_an_outdated_edition_and_receives_it_no_longer_is_told_of(desk: Desk) -> None:
    desk("distribute", "--only", "amina")
    desk.edit("text: Nothing is decided.", "text: Nothing has been decided.")
    desk.stakeholders(STAKEHOLDERS.replace("lengths: [one-page], formats: [pdf]", "lengths: [short]"))
    done = desk("distribute", "--supersede")
    assert done.returncode == 0
    assert (
        "warning[BG937] `amina` (Amina Rahimi) holds an outdated edition of `small` and gets no new one" in done.stderr
    )
    assert not (desk.root / "distribution/amina/delivery-2").exists()
    assert "BG937" not in desk("distribute", "--dry-run").stderr


def test_a_recipient_below_the_brief_stops_the_run_before_anything_is_written(tmp_path: Path, cache: Path) -> None:
    desk = Desk(tmp_path / "p", cache, "marking: TLP:AMBER\n")
    before = sorted(desk.root.rglob("*"))
    done = desk("distribute")
    assert (done.returncode, done.stdout, sorted(desk.root.rglob("*"))) == (1, "", before)
    refused = "error[BG921] brief `small` is TLP:AMBER, and `amina` (Amina Rahimi) may receive up to TLP:CLEAR"
    assert f"stakeholders.yaml:3:5: {refused}" in done.stderr
    assert "`boris` (Boris) may receive up to TLP:CLEAR" in done.stderr
    allowed = STAKEHOLDERS.replace("    delivery:", "    marking: TLP:AMBER\n    delivery:")
    desk.stakeholders(allowed)
    assert desk("distribute").returncode == 0
    subject = (desk.root / "distribution/amina/delivery-1/message.eml").read_bytes().split(b"Subject: ")[1]
    assert subject.startswith(b"[TLP:AMBER] Moscow wants calm")


def test_mail_goes_out_over_tls_with_a_password_from_the_environment(desk: Desk, tmp_path: Path) -> None:
    certificate, key = authority(tmp_path)
    login = {"SSL_CERT_FILE": str(certificate), "BRIEFGEN_SMTP_USER": USER, "BRIEFGEN_SMTP_PASSWORD": PASSWORD}
    with post_office(certificate, key, auth=True) as office:
        desk.stakeholders(STAKEHOLDERS, office.port)
        done = desk("distribute", "--send", environment=login)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "boris  done  boris@example.org: taken" in done.stdout
        assert [a for a, _ in office.got] == ["boris@example.org"]
        assert desk("distribute", "--send", environment=login).returncode == 0
        assert len(office.got) == 1
    said = done.stdout + done.stderr + json.dumps(desk.files())
    book = (desk.root / "distribution/distribution.sqlite").read_bytes()
    assert PASSWORD not in said
    assert PASSWORD.encode() not in book


def test_a_delivery_that_fails_ends_with_five_and_stays_in_the_ledger(desk: Desk, tmp_path: Path) -> None:
    certificate, key = authority(tmp_path)
    trust = {"SSL_CERT_FILE": str(certificate)}
    with post_office(certificate, key) as office:
        desk.stakeholders(STAKEHOLDERS, office.port)
        office.rcpt["boris@example.org"] = "550 5.1.1 no such user"
        done = desk("distribute", "--send", environment=trust)
        assert done.returncode == 5
        assert "boris  refused  boris@example.org: 550 5.1.1 no such user" in done.stdout
        untrusted = desk("distribute", "--send", environment={"SSL_CERT_FILE": ""})
        assert untrusted.returncode == 5
        assert untrusted.stderr.endswith(
            f"error[BG940] the certificate of localhost:{office.port} cannot be trusted: self-signed certificate; "
            "what waits stays in the ledger\n"
            "    hint: check the server's name; a house's own authority can be named in SSL_CERT_FILE\n"
            "1 error; `briefgen explain BG940` says more\n"
        )
    assert "refused (550 5.1.1 no such user)" in desk("ledger").stdout


def test_a_certificate_of_another_host_is_told_and_one_named_as_the_hint_says_is_trusted(
    desk: Desk, tmp_path: Path
) -> None:
    certificate, key = authority(tmp_path, host="mail.example.org")
    with post_office(certificate, key) as office:
        desk.stakeholders(STAKEHOLDERS, office.port)
        done = desk("distribute", "--send", environment={"SSL_CERT_FILE": str(certificate)})
        assert done.returncode == 5
        assert "cannot be trusted: Hostname mismatch, certificate is not valid for 'localhost'.; what" in done.stderr
        assert "check the server's name" in done.stderr
        assert office.got == []
    assert "boris (Boris), copy 2: short pdf, short pptx; smtp, waits to be sent" in desk("ledger").stdout


def test_a_brief_that_changes_while_it_is_distributed_reaches_nobody(desk: Desk) -> None:
    asked = running.Asked(
        specs=(),
        stakeholders=desk.root / "stakeholders.yaml",
        output=desk.root / "distribution",
        built=desk.root / "out",
        root=desk.root,
        cache=desk.cache,
    )
    prepared = running.prepare(asked)
    desk.edit("text: Nothing is decided.", "text: Nothing has been decided.")
    with pytest.raises(InputError) as caught:
        running.distribute(asked, prepared, ask=lambda _: None, now=lambda: AT, tell=lambda _: None)
    (told,) = caught.value.diagnostics
    assert (told.code, told.message, told.hint) == (
        "BG936",
        "the brief `small` has changed while it was being distributed",
        "nothing was delivered: run again",
    )
    assert not asked.output.exists()


def test_half_a_login_is_told(desk: Desk) -> None:
    done = desk("distribute", "--send", environment={"BRIEFGEN_SMTP_USER": "me"})
    assert done.returncode == 1
    assert "error[BG926] the environment has no BRIEFGEN_SMTP_PASSWORD" in done.stderr
    assert not (desk.root / "distribution").exists()


@pytest.mark.parametrize("source", ["env", "file"])
def test_passwords_come_from_environment_or_file_and_stand_nowhere(desk: Desk, source: str) -> None:
    secret = "correct-horse-9"
    where = "{env: AMINA_SECRET}" if source == "env" else "{file: amina.secret}"
    desk.stakeholders(STAKEHOLDERS.replace("    mark: true\n", f"    mark: true\n    password: {where}\n"))
    lacking = desk("distribute", "--only", "amina")
    assert lacking.returncode == 1
    assert "stakeholders.yaml:8:15: error[BG926] the password of `amina`" in lacking.stderr
    assert not (desk.root / "distribution").exists()
    path = desk.root / "amina.secret"
    path.write_text(f"{secret}\n")
    path.chmod(0o600)
    done = desk("distribute", "--only", "amina", environment={"AMINA_SECRET": secret} if source == "env" else None)
    path.unlink()
    assert done.returncode == 0, done.stderr
    with pikepdf.open(desk.root / f"distribution/amina/delivery-1/{ONE}", password=secret) as file:
        assert file.encryption.bits == 256
    everything = b"".join(p.read_bytes() for p in desk.root.rglob("*") if p.is_file())
    assert secret.encode() not in everything + done.stdout.encode() + done.stderr.encode()
    locked = desk("status", f"distribution/amina/delivery-1/{ONE}")
    assert (locked.returncode, locked.stdout) == (
        1,
        f"distribution/amina/delivery-1/{ONE}: is encrypted\n",
    )


def test_a_password_file_that_others_may_read_is_refused(desk: Desk) -> None:
    desk.stakeholders(STAKEHOLDERS.replace("    mark: true\n", "    password: {file: amina.secret}\n"))
    path = desk.root / "amina.secret"
    path.write_text("correct-horse-9\n")
    path.chmod(0o644)
    done = desk("distribute", "--only", "amina")
    assert done.returncode == 1
    assert "lies in a file that others may read" in done.stderr
    assert "correct-horse-9" not in done.stderr


def test_a_prompt_without_a_terminal_is_told(desk: Desk) -> None:
    desk.stakeholders(STAKEHOLDERS.replace("    mark: true\n", "    password: {prompt: true}\n"))
    done = desk("distribute", "--only", "amina")
    assert done.returncode == 1
    assert "the password of `amina` is not given\n    hint: it comes from a prompt" in done.stderr


def test_a_mail_above_the_limit_is_told_before_anything_is_packed(desk: Desk) -> None:
    desk.stakeholders(STAKEHOLDERS.replace("email: briefs@example.org,", "email: briefs@example.org, most_mib: 0.1,"))
    done = desk("distribute")
    assert done.returncode == 1
    assert "error[BG928] the mail to `boris` would have" in done.stderr
    assert not (desk.root / "distribution").exists()


def test_a_mark_in_letters_that_the_fonts_lack_is_told(desk: Desk) -> None:
    desk.stakeholders(STAKEHOLDERS.replace("name: Amina Rahimi", "name: 阿米娜"))
    done = desk("distribute", "--only", "amina")
    assert done.returncode == 1
    assert "error[BG927] the theme's fonts have no glyphs for “阿米娜” in the mark of `amina`" in done.stderr


@pytest.mark.parametrize("theme", ["chancery", "meridian"])
def test_the_longest_mark_stays_clear_of_what_is_coloured_above_it(tmp_path: Path, cache: Path, theme: str) -> None:
    desk = Desk(tmp_path / "p", cache, f"theme: {theme}\n")
    wide = "Wilhelmina Maximiliane " * 12
    files = "receives: [{briefs: [small], lengths: [short]}]"
    desk.stakeholders(f"recipients: [{{id: long, name: {wide}, mark: true, {files}}}]\n")
    assert desk("distribute").returncode == 0
    with pikepdf.open(desk.root / "distribution/long/delivery-1" / PDF) as file:
        for page in file.pages:
            (mark,) = (r for r in ink.runs(page, {}) if r.text.startswith("Wilhelmina"))
            assert mark.text.endswith("… · copy 1") or mark.text.endswith(" · copy 1")
            coloured = mm(90) if theme == "meridian" else 0
            assert mark.stop[1] < float(page.mediabox[3]) - coloured
    with zipfile.ZipFile(desk.root / "distribution/long/delivery-1" / DECK) as deck:
        shapes = re.findall(
            r'name="Copy mark".*?<a:off x="\d+" y="(\d+)"/>', deck.read("ppt/slides/slide2.xml").decode()
        )
    assert [int(y) > (0.61 if theme == "meridian" else 0) * EMU for y in shapes] == [True]


def test_a_second_run_at_once_is_kept_out(desk: Desk) -> None:
    desk("distribute")
    lock = desk.root / "distribution/distribution.sqlite.lock"
    held = sqlite3.connect(lock, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    done = desk("distribute")
    held.close()
    assert done.returncode == 1
    assert "error[BG931] another run is distributing" in done.stderr
    assert desk("distribute").returncode == 0


def test_a_template_of_the_project_is_used_and_its_faults_are_told(desk: Desk) -> None:
    (desk.root / "templates").mkdir()
    (desk.root / "templates/cover.en.txt").write_text("$subject\n\nHello $name\n", "utf-8")
    desk("distribute", "--only", "amina")
    assert (desk.root / "distribution/amina/delivery-1/cover.txt").read_text("utf-8") == "Hello Amina Rahimi\n"
    (desk.root / "templates/cover.en.txt").write_text("$subject\n\nHello $nobody\n", "utf-8")
    done = desk("distribute", "--only", "boris")
    assert done.returncode == 1
    assert "templates/cover.en.txt:3: error[BG925] nothing is known for `$nobody`" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("distribute", "--only", "amin"), 1, "there is no recipient `amin`"),
        (("distribute", "--again", "amina"), 2, "--again needs --send"),
        (("ledger",), 1, "there is no ledger distribution/distribution.sqlite"),
        (("status", "nowhere"), 1, "there is no nowhere"),
        (("status", "briefs"), 1, "no file in briefs carries a trace record"),
    ],
)
def test_what_cannot_be_is_told(desk: Desk, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = desk(*arguments)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


@pytest.mark.parametrize("stale", [(), ("--stale",)])
def test_a_brief_that_nobody_knows_is_no_all_clear(desk: Desk, stale: tuple[str, ...]) -> None:
    desk("distribute", "--only", "amina")
    assert desk("ledger", "--brief", "small", *stale).returncode == 0
    wrong = desk("ledger", "--brief", "smal", *stale)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "error[BG938] nobody was ever given a brief `smal`\n    hint: did you mean `small`?" in wrong.stderr
    (desk.root / "briefs/other.yaml").write_text(FILES["briefs/small.yaml"], "utf-8")
    assert desk("ledger", "--brief", "other", *stale).returncode == 0


def test_a_file_of_a_brief_that_is_gone_is_told(desk: Desk) -> None:
    desk("distribute", "--only", "amina")
    (desk.root / "briefs/small.yaml").rename(desk.root / "briefs/other.yaml")
    done = desk("status", f"distribution/amina/delivery-1/{ONE}")
    assert done.returncode == 1
    assert "the project has no brief `small`" in done.stdout
    assert "the project has no such brief any more" in desk("ledger", "--stale").stdout


def test_the_same_day_gives_the_same_packages(tmp_path: Path, cache: Path) -> None:
    made = []
    for name in ("a", "b"):
        desk = Desk(tmp_path / name, cache)
        assert desk("distribute", environment={"SOURCE_DATE_EPOCH": "1637400000"}).returncode == 0
        top = desk.root / "distribution"
        made.append({n: (top / n).read_bytes() for n in desk.files()})
    assert made[0] == made[1]


def test_light_verbs_load_nothing_heavy(desk: Desk) -> None:
    desk("distribute")
    command = [sys.executable, "-X", "importtime", "-m", "briefgen", "ledger"]
    done = subprocess.run(
        command, cwd=desk.root, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & {"matplotlib", "cartopy", "reportlab", "pptx", "pikepdf", "msoffcrypto", "smtplib"}
