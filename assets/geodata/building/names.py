"""Names of countries and capitals in English and French, and those they bore before they were renamed.

Natural Earth's NAME_EN and NAME_FR, held against CLDR 47 (Babel 2.18): where they differ in more than spelling,
the short name in common use stands here. A name holds until the day given with it.
"""

from collections.abc import Mapping

COUNTRIES: Mapping[str, tuple[str, str]] = {
    "ALA": ("Åland", "Åland"),
    "ATF": ("French Southern Territories", "Terres australes françaises"),
    "BHS": ("Bahamas", "Bahamas"),
    "BIH": ("Bosnia and Herzegovina", "Bosnie-Herzégovine"),
    "CHN": ("China", "Chine"),
    "CIV": ("Côte d’Ivoire", "Côte d’Ivoire"),
    "CNM": ("UN buffer zone in Cyprus", "zone tampon des Nations unies à Chypre"),
    "COD": ("DR Congo", "RD Congo"),
    "COG": ("Congo", "Congo"),
    "CYN": ("Northern Cyprus", "Chypre du Nord"),
    "CZE": ("Czechia", "Tchéquie"),
    "ESB": ("Dhekelia", "Dhekelia"),
    "FSM": ("Micronesia", "Micronésie"),
    "GMB": ("Gambia", "Gambie"),
    "HKG": ("Hong Kong", "Hong Kong"),
    "IOA": ("Australian Indian Ocean Territories", "territoires australiens de l’océan Indien"),
    "KGZ": ("Kyrgyzstan", "Kirghizstan"),
    "MAC": ("Macao", "Macao"),
    "MAF": ("Saint-Martin", "Saint-Martin"),
    "MMR": ("Myanmar", "Birmanie"),
    "PCN": ("Pitcairn Islands", "îles Pitcairn"),
    "PGA": ("Spratly Islands", "îles Spratleys"),
    "PSE": ("Palestine", "Palestine"),
    "SPI": ("Southern Patagonian Ice Field", "champ de glace Sud de Patagonie"),
    "SXM": ("Sint Maarten", "Saint-Martin (partie néerlandaise)"),
    "TLS": ("Timor-Leste", "Timor-Leste"),
    "TUR": ("Türkiye", "Turquie"),
    "USA": ("United States", "États-Unis"),
    "VAT": ("Vatican City", "Vatican"),
    "WSB": ("Akrotiri", "Akrotiri"),
    "XKX": ("Kosovo", "Kosovo"),
}
FORMER: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "CZE": (("2016-07-05", "Czech Republic", "République tchèque"),),
    "MKD": (("2019-02-12", "Macedonia", "Macédoine"),),
    "SWZ": (("2018-04-19", "Swaziland", "Swaziland"),),
    "TUR": (("2022-06-01", "Turkey", "Turquie"),),
}
CAPITALS: Mapping[str, tuple[str, str]] = {
    # as the layer spells them -> English, French; others are spelt alike
    "Abu Dhabi": ("Abu Dhabi", "Abou Dabi"),
    "Addis Ababa": ("Addis Ababa", "Addis-Abeba"),
    "Algiers": ("Algiers", "Alger"),
    "Andorra": ("Andorra la Vella", "Andorre-la-Vieille"),
    "Ashgabat": ("Ashgabat", "Achgabat"),
    "Asuncion": ("Asunción", "Asuncion"),
    "Athens": ("Athens", "Athènes"),
    "Baghdad": ("Baghdad", "Bagdad"),
    "Baku": ("Baku", "Bakou"),
    "Beijing": ("Beijing", "Pékin"),
    "Beirut": ("Beirut", "Beyrouth"),
    "Bern": ("Bern", "Berne"),
    "Bishkek": ("Bishkek", "Bichkek"),
    "Bogota": ("Bogotá", "Bogota"),
    "Brasilia": ("Brasília", "Brasilia"),
    "Brussels": ("Brussels", "Bruxelles"),
    "Bucharest": ("Bucharest", "Bucarest"),
    "Cairo": ("Cairo", "Le Caire"),
    "Chisinau": ("Chișinău", "Chișinău"),
    "Damascus": ("Damascus", "Damas"),
    "Dhaka": ("Dhaka", "Dacca"),
    "Dushanbe": ("Dushanbe", "Douchanbé"),
    "Guatemala": ("Guatemala City", "Guatemala"),
    "Hanoi": ("Hanoi", "Hanoï"),
    "Havana": ("Havana", "La Havane"),
    "Kabul": ("Kabul", "Kaboul"),
    "Kathmandu": ("Kathmandu", "Katmandou"),
    "Kiev": ("Kyiv", "Kiev"),
    "Kuwait": ("Kuwait City", "Koweït"),
    "København": ("Copenhagen", "Copenhague"),
    "Lisbon": ("Lisbon", "Lisbonne"),
    "Lome": ("Lomé", "Lomé"),
    "London": ("London", "Londres"),
    "Male": ("Malé", "Malé"),
    "Manila": ("Manila", "Manille"),
    "Mexico City": ("Mexico City", "Mexico"),
    "Mogadishu": ("Mogadishu", "Mogadiscio"),
    "Moscow": ("Moscow", "Moscou"),
    "Muscat": ("Muscat", "Mascate"),
    "Ndjamena": ("N’Djamena", "N’Djamena"),
    "Nicosia": ("Nicosia", "Nicosie"),
    "Nukualofa": ("Nuku‘alofa", "Nuku‘alofa"),
    "Panama City": ("Panama City", "Panama"),
    "Port-of-Spain": ("Port of Spain", "Port-d’Espagne"),
    "Riyadh": ("Riyadh", "Riyad"),
    "Saint George's": ("St George’s", "Saint-Georges"),
    "Saint John's": ("St John’s", "Saint John’s"),
    "San Jose": ("San José", "San José"),
    "Sanaa": ("Sana’a", "Sanaa"),
    "Santo Domingo": ("Santo Domingo", "Saint-Domingue"),
    "Sao Tome": ("São Tomé", "São Tomé"),
    "Seoul": ("Seoul", "Séoul"),
    "Singapore": ("Singapore", "Singapour"),
    "Tashkent": ("Tashkent", "Tachkent"),
    "Tbilisi": ("Tbilisi", "Tbilissi"),
    "Tehran": ("Tehran", "Téhéran"),
    "Thimphu": ("Thimphu", "Thimphou"),
    "Ulaanbaatar": ("Ulaanbaatar", "Oulan-Bator"),
    "Valletta": ("Valletta", "La Valette"),
    "Vatican City": ("Vatican City", "Vatican"),
    "Vienna": ("Vienna", "Vienne"),
    "Warsaw": ("Warsaw", "Varsovie"),
    "Washington, D.C.": ("Washington", "Washington"),
    "Yaounde": ("Yaoundé", "Yaoundé"),
    "Yerevan": ("Yerevan", "Erevan"),
}
SEATS: Mapping[str, str] = {
    "BEN": "Porto-Novo",
    "BOL": "Sucre",
    "CIV": "Yamoussoukro",
    "LKA": "Colombo",
    "MMR": "Naypyidaw",
    "TZA": "Dodoma",
    "ZAF": "Pretoria",
}
"""The capital of countries for which the layer has several."""
NONE_NAMED = ("CYN", "ESH", "ISR", "PSE", "SOL")
"""Countries whose capital is in dispute: a report that wants it on a map names it itself."""
FORMER_CAPITALS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "Astana": (("2019-03-23", "Astana", "Astana"), ("2022-09-17", "Nur-Sultan", "Noursoultan")),
}


def tidy(name: str, language: str) -> str:
    """Return a name of Natural Earth's with the apostrophe of print; French islands keep their small letter."""
    told = name.replace("'", "’")
    for long in ("Iles ", "Îles ", "Île "):
        if language == "fr" and told.startswith(long):
            told = long.lower().replace("iles", "îles") + told.removeprefix(long)
    return told
