"""The words that a map adds of itself: notes on boundaries, what no map can show, distances."""

from ..model.base import Value


class MapWords(Value, frozen=True, kw_only=True):
    """Words of one language; those with braces are filled in."""

    language: str
    disclaimer: str
    dashed: str
    dashed_many: str
    dotted: str
    colon: str
    states: str
    region: str
    places: str
    groups: str
    distances: str
    untold: str
    also: str
    outside: str
    between: str
    km: str
    about_km: str
    standings: dict[str, str]


_ENGLISH = MapWords(
    language="en",
    disclaimer=("The boundaries and names shown here do not imply official endorsement or acceptance by {issuer}."),
    dashed="Dashed, disputed or undetermined: {names}.",
    dashed_many="Dashed: disputed or undetermined.",
    dotted="Dotted: {names}.",
    colon=":",
    states="Map of states by category",
    region="Map of where {names} lies",
    places="Map of places",
    groups="Small maps of who is in which group",
    distances="Distances to one scale",
    untold="Not on the map, as the report does not say where: {names}.",
    also="Also: {names}",
    outside="Not in the frame: {names}",
    between="{start} to {end}",
    km="{number} km",
    about_km="about {number} km",
    standings={"member": "member", "observer": "observer", "host": "host", "participant": "participant"},
)
_FRENCH = MapWords(
    language="fr",
    disclaimer=(
        "Les frontières et les noms indiqués ici n’impliquent ni reconnaissance ni acceptation officielle "
        "de la part de {issuer}."
    ),
    dashed="Tireté, contesté ou non déterminé : {names}.",
    dashed_many="Tireté : contesté ou non déterminé.",
    dotted="Pointillé : {names}.",
    colon=" :",
    states="Carte des États par catégorie",
    region="Carte de situation : {names}",
    places="Carte des lieux",
    groups="Petites cartes des membres de chaque groupe",
    distances="Distances à la même échelle",
    untold="Hors de la carte, faute de lieu précis dans le rapport : {names}.",
    also="Aussi : {names}",
    outside="Hors du cadre : {names}",
    between="{start} – {end}",
    km="{number} km",
    about_km="environ {number} km",
    standings={"member": "membre", "observer": "observateur", "host": "hôte", "participant": "participant"},
)


def words(language: str) -> MapWords:
    """Return the words of a language; English for one that is not known."""
    return _FRENCH if language == "fr" else _ENGLISH
