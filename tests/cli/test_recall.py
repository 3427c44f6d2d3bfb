"""What has changed since a brief was given away: status, ledger, supersede, as a person runs them."""

import email.policy

import pytest

from tests.cli.desk import DECK, MAIN, ONE, PDF, STAKEHOLDERS, Desk
from tests.read.sample import FILES


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
