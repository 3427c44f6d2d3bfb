"""Cover notes: what they say, in the reader's language, from shipped and own templates."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.distribute.cover import Contents, Enclosed, note, templates
from briefgen.errors import InputError
from briefgen.model.changes import Change
from briefgen.resources import asset

SHIPPED = (asset("templates"),)
CALM = Enclosed(
    title="Moscow wants calm",
    number=2,
    as_of="As of 14 November 2021",
    marking="TLP:AMBER",
    slides=False,
    files=("Calm - short - 2021-11-14 - en.pdf",),
)
ABOUT = Contents(
    name="Amina Rahimi",
    sender="Example Institute",
    contact="briefs@example.org",
    marking="TLP:AMBER",
    colour="#FFC000",
    limited=True,
    briefs=(CALM,),
    marked=True,
    locked=True,
    unarchival=True,
)
CHANGED = (
    Change(kind="unit", id="talks", at=(1, 2), old="Talks on 8 July.", new="Talks on 9 July."),
    Change(kind="reference", id="tass", at=(2,), old="TASS, 8 Jul 2021", new=None),
)


def test_a_note_in_english_says_all_that_its_reader_must_know() -> None:
    made = note(templates(SHIPPED, ("en",)), ABOUT)
    assert made.subject == "[TLP:AMBER] Moscow wants calm"
    assert (
        made.text
        == """\
Dear Amina Rahimi,

Example Institute sends you:

Moscow wants calm
  edition 2, as of 14 November 2021, TLP:AMBER
  - Calm - short - 2021-11-14 - en.pdf

Handling: TLP:AMBER. Do not pass these files on more widely than this marking allows.
Your copies bear your name and a copy number on each page and slide.
The files open with the password that you were given by another way.
A PDF that is encrypted cannot be an archive copy (PDF/A); ask us for one without a password if you need it.
SHA256SUMS holds the checksums of the files.

briefs@example.org
"""
    )


def test_a_note_that_supersedes_says_what_changed_and_where() -> None:
    about = replace(ABOUT, briefs=(replace(CALM, former=1, changes=CHANGED),))
    made = note(templates(SHIPPED, ("en",)), about)
    assert (
        """
It takes the place of edition 1, which you hold and which is outdated. What changed:
- statement, pages 1, 2
    was: Talks on 8 July.
    now: Talks on 9 July.
- source, page 2
    was: TASS, 8 Jul 2021
    no longer stands
"""
        in made.text
    )
    assert "<del>Talks on 8 July.</del><br><small>now:</small> <ins>Talks on 9 July.</ins>" in made.html


def test_a_note_is_in_the_first_language_that_has_templates() -> None:
    made = note(templates(SHIPPED, ("de", "fr-CA", "en")), ABOUT)
    assert "Diffusion : TLP:AMBER." in made.text
    assert '<html lang="fr">' in made.html


def test_what_is_not_so_is_not_said() -> None:
    unmarked = (replace(CALM, marking=None),)
    plain = replace(ABOUT, marking=None, limited=False, marked=False, locked=False, unarchival=False, briefs=unmarked)
    made = note(templates(SHIPPED, ("en",)), plain)
    assert made.subject == "Moscow wants calm"
    assert "edition 2, as of 14 November 2021, no marking\n" in made.text
    for word in ("Handling", "password", "bear your name", "PDF/A", 'class="marking"'):
        assert word not in made.text + made.html


def test_a_marking_that_keeps_nobody_out_asks_for_nothing() -> None:
    made = note(templates(SHIPPED, ("en",)), replace(ABOUT, marking="TLP:CLEAR", limited=False))
    assert made.subject == "[TLP:CLEAR] Moscow wants calm"
    assert "Handling" not in made.text + made.html


def test_html_is_escaped_and_lines_stay_lines() -> None:
    briefs = (replace(CALM, title="Calm\r\nX: y <script>"),)
    hostile = replace(ABOUT, name="<b>Amina</b>\r\nBcc: x@example.org", sender="A & B", briefs=briefs)
    made = note(templates(SHIPPED, ("en",)), hostile)
    assert made.subject == "[TLP:AMBER] Calm X: y <script>"
    assert "Dear <b>Amina</b> Bcc: x@example.org," in made.text
    assert "<script>" not in made.html
    assert "&lt;b&gt;Amina&lt;/b&gt; Bcc" in made.html
    assert "A &amp; B" in made.html


def test_a_house_may_have_templates_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "cover.en.txt").write_text("$heading for $name\n\nCost: $$5. ${files}\n", "utf-8")
    made = note(templates((tmp_path, *SHIPPED), ("en",)), ABOUT)
    assert made.subject == "Moscow wants calm for Amina Rahimi"
    assert made.text.startswith("Cost: $5. Moscow wants calm\n")
    assert "<!DOCTYPE html>" in made.html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("$subject\n\nDear $nmae,\n", ":3: error[BG925] nothing is known for `$nmae`"),
        ("$subject\n${name\n", ":2: error[BG925] nothing is known for `$`"),
        ("$subject\nUSD 5$ each\n", ":2: error[BG925] nothing is known for `$`"),
    ],
)
def test_a_faulty_template_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "cover.en.txt").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        templates((tmp_path, *SHIPPED), ("en",))
    assert message in str(caught.value)


def test_a_template_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "cover.en.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="BG925"):
        templates((tmp_path, *SHIPPED), ("en",))
