"""What a brief says of how it was made: sentences to be filled with what is known of report, brief and issuer."""

from functools import cache

from ..model.base import Value


class Sentence(Value, frozen=True, kw_only=True):
    """A remark: its lead, its text on paper, and a shorter one for slides; {} stand for what is filled in."""

    lead: str
    text: str
    short: str


class Told(Value, frozen=True, kw_only=True):
    """Sentences of one language. `preset` says in words how a boundary preset draws, by its id.

    `unscaled` and `scaled` have a headline for a slide, `tabled` follows where the scale stands below; `disputed` and
    `noted` follow `status` where editor's notes stand; `some` and `all_` count the statements shown;
    `abridged` follows them where some are withheld.
    """

    basis: Sentence
    unscaled: Sentence
    unscaled_headline: str
    scaled: Sentence
    scaled_headline: str
    tabled: str
    status: Sentence
    noted: str
    disputed: str
    some: Sentence
    all_: Sentence
    abridged: str
    maps: Sentence
    preset: dict[str, str]
    rights: str
    cite_as: str
    edition: str
    contact: str
    scale_headline: str
    scale_subtitle: str
    term: str
    range: str


class Yardstick(Value, frozen=True, kw_only=True):
    """A published scale of likelihood: its name, its publication, and its terms with their ranges, least first."""

    name: str
    source: str
    terms: tuple[tuple[str, str], ...]


_ENGLISH = Told(
    basis=Sentence(
        lead="Basis",
        text=(
            "This brief draws on one report, by {authors}, which tells what was known on {date}. A statement that "
            "names no other work cites the report and its page; other works are cited as the report gives them."
        ),
        short="One report, by {authors}, as of {date}. Other works are cited as it gives them.",
    ),
    unscaled=Sentence(
        lead="Likelihood",
        text=(
            "The report gives no scale of likelihood or confidence, and none is added here. Words of doubt and "
            "likelihood are the report’s; none is made stronger."
        ),
        short="The report gives no scale, and none is added. Its words of doubt are kept, none made stronger.",
    ),
    unscaled_headline="The report gives no scale of likelihood, and none is added",
    scaled=Sentence(
        lead="Likelihood",
        text=(
            "The report states likelihood on the {scale} scale. Other words of doubt are the report’s; none is made "
            "stronger."
        ),
        short="Terms of likelihood are those of the {scale} scale. No word of doubt is made stronger.",
    ),
    scaled_headline="The report states likelihood on the {scale} scale",
    tabled="The table says what its terms mean.",
    status=Sentence(
        lead="Status",
        text="Steps that were reported, announced or planned are named as such.",
        short="Steps that were reported, announced or planned are named as such.",
    ),
    noted="Editor’s notes are no part of the report.",
    disputed="Editor’s notes are no part of the report; they say, among other things, what other accounts dispute.",
    some=Sentence(
        lead="Selection",
        text=(
            "The report’s statements are ranked and taken in that order as far as there is room: {shown} of {total} "
            "stand here. The manifest of the build lists them, and what was left out."
        ),
        short="{shown} of the report’s {total} statements stand here, taken by rank; the manifest lists them.",
    ),
    all_=Sentence(
        lead="Selection",
        text="All {total} statements of the report stand here; the manifest of the build lists them.",
        short="All {total} statements of the report stand here.",
    ),
    abridged="Counted are those that this abridged edition may show.",
    maps=Sentence(
        lead="Maps",
        text="Boundaries follow the preset “{preset}”{how}. No endorsement is implied.",
        short="Boundaries follow the preset “{preset}”; no endorsement is implied.",
    ),
    preset={
        "un": ": as maps of the United Nations commonly show them",
        "de-facto-marked": ": as lines run on the ground, each disputed one marked",
    },
    rights="Rights",
    cite_as="Cite as",
    edition="edition {edition}",
    contact="Contact",
    scale_headline="What the report’s terms of likelihood mean",
    scale_subtitle="Likelihood in per cent",
    term="Term",
    range="Range",
)
# Worded so that no name follows "de" or "que", which would have to be elided before a vowel.
_FRENCH = Told(
    basis=Sentence(
        lead="Source",
        text=(
            "Cette synthèse se fonde sur un seul rapport, signé {authors}, qui dit ce que l’on savait au {date}. Une "
            "affirmation sans autre référence renvoie au rapport et à sa page ; les autres travaux sont cités tels "
            "que le rapport les donne."
        ),
        short="Un seul rapport, signé {authors}, situation au {date}. Les autres travaux sont cités d’après lui.",
    ),
    unscaled=Sentence(
        lead="Probabilité",
        text=(
            "Le rapport ne donne aucune échelle de probabilité ni de confiance, et aucune n’est ajoutée ici. Les mots "
            "de doute et de probabilité sont ceux du rapport ; aucun n’est renforcé."
        ),
        short="Le rapport ne donne aucune échelle, et aucune n’est ajoutée. Ses réserves sont gardées telles quelles.",
    ),
    unscaled_headline="Le rapport ne donne aucune échelle de probabilité ; aucune n’est ajoutée",
    scaled=Sentence(
        lead="Probabilité",
        text=(
            "Le rapport exprime les probabilités selon l’échelle {scale}. Les autres réserves sont celles du rapport ; "
            "aucune n’est affaiblie."
        ),
        short="Les termes de probabilité sont ceux de l’échelle {scale}. Aucune réserve n’est affaiblie.",
    ),
    scaled_headline="Le rapport exprime les probabilités selon l’échelle {scale}",
    tabled="Le tableau dit le sens de ses termes.",
    status=Sentence(
        lead="Statut",
        text="Ce qui est rapporté, annoncé ou prévu est désigné comme tel.",
        short="Ce qui est rapporté, annoncé ou prévu est désigné comme tel.",
    ),
    noted="Les notes de la rédaction ne font pas partie du rapport.",
    disputed=(
        "Les notes de la rédaction ne font pas partie du rapport ; elles disent, entre autres, ce que d’autres "
        "sources contestent."
    ),
    some=Sentence(
        lead="Sélection",
        text=(
            "Les affirmations du rapport sont classées et reprises dans cet ordre, dans la limite de la place : "
            "{shown} sur {total} figurent ici. Le manifeste de la production les énumère, avec ce qui a été écarté."
        ),
        short="{shown} des {total} affirmations du rapport figurent ici, reprises par rang ; le manifeste les énumère.",
    ),
    all_=Sentence(
        lead="Sélection",
        text="Les {total} affirmations du rapport figurent toutes ici ; le manifeste de la production les énumère.",
        short="Les {total} affirmations du rapport figurent toutes ici.",
    ),
    abridged="Seules sont comptées celles que cette édition abrégée peut montrer.",
    maps=Sentence(
        lead="Cartes",
        text="Les frontières suivent le préréglage « {preset} »{how}. Cela n’implique aucune approbation.",
        short="Les frontières suivent le préréglage « {preset} », sans aucune approbation implicite.",
    ),
    preset={
        "un": " : telles que les cartes des Nations Unies les montrent d’ordinaire",
        "de-facto-marked": " : telles que les lignes passent sur le terrain, chaque ligne contestée étant marquée",
    },
    rights="Droits",
    cite_as="Pour citer",
    edition="édition {edition}",
    contact="Contact",
    scale_headline="Le sens des termes de probabilité du rapport",
    scale_subtitle="Probabilité en pour cent",
    term="Terme",
    range="Fourchette",
)

# ICD 203: Intelligence Community Directive 203, Analytic Standards (2015), part D.6.e.(2)(a). PHIA: the Professional
# Head of Intelligence Assessment's probability yardstick.
_YARDSTICKS = {
    "icd203": Yardstick(
        name="ICD 203",
        source="US Intelligence Community Directive 203, Analytic Standards, 2015.",
        terms=(
            ("almost no chance", "1–5"),
            ("very unlikely", "5–20"),
            ("unlikely", "20–45"),
            ("roughly even chance", "45–55"),
            ("likely", "55–80"),
            ("very likely", "80–95"),
            ("almost certain", "95–99"),
        ),
    ),
    "phia": Yardstick(
        name="PHIA",
        source="UK Professional Head of Intelligence Assessment, Probability Yardstick.",
        terms=(
            ("remote chance", "0–5"),
            ("highly unlikely", "10–20"),
            ("unlikely", "25–35"),
            ("realistic possibility", "40–<50"),
            ("likely or probable", "55–75"),
            ("highly likely", "80–90"),
            ("almost certain", "95–100"),
        ),
    ),
}


@cache
def told(language: str) -> Told:
    """Return the sentences of a language; English for one that is not known."""
    return _FRENCH if language.partition("-")[0] == "fr" else _ENGLISH


def yardstick(name: str) -> Yardstick:
    """Return a published scale of likelihood by its id; raises KeyError for one that is not known."""
    return _YARDSTICKS[name]
