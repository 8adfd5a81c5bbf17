"""Posts, bodies and states of lines: fields with commas, bodies right behind a post, kinds of bodies before their names."""

from __future__ import annotations

import pytest

from parsers.people.lines import read_people
from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of

Affiliation = tuple[str | None, str | None, str | None]  # position, organization, country


def of_line(line: str) -> Affiliation:
    (person,) = read_people(line)
    return person.position, person.organization, person.country


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            "Director, Directorate of Ports, Ferries and Piers, Ministry of Interior",
            ("Director, Directorate of Ports, Ferries and Piers", "Ministry of Interior", None),
        ),
        (
            "Director, Directorate of Ports, Ferries and Piers",
            ("Director", "Directorate of Ports, Ferries and Piers", None),
        ),
        ("Head, Bureau of Ports, Ferries and Piers, Chile", ("Head", "Bureau of Ports, Ferries and Piers", "CL")),
        (
            "Head of Training, Directorate of Ports, Ferries and Piers",
            ("Head of Training", "Directorate of Ports, Ferries and Piers", None),
        ),
        (
            "Head of the Department of Ports, Ferries and Piers, Chile",
            ("Head", "Department of Ports, Ferries and Piers", "CL"),
        ),
        (
            "Jefa del Departamento de Puertos, Barcos y Muelles de Chile",
            ("Jefa", "Departamento de Puertos, Barcos y Muelles de Chile", None),
        ),
        ("Jefa del Departamento de Puertos y Muelles de Chile", ("Jefa", "Departamento de Puertos y Muelles de Chile", None)),
        (
            "Directrice, Direction des Ports, des Bacs et des Quais, Ministère de l’Intérieur",
            ("Directrice, Direction des Ports, des Bacs et des Quais", "Ministère de l’Intérieur", None),
        ),
        ("Minister of Labour, from Fiji", ("Minister of Labour", None, "FJ")),
        ("Viceministra de Trabajo (El Salvador)", ("Viceministra de Trabajo", None, "SV")),
        ("Ministère des Ports (Burkina Faso)", (None, "Ministère des Ports", "BF")),
        ("Director, Harbour Council (NHC)", ("Director", "Harbour Council (NHC)", None)),
        ("ministra de Trabajo, de Chile", ("ministra de Trabajo", None, "CL")),
        # no list of fields: towns, another body, a unit of a body
        ("Director, Department of Ports, Lagos and Abuja", ("Director, Department of Ports", "Lagos and Abuja", None)),
        ("Head of the Department of Ports, Tide University", ("Head of the Department of Ports", "Tide University", None)),
        (
            "Director of the Ferry Department of the Ministry of Ports of Chile",
            ("Director of the Ferry Department", "Ministry of Ports of Chile", None),
        ),
        ("baker, from Fiji", ("baker", None, None)),
    ],
)  # fmt: skip
def test_fields_of_a_department(behind: str, expected: Affiliation) -> None:
    assert of_line(f"Ana Luz, {behind}") == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("IOM Guinea's Chief of Mission", ("Chief of Mission", "IOM Guinea", None)),
        ("IOM South Sudan’s Deputy Chief of Mission", ("Deputy Chief of Mission", "IOM South Sudan", None)),
        ("UNICEF Yemen's Representative", ("Representative", "UNICEF Yemen", None)),
        ("IOM Nairobi’s spokesperson", ("spokesperson", "IOM Nairobi", None)),
        ("IOM's Chief of Mission in Guinea", ("Chief of Mission in Guinea", "IOM", None)),
        ("the Ministry of Ports' Director of Piers", ("Director of Piers", "Ministry of Ports", None)),
        ("Tide University's Dean of Ferries", ("Dean of Ferries", "Tide University", None)),
        ("IOM Somalia Project Officer", ("Project Officer", "IOM Somalia", None)),
        ("IOM South Sudan Programme Coordinator", ("Programme Coordinator", "IOM South Sudan", None)),
        # who owns nothing: officers, people, a field
        ("Secretary-General's Envoy on Ferries", ("Secretary-General's Envoy on Ferries", None, None)),
        ("Minister of Women's Affairs", ("Minister of Women's Affairs", None, None)),
        ("Director, Department of Children's Services", ("Director", "Department of Children's Services", None)),
        ("President of the Farmers' Union", ("President", "Farmers' Union", None)),
    ],
)
def test_a_body_that_owns_a_post(behind: str, expected: Affiliation) -> None:
    assert of_line(f"Ana Luz, {behind}") == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("أمين عام وزارة العمل", ("أمين عام", "وزارة العمل", None)),
        ("أمينة سر لجنة الموانئ", ("أمينة سر", "لجنة الموانئ", None)),
        ("رئيسة جمعية أمهات البحر", ("رئيسة", "جمعية أمهات البحر", None)),
        ("عضو مجلس إدارة غرفة التجارة", ("عضو مجلس إدارة", "غرفة التجارة", None)),
        ("مدير عام الهيئة العامة للموانئ", ("مدير عام", "الهيئة العامة للموانئ", None)),
        (
            "مديرة دائرة الشؤون القانونية في نقابة الصيادين",
            ("مديرة دائرة الشؤون القانونية", "نقابة الصيادين", None),
        ),
        ("المفوضة العامة لشؤون الموانئ", ("المفوضة العامة لشؤون الموانئ", None, None)),
        ("رئيس جهاز حرس الموانئ", ("رئيس", "جهاز حرس الموانئ", None)),
        ("نائبة رئيس ديوان البحارة", ("نائبة رئيس", "ديوان البحارة", None)),
        ("قائد قوات خفر الموانئ", ("قائد", "قوات خفر الموانئ", None)),
        ("آمر جهاز حرس الموانئ", ("آمر", "جهاز حرس الموانئ", None)),
        ("رئيس الجهاز المركزي للموانئ", ("رئيس", "الجهاز المركزي للموانئ", None)),
        ("المدير العام لجهاز الموانئ البحرية", ("المدير العام", "جهاز الموانئ البحرية", None)),
        ("المديرة العامة للهيئة العامة للموانئ", ("المديرة العامة", "الهيئة العامة للموانئ", None)),
        ("مستشارة التعاون بسفارة النرويج", ("مستشارة التعاون", "سفارة النرويج", "NO")),
        ("مدير التدريب بمصلحة الموانئ البحرية", ("مدير التدريب", "مصلحة الموانئ البحرية", None)),
        # a cabinet of an officer, a unit
        ("مدير ديوان الوزير", ("مدير ديوان الوزير", None, None)),
        ("المديرة العامة لإدارة الموانئ", ("المديرة العامة لإدارة الموانئ", None, None)),
        # the body's word belongs to the post
        ("وكيلة وزارة النقل", ("وكيلة وزارة النقل", None, None)),
        ("وزيرة النقل", ("وزيرة النقل", None, None)),
        ("رئيس بلدية صفاقس", ("رئيس بلدية صفاقس", None, None)),
        ("رئيسة قسم الموانئ", ("رئيسة قسم الموانئ", None, None)),
        ("عضو المجلس البلدي", ("عضو المجلس البلدي", None, None)),
    ],
)
def test_an_arabic_body_behind_its_post(behind: str, expected: Affiliation) -> None:
    assert of_line(f"سعاد كريم، {behind}") == expected


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        ("أمين عام وزارة العمل أحمد سالم", "أحمد سالم", ("أمين عام", "وزارة العمل", None)),
        ("أمين عام وزارة العمل، أحمد سالم", "أحمد سالم", ("أمين عام", "وزارة العمل", None)),
        ("مديرة مركز الأمل سعاد كريم", "سعاد كريم", ("مديرة", "مركز الأمل", None)),
        ("نائب الوزير، سعاد كريم", "سعاد كريم", ("نائب الوزير", None, None)),
    ],
)
def test_an_arabic_name_behind_post_and_body(line: str, name: str, expected: Affiliation) -> None:
    (person,) = read_people(line)
    assert (person.name, (person.position, person.organization, person.country)) == (name, expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“It holds,” said Refugee Relief and Repatriation Commissioner Ana Luz.", "en", ("Refugee Relief and Repatriation Commissioner", None)),
        ("“It holds,” said Minister of Water and Environment Ana Luz.", "en", ("Minister of Water and Environment", None)),
        ("« Il tient », a dit la ministre de l’Agriculture Ana Luz.", "fr", ("ministre de l’Agriculture", None)),
        ("“Resiste”, dijo la ministra de Ambiente y Energía Ana Luz.", "es", ("ministra de Ambiente y Energía", None)),
        ("“It holds,” said Commissioner-General Ana Luz.", "en", ("Commissioner-General", None)),
        ("“It holds,” said Surveyor General Ana Luz.", "en", ("Surveyor General", None)),
        ("The Ministry of Relief and Deputy Director Ana Luz opened the session.", "en", ("Deputy Director", None)),
        ("« Il tient », a dit la Commissaire générale aux réfugiés, Ana Luz.", "fr", ("Commissaire générale aux réfugiés", None)),
        ("La Secretaría de Puertos y la alcaldesa Ana Luz abrieron el taller.", "es", ("alcaldesa", None)),
        ("“Resiste”, dijo la Directora General Ana Luz.", "es", ("Directora General", None)),
        ("“Resiste”, dijo la Comisionada Nacional para los Refugiados, Ana Luz.", "es", ("Comisionada Nacional para los Refugiados", None)),
        ("قالت المفوضة العامة لشؤون اللاجئين سعاد كريم: «إنه صامد جداً».", "ar", ("المفوضة العامة لشؤون اللاجئين", None)),
        ("وقال أمين عام وزارة العمل أحمد سالم: «إنه صامد جداً».", "ar", ("أمين عام", "وزارة العمل")),
        ("وأكدت مديرة إدارة الجوازات بوزارة الداخلية سعاد كريم أن الجدار صامد.", "ar", ("مديرة إدارة الجوازات", "وزارة الداخلية")),
        ("وقالت مديرة دائرة الشؤون القانونية في نقابة الصيادين سعاد كريم: «إنه صامد جداً».", "ar", ("مديرة دائرة الشؤون القانونية", "نقابة الصيادين")),
    ],
)  # fmt: skip
def test_posts_before_a_name(text: str, language: str, expected: tuple[str | None, str | None]) -> None:
    (person,) = read_prose(page_of(text), set(), release=True, language=language).people
    assert (person.position, person.organization) == expected
    assert person.name in ("Ana Luz", "أحمد سالم", "سعاد كريم")


@pytest.mark.parametrize(
    ("behind", "post", "body"),
    [
        ("founder of the youth group Blue Tide", "founder", "youth group Blue Tide"),
        ("coordinator of the network Hands of the Sea", "coordinator", "network Hands of the Sea"),
        ("member of the women’s collective Port Mothers", "member", "women’s collective Port Mothers"),
        ("coordinatrice du réseau Mains de Mer", "coordinatrice", "réseau Mains de Mer"),
        ("fondatrice du groupe de jeunes Marée Bleue", "fondatrice", "groupe de jeunes Marée Bleue"),
        ("fundadora del grupo juvenil Marea Azul", "fundadora", "grupo juvenil Marea Azul"),
        ("منسقة شبكة أيدي البحر", "منسقة", "شبكة أيدي البحر"),
        # a place, a thing, those whom a body is of
        ("captain of the team Spain", "captain of the team Spain", None),
        ("captain of the ship Blue Tide", "captain of the ship Blue Tide", None),
        ("President of the group of Experts", "President of the group of Experts", None),
    ],
)
def test_kinds_of_bodies_before_their_names(behind: str, post: str, body: str | None) -> None:
    assert of_line(f"Ana Luz, {behind}") == (post, body, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« Il tient », a dit Ana Luz, coordinatrice du réseau Mains de Mer.", "fr"),
        ("Ana Luz, author of the book Blue Tide, said: “It holds.”", "en"),
        ("“Resiste”, dijo Ana Luz, de la red Manos de Mar.", "es"),
    ],
)
def test_the_name_of_a_body_or_work_is_nobody(text: str, language: str) -> None:
    people = read_prose(page_of(text), set(), release=True, language=language).people
    assert {person.name for person in people} == {"Ana Luz"}


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("قال وزير العمل الهولندي سامي كريم: «إنه صامد جداً».", "ar", "سامي كريم", "NL"),
        ("وقالت الوزيرة الدنماركية سعاد كريم: «إنه صامد جداً».", "ar", "سعاد كريم", "DK"),
        ("قال السفير الهولندي سامي المصري: «إنه صامد جداً».", "ar", "سامي المصري", "NL"),
        ("“It holds,” said Palauan Minister of Labour Ana Luz.", "en", "Ana Luz", "PW"),
        ("« Il tient », a dit la ministre salomonaise Ana Luz.", "fr", "Ana Luz", "SB"),
        ("“Resiste”, dijo la ministra guyanesa Ana Luz.", "es", "Ana Luz", "GY"),
        # surnames
        ("قال محمد الكندي: «إنه صامد جداً».", "ar", "محمد الكندي", None),
        ("وأكد مدير الميناء سامي سعيد الألباني أن «الجدار صامد».", "ar", "سامي سعيد الألباني", None),
    ],
)
def test_adjectives_of_states(text: str, language: str, name: str, country: str | None) -> None:
    (person,) = read_prose(page_of(text), set(), release=True, language=language).people
    assert (person.name, person.country) == (name, country)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("J.P. Okafor, Director, Port Office", "J.P. Okafor"),
        ("Mr. J.P.K. Okafor, Director, Port Office", "J.P.K. Okafor"),
        ("DIALLO Aminata, Director, Port Office", "DIALLO Aminata"),
        ("Mme KONÉ Fatoumata, directrice, Bureau du Port", "KONÉ Fatoumata"),
        ("Sra. PÉREZ LÓPEZ Ana, Directora, Oficina del Puerto", "PÉREZ LÓPEZ Ana"),
        ("U Kyaw Min, Director, Port Office", "Kyaw Min"),
        ("João da Silva dos Santos, Director, Port Office", "João da Silva dos Santos"),
        ("م. أحمد بن خالد النور، مدير الميناء", "أحمد بن خالد النور"),
        ("Ana Luz | Director | Port Office", "Ana Luz"),
        ("H.E. Ana Luz, Minister of Labour, Fiji", "Ana Luz"),
    ],
)
def test_names_in_lines(line: str, name: str) -> None:
    assert [person.name for person in read_people(line)] == [name]


@pytest.mark.parametrize("line", ["U.S. Steel, Tema", "U.N. Plaza, Director's Office"])
def test_initials_of_states_are_no_initials(line: str) -> None:
    assert read_people(line) == []


def test_a_degree_is_no_part_of_a_name_in_running_text() -> None:
    (person,) = read_prose(page_of("“It holds,” said Ngozi A. Obi Jr., Mayor of Tema."), set(), release=True).people
    assert (person.name, person.position, person.name_text) == ("Ngozi A. Obi", "Mayor of Tema", "Ngozi A. Obi Jr.")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        # what chairs a committee of a parliament
        ("Chair, Ferry Committee, Senate of Kenya", ("Chair, Ferry Committee", "Senate of Kenya", None)),
        ("Vice-Chair, Committee on Ports, Parliament", ("Vice-Chair, Committee on Ports", "Parliament", None)),
        (
            "Présidente de la Commission des ports de l'Assemblée nationale",
            ("Présidente de la Commission des ports", "Assemblée nationale", None),
        ),
        ("Presidenta, Comisión de Puertos, Senado", ("Presidenta, Comisión de Puertos", "Senado", None)),
        (
            "Presidenta de la Comisión de Puertos del Congreso",
            ("Presidenta de la Comisión de Puertos", "Congreso", None),
        ),
        ("رئيسة لجنة الموانئ، مجلس النواب", ("رئيسة لجنة الموانئ", "مجلس النواب", None)),
        ("Chair, Ferry Committee, Tide Guild", ("Chair", "Ferry Committee, Tide Guild", None)),
        ("Présidente de la Commission de la CEDEAO", ("Présidente", "Commission de la CEDEAO", None)),
        ("Member of Parliament for Brong East", ("Member of Parliament for Brong East", None, None)),
        # units: with their body a part of the post, alone the body
        ("Director, Ferry Management Services, IOM", ("Director, Ferry Management Services", "IOM", None)),
        (
            "Directrice, Services de gestion des bacs, OIM",
            ("Directrice, Services de gestion des bacs", "OIM", None),
        ),
        ("Director, Delta Refugee Services", ("Director", "Delta Refugee Services", None)),
        ("Director, Delta Refugee Services, Chile", ("Director", "Delta Refugee Services", "CL")),
        ("Director, Ferry Division", ("Director", "Ferry Division", None)),
        ("Jefa, División de Puertos", ("Jefa", "División de Puertos", None)),
        ("Chief, Ferry Division, UN DESA", ("Chief, Ferry Division", "UN DESA", None)),
        (
            "Director, Bureau of Ferries, Piers and Ports (BFPP)",
            ("Director", "Bureau of Ferries, Piers and Ports (BFPP)", None),
        ),
        # bodies that are called like officers
        ("Tidal General Secretariat (TGS)", (None, "Tidal General Secretariat (TGS)", None)),
        ("Secretary General, Tide Council", ("Secretary General", "Tide Council", None)),
        ("Ombudsperson for Ferries' Office, Croatia", (None, "Ombudsperson for Ferries' Office", "HR")),
        ("Ombudsperson for Children", ("Ombudsperson for Children", None, None)),
        ("Head of the Prime Minister's Office", ("Head of the Prime Minister's Office", None, None)),
        # counties, projects, places behind a body
        ("Brong County Chief Officer for Ports", ("Chief Officer for Ports", "Brong County", None)),
        ("Deputy County Commissioner", ("Deputy County Commissioner", None, None)),
        ("IOM Guinea's Ferry Programme Coordinator", ("Ferry Programme Coordinator", "IOM Guinea", None)),
        ("statistician at UNECE in Geneva", ("statistician", "UNECE", None)),
        # the state that chairs a process
        ("GFMD Chair, Ecuador", ("Chair", "GFMD", "EC")),
        ("Coordinator, Bali Process, Thailand", ("Coordinator", "Bali Process", None)),
        # where somebody is from
        ("resident of Mopti, Mali", (None, None, None)),
        ("from Mopti", (None, None, None)),
        ("originaire de Thiès", (None, None, None)),
        ("vecina de Machala", (None, None, None)),
        ("baker from Mopti", ("baker", None, None)),
        ("contadora de Machala", ("contadora", None, None)),
        ("comptable de Thiès", ("comptable", None, None)),
        ("alcaldesa de Machala", ("alcaldesa de Machala", None, None)),
        ("maire de Thiès", ("maire de Thiès", None, None)),
        ("baker and mother of three", ("baker", None, None)),
        ("costurera y madre de dos hijos", ("costurera", None, None)),
        ("boulangère et mère de deux enfants", ("boulangère", None, None)),
        # whom or what the programme goes on with
        ("Reef Museum; music by Trio Sand", (None, "Reef Museum", None)),
        ("Musée du Port ; musique du Trio Sable", (None, "Musée du Port", None)),
        ("Mayor of Mopti, together with two pupils of the Reef School", ("Mayor of Mopti", None, None)),
    ],
)
def test_parts_of_bodies_and_what_is_no_affiliation(behind: str, expected: Affiliation) -> None:
    assert of_line(f"Ana Luz, {behind}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("السيدة مها كريم، من أهالي الفلوجة", (None, None, None)),
        ("السيدة مها كريم، من الموصل", (None, None, None)),
        ("السيدة مها كريم، خياطة من الموصل", ("خياطة من الموصل", None, None)),
        ("السيدة مها كريم، من منظمة الموج", (None, "منظمة الموج", None)),
    ],
)
def test_origins_in_arabic(line: str, expected: Affiliation) -> None:
    (person,) = read_people(line)
    position, organization, country = person.position, person.organization, person.country
    assert (position, (organization or "").removeprefix("من ") or None, country) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It floats,” said Ana Luz, who coordinates IOM’s Ferries for All project.", (None, "IOM", None)),
        ("“It floats,” said Ana Luz, who heads the IOM sub-office in Mopti.", (None, "IOM", None)),
        ("“Flota”, dijo Ana Luz, quien dirige la oficina de la OIM en Machala.", (None, "OIM", None)),
        ("“Flota”, dijo Ana Luz, quien coordina el proyecto Marea Azul.", (None, None, None)),
        ("“It floats,” said Ana Luz, IOM nurse at the Mopti ferry centre.", ("nurse", "IOM", None)),
        ("“It floats,” said Ana Luz, a nurse at the Mopti clinic.", ("nurse", "Mopti clinic", None)),
        ("“It floats,” said Ana Luz, a seamstress and mother of three.", ("seamstress", None, None)),
        (
            "“It floats,” said Ana Luz, Mayor of Mopti, together with two pupils of the Reef School.",
            ("Mayor of Mopti", None, None),
        ),
        (
            "«Flota», dijo Ana Luz, alcaldesa de Loja, acompañada de los niños de la escuela.",
            ("alcaldesa de Loja", None, None),
        ),
    ],
)
def test_parts_and_company_in_prose(text: str, expected: Affiliation) -> None:
    (person,) = (person for person in read_prose(page_of(text), set(), release=True).people if person.name == "Ana Luz")
    assert (person.position, person.organization, person.country) == expected


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Mayor Vikstad, Ambassador Ana Luz, distinguished guests, I thank you.", None),
        ("The Director General, Ms. Ana Luz, thanked the guests.", "Director General"),
        ("The Ports Minister, Ms. Ana Luz, thanked the guests.", "Ports Minister"),
        ("En el acto intervino también la Prefecta Subrogante de Loja, Ana Luz.", "Prefecta Subrogante de Loja"),
    ],
)
def test_a_title_and_anothers_name_are_no_post(text: str, position: str | None) -> None:
    assert [person.position for person in read_prose(page_of(text), set(), release=True).people] == [position]
