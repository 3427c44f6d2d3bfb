"""From a brief to who holds it: distribute, ledger, status, supersede, as a person runs them."""

import datetime as dt
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefgen.build import distribution as running
from briefgen.distribute.deckmark import EMU
from briefgen.errors import InputError
from briefgen.model.measures import mm
from briefgen.preflight import ink
from tests.cli.desk import DECK, ONE, PDF, STAKEHOLDERS, Desk
from tests.distribute.post_office import PASSWORD, USER, authority, post_office
from tests.support.project import ROOT

AT = dt.datetime(2021, 11, 20, 9, 30, tzinfo=dt.UTC)


def test_a_dry_run_says_who_would_get_what_and_writes_nothing(tmp_path: Path, cache: Path) -> None:
    desk = Desk(tmp_path / "p", cache)
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
