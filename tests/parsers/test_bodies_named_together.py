"""Where one body's name ends and the next begins, and bodies that only their signatures or organs name."""

import pytest

from parsers.organizations.organizer_lists.spelling import spelt_by_both
from tests.parsers.agenda_records import text_record
from tests.parsers.test_involvement import involved


def names(text: str) -> list[str]:
    return [name for name, _ in involved(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a short form of both sides
        ("The fair is organised by IOM and the National Ship and Boat Institute (NASBI).", ["IOM", "National Ship and Boat Institute (NASBI)"]),
        ("IOM Malta and the Fishing and Sailing Movements Research Unit (FSMRU) invite you.", ["IOM Malta", "Fishing and Sailing Movements Research Unit (FSMRU)"]),
        ("La foire est organisée par l’OIM et l’Association Vent Debout pour la Mer, le Sel et la Solidarité (AVMSS).", ["OIM", "Association Vent Debout pour la Mer, le Sel et la Solidarité (AVMSS)"]),
        ("Avec l’appui du HCR et de l’ONG Dignité et Droits pour les Marins au Togo (DDM-T), une foire.", ["HCR", "Dignité et Droits pour les Marins au Togo (DDM-T)"]),
        ("La feria es organizada por la Red de Barcos y Marinos (RBM) y la OIM.", ["Red de Barcos y Marinos (RBM)", "OIM"]),
        # two names all the same
        ("The fair is organised by Statistics Malta and the Pacific Community (SPC).", ["Statistics Malta", "Pacific Community (SPC)"]),
        ("The fair is organised by the Blue Museum and the Diakonie Hafendienst.", ["Blue Museum", "Diakonie Hafendienst"]),
        ("The fair is organised by the University of Gdynia and Hands for Harbours.", ["University of Gdynia", "Hands for Harbours"]),
        ("The fair is organised by the Centre for Peace and Justice.", ["Centre for Peace and Justice"]),
        # states of several missions
        ("The Permanent Missions of Fiji, Malta and Chad and IOM, together with UN-Habitat, invite you.", ["Permanent Missions of Fiji, Malta and Chad", "IOM", "UN-Habitat"]),
        ("Las Misiones Permanentes de Fiji, Malta y Chad y la OIM invitan a un almuerzo.", ["Misiones Permanentes de Fiji, Malta y Chad", "OIM"]),
        # a place before the short form, a name that says what it deals with
        ("La foire est organisée par l’Association des Marins en Tunisie (AMT), Terre d’Asile Mer et le Croissant-Rouge tunisien.", ["Association des Marins en Tunisie (AMT)", "Terre d’Asile Mer", "Croissant-Rouge tunisien"]),
        # who runs it, who pays for it
        ("Representatives of the EU-funded border programme BOAT and of the Port Trust took part.", ["EU", "BOAT", "Port Trust"]),
        ("Joint Statement by Heads of Agencies on the Onset of Rain", []),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("the Ship", "Boat Research Unit (SBRU)", True),
        ("Association Vent Debout pour la Mer", "le Sel (AVMS)", True),
        ("Instituto de Barcos", "Redes (IBR)", True),
        ("the Port Trust", "Harbour Institute (HI)", False),
        ("Statistics Malta", "the Pacific Community (SPC)", False),
        ("Roads Department (RD)", "Drivers (RDD)", False),
        ("IOM", "UNICEF", False),
    ],
)
def test_letters_of_a_short_form(before: str, after: str, one: bool) -> None:
    assert spelt_by_both(before, after) is one


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fair was supported by the Government of Malta under the Blue Boats programme.", ["Government of Malta"]),
        ("The fair was supported by the Government of Malta as part of the Blue Boats programme.", ["Government of Malta"]),
        ("Con el apoyo del Gobierno de Malta en el marco del programa Barcos, la OIM organiza una feria.", ["Gobierno de Malta", "OIM"]),
        ("Avec le soutien du Gouvernement de Malte dans le cadre du programme Bateaux, l’OIM organise une foire.", ["Gouvernement de Malte", "OIM"]),
        # the organ through which a state acts
        ("It is hosted by the Government of Malta through its Harbour Agency (HA).", ["Government of Malta", "Harbour Agency (HA)"]),
        ("El taller fue organizado por el Gobierno de Malta, a través de su Ministerio de Pesca, y la OIM.", ["Gobierno de Malta", "Ministerio de Pesca", "OIM"]),
        ("La foire est organisée par le Gouvernement de Malte, à travers le Ministère de la Pêche, et l’OIM.", ["Gouvernement de Malte", "Ministère de la Pêche", "OIM"]),
    ],
)  # fmt: skip
def test_the_frame_of_help_is_no_name(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La Alcaldía de Lima y la OIM se complacen en invitar a la feria.", ["Alcaldía de Lima", "OIM"]),
        ("The Harbour Board and UNICEF would like to invite you to the fair.", ["Harbour Board", "UNICEF"]),
        ("La Fondation Récif, en partenariat avec l’UNICEF, vous convie à une fête.", ["Fondation Récif", "UNICEF"]),
        ("The Government of Malta, as Chair of the Forum for 2019, is hosting a workshop.", ["Government of Malta"]),
        ("El Gobierno de Malta, en su calidad de presidente del Foro, organiza un taller.", ["Gobierno de Malta"]),
        ("Le Gouvernement de Malte, en tant que président du Forum, accueille un atelier.", ["Gouvernement de Malte"]),
        ("L’atelier a compté avec la participation très active du Fonds de la Mer (FDM).", ["Fonds de la Mer (FDM)"]),
        ("El taller contó con la participación activa de la Fundación Arrecife.", ["Fundación Arrecife"]),
        ("The Harbour Mechanism and the Quay Mechanism will also take part.", ["Harbour Mechanism", "Quay Mechanism"]),
        ("ويشارك في اللقاء اتحاد الصيادين وجمعية الميناء.", ["اتحاد الصيادين", "جمعية الميناء"]),
        ("وسيشارك في المؤتمر كل من وزارة العمل واليونيسف.", ["وزارة العمل", "اليونيسف"]),
        ("وحضرت الدورة وزارة الداخلية واليونيسف.", ["وزارة الداخلية", "اليونيسف"]),
        ("شارك ثلاثون صيادا في الورشة.", []),
    ],
)  # fmt: skip
def test_who_invites_hosts_and_comes(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("According to the Directorate of Harbours (DGHX), boats are few. The fair is organized by the DGHX and IOM.", ["Directorate of Harbours (DGHX)", "IOM"]),
        ("Según la Dirección Nacional de Puertos (DINPU), faltan barcos. El taller fue organizado por la DINPU y la OIM.", ["Dirección Nacional de Puertos (DINPU)", "OIM"]),
        ("D’après la Direction des quais (DGQX), il pleut. L’atelier est organisé par la DGQX et l’OIM.", ["Direction des quais (DGQX)", "OIM"]),
        ("Ana Ruiz (ABCD) spoke. The fair was organized by ABCD and IOM.", ["ABCD", "IOM"]),
    ],
)  # fmt: skip
def test_a_short_form_is_spelt_out(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize("label", ["Signed:", "Signataires :", "Firmado por:", "Signatories"])
def test_signatories_issue_a_text(label: str) -> None:
    lines = [
        "Joint statement on the storm",
        "Valletta, 3 May 2014 - The storm took our boats. Our agencies went to the harbours together last week.",
        label,
        "Ms. Ana Ruiz Sol, Regional Director, International Organization for Migration (IOM)",
        "Mr. Tom Reed, Representative in Malta, UNICEF",
    ]
    found = [body.name for body in text_record("\n\n".join(lines)).organizations]
    assert found == ["International Organization for Migration (IOM)", "UNICEF"]


@pytest.mark.parametrize("label", ["الموقعون:", "التوقيعات", "وقعه:"])
def test_signatories_issue_an_arabic_text(label: str) -> None:
    lines = [
        "بيان مشترك بشأن الموانئ",
        "القاهرة – 3 مايو 2021 – ندعو إلى فتح الموانئ أمام السفن كلها قبل حلول الشتاء، وإلى حماية البحارة وأسرهم.",
        label,
        "السيد سامي النجار، مدير، هيئة الموانئ",
        "السيدة ليلى حداد، رئيسة، اتحاد البحارة",
    ]
    assert [body.name for body in text_record("\n\n".join(lines)).organizations] == ["هيئة الموانئ", "اتحاد البحارة"]


def test_speakers_sign_nothing() -> None:
    lines = ["Workshop on boats", "Valletta, 3 May 2014", "Speakers:", "Ms. Ana Ruiz Sol, Director, UNICEF"]
    assert text_record("\n\n".join(lines)).organizations == []
