"""The brief's statements and references, written in a small mark-up.

"[3]" or "[3, 4]" calls notes, "*word*" is emphasis, "{ru:слово}" is a word in another language.
"""

import re

from briefgen.model.document import Statement
from briefgen.model.inline import Call, Inline, Inlines, Text
from briefgen.model.report import Kind, Origin

ORIGIN = Origin(file="reports/russia-taliban-takeover/report.yaml")
TOKEN = re.compile(r"\[(\d+(?:, \d+)*)\]|\*([^*]+)\*|\{(\w+):([^}]+)\}")


def inlines(text: str) -> Inlines:
    """Return a text with calls, emphasis and foreign words as inlines."""
    found: list[Inline] = []
    at = 0
    for m in TOKEN.finditer(text):
        if m.start() > at:
            found.append(Text(text=text[at : m.start()]))
        calls, emphasis, language, foreign = m.groups()
        if calls:
            found.append(Call(notes=tuple(int(n) for n in calls.split(", "))))
        elif emphasis:
            found.append(Text(text=emphasis, emphasis=True))
        else:
            found.append(Text(text=foreign, language=language))
        at = m.end()
    if at < len(text):
        found.append(Text(text=text[at:]))
    return tuple(found)


def say(
    unit: str,
    kind: Kind,
    text: str,
    short: str,
    *,
    lead: str | None = None,
    hedge: str | None = None,
    paragraphs: str = "",
) -> Statement:
    """Return a statement whose notes are those that its text calls."""
    calls = tuple(i for i in inlines(text) if isinstance(i, Call))
    notes = tuple(dict.fromkeys(n for c in calls for n in c.notes))
    return Statement(
        unit=unit,
        kind=kind,
        text=inlines(text),
        short=short,
        origin=ORIGIN,
        lead=lead,
        hedge=hedge,
        paragraphs=tuple(paragraphs.split()),
        references=tuple(REFERENCES[n - 1][0] for n in notes),
        notes=notes,
    )


REFERENCES = (
    (
        "klyszcz-2021",
        "Klyszcz 2021",
        "Ivan U. Klyszcz, *Russia and the Taliban takeover*, Recherches & Documents 17/2021, November 2021",
    ),
    (
        "franceinter-2021-08-17",
        "France Inter, 17 Aug 2021",
        "Pierre Haski, “{fr:Russie : bon baiser de Kaboul !}”, *France Inter*, 17 August 2021",
    ),
    (
        "tass-2021-10-21",
        "TASS, 21 Oct 2021",
        "TASS, «{ru:Талибы встретились в Москве со спецпредставителями РФ, КНР и Пакистана}», 21 October 2021",
    ),
    (
        "reuters-2021-10-18",
        "Reuters, 18 Oct 2021",
        "Reuters, “Russia-led bloc holds large-scale drills near Tajik-Afghan border”, 18 October 2021",
    ),
    (
        "rferl-2021-07-07",
        "RFE/RL, 7 Jul 2021",
        "RFE/RL, “Tajikistan Reportedly Calls On Allies For Help”, 7 July 2021",
    ),
    (
        "aljazeera-2021-09-02",
        "Al Jazeera, 2 Sep 2021",
        "Al Jazeera, “Afghanistan: Taliban to rely on Chinese funds, spokesperson says”, 2 September 2021",
    ),
    (
        "fontanka-2021-10-21",
        "Fontanka, 21 Oct 2021",
        "Fontanka, «{ru:Путин: Мы движемся в направлении признания талибов}», 21 October 2021",
    ),
    (
        "interfax-2021-07-08",
        "Interfax, 8 Jul 2021",
        "Interfax, «{ru:Талибан заверил Москву, что не нарушит границ стран Центральной Азии}» "
        "[The Taliban assure Moscow that they will respect Central Asian borders], 8 July 2021",
    ),
    (
        "gandhara-2021-10-01",
        "Gandhara, 1 Oct 2021",
        "Bruce Pannier, “Kazakhstan, Kyrgyzstan Open Channels With The Taliban”, *Gandhara*, 1 October 2021",
    ),
    (
        "oec-2021",
        "Observatory of Economic Complexity 2021",
        "Observatory of Economic Complexity, “Russia and Afghanistan Trade”, accessed 14 November 2021",
    ),
    (
        "france24-2021-10-12",
        "France 24, 12 Oct 2021",
        "France 24, “{fr:Afghanistan : l’aide promise par l’UE s’élève à un milliard d’euros}”, 12 October 2021",
    ),
    (
        "rferl-2021-10-05",
        "RFE/RL, 5 Oct 2021",
        "RFE/RL, “Taliban ‘Removing’ Uyghur Militants From Afghanistan’s Border With China”, 5 October 2021",
    ),
)

BOTTOM = say(
    "bl",
    Kind.BOTTOM_LINE,
    "Since Kabul fell on 15 August 2021 Russia has walked a narrow line. It would rather see the Taliban "
    "consolidate, as a possible guarantor of stability, but it cannot act as their open sponsor. What "
    "interests Moscow are the security guarantees on offer, and it is not yet fully convinced by them.[1]",
    "Russia would rather see the Taliban consolidate, but cannot act as their open sponsor and is not yet "
    "fully convinced by their guarantees.",
    hedge="would rather",
    paragraphs="intro.p3",
)

JUDGEMENTS = (
    say(
        "kj-means",
        Kind.KEY_JUDGEMENT,
        "Dealing with the movement is desirable, not indispensable. Moscow does not mind who governs in "
        "Kabul, so long as they bring stability.[1]",
        "Dealing with the movement is desirable, but not indispensable.",
        lead="A means, not the end",
        paragraphs="intro.p3",
    ),
    say(
        "kj-recognition",
        Kind.KEY_JUDGEMENT,
        "Russia kept its embassy open when most others present shut theirs;[2] talks in Moscow on 20 October "
        "closed with promises of aid and fresh assurances.[3]",
        "The embassy in Kabul stayed open; formal recognition is withheld.",
        lead="No commitment, no formal recognition",
        paragraphs="s3.p4 s3.p5",
    ),
    say(
        "kj-conditions",
        Kind.KEY_JUDGEMENT,
        "It hangs on the fight against Daesh and on guarantees for Central Asia. Drills near the "
        "Tajik-Afghan border[4] signal that the region’s security is Russia’s concern even if Russia stays "
        "out of Afghanistan.",
        "It depends on the fight against Daesh and on guarantees for Central Asia.",
        lead="Support has conditions",
        hedge="depends on",
        paragraphs="s4.p1 s3.p2",
    ),
    say(
        "kj-tajikistan",
        Kind.KEY_JUDGEMENT,
        "Moscow’s one treaty partner on the Afghan border has opposed the Taliban since July[5] and demands "
        "a government that includes Tajiks and other minorities.",
        "The one treaty partner on the Afghan border opposes the Taliban.",
        lead="Tajikistan is the ally to manage",
        paragraphs="s2.tajikistan.p1 s2.tajikistan.p2",
    ),
    say(
        "kj-china",
        Kind.KEY_JUDGEMENT,
        "By 2 September the Taliban called it their “most important partner”, above all for aid and "
        "financial help.[6] Russia’s weight with them is only relative.",
        "The Taliban call China their “most important partner”.",
        lead="China, not Russia, leads at this stage",
        paragraphs="s2.china.p2",
    ),
)

OUTLOOK = (
    say(
        "out-recognition",
        Kind.OUTLOOK,
        "Moscow seems to lean towards recognising the Taliban, but has set no conditions and no timetable.[7]",
        "Moscow seems to lean towards recognising the Taliban, but has set no conditions and no timetable.",
        hedge="seems",
        paragraphs="s4.p2",
    ),
    say(
        "out-breakthrough",
        Kind.OUTLOOK,
        "With partners slow to be found, major strategic or diplomatic breakthroughs are unlikely.[1]",
        "Major breakthroughs are unlikely.",
        hedge="unlikely",
        paragraphs="s4.p2",
    ),
    say(
        "out-route",
        Kind.OUTLOOK,
        "It will go on seeing the movement as the best route to a stable Afghanistan, but not uncritically.[1]",
        "It will go on seeing the movement as the best route to a stable Afghanistan, but not uncritically.",
        paragraphs="s4.p1",
    ),
)

WATCH = (
    say(
        "w-daesh",
        Kind.FORECAST,
        "Failure of the Taliban against it, with Tajik refusal, could move Moscow towards neutrality.[1]",
        "Failure against it, with Tajik refusal, could move Moscow to neutrality.",
        lead="Daesh",
        hedge="could",
        paragraphs="s4.p1",
    ),
    say(
        "w-recognition",
        Kind.FORECAST,
        "Any conditions or dates that Moscow sets would be new; so far there are none.[7]",
        "Any conditions or dates set by Moscow.",
        lead="Recognition",
        paragraphs="s4.p2",
    ),
    say(
        "w-grey",
        Kind.FORECAST,
        "More use of them is likely, though their effect is impossible to assert.[1]",
        "More use is likely; the effect cannot be asserted.",
        lead="Grey-zone means",
        hedge="likely",
        paragraphs="s3.p10",
    ),
    say(
        "w-eu",
        Kind.FACT,
        "The Union planned to reopen its mission by the end of 2021, after pledging a billion euros of aid.[11]",
        "Mission planned to reopen by the end of 2021.",
        lead="The EU in Kabul",
        paragraphs="s4.p2 s2.p5",
    ),
)

ASSURANCES = (
    say(
        "f-july",
        Kind.FACT,
        "In Moscow on 8 July 2021 Taliban envoys promised to fight Daesh and to leave Central Asia alone.[8]",
        "On 8 July envoys promised to fight Daesh and to leave Central Asia alone.",
        lead="Promises in July",
        paragraphs="s3.p3",
    ),
    say(
        "f-october",
        Kind.FACT,
        "The talks of 20 October repeated the assurances and added promises of aid, yet no step towards "
        "formal recognition followed.[3]",
        "Talks on 20 October repeated the assurances; no formal recognition followed.",
        lead="Renewed in October",
        paragraphs="s3.p5",
    ),
    say(
        "f-drills",
        Kind.FACT,
        "Drills with treaty allies and Uzbekistan from August to October were meant to be seen in Kabul.[4]",
        "Drills with allies and Uzbekistan ran from August to October.",
        lead="Drills as a signal",
        paragraphs="s3.p2",
    ),
    say(
        "f-listing",
        Kind.BACKGROUND,
        "Russia has listed the movement as a terrorist organisation since 2003, which bars open sponsorship.[1]",
        "The movement has been on Russia’s list of terrorists since 2003.",
        lead="A listed movement",
        paragraphs="s1.p5",
    ),
)

NEIGHBOURS = (
    say(
        "f-ally",
        Kind.FACT,
        "No other state on the Afghan border is bound to Russia by treaty, and Dushanbe has asked allies for "
        "help since July.[5]",
        "Russia has no other treaty ally there.",
        lead="One ally on the border",
        paragraphs="s2.tajikistan.p2",
    ),
    say(
        "f-refusal",
        Kind.FACT,
        "Alone in the region, Tajikistan has chosen not to engage; the four others speak to Kabul.[9]",
        "It alone has not chosen to engage the Taliban, and asks for Tajiks and other minorities in government.",
        lead="One refusal",
        paragraphs="s2.tajikistan.p1 s2.tajikistan.p2",
    ),
    say(
        "f-requests",
        Kind.FACT,
        "Moscow and Islamabad have each urged Dushanbe to open a dialogue with the new rulers.[1]",
        "Moscow and Islamabad have both asked Dushanbe to talk.",
        lead="Two requests",
        paragraphs="s2.tajikistan.p2",
    ),
)

CHINA = (
    say(
        "f-partner",
        Kind.QUOTATION,
        "The Taliban named China as “most important partner” by 2 September, mostly with money in mind.[6]",
        "The Taliban’s “most important partner”, by their own account.",
        lead="Beijing’s leverage",
        paragraphs="s2.china.p2",
    ),
    say(
        "f-uyghur",
        Kind.FACT,
        "Uyghur fighters were reported on 5 October to have been moved away from the Chinese border.[12]",
        "Uyghur fighters were reported to have been moved from the border.",
        lead="A reported favour",
        hedge="reported",
        paragraphs="s2.china.p1",
    ),
)

TRADE = (
    say(
        "f-ties",
        Kind.JUDGEMENT,
        "Economic ties are small and do not drive policy; in 2019 Russia sold about USD 100 million of goods.[10]",
        "Economic ties are small and do not drive policy.",
        paragraphs="s2.p3",
    ),
    say(
        "f-security",
        Kind.JUDGEMENT,
        "What Moscow seeks, the report holds, is security: the capacity of the Taliban to consolidate and "
        "to fight Daesh.[1]",
        "What Moscow seeks is security: the Taliban’s capacity to consolidate and to fight Daesh.",
        paragraphs="intro.p3",
    ),
    say(
        "f-transport",
        Kind.FACT,
        "The takeover put transport programmes on hold; some potential for investment may remain.[1]",
        "The takeover put transport programmes on hold; a potential for investment may remain.",
        hedge="may",
        paragraphs="s2.p3",
    ),
)
