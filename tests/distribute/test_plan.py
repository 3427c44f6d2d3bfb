"""Who gets what: wishes, languages, markings."""

import pytest

from briefgen.distribute.plan import plan
from briefgen.errors import InputError
from briefgen.model.markings import Markings
from tests.distribute.support import offer, recipient, stakeholders, wish

OFFERS = (
    offer(length="one-page"),
    offer(length="one-page", format="pptx"),
    offer(),
    offer(format="pptx"),
    offer(brief="trade", short_title="Trade", topics=("trade",)),
    offer(brief="commerce", short_title="Commerce", language="fr", topics=("trade",)),
)


def got(*wishes: object, **fields: object) -> list[str]:
    found = plan(stakeholders(recipient(wishes=tuple(wishes), **fields)), OFFERS, Markings())
    return [".".join(o.key) for p in found.parcels for o in p.offers]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (wish(briefs=("calm",), lengths=("short",), formats=("pdf",)), ["calm.short.pdf"]),
        (wish(briefs=("calm",), formats=("pptx",)), ["calm.one-page.pptx", "calm.short.pptx"]),
        (wish(topics=("trade",)), ["trade.short.pdf", "commerce.short.pdf"]),
        (wish(briefs=("calm",), topics=("trade",), lengths=("short",), formats=("pptx",)), ["calm.short.pptx"]),
        (wish(lengths=("one-page",)), ["calm.one-page.pdf", "calm.one-page.pptx"]),
        (wish(briefs=("other",)), []),
    ],
)  # fmt: skip
def test_a_wish_names_briefs_or_topics_and_limits_lengths_and_formats(asked: object, expected: list[str]) -> None:
    assert got(asked) == expected


def test_wishes_add_up_and_nothing_comes_twice() -> None:
    assert got(wish(briefs=("trade",)), wish(topics=("trade",))) == ["trade.short.pdf", "commerce.short.pdf"]


def test_only_languages_that_are_read_are_sent() -> None:
    assert got(wish(topics=("trade",)), languages=("fr",)) == ["commerce.short.pdf"]
    assert got(wish(topics=("trade",)), languages=("fr", "en")) == ["trade.short.pdf", "commerce.short.pdf"]


def test_who_reads_none_of_the_languages_is_told_of() -> None:
    one = recipient("li", languages=("zh", "ru"), wishes=(wish(briefs=("calm",)),))
    found = plan(stakeholders(one), OFFERS, Markings())
    assert found.parcels == ()
    (told,) = found.told
    assert (told.code, told.severity.value) == ("BG922", "warning")
    assert told.message == "`li` (Li) gets nothing: it reads zh, ru, and what it asks for is in en"


def test_files_have_names_for_people() -> None:
    (parcel,) = plan(stakeholders(recipient()), OFFERS[:2], Markings()).parcels
    assert parcel.names == ("Calm - one-page - 2021-11-14 - en.pdf", "Calm - one-page - 2021-11-14 - en.pptx")


def test_two_briefs_of_one_name_get_two_files() -> None:
    (parcel,) = plan(stakeholders(recipient()), (offer(), offer(brief="other")), Markings()).parcels
    assert parcel.names == ("Calm - short - 2021-11-14 - en.pdf", "Calm - short - 2021-11-14 - en (2).pdf")


def test_a_brief_above_a_recipient_stops_the_run_and_both_are_named() -> None:
    who = stakeholders(
        recipient("amina", marking="TLP:AMBER"), recipient("boris", marking="TLP:GREEN"), recipient("chen")
    )
    with pytest.raises(InputError) as caught:
        plan(who, (offer(marking="TLP:AMBER"), offer(marking="TLP:AMBER", format="pptx")), Markings())
    assert [(d.code, d.message) for d in caught.value.diagnostics] == [
        ("BG921", "brief `calm` is TLP:AMBER, and `boris` (Boris) may receive up to TLP:GREEN"),
        ("BG921", "brief `calm` is TLP:AMBER, and `chen` (Chen) may receive up to TLP:CLEAR"),
    ]


@pytest.mark.parametrize(
    ("brief", "clearance", "may"),
    [
        (None, None, True),
        ("TLP:CLEAR", None, True),
        ("TLP:GREEN", None, False),
        ("TLP:AMBER", "TLP:AMBER+STRICT", True),
        ("TLP:AMBER+STRICT", "TLP:AMBER", False),
        ("TLP:RED", "TLP:RED", True),
    ],
)
def test_the_order_of_tlp_decides(brief: str | None, clearance: str | None, may: bool) -> None:
    who, what = stakeholders(recipient(marking=clearance)), (offer(marking=brief),)
    if may:
        assert plan(who, what, Markings()).parcels
    else:
        with pytest.raises(InputError, match="BG921"):
            plan(who, what, Markings())


def test_the_order_of_a_house_of_its_own_decides() -> None:
    own = Markings(labels=("PUBLIC", "INTERNAL", "SECRET"))
    assert plan(stakeholders(recipient(marking="SECRET")), (offer(marking="INTERNAL"),), own).parcels
    with pytest.raises(InputError, match="may receive up to PUBLIC"):
        plan(stakeholders(recipient()), (offer(marking="INTERNAL"),), own)


def test_only_limits_the_run_and_its_refusals() -> None:
    who = stakeholders(recipient("amina", marking="TLP:RED"), recipient("boris"))
    (parcel,) = plan(who, (offer(marking="TLP:RED"),), Markings(), ("amina",)).parcels
    assert parcel.recipient.id == "amina"


def test_an_unknown_recipient_is_named_with_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        plan(stakeholders(recipient("amina")), OFFERS, Markings(), ("amin",))
    assert str(caught.value) == (
        "error[BG920] there is no recipient `amin` in stakeholders.yaml\n    hint: did you mean `amina`?"
    )


def test_wishes_for_what_no_brief_has_are_told() -> None:
    asked = wish(briefs=("calm",), topics=("trad",), lengths=("shrt",))
    found = plan(stakeholders(recipient(wishes=(asked,))), OFFERS, Markings())
    assert [d.message for d in found.told] == [
        "none of these briefs has the topic `trad`",
        "none of these briefs has the length `shrt`",
        "`amina` (Amina) gets nothing: what it receives is not built in the lengths and formats it names",
    ]
