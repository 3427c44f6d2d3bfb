"""The heads of the tables that say what figures show, in the languages of the furniture."""

from ..model.base import Value


class AnnexWords(Value, frozen=True, kw_only=True):
    """Words of one language."""

    item: str
    bar: str
    part: str
    value: str
    time: str
    number: str
    meaning: str
    date: str
    event: str
    by: str
    status: str
    place: str
    from_: str
    to: str
    distance: str
    group: str
    member: str
    standing: str
    state: str
    tie: str
    condition: str
    follows: str
    hedge: str
    shown: str
    mark: str
    focus: str
    around: str
    none: str


_ENGLISH = AnnexWords(
    item="Item",
    bar="Bar",
    part="Part",
    value="Value",
    time="Time",
    number="Number",
    meaning="Meaning",
    date="Date",
    event="Event",
    by="By",
    status="Status",
    place="Place",
    from_="From",
    to="To",
    distance="Distance",
    group="Group",
    member="Member",
    standing="Standing",
    state="State",
    tie="Tie",
    condition="If",
    follows="Then",
    hedge="Word of caution",
    shown="Shown as",
    mark="yes",
    focus="in focus",
    around="for orientation",
    none="–",
)
_FRENCH = AnnexWords(
    item="Élément",
    bar="Barre",
    part="Partie",
    value="Valeur",
    time="Période",
    number="Nombre",
    meaning="Sens",
    date="Date",
    event="Événement",
    by="Par",
    status="Statut",
    place="Lieu",
    from_="De",
    to="À",
    distance="Distance",
    group="Groupe",
    member="Membre",
    standing="Qualité",
    state="État",
    tie="Lien",
    condition="Si",
    follows="Alors",
    hedge="Réserve",
    shown="Figuré comme",
    mark="oui",
    focus="au centre",
    around="pour repère",
    none="–",
)


def annex_words(language: str) -> AnnexWords:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language == "fr" else _ENGLISH
