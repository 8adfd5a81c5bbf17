"""Affiliations behind a name: regions in lists, units of several fields, bodies in brackets, seats and towns of bodies."""

from __future__ import annotations

import pytest

from parsers.people.affiliation.reading import affiliation
from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Affiliation = tuple[str | None, str | None, str | None]  # position, organization, country


def of_line(behind: str) -> Affiliation:
    (person,) = read_people(f"Ida Vik, {behind}")
    return person.position, person.organization, person.country


def told(text: str, language: str) -> list[Affiliation]:
    found = read_prose(page_of(text), set(), release=True, language=language)
    return [(person.position, person.organization, person.country) for person in found.people]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        # a post held for several parts of the world
        ("Director for Latin America, North America and the Caribbean, IOM",
         ("Director for Latin America, North America and the Caribbean", "IOM", None)),
        ("IOM Director for East Africa, the Horn and the Sahel",
         ("Director for East Africa, the Horn and the Sahel", "IOM", None)),
        ("Directora Regional de la OIM para Centroamérica, América del Norte y el Caribe",
         ("Directora Regional para Centroamérica, América del Norte y el Caribe", "OIM", None)),
        ("Directrice de l'OIM pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel",
         ("Directrice pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel", "OIM", None)),
        ("Regional Director, Asia and the Pacific, IOM", ("Regional Director, Asia and the Pacific", "IOM", None)),
        ("Directora Regional, América del Sur, OIM", ("Directora Regional, América del Sur", "OIM", None)),
        ("Regional Director, IOM Asia and the Pacific", ("Regional Director", "IOM Asia and the Pacific", None)),
        # a unit that is called by several fields
        ("Director, Ports, Health and Ferries Directorate, PDQ",
         ("Director, Ports, Health and Ferries Directorate", "PDQ", None)),
        ("Cheffe de la Division Ports, Santé et Environnement maritime, OIM Dakar",
         ("Cheffe de la Division Ports, Santé et Environnement maritime", "OIM Dakar", None)),
        ("Jefa de la Unidad Puertos, Salud y Ambiente, OIM", ("Jefa de la Unidad Puertos, Salud y Ambiente", "OIM", None)),
        ("Chef de la Division, Ports et Quais, OIM", ("Chef de la Division, Ports et Quais", "OIM", None)),
        # the body in brackets behind what somebody works on there
        ("Director, Ports and Piers (IOM)", ("Director, Ports and Piers", "IOM", None)),
        ("Senior Adviser, Health and Ferries (WHO)", ("Senior Adviser, Health and Ferries", "WHO", None)),
        ("Director, Ferry Division (ILO)", ("Director, Ferry Division", "ILO", None)),
        ("Jefa, Ambiente y Mareas (OIM)", ("Jefa, Ambiente y Mareas", "OIM", None)),
        ("Directrice, Département des quais (OIM)", ("Directrice, Département des quais", "OIM", None)),
        ("Director, International Labour Organization (ILO)", ("Director", "International Labour Organization (ILO)", None)),
        ("Chargée de mission de l'Organisation internationale du Travail (OIT)",
         ("Chargée de mission", "Organisation internationale du Travail (OIT)", None)),
        ("Director, Piers and Ferries Institute (PFI)", ("Director", "Piers and Ferries Institute (PFI)", None)),
        # the seat of a body, and the town behind its acronym
        ("Ferry Specialist, IOM Headquarters in Geneva", ("Ferry Specialist", "IOM", None)),
        ("IOM HQ", (None, "IOM", None)),
        ("Spécialiste, siège de l'OIM", ("Spécialiste", "OIM", None)),
        ("Especialista, OIM Sede Central", ("Especialista", "OIM", None)),
        ("Especialista, Sede de la OIM en Ginebra", ("Especialista", "OIM", None)),
        ("Ferry Specialist, Health and Ports (ILO), Geneva", ("Ferry Specialist, Health and Ports", "ILO", None)),
        ("PDQ, Rome", (None, "PDQ", None)),
        ("Specialist, Coast Guard Headquarters", ("Specialist", "Coast Guard Headquarters", None)),
        ("Tide Institute, Geneva", (None, "Tide Institute, Geneva", None)),
        # directorates-general, and the officer of the same letters
        ("Head of Unit, DG PORTS", ("Head of Unit", "DG PORTS", None)),
        ("Adviser, DG ECHO", ("Adviser", "DG ECHO", None)),
        ("DG PORTS, European Commission", (None, "DG PORTS, European Commission", None)),
        ("DG, IOM", ("DG", "IOM", None)),
        ("IOM DG", ("DG", "IOM", None)),
        ("DG of IOM", ("DG", "IOM", None)),
        # an article with a capital
        ("Editor, The Economist", ("Editor", "The Economist", None)),
        ("Director, The Geographer Data Unit", ("Director", "The Geographer Data Unit", None)),
        ("Chair, The Elders", ("Chair", "The Elders", None)),
        ("The Minister of Ports, Kenya", ("The Minister of Ports", None, "KE")),
        ("The Honourable Minister of Ports", ("The Honourable Minister of Ports", None, None)),
        ("Head, The Visa Section, Tide Bank", ("Head, The Visa Section", "Tide Bank", None)),
        ("Mayor, The Hague", ("Mayor", None, None)),
        # bodies in other languages
        ("Director, Fundació Marea Alta", ("Director", "Fundació Marea Alta", None)),
        ("Diretora, Fundação Maré", ("Diretora", "Fundação Maré", None)),
        ("Professor, Universität Deich", ("Professor", "Universität Deich", None)),
        ("Coordinator, Stichting Getij", ("Coordinator", "Stichting Getij", None)),
        ("Professor, Uniwersytet Morski", ("Professor", "Uniwersytet Morski", None)),
        # two bodies have none
        ("Joint Special Envoy of UNHCR and IOM for the refugees of Chile",
         ("Joint Special Envoy of UNHCR and IOM for the refugees of Chile", None, None)),
        ("Representante Especial Conjunta de la OIM y del ACNUR", ("Representante Especial Conjunta de la OIM y del ACNUR", None, None)),
        ("Envoyée spéciale conjointe du HCR et de l'OIM", ("Envoyée spéciale conjointe du HCR et de l'OIM", None, None)),
        ("Joint Secretary, Ministry of Ports, Nepal", ("Joint Secretary", "Ministry of Ports", "NP")),
        # an officer of a known body, and what is worked on there
        ("ILO Coordinator of the Blue Tide programme", ("Coordinator of the Blue Tide programme", "ILO", None)),
        ("IOM Ferry Officer for the Tide project", ("Ferry Officer for the Tide project", "IOM", None)),
        # acronyms of ministries, and of fields
        ("Vice Minister of MOPORT", ("Vice Minister", "MOPORT", None)),
        ("viceministra del MIPUE", ("viceministra", "MIPUE", None)),
        ("Permanent Secretary of MoPSF", ("Permanent Secretary", "MoPSF", None)),
        ("Minister of ICT", ("Minister of ICT", None, None)),
        ("Directrice générale de l'ANPQ/TR", ("Directrice générale", "ANPQ/TR", None)),
        # a field of several words before the ministry
        ("Director General para Puertos y Mareas del Ministerio de Salud",
         ("Director General para Puertos y Mareas", "Ministerio de Salud", None)),
        ("Directora General de Puertos y Mareas del Ministerio de Salud",
         ("Directora General de Puertos y Mareas", "Ministerio de Salud", None)),
        ("Directeur général pour les affaires portuaires du Ministère des Mers",
         ("Directeur général pour les affaires portuaires", "Ministère des Mers", None)),
        ("Director for Piers of the Ministry of Ports", ("Director for Piers", "Ministry of Ports", None)),
        # organs and communities
        ("Secretaría Técnica, CORAMI", ("Secretaría Técnica", "CORAMI", None)),
        ("Secretaría Técnica de Puertos", (None, "Secretaría Técnica de Puertos", None)),
        ("líder wayúu, comunidad de Marea Alta", ("líder wayúu, comunidad de Marea Alta", None, None)),
        ("Directora, Comunidad Andina", ("Directora", "Comunidad Andina", None)),
        ("Ministre de la Justice, Garde des Sceaux", ("Ministre de la Justice, Garde des Sceaux", None, None)),
        # a bracket that the end of the text cuts
        ("Director, Department of Ports, Nepal (Presentat", ("Director", "Department of Ports", "NP")),
    ],
)  # fmt: skip
def test_behind_a_name(behind: str, expected: Affiliation) -> None:
    assert of_line(behind) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“Yes,” said Ida Vik, IOM Director for East Africa, the Horn and the Sahel.", "en",
         ("Director for East Africa, the Horn and the Sahel", "IOM", None)),
        ("«Sí», dijo Ida Vik, Directora de la OIM para Centroamérica, América del Norte y el Caribe.", "es",
         ("Directora para Centroamérica, América del Norte y el Caribe", "OIM", None)),
        ("« Oui », a déclaré Ida Vik, Directrice de l'OIM pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel.", "fr",
         ("Directrice pour l'Afrique de l'Ouest, l'Afrique centrale et le Sahel", "OIM", None)),
        # what somebody does is no body
        ("Ms. Ida Vik, who is now IOM Director of Ports, takes office on 1 October.", "en", ("Director of Ports", "IOM", None)),
        ("Ms. Ida Vik, IOM Director General, visits the Ferry Centre this week.", "en", ("Director General", "IOM", None)),
        ("Mme Ida Vik, Directrice de l'OIM, prend ses fonctions au Bureau de l'OIM.", "fr", ("Directrice", "OIM", None)),
        ("La Sra. Ida Vik, Directora de la OIM, asume el cargo en la Oficina de la OIM.", "es", ("Directora", "OIM", None)),
        # whom an adviser serves
        ("She was Senior Adviser on Ports to US President Ida Vik.", "en", ("US President", None, "US")),
        ("Earlier she was Chief of Staff to Vice President Ida Vik.", "en", ("Vice President", None, None)),
        ("“Yes,” said the Special Adviser to the Prime Minister, Ida Vik.", "en",
         ("Special Adviser to the Prime Minister", None, None)),
        ("Elle fut conseillère auprès du Président Ida Vik.", "fr", ("Président", None, None)),
        ("Fue asesora del Presidente Ida Vik en el puerto.", "es", ("Presidente", None, None)),
        # elected as what, and since when
        ("The Council elected Ms. Ida Vik of Norway as Chair of the Tide Council.", "en",
         ("Chair", "Tide Council", None)),
        ("Member States elected Ida Vik of Norway as Director General of IOM on 18 June 2008.", "en",
         ("Director General", "IOM", None)),
        # titles that have a body's name or a field in them
        ("«Sí», dijo Ida Vik, Alta Comisionada de las Naciones Unidas para los Puertos.", "es",
         ("Alta Comisionada de las Naciones Unidas para los Puertos", None, None)),
        ("« Oui », a dit Ida Vik, Haut Commissaire des Nations Unies pour les ports.", "fr",
         ("Haut Commissaire des Nations Unies pour les ports", None, None)),
        ("«Sí», dijo Ida Vik, Secretaria General de las Naciones Unidas.", "es", ("Secretaria General", "Naciones Unidas", None)),
        ("« Oui », a dit Ida Vik, commissaire aux Affaires portuaires de l'Union africaine.", "fr",
         ("commissaire aux Affaires portuaires", "Union africaine", None)),
        # two posts, and a rank with its article
        ("« Oui », a dit le Ministre de la Justice, Garde des Sceaux, M. Ida Vik.", "fr",
         ("Ministre de la Justice, Garde des Sceaux", None, None)),
        ("« Oui », a dit le Gouverneur de la Région, le Colonel Ida Vik.", "fr", ("Gouverneur de la Région", None, None)),
        ("El Gobernador de Zarn, el Coronel Ida Vik, dijo que sí.", "es", ("Gobernador de Zarn", None, None)),
    ],
)  # fmt: skip
def test_in_running_text(text: str, language: str, expected: Affiliation) -> None:
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    "trade", ["ناقدة سينمائية", "منتجة أفلام", "مرشدة اجتماعية", "عازف عود", "مصممة أزياء", "موسيقية"]
)
def test_trades_in_arabic(trade: str) -> None:
    (person,) = read_people(f"رانيا حداد، {trade}")
    assert (person.position, person.organization) == (trade, None)


def test_a_region_of_a_state_is_of_it() -> None:
    assert of_line("Officer, Harbour Coordination Centre, Kurdistan Region of Iraq") == (
        "Officer",
        "Harbour Coordination Centre",
        "IQ",
    )


@pytest.mark.parametrize(
    ("behind", "post", "body"),
    [
        # a field behind the post, the body behind "at"
        ("Head of Cooperation at the Delegation of Tideland", "Head of Cooperation", "Delegation of Tideland"),
        ("Head of Partnerships at Tide Foundation", "Head of Partnerships", "Tide Foundation"),
        ("Counsellor for Cooperation at the Tide Council", "Counsellor for Cooperation", "Tide Council"),
        ("Director de Cooperación en la Delegación de Mareas", "Director de Cooperación", "Delegación de Mareas"),
        ("Directora de Protección y Puertos de la Cancillería", "Directora de Protección y Puertos", "Cancillería"),
        ("Director de Comunidades en el Exterior y Puertos de la Cancillería", "Director de Comunidades en el Exterior y Puertos", "Cancillería"),
        ("Directora de Puertos y Mareas de la Secretaría de Navegación", "Directora de Puertos y Mareas", "Secretaría de Navegación"),
        ("Jefe de Puertos y Mareas de la Fiscalía General", "Jefe de Puertos y Mareas", "Fiscalía General"),
        ("Directrice de la Protection et de l'Action sociale de la Préfecture", "Directrice de la Protection et de l'Action sociale", "Préfecture"),
        # "with the" stands before what a bureau deals with; a body with "of" in its name is one
        ("Director, Bureau for Relations with the Diaspora", "Director", "Bureau for Relations with the Diaspora"),
        ("President of the Council of Ports", "President", "Council of Ports"),
        # a legal form ends a body's name
        ("Directora General de Pasos Firmes IAP", "Directora General", "Pasos Firmes IAP"),
        ("Coordinadora de Olas en Camino A.C.", "Coordinadora", "Olas en Camino A.C"),
        ("Directrice de Marée Haute ASBL", "Directrice", "Marée Haute ASBL"),
        ("Directora General de Puertos", "Directora General de Puertos", None),
        # a known acronym right behind the post
        ("Oficial de Comunicaciones OIM Chile", "Oficial de Comunicaciones", "OIM Chile"),
        ("Chargée de communication UNICEF Tchad", "Chargée de communication", "UNICEF Tchad"),
        ("Press Officer UNHCR", "Press Officer", "UNHCR"),
        ("Focal Point GBV Nepal", "Focal Point GBV Nepal", None),
        ("Spokesperson for UNHCR Nepal", "Spokesperson for UNHCR Nepal", None),
        # what somebody wrote is not where they serve
        ("report's editor and Head of the Tide Institute", "Head", "Tide Institute"),
        ("lead author of the study and Professor at Tide University", "Professor", "Tide University"),
        ("autora principal del informe y directora del Centro de Mareas", "directora", "Centro de Mareas"),
        ("author of the report", "author of the report", None),
    ],
)  # fmt: skip
def test_posts_with_their_field_and_body(behind: str, post: str, body: str | None) -> None:
    found, _role = affiliation(behind, 0, [])
    assert found[:2] == (post, body)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ambassador Ida Vik of Sweden, Chair of the Tide Council, spoke on ports.", "en", [("Chair", "Tide Council", "SE")]),
        ("Mr. Tom Gray of Ghana, Minister of Ports, thanked the hosts.", "en", [("Minister of Ports", None, "GH")]),
        ("La Sra. Rosa Vela de Chile, Presidenta del Consejo de Mareas, clausuró la sesión.", "es", [("Presidenta", "Consejo de Mareas", "CL")]),
        ("L’Ambassadeur Jean Mer du Sénégal, Président du Conseil des ports, a pris la parole.", "fr", [("Président", "Conseil des ports", "SN")]),
        # a body of no state; no post behind the state; the next person's
        ("Ida Vik of Norway, Director of the Tide Foundation, opened the session.", "en", [("Director", "Tide Foundation", None)]),
        ("Paul Reed of Kenya, a fisherman, spoke of his nets.", "en", [(None, None, None)]),
        ("In the hall, Ms. Ana Rios of Peru, Ambassador Lee Song of Japan and others spoke.", "en", [(None, None, None), (None, None, "JP")]),
    ],
)  # fmt: skip
def test_a_post_behind_the_state_of_its_holder(text: str, language: str, expected: list[Affiliation]) -> None:
    assert told(text, language) == expected
