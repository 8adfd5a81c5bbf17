"""Where the names of bodies begin and end in sentences, and what their sentences say that they do."""

import pytest

from tests.parsers.agenda_records import text_record
from tests.parsers.test_involvement import involved


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "نظمت الدورة المنظمة الدولية للهجرة ووزارة الصحة الأردنية.",
            [("المنظمة الدولية للهجرة", "organizer"), ("وزارة الصحة الأردنية", "organizer")],
        ),
        ("وتموّل حكومة إيطاليا الدورة في إطار مشروع.", [("حكومة إيطاليا", "sponsor")]),
        (
            "تدعو خفر السواحل الموريتاني والهلال الأحمر الموريتاني الصيادين والأطباء إلى يوم دراسي.",
            [("خفر السواحل الموريتاني", "organizer"), ("الهلال الأحمر الموريتاني", "organizer")],
        ),
        ("وشارك في الورشة خمسون من القضاة وأعضاء النيابة العامة من مختلف المحافظات.", []),
        (
            "بتنظيم من جامعة الدول العربية، فيما تحتضنه وزارة الشباب والرياضة.",
            [("جامعة الدول العربية", "organizer"), ("وزارة الشباب والرياضة", "host")],
        ),
        ("نظمت المنتدى العربي للمدن.", [("المنتدى العربي للمدن", "organizer")]),
        # an object of two nouns, or with an adjective, before the subject
        ("تنظم ورشة العمل المنظمة الدولية للهجرة.", [("المنظمة الدولية للهجرة", "organizer")]),
        ("تنظم ورشة العمل اليونيسف ووزارة الداخلية.", [("اليونيسف", "organizer"), ("وزارة الداخلية", "organizer")]),
        ("تنظم ورشة العمل الإقليمية وزارة الداخلية.", [("وزارة الداخلية", "organizer")]),
        ("تنظم الورشة التدريبية وزارة الداخلية.", [("وزارة الداخلية", "organizer")]),
        ("تنظم ورشة العمل هذا الأسبوع في الميناء.", []),
        # what is counted, or launched, behind the subject
        ("دربت المنظمة الدولية للهجرة 30 عاملا في الميناء.", [("المنظمة الدولية للهجرة", "organizer")]),
        (
            "أطلقت المنظمة الدولية للهجرة واليونيسف نداء بقيمة مليوني دولار.",
            [("المنظمة الدولية للهجرة", "organizer"), ("اليونيسف", "organizer")],
        ),
    ],
)
def test_arabic_objects_are_no_part_of_a_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La OIM et le Ministère des affaires étrangères leur ont emboîté le pas et portent avec eux une rencontre de deux jours.",
            ["OIM", "Ministère des affaires étrangères"],
        ),
        (
            "L’OIM et le Conseil des professionnels marocains à l’étranger organisent une conférence.",
            ["OIM", "Conseil des professionnels marocains à l’étranger"],
        ),
        ("Il est financé par le Fonds de l’OIM pour le développement.", ["Fonds de l’OIM pour le développement"]),
        (
            "A fair, organised by IOM and the Bureau for Relations with the Diaspora, brought them here.",
            ["IOM", "Bureau for Relations with the Diaspora"],
        ),
        (
            "La consulta está en manos de un comité en el que trabajan la OIM y el Foro Nacional para las Migraciones desde marzo.",
            ["OIM", "Foro Nacional para las Migraciones"],
        ),
        (
            "On Monday (23 October) the Department of Ships and IOM signed the papers.",
            ["Department of Ships", "IOM"],
        ),
        ("Officials of the Relief Commission travel with the convoy.", ["Relief Commission"]),
        ("The 9th session of the Council of the International Organization for Migration (IOM) opened today.", ["International Organization for Migration (IOM)"]),
        ("The Joint Commission convened at the Traders Pavilion.", []),
        # the blank behind a full stop is lost
        ("Asistieron además la Red del Mar Austral.La Alcaldía de Lima organizó el encuentro.", ["Red del Mar Austral", "Alcaldía de Lima"]),
        ("Officers of the Bay Society received nets from the town.", ["Bay Society"]),
        ("The first workshop of the IDM in 2017 gives it two days.", []),
        ("The keynote address was given by Ada Nwosu, Commissioner for Social Affairs, African Union Commission.", []),
        ("The session of the IOM Council, the Organization’s highest governing body, which meets in the month of November.", ["IOM"]),
    ],
)  # fmt: skip
def test_where_names_end(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The trainings were run by IOM and the Harbour Board, and the Embassy of Denmark paid for them.",
            [("IOM", "organizer"), ("Harbour Board", "organizer"), ("Embassy of Denmark", "sponsor")],
        ),
        (
            "El Ministerio de Relaciones Exteriores del Perú hizo de anfitrión y la OIM fungió de secretaría.",
            [("Ministerio de Relaciones Exteriores del Perú", "host"), ("OIM", "organizer")],
        ),
        (
            "La XXI Reunión de la Conferencia Regional sobre Migración (CRM) se celebró en Lima.",
            [("Conferencia Regional sobre Migración (CRM)", "participant")],
        ),
    ],
)
def test_two_verbs_say_what_each_does(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It was organized by the Harbour Board with the support of UNICEF, with funds of the European Union.",
            [("Harbour Board", "organizer"), ("UNICEF", "partner"), ("European Union", "sponsor")],
        ),
        (
            "Organisé par l’OIM avec le concours de l’UNICEF, financé par l’Union européenne.",
            [("OIM", "organizer"), ("UNICEF", "partner"), ("Union européenne", "sponsor")],
        ),
        (
            "Organizado por la OIM con el apoyo técnico de UNICEF y con recursos de la Unión Europea.",
            [("OIM", "organizer"), ("UNICEF", "partner"), ("Unión Europea", "sponsor")],
        ),
        (
            "بتنظيم من جامعة الدول العربية بدعم فني من اليونيسف وبتمويل من الاتحاد الأوروبي.",
            [("جامعة الدول العربية", "organizer"), ("اليونيسف", "partner"), ("الاتحاد الأوروبي", "sponsor")],
        ),
        ("Made possible by the generous support of UNICEF.", [("UNICEF", "sponsor")]),
        (
            "The fair is funded by the Harbour Fund. The Harbour Fund took part in the opening.",
            [("Harbour Fund", "participant")],
        ),
        (
            "L’atelier est financé par la Croix-Rouge. La Croix-Rouge a participé à la clôture.",
            [("Croix-Rouge", "participant")],
        ),
        (
            "With the technical and financial support of UNICEF, IOM held a fair.",
            [("UNICEF", "partner"), ("IOM", "organizer")],
        ),
        ("The side event is co-sponsored by UNICEF and Fiji.", [("UNICEF", "co_organizer"), ("Fiji", "co_organizer")]),
        ("Une formation offerte par l’OIM et la Croix-Rouge.", [("OIM", "organizer"), ("Croix-Rouge", "organizer")]),
        ("The UNICEF-supported fair and the UNHCR-funded one.", [("UNICEF", "partner"), ("UNHCR", "sponsor")]),
    ],
)
def test_who_pays_is_a_sponsor_who_helps_a_partner(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The course was attended by officers from Kotoka International Airport and the Ghana Immigration Service.", ["Ghana Immigration Service"]),
        ("L’atelier est monté par l’OIM et l’Union des transporteurs, à la Maison de la Femme de Bobo.", ["OIM", "Union des transporteurs"]),
        ("The fair is organised by IOM and the Harbour Board, at the Museum of Ships.", ["IOM", "Harbour Board"]),
    ],
)  # fmt: skip
def test_places_take_no_part(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Harbour Board and IOM last week trained thirty crews.", ["Harbour Board", "IOM"]),
        ("The Harbour Board yesterday (12/3) opened a pier.", ["Harbour Board"]),
        ("The Harbour Board and UNICEF on 12 March opened a pier.", ["Harbour Board", "UNICEF"]),
        ("The Harbour Board has this week opened a pier.", ["Harbour Board"]),
        ("In the port of Accra the Harbour Board last Friday opened a pier.", ["Harbour Board"]),
        ("La Mairie de Kayes, jeudi dernier, a ouvert un quai.", ["Mairie de Kayes"]),
        ("La Mairie de Kayes et l’OIM ont hier (12/3) ouvert un quai.", ["Mairie de Kayes", "OIM"]),
        ("La Mairie de Kayes a la semaine dernière organisé un atelier.", ["Mairie de Kayes"]),
        ("Le quai a été ouvert la semaine dernière par la Mairie de Kayes.", ["Mairie de Kayes"]),
        ("La Alcaldía de Lima la semana pasada organizó un taller.", ["Alcaldía de Lima"]),
        ("La Alcaldía de Lima y la OIM el viernes pasado (12/3) organizaron un taller.", ["Alcaldía de Lima", "OIM"]),
        ("La feria fue inaugurada la semana pasada por la Alcaldía de Lima.", ["Alcaldía de Lima"]),
        ("افتتحت أمس (12/3) جمعية المنارة مركزا للبحارة.", ["جمعية المنارة"]),
        ("نظمت الأسبوع الماضي جمعية المنارة ورشة للبحارة.", ["جمعية المنارة"]),
        ("نظمت يوم الثلاثاء جمعية المنارة ورشة للبحارة.", ["جمعية المنارة"]),
        # a name that ends as such words do; a state that is told of by the way
        ("The Harbour Agency opened a pier.", ["Harbour Agency"]),
        ("L’association Marins ensemble a ouvert un quai.", ["Marins ensemble"]),
        ("Ukraine has signed eleven agreements.", []),
        ("The Ministry of Ports with IOM trained thirty crews.", ["Ministry of Ports", "IOM"]),
        # what a body has written or holds has another subject
        ("A study of the Harbour Board, published in 2009, counted ships.", []),
        ("El Foro Puertos y Mares del Mercosur reúne a los puertos.", []),
        ("The Mission of Kenya held a fair.", ["Mission of Kenya"]),
    ],
)
def test_a_day_between_subject_and_verb(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It builds on the previous forum, organised by the Harbour Board.", []),
        ("It builds on a forum organised by the Harbour Board last year.", []),
        ("Last year, the Harbour Board organised a similar workshop.", []),
        ("La précédente édition, organisée par la Mairie de Kayes, était petite.", []),
        ("L’an dernier, la Mairie de Kayes a organisé un atelier.", []),
        ("La edición anterior, organizada por la Alcaldía de Lima, fue pequeña.", []),
        ("Sigue al foro organizado por la Alcaldía de Lima el año pasado.", []),
        ("الورشة السابقة التي نظمتها جمعية المنارة كانت صغيرة.", []),
        ("نظمت جمعية المنارة العام الماضي ورشة صغيرة.", []),
        ("The previous phase was funded by the Harbour Board.", []),
        ("A similar course was held by the Harbour Board in the spring.", []),
        ("Un projet semblable, financé par la Mairie de Kayes, a échoué.", []),
        ("Un proyecto similar, financiado por la Alcaldía de Lima, terminó.", []),
        # a project goes on; what follows last year's is the page's own
        ("The project launched by the Harbour Board last year goes on.", ["Harbour Board"]),
        ("The forum, organised by the Harbour Board, follows that of last year.", ["Harbour Board"]),
        ("L’atelier, organisé par la Mairie de Kayes, suit celui de l’an dernier.", ["Mairie de Kayes"]),
    ],
)
def test_a_meeting_of_another_time(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The IOM Council elected a new head of the house, a sailor of long standing, at its meeting in Geneva.", []),
        ("The Dialogue was set up by the IOM Council and is open to members, observers and civil society alike.", []),
        ("Le Conseil de l’OIM a élu hier soir, à une large majorité, le nouveau chef de la maison, un marin.", []),
        ("El Consejo de la OIM eligió ayer, por amplia mayoría, a la nueva jefa de la casa, una marinera.", []),
        ("The 109th IOM Council elected a new head of the house, a sailor of long standing.", ["IOM"]),
        ("The IOM Council meets in Geneva in November and hears the reports of the year.", ["IOM"]),
        ("Le Conseil de l’OIM se réunit à Genève en novembre et entend les rapports de l’année.", ["OIM"]),
        ("El 110° Consejo de la OIM eligió ayer, por amplia mayoría, a la nueva jefa de la casa.", ["OIM"]),
    ],
)
def test_a_council_that_decides_holds_nothing(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in involved(text)] == wanted


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("In collaboration with UNHCR, the workshop trains port workers.", ["UNHCR"]),
        ("With the support of the World Bank and the Boat Trust Foundation, port workers learn to mend.", None),
        ("En collaboration avec le HCR, l'atelier forme des ouvriers.", ["HCR"]),
        ("Con el apoyo de la OIM y el Banco Mundial, trabajadores aprenden a remendar.", ["OIM", "Banco Mundial"]),
        ("بالتعاون مع اليونيسف، تدرب ورشة العمل العمال.", ["اليونيسف"]),
    ],
)
def test_what_a_sentence_goes_on_with_is_no_body(sentence: str, bodies: list[str] | None) -> None:
    record = text_record(f"Workshop on Nets\n\n10 October 2023, Lisbon\n\n{sentence}\n\nNets are mended here.")
    assert [body.name for body in record.organizations] == (bodies or ["World Bank", "Boat Trust Foundation"])
    assert record.sessions == []


@pytest.mark.parametrize("label", ["Organizers", "Host:", "Partners:"])
def test_a_label_below_the_day_and_the_town_makes_no_session_of_them(label: str) -> None:
    record = text_record(f"Workshop on Nets\n\n10 October 2023, Lisbon\n\n{label}\n\nCity of Lisbon and UNHCR")
    assert record.sessions == []
    assert (record.start_date, record.location.city) == ("2023-10-10", "Lisbon")


def test_spanish_verbs_whose_object_has_an_article() -> None:
    assert involved("El ACNUR y el Banco Mundial organizan el taller.") == [
        ("ACNUR", "organizer"),
        ("Banco Mundial", "organizer"),
    ]
    assert involved("Organizan el ACNUR y el Banco Mundial.") == [
        ("ACNUR", "organizer"),
        ("Banco Mundial", "organizer"),
    ]


@pytest.mark.parametrize(
    ("text", "listed", "pays"),
    [
        ("The fair is organized by the Harbour Board and funded by the Reef Foundation.", "Harbour Board", "Reef Foundation"),
        ("La feria es organizada por la Junta del Puerto y financiada por la Fundación Arrecife.", "Junta del Puerto", "Fundación Arrecife"),
        ("La foire est organisée par le Conseil des quais et financée par la Fondation Récif.", "Conseil des quais", "Fondation Récif"),
        ("نظمت جامعة الميناء الورشة بتمويل من مؤسسة المرجان.", "جامعة الميناء", "مؤسسة المرجان"),
    ],
)  # fmt: skip
def test_who_only_pays_is_no_body_of_the_flat_list(text: str, listed: str, pays: str) -> None:
    record = text_record(f"Workshop on Harbours\n\n3 May 2014, Lima\n\n{text}")
    assert record.to_dict()["organizations"] == [listed]
    assert [(body.name, body.role) for body in record.organizations] == [(listed, "organizer"), (pays, "sponsor")]
