import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.assembly import assemble_record
from parsers.organizations.involvement.walk import find_involved
from parsers.organizations.names import body_key
from parsers.page import Block, Page, assemble
from parsers.record import Kind


def page_of(*lines: str | Block, title: str | None = None) -> Page:
    page = Page(url="https://example.org/", source="text", title=title)
    page.blocks = [Block("paragraph", line) if isinstance(line, str) else line for line in lines]
    return assemble(page)


def involved(*lines: str | Block, kind: Kind = "event", title: str | None = None) -> list[tuple[str, str]]:
    page = page_of(*lines, title=title)
    found = find_involved(page, None, kind)
    for body in found:
        assert page.text[body.start : body.end] == body.name
    return [(body.name, body.role) for body in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The conference, organised by GMDAC on 2-3 December 2016, had the support of the German Foreign Office and the "
            "European Commission’s Knowledge Centre on Migration and Development.",
            [
                ("GMDAC", "organizer"),
                ("German Foreign Office", "partner"),
                ("European Commission’s Knowledge Centre on Migration and Development", "partner"),
            ],
        ),
        (
            "Hosted by the Government of Namibia together with the International Organization for Migration (IOM), the "
            "meeting was held in Windhoek.",
            [("Government of Namibia", "host"), ("International Organization for Migration (IOM)", "co_organizer")],
        ),
        (
            "A workshop was organized in Brussels as a joint initiative between the Government of the Kingdom of Belgium and "
            "the World Bank, with the support of the European Commission.",
            [
                ("Government of the Kingdom of Belgium", "organizer"),
                ("World Bank", "organizer"),
                ("European Commission", "partner"),
            ],
        ),
        (
            "L’atelier a été organisé par l’OIM en partenariat avec le Ministère de l’Intérieur du Sénégal.",
            [("OIM", "organizer"), ("Ministère de l’Intérieur du Sénégal", "partner")],
        ),
        (
            "El foro fue organizado por la OIM con el apoyo de la Unión Europea y ACNUR en Quito.",
            [("OIM", "organizer"), ("Unión Europea", "partner"), ("ACNUR", "partner")],
        ),
        (
            "عقدت ورشة عمل بتنظيم من المنظمة الدولية للهجرة بالتعاون مع وزارة الخارجية.",
            [("المنظمة الدولية للهجرة", "organizer"), ("وزارة الخارجية", "partner")],
        ),
        (
            "Du 10 au 13 avril 2019, l’International Catholic Migration Commission (ICMC) et l’Organisation internationale "
            "pour les migrations (OIM) ont tenu un atelier.",
            [
                ("International Catholic Migration Commission (ICMC)", "organizer"),
                ("Organisation internationale pour les migrations (OIM)", "organizer"),
            ],
        ),
        ("Today (18/05), UNHCR and the Nordic Refugee Council are hosts of a forum.", [("UNHCR", "host"), ("Nordic Refugee Council", "host")]),
        ("IOM's forum for open debate, the dialogue, is in progress.", [("IOM", "organizer")]),
        ("Acude al 110° Consejo de la OIM esta semana.", [("OIM", "organizer")]),
        ("The annual meeting of the Budapest Process is near.", [("Budapest Process", "participant")]),
        ("Réunion ministérielle annuelle de l’Union africaine.", [("Union africaine", "organizer")]),
        ("La sesión ordinaria de la Comisión de la Unión Africana.", [("Comisión de la Unión Africana", "organizer")]),
        ("El seminario nace en el seno de la Unión Africana.", [("Unión Africana", "organizer")]),
        # the preposition or the article that a list repeats
        (
            "El centro cuenta con recursos de la Embajada de Noruega y de la Fundación Tierra Firme.",
            [("Embajada de Noruega", "sponsor"), ("Fundación Tierra Firme", "sponsor")],
        ),
        (
            "Ces patrouilles sont financées par le Canada et par l’Agence suédoise de coopération.",
            [("Canada", "sponsor"), ("Agence suédoise de coopération", "sponsor")],
        ),
        (
            "It was funded by the European Union, Norway and the Nordic Disaster Relief Team and carried out in haste.",
            [("European Union", "sponsor"), ("Norway", "sponsor"), ("Nordic Disaster Relief Team", "sponsor")],
        ),
        (
            "The forum was co-hosted by IOM and the Finnish Ministry for Migration Policy.",
            [("IOM", "host"), ("Finnish Ministry for Migration Policy", "host")],
        ),
        (
            "Placé sous le haut patronage du Ministère du Plan et organisé conjointement par l’OIM et le HCR, il dure un jour.",
            [("Ministère du Plan", "host"), ("OIM", "organizer"), ("HCR", "organizer")],
        ),
        (
            "Le cours a reçu l’élan voulu avec l’appui technique du HCR et le financement de la Fondation Horizon.",
            [("HCR", "partner"), ("Fondation Horizon", "sponsor")],
        ),
        # in a list of those who came persons and groups may stand
        (
            "It was attended by Jane Roe, pilots and the Norwegian Directorate of Fisheries.",
            [("Norwegian Directorate of Fisheries", "participant")],
        ),
        ("Delegates of Harbour Friends and Norway were there.", [("Harbour Friends", "participant")]),
        ("The Governments of Fiji and Peru have given the first ship.", [("Governments of Fiji and Peru", "sponsor")]),
        ("وحضر ممثلون عن وزارة الصحة ونقابة الصيادين.", [("وزارة الصحة", "participant"), ("نقابة الصيادين", "participant")]),
        # who is thanked for help has given it
        ("She thanked the European Union for its generous support.", [("European Union", "partner")]),
        ("Los alcaldes agradecieron a la Embajada de Chile su apoyo.", [("Embajada de Chile", "partner")]),
        ("She thanked the European Union and left.", []),
        # what is put in between a subject and its verb
        (
            "UNHCR, in cooperation with the Government of Kenya, held a workshop.",
            [("UNHCR", "organizer"), ("Government of Kenya", "partner")],
        ),
        (
            "It is made possible by the generous support of the Embassy of Chile in Lima and the Harbour Fund.",
            [("Embassy of Chile in Lima", "sponsor"), ("Harbour Fund", "sponsor")],
        ),
        (
            "She thanked the Governments of Fiji, Peru and Norway for their help.",
            [("Governments of Fiji, Peru and Norway", "partner")],
        ),
        # the list ends where another subject begins
        (
            "With funding from the Government of Japan, IOM handed over a boat.",
            [("Government of Japan", "sponsor")],
        ),
        (
            "La OIM y la Cruz Roja peruana firmaron un convenio.",
            [("OIM", "organizer"), ("Cruz Roja peruana", "organizer")],
        ),
        ("وقعت منظمة الصحة العالمية ووزارة الصيد البحري اتفاقية جديدة.", [("منظمة الصحة العالمية", "organizer"), ("وزارة الصيد البحري", "organizer")]),
        (
            "With support from Norway, UNHCR and the Finnish Ministry of Fisheries opened a school.",
            [("Norway", "partner"), ("UNHCR", "organizer"), ("Finnish Ministry of Fisheries", "organizer")],
        ),
        (
            "Fue organizado por las Misiones Permanentes de Perú y Chile ante las Naciones Unidas y la OIM.",
            [("Misiones Permanentes de Perú y Chile ante las Naciones Unidas", "organizer"), ("OIM", "organizer")],
        ),
        ("Some forty came, among them UNFPA, Jane Roe and the Red Cross.", [("UNFPA", "participant"), ("Red Cross", "participant")]),
        ("It was organized with the support of the Harbour Fund.", [("Harbour Fund", "partner")]),
        # a line of labels
        (
            "Co-hosts: Permanent Missions of Italy and Mexico; Co-sponsors: UNODC, City of Lima",
            [("Permanent Missions of Italy and Mexico", "host"), ("UNODC", "co_organizer"), ("City of Lima", "co_organizer")],
        ),
        # a headline's capitals hide verbs
        ("Coastal Forum Launched in Lima", []),
        # whom somebody works for is no involvement
        ("Jane Roe, Director, UNHCR, spoke. IOM Director General Tom Reed opened the meeting.", []),
        ("The 26th UNFCCC Conference of the Parties is near.", []),
        ("The High-Level Political Forum for Sustainable Development (HLPF) convenes in New York.", []),
        ("Botswana hosts a global meeting.", []),
        ("It was organised by a group of friends.", []),
    ],
)  # fmt: skip
def test_prose(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


def test_a_list_that_prose_announces() -> None:
    assert involved(
        "Some 45 people attended, most of them from the following processes:",
        Block("item", "The Highland Neighbours Process, in the Andes;", level=1),
        Block("item", "The Two Gulfs Dialogue, in Western Asia; and", level=1),
        Block("item", "The Great Lakes Round Table (GLRT), in Central Africa.", level=1),
        "They agreed to meet again.",
    ) == [
        ("Highland Neighbours Process", "participant"),
        ("Two Gulfs Dialogue", "participant"),
        ("Great Lakes Round Table (GLRT)", "participant"),
    ]


def test_who_issues_a_release() -> None:
    lead = "The International Organization for Migration (IOM) and UNHCR launched a plan worth USD 3 million yesterday."
    long = [("International Organization for Migration (IOM)", "organizer"), ("UNHCR", "organizer")]
    assert involved(lead, "More than three million people need help.", kind="press_release") == long
    # the long form goes before the headline's, where the text begins with it
    headline = Block("heading", "IOM, UNHCR launch plan", level=1)
    names = [long[0][0], "UNHCR"]
    assert [name for name, _ in involved(headline, lead, kind="press_release", title=headline.text)] == names
    passive = "A plan worth USD 3 million was launched yesterday by the International Organization for Migration (IOM)."
    assert [name for name, _ in involved(headline, passive, kind="press_release", title=headline.text)] == [
        "IOM",
        "UNHCR",
    ]
    rescue = (
        "Arlit – Trente personnes ont été secourues dimanche par l’Organisation internationale pour les migrations (OIM) et la "
        "Direction générale de la protection civile (DGPC)."
    )
    assert [name for name, _ in involved(rescue, kind="press_release")] == [
        "Organisation internationale pour les migrations (OIM)",
        "Direction générale de la protection civile (DGPC)",
    ]
    joint = "Geneva – Today IOM and the Council of Quiet Airports signed an agreement on the training of their staff."
    assert [name for name, _ in involved(joint, kind="press_release")] == ["IOM", "Council of Quiet Airports"]
    nobody = "IOM Director General Tom Reed addressed the member states of the body this week."
    assert involved(nobody, kind="press_release") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who pays, as subject and as object
        ("The course, which Norway funds, begins on Monday.", [("Norway", "sponsor")]),
        ("The Harbour Trust is contributing 4 million to the work.", [("Harbour Trust", "sponsor")]),
        (
            "La Fondation Amina pour l’école et l’Agence des rives (ADR) soutiennent le Forum.",
            [("Fondation Amina pour l’école", "partner"), ("Agence des rives (ADR)", "partner")],
        ),
        ("La Banque des Lacs (BDL) finance l’atelier.", [("Banque des Lacs (BDL)", "sponsor")]),
        ("El programa recibe el apoyo del Banco de las Islas.", [("Banco de las Islas", "partner")]),
        ("ويموّل الاتحاد الأوروبي هذه اللقاءات.", [("الاتحاد الأوروبي", "sponsor")]),
        (
            "Jane Roe thanked the Swiss Agency for Development and Cooperation (SDC), which paid for the training.",
            [("Swiss Agency for Development and Cooperation (SDC)", "sponsor")],
        ),
        ("The photograph that the Harbour Trust owns is old.", []),
        ("The storm tore through the central Philippines, UNHCR is supporting families.", [("UNHCR", "partner")]),
        (
            "Hier, la Direction régionale de la santé a organisé un atelier.",
            [("Direction régionale de la santé", "organizer")],
        ),
        ("Hier, la Direction que les gens du port aiment a organisé un atelier.", []),
        # who holds it with whom
        (
            "The count, carried out with UNICEF and Save the Children, ended.",
            [("UNICEF", "co_organizer"), ("Save the Children", "co_organizer")],
        ),
        (
            "It closes a project that UNHCR Nairobi carried out with the Office of Ports and Piers (OPP) of Malta.",
            [("UNHCR Nairobi", "co_organizer"), ("Office of Ports and Piers (OPP) of Malta", "co_organizer")],
        ),
        (
            "Convocan la Defensoría de las Costas y la OIM, con la cooperación de la Organización de los Estados "
            "Americanos (OEA).",
            [
                ("Defensoría de las Costas", "organizer"),
                ("OIM", "organizer"),
                ("Organización de los Estados Americanos (OEA)", "partner"),
            ],
        ),
        (
            "Gracias a un programa de la OIM y la Superintendencia de Puertos (SUP), hay títulos.",
            [("OIM", "organizer"), ("Superintendencia de Puertos (SUP)", "organizer")],
        ),
        # who comes
        (
            "Participaron representantes del Ministerio de Salud y del Colegio Médico del Perú.",
            [("Ministerio de Salud", "participant"), ("Colegio Médico del Perú", "participant")],
        ),
        (
            "It takes 25 officers from the Harbour Revenue Authority and the Lake Police Force.",
            [("Harbour Revenue Authority", "participant"), ("Lake Police Force", "participant")],
        ),
        ("It is for officers of the eastern border.", []),
        ("Ayer las capitales de Ecuador y Colombia y la OIM pusieron en marcha un registro.", [("OIM", "organizer")]),
        (
            "L’atelier a réuni des agents de la Police nationale, de la Garde rurale et de la Direction de la surveillance "
            "du territoire (DST).",
            [
                ("Police nationale", "participant"),
                ("Garde rurale", "participant"),
                ("Direction de la surveillance du territoire (DST)", "participant"),
            ],
        ),
        (
            "It was attended by officers from the Department of Immigration and Citizenship Services and the Lake Police Force.",
            [
                ("Department of Immigration and Citizenship Services", "participant"),
                ("Lake Police Force", "participant"),
            ],
        ),
        (
            "عقدت ورشة بتمويل من الاتحاد الأوروبي ومملكة هولندا.",
            [("الاتحاد الأوروبي", "sponsor"), ("مملكة هولندا", "sponsor")],
        ),
        # names that hold "and", a comma, words without capitals, a state
        (
            "It was organized by UNHCR and the Ministry of Labour, Employment and Social Security (MoLESS).",
            [("UNHCR", "organizer"), ("Ministry of Labour, Employment and Social Security (MoLESS)", "organizer")],
        ),
        (
            "L’OIM et le Comité national de lutte contre la traite des personnes (CNLTP) de Côte d’Ivoire organisent un atelier.",
            [
                ("OIM", "organizer"),
                ("Comité national de lutte contre la traite des personnes (CNLTP) de Côte d’Ivoire", "organizer"),
            ],
        ),
        (
            "Hier, les gouvernements de Madagascar et de Maurice ont signé un accord.",
            [("gouvernements de Madagascar et de Maurice", "organizer")],
        ),
        (
            "Il est organisé par le Ministère des Maliens établis à l’extérieur et l’OIM à Ségou.",
            [("Ministère des Maliens établis à l’extérieur", "organizer"), ("OIM", "organizer")],
        ),
        (
            "تنظم اليونيسف ووزارة العدل في المملكة الأردنية الهاشمية، بالشراكة مع جامعة الدول العربية، ورشة عمل.",
            [
                ("اليونيسف", "organizer"),
                ("وزارة العدل في المملكة الأردنية الهاشمية", "organizer"),
                ("جامعة الدول العربية", "partner"),
            ],
        ),
        # nobody by name; another's meeting
        ("UN Agencies call for calm.", []),
        ("They met in the margins of a meeting of the Budapest Process.", []),
    ],
)
def test_who_pays_holds_and_comes(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


def test_a_body_is_named_once_and_best() -> None:
    field = Block("field_value", "IOM Regional Office in Brussels", field="organizer")
    assert involved(field, "The survey was carried out by IOM with the University of Murcia.") == [
        ("IOM Regional Office in Brussels", "organizer"),
        ("University of Murcia", "partner"),
    ]
    # the office that a place behind the name tells, but not a post's
    evening = (
        "À cette occasion, l’OIM Tunisie et la Ville de Sousse vous convient à une soirée de projections et de débats à "
        "la Cité de la culture."
    )
    assert involved(evening) == [("OIM Tunisie", "organizer"), ("Ville de Sousse", "organizer")]
    post = "Many came to the centre of the old town, says David Roe, IOM South Sudan Chief of Mission, in his letter."
    assert involved(post, kind="press_release") == []
    assert involved(
        "The Directorate of Ports and Piers (DPP) is holding trainings.",
        "It takes officers from DPP and the Lake Police Force.",
    ) == [("Directorate of Ports and Piers (DPP)", "organizer"), ("Lake Police Force", "participant")]
    assert involved("Ghana, UNHCR open a centre", "UNHCR and the Government of Ghana opened the centre.") == [
        ("UNHCR", "organizer"),
        ("Government of Ghana", "organizer"),
    ]


def test_a_person_is_no_body() -> None:
    heading = Block("heading", "Workshop on boats", level=1)
    page = page_of(
        heading, "The workshop was facilitated by Ana Ruiz.", "It is run by Town Makers.", title=heading.text
    )
    page.url = "https://www.iom.int/events/workshop-boats"
    record = assemble_record(page).record
    assert [person.name for person in record.people] == ["Ana Ruiz"]
    assert [body.name for body in record.organizations] == ["Town Makers"]


def test_fields_of_the_page() -> None:
    assert involved(Block("field_value", "OIM, Instituto de Costas", field="organizador")) == [
        ("OIM", "organizer"),
        ("Instituto de Costas", "organizer"),
    ]


def test_claimed_lines_are_left_to_the_agenda() -> None:
    page = page_of(
        "Workshop organised by UNHCR", "Dinner organised by UNICEF", "Side event: Harvest (organised by the FAO)"
    )
    assert [body.name for body in find_involved(page, None, "event", {0, 2})] == ["UNICEF", "FAO"]


def test_one_key_for_the_forms_of_a_body() -> None:
    forms = (
        "IOM",
        "OIM",
        "International Organization for Migration (IOM)",
        "La Organización Internacional para las Migraciones",
    )
    assert len({body_key(form) for form in forms}) == 1
    assert body_key("Red Costera") == body_key("la Red Costera") != body_key("Red Cross")
    assert body_key("Turkey") == body_key("Türkiye") == "TR"


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_page_gives_bodies_that_it_quotes(lines: list[str]) -> None:
    page = page_of(*[" ".join(line.split()) + " organised by IOM and hosted by" for line in lines])
    for body in find_involved(page, None, "press_release"):
        assert page.text[body.start : body.end] == body.name
        assert "\n" not in body.name


def test_a_page_without_end_is_read_so_far() -> None:
    text = "joint initiative between IOM and the Council of Ports organised by UNHCR " * 5000
    assert 0 < len(involved(text)) < 20


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A registration desk was opened in Tema yesterday (04/03) by the State Department for Seafarers and UNICEF.",
            ["State Department for Seafarers", "UNICEF"],
        ),
        (
            "Une antenne mobile a été inaugurée hier à Kara par la Direction de l’emploi et la Croix-Rouge togolaise.",
            ["Direction de l’emploi", "Croix-Rouge togolaise"],
        ),
        (
            "La oficina, inaugurada hoy por la Secretaría del Trabajo y Previsión Social, la OIM y la Cámara Nacional de "
            "Pesca de Manta, atiende desde las ocho.",
            ["Secretaría del Trabajo y Previsión Social", "OIM", "Cámara Nacional de Pesca de Manta"],
        ),
        ("وفي المكلا مركز جديد افتتحته وزارة العمل واليونيسف", ["وزارة العمل", "اليونيسف"]),
        # Persons open too, and what was opened in another year is another matter.
        ("The forum was opened by Tomas Lindgren, Vice-Minister of Labour.", []),
        ("The fair was opened on Monday by the Minister of Labour, Ana Ruiz.", []),
        ("They meet in a house that was opened in 2009 by the Rotary Foundation.", []),
        ("The doors were opened to neighbours who had been invited by the Rotary Foundation.", []),
        ("El puente fue inaugurado en 1998 por la Fundación Marea.", []),
        ("Le port a été ouvert en 1987 par la Fondation Marée.", []),
    ],
)
def test_bodies_of_a_passive_behind_place_and_time(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Kazakh Ministry of Labour and Social Protection and the Harbour Masters Association took part in the forum.",
            ["Kazakh Ministry of Labour and Social Protection", "Harbour Masters Association"],
        ),
        (
            "La Chambre de commerce de Sfax et l’UNICEF ont participé aux débats.",
            ["Chambre de commerce de Sfax", "UNICEF"],
        ),
        ("El Instituto de Costas y ACNUR participaron en la jornada.", ["Instituto de Costas", "ACNUR"]),
        # Whose body it is, and not the body itself; states as such.
        ("M. Issa Barry, du Conseil national du patronat, a pris part au débat.", []),
        ("Ana Ruiz, of the Harbour Masters Association, took part in the debate.", []),
        ("Chile and Peru took part in the debate.", []),
    ],
)
def test_bodies_that_take_part(text: str, wanted: list[str]) -> None:
    found = involved(text)
    assert [name for name, _ in found] == wanted
    assert all(role == "participant" for _, role in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "They return under a joint plan of the Government of National Unity, the Government of Eastern Marches and "
            "the United Nations.",
            ["Government of National Unity", "Government of Eastern Marches", "United Nations"],
        ),
        (
            "C’est un programme conjoint entre la Fondation Marée et l’UNICEF.",
            ["Fondation Marée", "UNICEF"],
        ),
        ("Forma parte de un estudio conjunto del Instituto de Costas y ACNUR.", ["Instituto de Costas", "ACNUR"]),
        (
            "Teams of the Coast Guard Society, the Bay Red Crescent Society and TIDE are clearing sand.",
            ["Coast Guard Society", "Bay Red Crescent Society", "TIDE"],
        ),
        (
            "The dam is managed by the Delta Water Authority with UNICEF and the River Parishes Foundation.",
            ["Delta Water Authority", "UNICEF", "River Parishes Foundation"],
        ),
        ("Teams of doctors and two joint plans of action are under way.", []),
        ("Seis campamentos, un plan conjunto de trabajo y equipos de salud.", []),
    ],
)
def test_bodies_of_joint_plans_and_teams(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Colombia presenta un plan para la costa", []),
        ("Le Maroc et l’OIM lancent un fonds", ["OIM"]),
        ("Gobierno de Chile presenta un plan para la costa", ["Gobierno de Chile"]),
    ],
)
def test_a_state_in_a_headline_is_no_body(headline: str, wanted: list[str]) -> None:
    found = involved(Block("heading", headline, level=1), kind="press_release", title=headline)
    assert [name for name, _ in found] == wanted


@pytest.mark.parametrize(
    ("headline", "text", "wanted"),
    [
        (
            "L’OIM ouvre un centre",
            "Le centre est géré par le Ministère de la Pêche, avec l’Organisation internationale pour les migrations (OIM).",
            ["Ministère de la Pêche", "Organisation internationale pour les migrations (OIM)"],
        ),
        (
            "IOM and UNHCR visit the coast",
            "The visit was organised by the International Organization for Migration (IOM) and UNHCR.",
            ["IOM", "UNHCR"],
        ),
        (
            "IOM visits the coast",
            "Boats of IOM were there. It was organised by the International Organization for Migration (IOM).",
            ["IOM"],
        ),
    ],
)
def test_the_first_mention_below_a_headline_gives_the_whole_name(headline: str, text: str, wanted: list[str]) -> None:
    found = involved(Block("heading", headline, level=1), text, kind="press_release", title=headline)
    assert sorted(name for name, _ in found) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The clinic was run by the Kenyan NGO Sauti Yetu with UNICEF.", ["Sauti Yetu", "UNICEF"]),
        ("Le forum est organisé par l’OIM et l’association Les Amis du Phare.", ["OIM", "Les Amis du Phare"]),
        ("El foro es organizado por la OIM y la red Puertociudades.", ["OIM", "Puertociudades"]),
        ("El taller fue organizado por la ONG Manos Abiertas.", ["Manos Abiertas"]),
        # a name that begins with such a word
        ("The fair was organised by UNICEF and NGO Forum.", ["UNICEF", "NGO Forum"]),
        ("Le forum est organisé par l’Association des Amis du Phare.", ["Association des Amis du Phare"]),
        ("El foro es organizado por la Red de Mujeres del Faro.", ["Red de Mujeres del Faro"]),
    ],
)
def test_what_a_body_is_called_is_not_its_name(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The African Union Commission and the World Bank attended as observers.",
            ["African Union Commission", "World Bank"],
        ),
        (
            "Asistieron como observadores la Unión Africana y la CEPAL.",
            ["Unión Africana", "CEPAL"],
        ),
        ("L’Union africaine et l’UNICEF ont participé en tant qu’observateurs.", ["Union africaine", "UNICEF"]),
        ("Mentors from UNICEF and the Coral Policy Centre will help.", ["UNICEF", "Coral Policy Centre"]),
        ("دورة لفائدة 25 من ضباط إدارة أمن الموانئ وجهاز حرس السواحل.", ["إدارة أمن الموانئ", "جهاز حرس السواحل"]),
        ("The two women attended as observers.", []),
        ("Hubo delegados de la Cancillería y del ACNUR.", ["Cancillería", "ACNUR"]),
    ],
)
def test_observers_and_those_who_come_from_bodies(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The response is coordinated with the Ministry of Tides and UNHCR.", ["Ministry of Tides", "UNHCR"]),
        ("La réponse est coordonnée avec le Ministère des Marées.", ["Ministère des Marées"]),
        ("El taller cuenta con la cooperación técnica de la CEPAL.", ["CEPAL"]),
        ("وتستضيف الورشة وزارة التخطيط في الأردن.", ["وزارة التخطيط في الأردن"]),
        ("تدعوكم المنظمة الدولية للهجرة في مصر إلى زيارة المعرض.", ["المنظمة الدولية للهجرة في مصر"]),
        ("The colours were coordinated with care.", []),
        ("تستضيف المدينة القديمة زوارا من كل مكان.", []),
    ],
)
def test_partners_and_hosts(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


def test_an_arabic_short_name_is_not_said_twice() -> None:
    text = "بتنظيم من الإسكوا بالتعاون مع لجنة الأمم المتحدة الاقتصادية والاجتماعية لغربي آسيا (الإسكوا)."
    assert [name for name, _role in involved(text)] == [
        "لجنة الأمم المتحدة الاقتصادية والاجتماعية لغربي آسيا (الإسكوا)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Habiba Ruiz of the SADC Secretariat presented the draft.",
        "M. Paul Arc du Ministère des Marées a présenté le projet.",
        "La Sra. Ana Paz de la Cruz Roja presentó el plan.",
        "Ama Owusu, Chief of Mission of the Harbour Board, opened the fair.",
        "The Mission Chief of the Harbour Board organised the fair.",
        "The Spokesperson for the Harbour Board held a briefing.",
        "La fête a été ouverte par le Chef de mission de la Mairie de Kayes.",
        "El Jefe de Misión de la Alcaldía de Lima inauguró la feria.",
        "افتتح رئيس بعثة جمعية المنارة المعرض.",
    ],
)
def test_somebody_of_a_body_acts(text: str) -> None:
    assert involved(text) == []
    assert involved("The SADC Secretariat presented the draft.") == [("SADC Secretariat", "organizer")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Organisé par l’OIM, en lien avec l’UNICEF et la Banque mondiale, le Forum veut aboutir à un cadre commun.",
            ["OIM", "UNICEF", "Banque mondiale"],
        ),
        ("Organised by IOM and the World Bank, the Fair opens the season.", ["IOM", "World Bank"]),
        ("Organizado por la OIM y el Banco Mundial, el Foro busca un acuerdo.", ["OIM", "Banco Mundial"]),
        (
            "Organisé par l’OIM, le Forum économique des îles et la Banque mondiale.",
            ["OIM", "Forum économique des îles", "Banque mondiale"],
        ),
    ],
)
def test_a_list_ends_where_the_meeting_does_something(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La XIV Conferencia Suramericana sobre Migraciones (CSM) tuvo lugar en Lima.",
            ["Conferencia Suramericana sobre Migraciones (CSM)"],
        ),
        ("The 9th Abu Dhabi Dialogue was held in Dubai.", ["Abu Dhabi Dialogue"]),
        ("A side event of the Abu Dhabi Dialogue was held in Dubai.", ["Abu Dhabi Dialogue"]),
        ("The panel spoke of the Abu Dhabi Dialogue. A fair was held in Dubai.", []),
    ],
)
def test_a_process_that_is_held(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La OIM, en su calidad de Secretaría Técnica, prestó apoyo a la organización de la reunión de Lima.", ["OIM"]),
        (
            "IOM, in its capacity as secretariat of the meeting, has asked for papers from all those who will come.",
            ["IOM"],
        ),
        ("The papers that were kept by IOM, in all likelihood, are those of the first years of the two islands.", []),
    ],
)
def test_iom_acts_in_its_capacity(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ورشة عمل لممثلي وزارات التخطيط والعمل والخارجية.", []),
        ("It was attended by representatives of Ministries of Tides.", []),
        ("It was attended by representatives of the Ministry of Tides.", ["Ministry of Tides"]),
    ],
)
def test_ministries_of_many_states_are_no_body(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a noun names the part
        (
            "The fair is run by UNICEF, with the Town Hall of Elmina and the Coast Museum as its hosts.",
            [("UNICEF", "organizer"), ("Town Hall of Elmina", "host"), ("Coast Museum", "host")],
        ),
        (
            "Le colloque est porté par le HCR, avec la Mairie de Ségou comme hôte.",
            [("HCR", "organizer"), ("Mairie de Ségou", "host")],
        ),
        (
            "Abrió una ventanilla, con el Consulado de Chile en Tacna como aliado.",
            [("Consulado de Chile en Tacna", "partner")],
        ),
        ("UNFPA and the Harbour Board join them as co-organizers.", [("UNFPA", "co_organizer"), ("Harbour Board", "co_organizer")]),
        ("La Fundación Marea se suma como aliada.", [("Fundación Marea", "partner")]),
        ("L’Université de Sfax participe en qualité de partenaire scientifique.", [("Université de Sfax", "partner")]),
        ("It works with the young as partners, and sees the town as a host.", []),
        ("Ana Ruiz, who works with the Harbour Board, sees fishers as partners.", []),
        # the verb stands before its subject
        ("Behind the fair stand UNHCR and the Harbour Board.", [("UNHCR", "organizer"), ("Harbour Board", "organizer")]),
        ("Detrás de la feria están ACNUR y la Fundación Marea.", [("ACNUR", "organizer"), ("Fundación Marea", "organizer")]),
        ("Behind the house stands a tree that the Harbour Board planted.", []),
        (
            "El foro lo organiza la OIM codo a codo con la Fundación Marea.",
            [("OIM", "organizer"), ("Fundación Marea", "partner")],
        ),
        (
            "وتستضيف وزارة الصيد البحري اللقاء بدعم من الاتحاد الأوروبي.",
            [("وزارة الصيد البحري", "host"), ("الاتحاد الأوروبي", "partner")],
        ),
        ("تستضيف بلدية المرسى ألف أسرة.", []),
        # its object is no part of the name
        ("ونظمت منظمة الصحة العالمية الورشة بالتعاون مع اليونيسف.", [("منظمة الصحة العالمية", "organizer"), ("اليونيسف", "partner")]),
        (
            "Lo acoge el Servicio de Puertos de Panamá, y ACNUR hace de secretaría.",
            [("Servicio de Puertos de Panamá", "host"), ("ACNUR", "organizer")],
        ),
        (
            "Cent agents formés les 3 et 4 mai 2021 par le HCR et le Programme national de pêche (PNP) y attendent les bateaux.",
            [("HCR", "organizer"), ("Programme national de pêche (PNP)", "organizer")],
        ),
        # a relative clause between subject and verb
        ("The Lake Foundation, which grew out of a strike, convened a forum.", [("Lake Foundation", "organizer")]),
        # what is handed over has somebody who takes it
        (
            "The clinic was handed over on 3 May by UNFPA to the Department of Ports.",
            [("Department of Ports", "participant")],
        ),
        ("Elles ont remis dix bateaux à la Direction des pêches de Sfax.", [("Direction des pêches de Sfax", "participant")]),
        ("They handed over ten boats to families in Tema, and he handed over to Ama Owusu.", []),
        # what the body is, whose it is
        (
            "UNHCR ran it in concert with the country’s Seafarers Unit and with the neighbourhood association Huis Zeven.",
            [("Seafarers Unit", "partner"), ("Huis Zeven", "partner")],
        ),
        ("The Arab Fishers Organization sends trainers to Tema.", [("Arab Fishers Organization", "participant")]),
        ("Le HCR et le Haut-Commissariat au Plan unissent leurs forces.", [("HCR", "partner"), ("Haut-Commissariat au Plan", "partner")]),
        ("شارك في الدورة ثلاثون ضابطا من خفر السواحل.", []),
        ("بالتعاون مع خفر السواحل الجيبوتي ومرصد الجبال العالية.", [("خفر السواحل الجيبوتي", "partner"), ("مرصد الجبال العالية", "partner")]),
    ],
)  # fmt: skip
def test_parts_that_nouns_and_turned_sentences_tell(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a body put in between subject and verb, behind the verb's object, or before a relative
        (
            "The Lake Police Force, with the help of UNICEF, held a course.",
            [("Lake Police Force", "organizer"), ("UNICEF", "partner")],
        ),
        ("UNICEF ran the course with the Lake Police Force.", [("UNICEF", "organizer"), ("Lake Police Force", "partner")]),
        ("UNICEF teamed up with the Harbour Board.", [("UNICEF", "partner"), ("Harbour Board", "partner")]),
        ("It was UNICEF and the Harbour Board who organised it.", [("UNICEF", "organizer"), ("Harbour Board", "organizer")]),
        ("C’est le HCR qui organise la foire.", [("HCR", "organizer")]),
        ("UNICEF ran the course with nets, and sails.", [("UNICEF", "organizer")]),
        # the article is not of the name, be it in capitals as a sentence begins with it
        ("Es tarde. El Equipo Chileno de Pesca (ECP) imparte el curso.", [("Equipo Chileno de Pesca (ECP)", "participant")]),
        # who invites, comes, pays, gives the house
        ("The invitation comes from UNICEF and the Harbour Board.", [("UNICEF", "organizer"), ("Harbour Board", "organizer")]),
        ("L’invitation émane du HCR et de l’Université de Sfax.", [("HCR", "organizer"), ("Université de Sfax", "organizer")]),
        ("Invitan ACNUR y la Universidad de Loja.", [("ACNUR", "organizer"), ("Universidad de Loja", "organizer")]),
        ("Participa también la Cruz Roja Ecuatoriana.", [("Cruz Roja Ecuatoriana", "participant")]),
        ("The costs are borne by the Harbour Fund.", [("Harbour Fund", "sponsor")]),
        ("La Fundación Marea corre con los gastos.", [("Fundación Marea", "sponsor")]),
        ("L’Université de Sfax prête ses murs.", [("Université de Sfax", "host")]),
        ("El taller corre a cargo de ACNUR.", [("ACNUR", "organizer")]),
        ("ينظم اللقاء كل من اليونيسف ووزارة الصحة التونسية.", [("اليونيسف", "organizer"), ("وزارة الصحة التونسية", "organizer")]),
        ("تتولى اليونيسف ووزارة الصحة التونسية تنظيم الورشة.", [("اليونيسف", "organizer"), ("وزارة الصحة التونسية", "organizer")]),
        ("It is the joint work of UNICEF and the Harbour Board.", [("UNICEF", "organizer"), ("Harbour Board", "organizer")]),
        # persons, persons of a body, states where people come from
        ("El taller corre a cargo de Ana Ruiz. Invita Juan Soto.", []),
        ("Behind the exhibition stands Ana Ruiz, a photographer.", []),
        ("They handed over the nets to Ama Owusu of the Harbour Board.", []),
        ("People from Ethiopia, along with Kenya and Sudan, cross the strait.", []),
        ("يعيش هنا صيادون من مصر إلى جانب السودان وليبيا.", []),
        ("La invitación es de cinco pesos. The invitation is by e-mail.", []),
        ("Participan vecinos de Loja. Son las madres las que organizan la olla.", []),
    ],
)  # fmt: skip
def test_where_bodies_stand_in_a_sentence(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


def test_a_label_over_items() -> None:
    label, place = Block("field_label", "Organizers"), Block("field_label", "Location")
    items = [Block("item", "UNHCR, Harbour Board", level=1), Block("item", "Museum of Ports", level=1)]
    assert involved(label, *items, place, Block("item", "University of Tema", level=1)) == [
        ("UNHCR", "organizer"),
        ("Harbour Board", "organizer"),
        ("Museum of Ports", "organizer"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a noun behind the name
        ("UNHCR mends boats, and the Harbour Board, third partner in the venture, pays.", [("Harbour Board", "partner")]),
        ("The Harbour Board, which was a full partner in it, mended boats.", [("Harbour Board", "partner")]),
        ("La Fundación Marea, aliada de la obra, remienda barcos.", [("Fundación Marea", "partner")]),
        ("La Fondation Marée, bailleur du projet, répare des bateaux.", [("Fondation Marée", "sponsor")]),
        ("يسير القوارب بحارة من الهيئة البحرية الأردنية، الشريك الثالث في العملية.", [("الهيئة البحرية الأردنية", "partner")]),
        ("The Harbour Board, donors and partners met, and so did the Lake Fund, other partners and crews.", []),
        ("A man of the Harbour Board, partners in hand, sang; his wife, a partner in a firm, danced.", []),
        # a noun behind a verb
        ("The Harbour Board is their host, in Lomé.", [("Harbour Board", "host")]),
        ("UNHCR and the Harbour Board are also partners of the fair.", [("UNHCR", "partner"), ("Harbour Board", "partner")]),
        ("La Mairie de Lyon est partenaire du salon.", [("Mairie de Lyon", "partner")]),
        ("The Harbour Board is host city material.", []),
        # before the names
        ("Its hosts are the Harbour Board and UNHCR.", [("Harbour Board", "host"), ("UNHCR", "host")]),
        ("De la obra fueron socias la Fundación Marea y la Alcaldía de Lima.", [("Fundación Marea", "partner"), ("Alcaldía de Lima", "partner")]),
        ("The host is glad that the Harbour Board came.", []),
        ("It rests on three partners: the Harbour Board, UNHCR and the Lake Fund.", [("Harbour Board", "partner"), ("UNHCR", "partner"), ("Lake Fund", "partner")]),
        ("Three partners said one thing: patience.", []),
        # what stands between subject and verb, and a second verb
        ("La Mairie de Lyon, à Gerland, accueille les bateaux.", [("Mairie de Lyon", "host")]),
        ("The Harbour Board received them and co-organized the fair with UNHCR.", [("Harbour Board", "co_organizer"), ("UNHCR", "partner")]),
        ("Ana Ruiz of the Harbour Board slept and opened the fair.", []),
        ("Ana Ruiz of the Harbour Board opened the fair.", []),
        # Spanish puts the subject behind
        ("Corren con los gastos la Embajada de Suiza y la Alcaldía de Lima.", [("Embajada de Suiza", "sponsor"), ("Alcaldía de Lima", "sponsor")]),
        ("Abre la puerta una joven de la Alcaldía de Lima.", []),
        # where names end, and where they begin
        ("It was issued by UNHCR and UNICEF on Rescue at Sea.", [("UNHCR", "organizer"), ("UNICEF", "organizer")]),
        ("Organisé avec le ministère de la Pêche et le Croissant-Rouge de Sfax.", [("ministère de la Pêche", "co_organizer"), ("Croissant-Rouge de Sfax", "co_organizer")]),
        (
            "Organizado por la Coalición contra el Ruido y la Bruma (CORUB) y la Cámara de Faros (CF).",
            [("Coalición contra el Ruido y la Bruma (CORUB)", "organizer"), ("Cámara de Faros (CF)", "organizer")],
        ),
        ("Fishers came in. The Harbour Board received them and co-organized the fair.", [("Harbour Board", "co_organizer")]),
        ("Organised by the Harbour Office and the National Fisheries Office (NFO).", [("Harbour Office", "organizer"), ("National Fisheries Office (NFO)", "organizer")]),
        ("الدورة ثمرة تعاون بين منظمة الصحة العالمية والمعهد البحري في صور.", [("منظمة الصحة العالمية", "partner"), ("المعهد البحري", "partner")]),
        ("وتتولى إدارة النقاش السيدة سناء مصلح.", []),
    ],
)  # fmt: skip
def test_nouns_beside_names_and_turned_sentences(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "IOM, the UN Migration Agency, UNHCR, the UN Refugee Agency, and UNICEF are alarmed that boats sink so often here.",
            ["IOM", "UNHCR", "UNICEF"],
        ),
        ("“The sea was flat for weeks and weeks on end,” says Inga Lund Vik of IOM Lima, who counts the boats.", []),
        ("“The sea was flat for weeks and weeks on end, and so it stayed,” remarked IOM Lima's Inga Lund.", []),
        (
            "Boats of all sizes came to the port in May, and the mission of IOM Lima counted them one by one.",
            ["IOM Lima"],
        ),
    ],
)
def test_who_speaks_in_the_first_lines_of_a_release(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text, kind="press_release")] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "La réunion examinera la politique de la Banque mondiale.",
        "La conférence portera sur le plan de l’Union africaine.",
        "La conférence débattra des propositions de la Commission européenne.",
        "La reunión analiza propuestas del Banco Mundial.",
        "The meeting will look at the plan of the African Union.",
    ],
)
def test_a_body_whose_plans_a_meeting_deals_with_does_not_hold_it(text: str) -> None:
    assert involved(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kites flew over the beach of Essaouira on Sunday when IOM, the Essaouira Town Council and the Kite Makers' Guild "
            "set off the campaign.",
            ["IOM", "Essaouira Town Council", "Kite Makers' Guild"],
        ),
        (
            "Une caravane a pris la route, par laquelle l'OIM, l'Agence nationale de l'eau et le Syndicat des pêcheurs de Boké "
            "veulent parler du choléra.",
            ["OIM", "Agence nationale de l'eau", "Syndicat des pêcheurs de Boké"],
        ),
        (
            "IOM thought up the cup with the Gao Football Association, and boys played in one half of the draw.",
            ["IOM", "Gao Football Association"],
        ),
        (
            "Three families in four own no land, say the tables of the register that IOM keeps with the Ministry of Lands.",
            ["IOM", "Ministry of Lands"],
        ),
        (
            "وقد بنت المنظمة الدولية للهجرة السوق الصغير مع غرفة تجارة البصرة، وتبرعت جمعية نساء الفاو بعشرة قوارب للصيادين.",
            ["المنظمة الدولية للهجرة", "غرفة تجارة البصرة", "جمعية نساء الفاو"],
        ),
        (
            "سلّمت المنظمة الدولية للهجرة أمس ثلاث سيارات إلى وزارة الصحة اليمنية في احتفال حضره كثيرون من أهل المدينة.",
            ["المنظمة الدولية للهجرة", "وزارة الصحة اليمنية"],
        ),
        (
            "IOM met 40 families and went on with them to the river, where a boat was to take them home before dawn broke.",
            ["IOM"],
        ),
        (
            "Some 4,000 people still camp near the harbour, and IOM does not have the money for more than one further trip.",
            ["IOM"],
        ),
    ],
)
def test_whom_the_issuer_of_a_release_acts_with(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text, kind="press_release", title="A release")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sont à l'origine de la rencontre l'Association des maires du Jura, l'OIM et l'Université de Pau.",
            ["Association des maires du Jura", "OIM", "Université de Pau"],
        ),
        (
            "El taller nace de una petición y lo sacan adelante la OIM, el Instituto Nacional de Migración y el Comité de Santa Ana.",
            ["OIM", "Instituto Nacional de Migración", "Comité de Santa Ana"],
        ),
        ("IOM, which acted as secretariat, had asked each delegation for one page.", ["IOM"]),
        ("A committee of Mercosur, which holds its own meeting in May, has asked for the notes.", []),
        ("La Municipalidad de Danlí puso el terreno y los vecinos la madera.", ["Municipalidad de Danlí"]),
        ("The hall was built on behalf of the Ministry of Lands.", ["Ministry of Lands"]),
        ("Doctors of the International Medical Corps sailed with the ship.", ["International Medical Corps"]),
        ("Volunteers of Medair walked up and down the rows.", ["Medair"]),
        (
            "The Harbour Trust Foundation, UNICEF's partner along the coast, had fitted out the school.",
            ["Harbour Trust Foundation"],
        ),
    ],
)
def test_turned_sentences_and_helpers(text: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved(text) if name != "UNICEF"] == wanted


def test_a_headline_in_capitals_names_no_team() -> None:
    headline = "Teams of Masons Set Out as Nepal Rebuilds"
    page = page_of(Block("heading", headline, level=1), "Forty masons picked up their tools.", title=headline)
    assert [body.name for body in find_involved(page, None, "press_release")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The training is part of the EU-funded project Open Harbours.", [("EU", "sponsor")]),
        ("A UNHCR-led mission counted the tents.", [("UNHCR", "organizer")]),
        ("A Japan-funded post stands by the river, and non-EU-funded ones, too.", []),
        ("The workshop was held with funds of the European Union.", [("European Union", "sponsor")]),
    ],
)
def test_what_a_body_does_behind_a_hyphen(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("label", "line", "wanted"),
    [
        ("Organizer", "IOM, Harbour History Workshop, Port Trust", ["IOM", "Harbour History Workshop", "Port Trust"]),
        ("Partenaires", "Université de Pau et Ministère de la Pêche", ["Université de Pau", "Ministère de la Pêche"]),
        ("Organizadores", "Se darán a conocer en mayo, junto al programa.", []),
        ("Organizer", "To be announced in May", []),
        ("How it was organized", "IOM, Port Trust", []),
    ],
)
def test_bodies_on_the_line_below_a_label(label: str, line: str, wanted: list[str]) -> None:
    assert [name for name, _role in involved("Hands of the Docks", label, line, "Come and see.")] == wanted


def test_a_nation_goes_on_with_the_name_of_a_society() -> None:
    text = "L’OIM et la Croix-Rouge haïtienne distribueront le matériel jusqu’au 20 décembre dans tous les quartiers."
    assert [name for name, _role in involved(text, kind="press_release", title="Toits")] == [
        "OIM",
        "Croix-Rouge haïtienne",
    ]
    text = "L’OIM et l’Agence française de développement (AFD) distribueront le matériel dans tous les quartiers de la ville."
    assert "Agence française" not in [name for name, _role in involved(text, kind="press_release", title="Toits")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("La OIM firmó con la Cancillería un acuerdo marco sobre la atención a migrantes.", "Cancillería"),
        (
            "L'OIM a signé avec le Ministère des affaires sociales une convention de trois ans.",
            "Ministère des affaires sociales",
        ),
        ("تنظم المنظمة الدولية للهجرة غدا ورشة عمل حول الهجرة.", "المنظمة الدولية للهجرة"),
        ("تعقد ورشة عمل بالتعاون مع وزارة العمل الأسبوع المقبل.", "وزارة العمل"),
    ],
)
def test_a_name_ends_before_a_thing_and_a_time(text: str, body: str) -> None:
    assert body in [name for name, _role in involved(text, kind="press_release")]
