"""The words that figures add of themselves, in the languages of the furniture."""

from ..model.base import Value


class FigureWords(Value, frozen=True, kw_only=True):
    """Words of one language; {} stand for what is filled in."""

    other: str
    not_stated: str
    rounded: str
    joined: str
    missing: str
    cut_axis: str
    left_out: str
    blank: str
    of: str
    or_: str
    bounds: dict[str, str]
    statuses: dict[str, str]


_ENGLISH = FigureWords(
    other="Other",
    not_stated="not stated",
    rounded="rounded",
    joined="“{other}” joins {names}.",
    missing="Not stated: {names}.",
    cut_axis="The axis does not start at zero.",
    left_out="The axis leaves out {names}.",
    blank="Blank: not stated in the report, which is not the same as no.",
    of="of {whole}",
    or_="or",
    bounds={"at-least": "at least", "at-most": "at most"},
    statuses={
        "host": "host",
        "chair": "chair",
        "member": "member",
        "participant": "participant",
        "partner": "partner",
        "observer": "observer",
    },
)
_FRENCH = FigureWords(
    other="Autres",
    not_stated="non indiqué",
    rounded="arrondi",
    joined="« {other} » réunit {names}.",
    missing="Non indiqué : {names}.",
    cut_axis="L’axe ne commence pas à zéro.",
    left_out="L’axe saute {names}.",
    blank="Case vide : non indiqué dans le rapport, ce qui ne veut pas dire non.",
    of="sur {whole}",
    or_="ou",
    bounds={"at-least": "au moins", "at-most": "au plus"},
    statuses={
        "host": "hôte",
        "chair": "présidence",
        "member": "membre",
        "participant": "participant",
        "partner": "partenaire",
        "observer": "observateur",
    },
)


def figure_words(language: str) -> FigureWords:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language.partition("-")[0] == "fr" else _ENGLISH
