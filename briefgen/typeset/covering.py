"""The words around a package: what stands in its cover note and in a personal mark, by language."""

from functools import cache

from ..model.base import Value


class Covering(Value, frozen=True, kw_only=True):
    """Sentences of one language; {} stand for what is filled in. `files` are named by `one` or `several`."""

    language: str
    copy: str
    edition: str
    unmarked: str
    handling: str
    marked: str
    locked: str
    unarchival: str
    sums: str
    abridged: str
    superseded: str
    pages: str
    page: str
    slides: str
    slide: str
    gone: str
    was: str
    now: str
    kinds: dict[str, str]


_ENGLISH = Covering(
    language="en",
    copy="copy {number}",
    edition="edition {number}, {as_of}",
    unmarked="no marking",
    handling="Handling: {marking}. Do not pass these files on more widely than this marking allows.",
    marked="Your copies bear your name and a copy number on each page and slide.",
    locked="The files open with the password that you were given by another way.",
    unarchival=(
        "A PDF that is encrypted cannot be an archive copy (PDF/A); ask us for one without a password if you need it."
    ),
    sums="SHA256SUMS holds the checksums of the files.",
    abridged="This is an abridged edition: what may not be shown under its marking is left out.",
    superseded="It takes the place of edition {number}, which you hold and which is outdated. What changed:",
    page="page {numbers}",
    pages="pages {numbers}",
    slide="slide {numbers}",
    slides="slides {numbers}",
    gone="no longer stands",
    was="was:",
    now="now:",
    kinds={
        "unit": "statement",
        "event": "event",
        "figure": "figure",
        "reference": "source",
        "title": "title",
        "marking": "marking",
    },
)
_FRENCH = Covering(
    language="fr",
    copy="exemplaire {number}",
    edition="édition {number}, {as_of}",
    unmarked="sans mention",
    handling="Diffusion : {marking}. Ne transmettez pas ces fichiers plus largement que cette mention ne le permet.",
    marked="Vos exemplaires portent votre nom et un numéro sur chaque page et chaque diapositive.",
    locked="Les fichiers s’ouvrent avec le mot de passe qui vous a été remis par une autre voie.",
    unarchival=(
        "Un PDF chiffré ne peut être un exemplaire d’archives (PDF/A) ; demandez-en un sans mot de passe au besoin."
    ),
    sums="SHA256SUMS contient les sommes de contrôle des fichiers.",
    abridged="Ceci est une édition abrégée : ce que sa mention ne permet pas de montrer n’y figure pas.",
    superseded="Elle remplace l’édition {number}, que vous détenez et qui est périmée. Ce qui a changé :",
    page="page {numbers}",
    pages="pages {numbers}",
    slide="diapositive {numbers}",
    slides="diapositives {numbers}",
    gone="ne figure plus",
    was="avant :",
    now="désormais :",
    kinds={
        "unit": "affirmation",
        "event": "événement",
        "figure": "figure",
        "reference": "source",
        "title": "titre",
        "marking": "mention",
    },
)


@cache
def covering(language: str) -> Covering:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language.partition("-")[0] == "fr" else _ENGLISH
