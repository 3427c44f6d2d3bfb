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
    seats: str
    seats_held: str
    if_: str
    if_then: str
    works: str
    works_cited: str
    statements: str
    statements_counted: str
    of_the_report: str
    unknown: str
    undated: str
    by: dict[str, str]
    types: dict[str, str]
    languages: dict[str, str]
    kinds: dict[str, str]
    sureness: dict[str, str]


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
    seats="Seats",
    seats_held="Formats each is in",
    if_="If",
    if_then="If {condition}: {consequence}.",
    works="works",
    works_cited="Works that the report cites, {count} in all. Number of works",
    statements="statements",
    statements_counted="Statements of the report, {count} in all, by word of caution. Number of statements",
    of_the_report="This describes the report, not the world.",
    unknown="not given",
    undated="Without a date: {count}.",
    by={"type": "By type", "language": "By language of title", "outlet": "By outlet", "year": "By year"},
    types={
        "article-newspaper": "News",
        "article-journal": "Journal articles",
        "article-magazine": "Magazines and commentary",
        "article": "Papers",
        "report": "Reports",
        "book": "Books",
        "chapter": "Chapters",
        "webpage": "Web pages",
        "post": "Posts",
        "post-weblog": "Blogs",
        "speech": "Talks",
        "interview": "Interviews",
        "broadcast": "Broadcasts",
        "legislation": "Laws",
        "treaty": "Treaties",
        "document": "Other documents",
    },
    languages={
        "ar": "Arabic",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "it": "Italian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ru": "Russian",
        "tg": "Tajik",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "zh": "Chinese",
    },
    kinds={"fact": "Facts", "judgement": "Judgements", "forecast": "Forecasts", "quotation": "Quotations"},
    sureness={
        "outright": "stated outright",
        "caution": "with a word of caution",
        "likelihood": "with a word of likelihood",
        "6": "almost certain, very likely",
        "5": "likely, expected",
        "4": "seems, appears",
        "3": "may, could, possible",
        "2": "unlikely, doubtful",
        "1": "almost no chance",
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
    seats="Sièges",
    seats_held="Formats de chacun",
    if_="Si",
    if_then="Si {condition} : {consequence}.",
    works="travaux",
    works_cited="Travaux cités par le rapport, {count} en tout. Nombre de travaux",
    statements="énoncés",
    statements_counted="Énoncés du rapport, {count} en tout, selon leur réserve. Nombre d’énoncés",
    of_the_report="Cela décrit le rapport, non le monde.",
    unknown="non indiqué",
    undated="Sans date : {count}.",
    by={"type": "Par type", "language": "Par langue du titre", "outlet": "Par organe", "year": "Par année"},
    types={
        "article-newspaper": "Presse",
        "article-journal": "Revues scientifiques",
        "article-magazine": "Magazines et tribunes",
        "article": "Articles",
        "report": "Rapports",
        "book": "Livres",
        "chapter": "Chapitres",
        "webpage": "Pages web",
        "post": "Messages",
        "post-weblog": "Blogs",
        "speech": "Discours",
        "interview": "Entretiens",
        "broadcast": "Émissions",
        "legislation": "Lois",
        "treaty": "Traités",
        "document": "Autres documents",
    },
    languages={
        "ar": "Arabe",
        "de": "Allemand",
        "en": "Anglais",
        "es": "Espagnol",
        "fa": "Persan",
        "fr": "Français",
        "it": "Italien",
        "pl": "Polonais",
        "pt": "Portugais",
        "ru": "Russe",
        "tg": "Tadjik",
        "tr": "Turc",
        "uk": "Ukrainien",
        "zh": "Chinois",
    },
    kinds={"fact": "Faits", "judgement": "Appréciations", "forecast": "Prévisions", "quotation": "Citations"},
    sureness={
        "outright": "sans réserve",
        "caution": "avec une réserve",
        "likelihood": "avec un mot de probabilité",
        "6": "presque certain, très probable",
        "5": "probable, attendu",
        "4": "semble, paraît",
        "3": "peut, pourrait, possible",
        "2": "improbable, douteux",
        "1": "presque exclu",
    },
)


def figure_words(language: str) -> FigureWords:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language.partition("-")[0] == "fr" else _ENGLISH
