"""Lines of programmes that name people: name, post, body, country, role, documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.people.affiliation.named_states import state_of_post
from parsers.people.affiliation.split_post import split_post
from parsers.people.lines import PersonReading, read_enumerated, read_people
from parsers.people.names import looks_like_name, strip_honorifics
from parsers.people.posts import bare_post
from parsers.people.short_bodies import spell_out_bodies
from parsers.record import Appearance

Row = tuple[str, str | None, str | None, str | None]


def _rows(readings: list[PersonReading]) -> list[Row]:
    return [(r.name, r.position, r.organization, r.country) for r in readings]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Amina Yusuf, Deputy Minister of Labour, Kenya", [("Amina Yusuf", "Deputy Minister of Labour", None, "KE")]),
        (
            "Luis Ortega, Undersecretary of Consular Services, Ministry of Foreign Affairs, Ecuador",
            [("Luis Ortega", "Undersecretary of Consular Services", "Ministry of Foreign Affairs", "EC")],
        ),
        (
            "Nikos Drakos, Deputy Minister of the Interior, Public Administration and Decentralization, Greece",
            [("Nikos Drakos", "Deputy Minister of the Interior, Public Administration and Decentralization", None, "GR")],
        ),
        (
            "Claire Morel, Head, Office of European Affairs, Ministry of Immigration, Integration and Solidarity, France",
            [("Claire Morel", "Head, Office of European Affairs", "Ministry of Immigration, Integration and Solidarity", "FR")],
        ),
        ("Ada Obi, IOM Deputy Director General for Operations", [("Ada Obi", "Deputy Director General for Operations", "IOM", None)]),
        ("Rana Sharif, Climate Action Division Director", [("Rana Sharif", "Director", "Climate Action Division", None)]),
        ("Koko Weaver, PhD, Director, IOM Global Data Institute", [("Koko Weaver", "Director", "IOM Global Data Institute", None)]),
        ("Paul Reid, Health Manager at Pegasus Health (charitable) Ltd", [("Paul Reid", "Health Manager", "Pegasus Health (charitable) Ltd", None)]),
        ("Mr Piotr Zaleski (Chief Data Officer, City of Gdynia)", [("Piotr Zaleski", "Chief Data Officer", "City of Gdynia", None)]),
        ("Mr Thales Speroni (CER-M)", [("Thales Speroni", None, "CER-M", None)]),
        ("Fatou Sylla; Chief Economist, Sahel Savings Bank", [("Fatou Sylla", "Chief Economist", "Sahel Savings Bank", None)]),
        (
            "Ms. Ada Ngoc, Senior Analyst, General Statistics Office of Ghana (Slides)",
            [("Ada Ngoc", "Senior Analyst", "General Statistics Office of Ghana", None)],
        ),
        ("Ms. Ada Ngoc, General Manager, Port Authority", [("Ada Ngoc", "General Manager", "Port Authority", None)]),
        ("Ali Guled, President, Horn Pastoralist Council", [("Ali Guled", "President", "Horn Pastoralist Council", None)]),
        ("Mr. Rogelio Cruz, Master Mariner, Union of Sailors", [("Rogelio Cruz", "Master Mariner", "Union of Sailors", None)]),
        ("Jorge Arancibia, migrant entrepreneur", [("Jorge Arancibia", "migrant entrepreneur", None, None)]),
        ("H.E. Ellen Sirleaf, President, Republic of Liberia", [("Ellen Sirleaf", "President", None, "LR")]),
        ("Sra. Ximena Ñancupil, Intendenta de Villarrica, Chile", [("Ximena Ñancupil", "Intendenta de Villarrica", None, "CL")]),
        ("M. Étienne Kouadio-Brou, Directeur régional, OIM", [("Étienne Kouadio-Brou", "Directeur régional", "OIM", None)]),
        ("السيدة أمل الحسني، مديرة إدارة الهجرة، وزارة الداخلية، المغرب", [("أمل الحسني", "مديرة إدارة الهجرة", "وزارة الداخلية", "MA")]),
        ("Dana Rossi, Permanent Representative of Chile to the United Nations in Geneva", [("Dana Rossi", "Permanent Representative of Chile to the United Nations in Geneva", None, "CL")]),
        ("Ms. Naserian, Herder", [("Naserian", "Herder", None, None)]),
        ("la periodista Ana Lund (Radio Tres)", [("Ana Lund", "periodista", "Radio Tres", None)]),
        ("l’illustratrice Léa Roux-Diallo", [("Léa Roux-Diallo", "illustratrice", None, None)]),
        ("fishing boats of New Haven", []),
        ("la hermana Inés Paz, de la Red de Puertos", [("Inés Paz", None, "Red de Puertos", None)]),
        ("Odd Lie (State Inspector's Office, Norway)", [("Odd Lie", None, "State Inspector's Office", "NO")]),
        ("Sr. Luis Prado (OIM).", [("Luis Prado", None, "OIM", None)]),
        ("Ms. Ida Vik, Director, Bureau of Ferries, Chile", [("Ida Vik", "Director", "Bureau of Ferries", "CL")]),
        ("Mr. Odd Lie, Head, Office of Piers, Ministry of Ports, Chile", [("Odd Lie", "Head, Office of Piers", "Ministry of Ports", "CL")]),
        ("Ms. Ida Vik, Director, Ferry Policy, Research and Maps, IOM", [("Ida Vik", "Director, Ferry Policy, Research and Maps", "IOM", None)]),
        ("Ms. Ida Vik, Minister of Labour, Ferries and Piers of Chile", [("Ida Vik", "Minister of Labour, Ferries and Piers of Chile", None, "CL")]),
        ("Dra. Luz Mar, Relatora, Secretaría General de Puertos", [("Luz Mar", "Relatora", "Secretaría General de Puertos", None)]),
        ("Gerente de Sistemas de Pago", []),
        ("Hna. Pilar Quintero, Misioneras del Valle", [("Pilar Quintero", None, "Misioneras del Valle", None)]),
        ("Emb. Aurelio Pazos, Viceministro de Cultura, Uruguay", [("Aurelio Pazos", "Viceministro de Cultura", None, "UY")]),
        ("Dre Mireille Adjovi, psychologue, OIM", [("Mireille Adjovi", "psychologue", "OIM", None)]),
        ("Hon. Ratu Epeli Tabua, Minister for Lands, Fiji", [("Ratu Epeli Tabua", "Minister for Lands", None, "FJ")]),
        ("Dr. Hiwot Alemu-Strand, WHO", [("Hiwot Alemu-Strand", None, "WHO", None)]),
        ("Ms. Salote Vuki, Vice Minister of Relief, Labour, Health and Family Affairs, Fiji", [("Salote Vuki", "Vice Minister of Relief, Labour, Health and Family Affairs", None, "FJ")]),
        ("Mr. Odd Lie, Permanent Observer of the Holy See at Geneva", [("Odd Lie", "Permanent Observer of the Holy See at Geneva", None, "VA")]),
        ("M. Crépin Aloukou, Chercheur à l'Institut de la mer", [("Crépin Aloukou", "Chercheur", "Institut de la mer", None)]),
        ("Me Odile Lisiak, avocate au barreau de Pau", [("Odile Lisiak", "avocate", "barreau de Pau", None)]),
        ("Mme Ida Rocher, Directrice du Bureau de l'OIM au Togo", [("Ida Rocher", "Directrice", "Bureau de l'OIM au Togo", None)]),
        ("Mme Ida Rocher, Cheffe du Bureau de l'OIM au Togo", [("Ida Rocher", "Cheffe du Bureau de l'OIM au Togo", "OIM", None)]),
        ("Sra. Eva Luzón, consultora de la OIM en el Perú", [("Eva Luzón", "consultora", "OIM", None)]),
        ("M. Paulin Sagbo, président du Réseau des ports (REP Océan)", [("Paulin Sagbo", "président", "Réseau des ports (REP Océan)", None)]),
        ("Chef de mission de l'OIM, M. Fabien Ntumba", [("Fabien Ntumba", "Chef de mission", "OIM", None)]),
        ("la Ministra de Pesca de Chile, Sra. Luz Paillán", [("Luz Paillán", "Ministra de Pesca de Chile", None, "CL")]),
        ("Mayor Abena Quaye, City of Tema", [("Abena Quaye", "Mayor", "City of Tema", None)]),
        ("IOM Director General Ilse Brandvold", [("Ilse Brandvold", "Director General", "IOM", None)]),
        ("Prof. Emerita Rika Holt, University of Narvik Nord", [("Rika Holt", None, "University of Narvik Nord", None)]),
        ("Ms. Inga Lund, Broadcaster", [("Inga Lund", "Broadcaster", None, None)]),
        ("Ms. Mele Tonga, street artist, Fiji", [("Mele Tonga", "street artist", None, None)]),
        ("Prof. Nils Aho, University of Narvik Nord, Norway", [("Nils Aho", None, "University of Narvik Nord", None)]),
        ("Ms. Mei Sato, First Secretary, Permanent Mission of Japan", [("Mei Sato", "First Secretary", "Permanent Mission of Japan", "JP")]),
        ("Col. (Rtd) James Ouma, Head, Lake Patrol Agency", [("James Ouma", "Head", "Lake Patrol Agency", None)]),
        ("Sr. Saúl Mamani, Oficial de Proyecto de la OIM Honduras", [("Saúl Mamani", "Oficial de Proyecto", "OIM Honduras", None)]),
        ("الدكتور سامي البدوي، أستاذ القانون بجامعة المرفأ", [("سامي البدوي", "أستاذ القانون", "جامعة المرفأ", None)]),
        ("Mr. Odd Lie, on floating schools.", [("Odd Lie", None, None, None)]),
        ("L'honorable Awa Diatta, députée, Guinée", [("Awa Diatta", "députée", None, "GN")]),
        ("القاضية سلوى النجار، محكمة المرفأ، لبنان", [("سلوى النجار", None, "محكمة المرفأ", "LB")]),
        ("العميد بحار منير البدوي، رئيس قسم بالإدارة العامة للموانئ", [("منير البدوي", "رئيس قسم", "الإدارة العامة للموانئ", None)]),
        ("منير البدوي، الأمين العام لوزارة الموانئ، الأردن", [("منير البدوي", "الأمين العام", "وزارة الموانئ", "JO")]),
        ("منير القاضي البدوي، ضابط في جهاز خفر السواحل", [("منير القاضي البدوي", "ضابط", "جهاز خفر السواحل", None)]),
        ("آخر موعد للتسجيل: 20 مارس", []),
        ("تدير الورشة السيدة سلوى النجار", []),
        ("Cap. Édison Vera, Policía Nacional", [("Édison Vera", None, "Policía Nacional", None)]),
        ("Cap Vert", []),
        ("Ms. Ida Vik, Coordinator, Migrant Harbour Forum", [("Ida Vik", "Coordinator", "Migrant Harbour Forum", None)]),
        ("Ms. Ida Vik, Migrant Health Officer, IOM", [("Ida Vik", "Migrant Health Officer", "IOM", None)]),
        ("Ida Vik, Head of the IOM Regional Office in Tema", [("Ida Vik", "Head of the IOM Regional Office in Tema", "IOM", None)]),
        ("Dr. Eva Luzón, Directora del Área de Salud, del MSPAS", [("Eva Luzón", "Directora del Área de Salud", "MSPAS", None)]),
        (
            "M. Luc Adjovi, Ministre des Ports, de la Réforme de l'administration, du Travail et des Phares",
            [("Luc Adjovi", "Ministre des Ports, de la Réforme de l'administration, du Travail et des Phares", None, None)],
        ),
        ("Ms. Ida Vik, Head, Harbour, Pier and Quay Division, IOM", [("Ida Vik", "Head, Harbour, Pier and Quay Division", "IOM", None)]),
        ("Ms. Ida Vik, Vice-Chair, Executive Committee of the Tide Alliance", [("Ida Vik", "Vice-Chair", "Executive Committee of the Tide Alliance", None)]),
        ("Ola Vik, baker, Lausanne", [("Ola Vik", "baker", None, None)]),
        ("Ida Vik, IOM Regional Director for South-Eastern Europe, Eastern Europe and Central Asia", [("Ida Vik", "Regional Director for South-Eastern Europe, Eastern Europe and Central Asia", "IOM", None)]),
        ("Mr. Lekishon ole Sankale, Student, Maa Youth Circle", [("Lekishon ole Sankale", "Student", "Maa Youth Circle", None)]),
    ],
)  # fmt: skip
def test_one_person(line: str, expected: list[Row]) -> None:
    assert _rows(read_people(line, single=True)) == expected


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            "Ida Vik, Director, Federation of Red Cross Societies. The webinar was moderated by Odd Lie, IOM",
            "Federation of Red Cross Societies",
        ),
        ("Prof. Ida Vik, Sociologist, University of Iași. Flyer", "University of Iași"),
    ],
)
def test_the_end_of_a_sentence_ends_a_body(line: str, body: str) -> None:
    assert read_people(line)[0].organization == body


def test_a_surname_that_is_a_word_of_bodies() -> None:
    (reading,) = read_people("Rosa Lara-Cruz, Oficina Nacional de Estadística, Chile")
    assert (reading.name, reading.organization) == ("Rosa Lara-Cruz", "Oficina Nacional de Estadística")
    assert read_people("Cruz Roja Chilena, Santiago") == []


@pytest.mark.parametrize(
    ("line", "position", "organization"),
    [
        ("السيدة تاجا كورت، رئيسة بعثة المنظمة الدولية للهجرة في الأردن", "رئيسة بعثة", "المنظمة الدولية للهجرة"),
        ("السيدة تاجا كورت، رئيسة لجنة شؤون المنظمة الدولية للهجرة والميناء", "رئيسة لجنة شؤون المنظمة الدولية للهجرة والميناء", None),
        ("السيدة تاجا كورت، سفيرة الاتحاد الأوروبي", "سفيرة الاتحاد الأوروبي", None),
    ],
)  # fmt: skip
def test_an_arabic_post_right_before_a_body(line: str, position: str, organization: str | None) -> None:
    (reading,) = read_people(line)
    assert (reading.position, reading.organization) == (position, organization)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Vik, Director, Bakhita House, Inga Lund, baker, and Ola Vik, Harbour Institute", ["Ida Vik", "Inga Lund", "Ola Vik"]),
        ("Inès Lô, Cheffe du port, Adama Sy, sociologue à Dakar, et Awa Ba, présidente du quai", ["Inès Lô", "Adama Sy", "Awa Ba"]),
        ("Luz Paillán, Directora del Instituto del Puerto, Inés Ruz, Ministra de Pesca", ["Luz Paillán", "Inés Ruz"]),
        ("ريم الخطيب، مديرة الميناء، هدى المصري، وزيرة الصيد", ["ريم الخطيب", "هدى المصري"]),
        ("Ida Vik, Director, Labour Mobility, Head of Boats, Bakhita House", ["Ida Vik"]),
        ("Ida Vik, Head of the Harbour Institute, Arica, Chile", ["Ida Vik"]),
    ],
)  # fmt: skip
def test_commas_part_the_people_of_a_list(text: str, names: list[str]) -> None:
    found = read_enumerated(text)
    assert [person.name for person in found] == names
    assert [text[person.start : person.end] for person in found] == names


def test_two_people_in_one_bullet() -> None:
    line = (
        "Erlinda F. Basa (Presentation), Permanent Representative of the Philippines to the United Nations Office, and "
        "Athan Nakis (Bio | Presentation), Deputy Minister of the Interior, Greece, on the Global Forum"
    )
    first, second = read_people(line)
    assert (first.name, first.country) == ("Erlinda F. Basa", "PH")
    assert (second.name, second.position, second.country) == ("Athan Nakis", "Deputy Minister of the Interior", "GR")
    assert [label for label, _start, _end in second.documents] == ["Bio | Presentation"]


def test_two_names_share_their_post() -> None:
    readings = read_people("Henrike Vogel and Bayu Prase, co-editors Skills Report 2007, IOM (Notes)")
    assert _rows(readings) == [
        ("Henrike Vogel", "co-editors Skills Report 2007", "IOM", None),
        ("Bayu Prase", "co-editors Skills Report 2007", "IOM", None),
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Marta Forest (ODI), Kaya Newland (MPI) and Alex Betts (University of Oxford)",
            [("Marta Forest", "ODI"), ("Kaya Newland", "MPI"), ("Alex Betts", "University of Oxford")],
        ),
        (
            "Ms. Marta Forest, ODI, Mr. Karl Newland, MPI, Mr. Alex Betts, University of Oxford",
            [("Marta Forest", "ODI"), ("Karl Newland", "MPI"), ("Alex Betts", "University of Oxford")],
        ),
        ("Marie Dupont (OIM), Paul Ndiaye (HCR)", [("Marie Dupont", "OIM"), ("Paul Ndiaye", "HCR")]),
        (
            "Ana Ruiz (OIM), Juan Pérez (ACNUR), María López, CEPAL, y Pedro Gil (OIT)",
            [("Ana Ruiz", "OIM"), ("Juan Pérez", "ACNUR"), ("María López", "CEPAL"), ("Pedro Gil", "OIT")],
        ),
        ("سعاد الشامي (وزارة العمل)، أحمد الخطيب (وزارة الداخلية)", [("سعاد الشامي", "وزارة العمل"), ("أحمد الخطيب", "وزارة الداخلية")]),
        # commas inside of what is said of one person
        ("Marta Forest, Head of the Mayors Office (City of Milan), Lombardy Region", [("Marta Forest", None)]),
        ("Mr. Karl Newland, Adviser to the Minister, Ministry of Labour (MoL), Kenya", [("Karl Newland", None)]),
    ],
)  # fmt: skip
def test_commas_part_people_behind_brackets_and_before_titles(line: str, people: list[tuple[str, str | None]]) -> None:
    found = read_people(line)
    assert [reading.name for reading in found] == [name for name, _body in people]
    for reading, (_name, body) in zip(found, people, strict=True):
        assert body is None or reading.organization == body


@pytest.mark.parametrize(
    ("line", "listed", "spoke"),
    [
        ("Lara Tomas, Deputy Director General, IOM, delivered by Peter Schatz, Chief of Staff, IOM (Statement)", "Lara Tomas", "Peter Schatz"),
        ("Lara Tomas, Deputy Director General, IOM, delivered on her behalf", "Lara Tomas", None),
        ("Ida Vik, State Minister of Ports, Fiji, on behalf of Sele Vaka, Minister of Ports, Fiji", "Sele Vaka", "Ida Vik"),
        ("Mme Awa Diatta, Directrice, au nom de M. Luc Adjovi, Ministre des Ports", "Luc Adjovi", "Awa Diatta"),
        ("M. Adamou Yacou, Directeur, Ministère de l'intérieur, Niger (représenté par M. Sani Chéka)", "Adamou Yacou", "Sani Chéka"),
    ],
)  # fmt: skip
def test_who_was_listed_and_who_spoke(line: str, listed: str, spoke: str | None) -> None:
    readings = read_people(line)
    assert [r.name for r in readings if r.proxy] == [listed]
    assert [r.name for r in readings if not r.proxy] == ([spoke] if spoke else [])


def test_clauses_say_the_role() -> None:
    readings = read_people(
        "Amy Pole, IOM Director General, will provide the opening remarks. Rana Sharif, Division Director, will be moderating."
    )
    assert [(r.name, r.role) for r in readings] == [("Amy Pole", "opening"), ("Rana Sharif", "moderator")]


@pytest.mark.parametrize(
    "line",
    [
        "How to promote legal pathways for migrants and refugees",
        "Chapter II on International Peace and Security, and",
        "Coffee break",
        "International Organization for Migration, Geneva",
        "Opening Session",
        "Ministry of Labour, Kenya",
        "United Republic of Tanzania",
        "Related Documents",
        "Director General Report",
        "Mesoamérica y el Caribe",
        "Chair Summary, Monday",
        "نائب المدير العام",
        "الممثل الدائم لغانا",
        "",
    ],
)
def test_lines_that_name_nobody(line: str) -> None:
    assert read_people(line) == []


@pytest.mark.parametrize(
    ("line", "name", "position"),
    [
        ("وزير العمل سالم البيرة", "سالم البيرة", "وزير العمل"),
        ("الممثل الدائم سالم البيرة، المنظمة الدولية للهجرة", "سالم البيرة", "الممثل الدائم"),
        ("وزيرة الصحة العامة والسكان د. ليلى كريم", "ليلى كريم", "وزيرة الصحة العامة والسكان"),
        ("أمين البيرة", "أمين البيرة", None),  # the head of a post that is a first name too
        ("عميد الدين كريم", "عميد الدين كريم", None),
    ],
)
def test_an_arabic_post_before_a_name_is_no_part_of_it(line: str, name: str, position: str | None) -> None:
    assert [(person.name, person.position) for person in read_people(line, single=True)] == [(name, position)]


@pytest.mark.parametrize(
    ("printed", "name", "titles"),
    [
        ("H.E. Mr. Juan Pérez", "Juan Pérez", 2),
        ("Her Excellency Dr. Ana de la Cruz", "Ana de la Cruz", 2),
        ("Md. Shahidul Haque", "Md. Shahidul Haque", 0),
        ("U Kyaw Zin Latt", "Kyaw Zin Latt", 1),
        ("M. le Colonel Adamou Yacouba", "Adamou Yacouba", 2),
        ("Prof. Emeritus Nils Aho", "Nils Aho", 1),
        ("Your Excellency Dr. Ada Oyelaran", "Ada Oyelaran", 2),
        ("UK House", "UK House", 0),
        ("Suboficial Mayor Ciro Vera", "Ciro Vera", 1),
        ("Datuk Noraini binti Haji Yusof", "Noraini binti Haji Yusof", 1),
        ("S.E. M. Issaka Tanko", "Issaka Tanko", 2),
    ],
)
def test_titles_go_off(printed: str, name: str, titles: int) -> None:
    start, found = strip_honorifics(printed)
    assert printed[start:] == name
    assert len(found) == titles


@pytest.mark.parametrize(
    "name",
    ["Amy Pole", "Thabo wa Kamuzora", "Tevita ‘Ofa Fifita", "Tomás Ó Cinnéide", "Kim Won-soo", "Hoang Thi Mai",
     "Jean-Christophe Peaucelle", "Maria Fernanda Espinosa Garcés", "Sultan al Jaber", "عبد الله ولد محمد الأمين",
     "María Concepción Ruiz", "Asunción Fe Ruiz", "Clément Vernon", "Ada Blankenship", "Ben Carter", "Ole Brekke",
     "Van Nguyen", "Do Lan"],
)  # fmt: skip
def test_names_of_every_custom(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "Panel Discussion",
        "Global Compact",
        "Almar Declaration",
        "Tamarin Framework",
        "Prix Almar",
        "Premio Tamarindo",
        "Previsión Social",
        "Urban Settlement",
        "Latin America",
        "Afrique subsaharienne",
        "Chief Economist",
        "New York",
        "IOM Geneva",
        "Monday",
    ],
)
def test_what_is_no_name(words: str) -> None:
    assert not looks_like_name(words, single=True)


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("IOM Director General", ("Director General", "IOM")),
        ("Deputy Director General of IOM", ("Deputy Director General", "IOM")),
        ("Manager and Special Representative of the World Bank Group", ("Manager and Special Representative", "World Bank Group")),
        ("UN High Commissioner for Refugees", ("UN High Commissioner for Refugees", None)),
        ("Head of the Urban Division", ("Head of the Urban Division", None)),
        ("Head of the Visa Department of the Ministry of Ports", ("Head of the Visa Department", "Ministry of Ports")),
        ("Jefa de la Unidad de Visas del Ministerio de Puertos", ("Jefa de la Unidad de Visas", "Ministerio de Puertos")),
        ("Coordinadora de Salud de la OIM en el Perú", ("Coordinadora de Salud", "OIM")),
        ("Directora General de la DIREPU Lima Norte", ("Directora General", "DIREPU Lima Norte")),
        ("Directeur départemental de l'Office national des ports", ("Directeur départemental", "Office national des ports")),
        ("Director of Ports of the North", ("Director of Ports of the North", None)),
        ("IOM Media Officer", ("Media Officer", "IOM")),
        ("IOM Project Manager", ("Project Manager", "IOM")),
        ("UNICEF Child Protection Specialist in Ouallam", ("Child Protection Specialist in Ouallam", "UNICEF")),
        ("GIS Mapping Analyst", ("GIS Mapping Analyst", None)),
        ("President of the Ţara Hometown Association", ("President", "Ţara Hometown Association")),
        ("Deputy Head of the Bureau for Relations with Emigrants", ("Deputy Head", "Bureau for Relations with Emigrants")),
        ("Head of the Bureau for Kenya", ("Head of the Bureau for Kenya", None)),
        ("Présidente de l’association Femmes debout", ("Présidente", "association Femmes debout")),
        ("directora del albergue Casa Sur", ("directora", "albergue Casa Sur")),
        ("directora del albergue del puerto", ("directora del albergue del puerto", None)),
        ("Comptroller-General of the Lagos Harbour Service", ("Comptroller-General", "Lagos Harbour Service")),
        ("Gerente de Frontera de la Presidencia de la República", ("Gerente de Frontera", "Presidencia de la República")),
        ("adviser to the Tide Institute", ("adviser", "Tide Institute")),
        ("Special Adviser to the Prime Minister", ("Special Adviser to the Prime Minister", None)),
        ("conseillère auprès du Ministère de la Mer", ("conseillère", "Ministère de la Mer")),
        ("Project Manager", ("Project Manager", None)),
        ("Minister of Labour", ("Minister of Labour", None)),
        ("IOM Remittances Programme Officer", ("Remittances Programme Officer", "IOM")),
        ("IOM Counter-Trafficking Project Officer", ("Counter-Trafficking Project Officer", "IOM")),
        ("IOM Migration Health Unit Head", ("Head", "IOM Migration Health Unit")),
    ],
)  # fmt: skip
def test_body_inside_a_post(post: str, expected: tuple[str, str | None]) -> None:
    assert split_post(post) == expected


@pytest.mark.parametrize(
    ("post", "country"),
    [("Ambassador of Norway to Ukraine", "NO"), ("Minister for Europe", None), ("Director, Kenya Red Cross", None)],
)
def test_state_of_a_post(post: str, country: str | None) -> None:
    assert state_of_post(post) == country


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_any_text_gives_spans_that_quote_it(text: str) -> None:
    for reading in read_people(text, single=True):
        assert 0 <= reading.start < reading.end <= len(text)
        assert reading.name.split()[0] in text[reading.start : reading.end]
        for label, start, end in reading.documents:
            assert label in text[start:end]


@given(
    st.sampled_from(["Amina Yusuf", "Kim Won-soo", "Ana de la Cruz", "Thabo wa Kamuzora", "Ólafur Brynjarsson"]),
    st.sampled_from(["", "Mr. ", "H.E. Ms. ", "Dr. ", "Prof. "]),
    st.sampled_from(["Director", "Minister of Labour", "Programme Officer", "Chief of Mission"]),
    st.sampled_from(["IOM", "Ministry of Health", "University of Geneva", "Shade Alliance"]),
    st.sampled_from(["", " (Remarks)", " (Presentation | Video)", " (tbc)"]),
)
def test_printed_lines_are_read_back(name: str, title: str, post: str, body: str, tail: str) -> None:
    (reading,) = read_people(f"{title}{name}, {post}, {body}{tail}")
    assert (reading.name, reading.position, reading.organization) == (name, post, body)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ms. Ida Vik, Director, IOM – introductory remarks", "opening"),
        ("M. Odd Lie, maire de Tema – mot de bienvenue", "opening"),
        ("Sra. Luz Mar, CEPAL, palabras de cierre", "closing"),
        ("Ms. Ida Vik, Director, Opening", None),
        ("Mr. Odd Lie (Nurses Circle, Leeds) asks the questions", "moderator"),
        ("Mme Léa Roux, OIM, anime les débats", "moderator"),
    ],
)
def test_what_somebody_says_may_stand_behind_the_affiliation(line: str, role: str | None) -> None:
    (person,) = read_people(line)
    assert person.role == role
    assert role is None or "remarks" not in f"{person.position} {person.organization}"


@pytest.mark.parametrize(
    ("position", "bare"),
    [
        ("new Director General", "Director General"),
        ("nueva Jefa de Misión", "Jefa de Misión"),
        ("harbour specialist based", "harbour specialist"),
        ("Newcastle Port Officer", "Newcastle Port Officer"),
    ],
)
def test_since_when_a_post_is_held_is_no_part_of_it(position: str, bare: str) -> None:
    assert bare_post(position) == bare


@pytest.mark.parametrize(
    ("body", "bodies", "whole"),
    [
        ("Council", ["IOM", "Council of Quiet Airports"], "Council of Quiet Airports"),
        ("Association", ["IOM"], None),
        ("Ministère", ["Ministère du Travail", "Ministère de la Mer"], None),
        ("Frontex", ["IOM"], "Frontex"),
    ],
)
def test_a_common_word_stands_for_the_body_that_begins_with_it(body: str, bodies: list[str], whole: str | None) -> None:
    person = Appearance("Ida Vik", "speaker", "Secretary General", body)
    spell_out_bodies([person], bodies)
    assert person.organization == whole


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Rita Elm, Head, Skills and Employability Branch, ILO",
            [("Rita Elm", "Head, Skills and Employability Branch", "ILO")],
        ),
        (
            "Rita Olmo, Jefa de la División de Migración, Medio Ambiente y Cambio Climático, OIM",
            [("Rita Olmo", "Jefa de la División de Migración, Medio Ambiente y Cambio Climático", "OIM")],
        ),
        (
            "Sr. Tam Roble, Puertos, Redes y Velas Noruega (PRVN), Noruega",
            [("Tam Roble", None, "Puertos, Redes y Velas Noruega (PRVN)")],
        ),
        ("Rita Elm, IOM and Tam Oakley, UNHCR", [("Rita Elm", None, "IOM"), ("Tam Oakley", None, "UNHCR")]),
        ("Rita Elm (Guild) and Tam Oakley (IOM)", [("Rita Elm", None, "Guild"), ("Tam Oakley", None, "IOM")]),
    ],
)
def test_subjects_and_units_behind_and_are_nobody(line: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert [(person.name, person.position, person.organization) for person in read_people(line)] == told
