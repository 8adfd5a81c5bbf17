"""Bodies in French, Spanish and Arabic sentences: lists of all sorts behind and before the words that say who is there."""

import pytest

from tests.parsers.test_involvement import involved


def names(text: str) -> list[str]:
    return [name for name, _ in involved(text)]


FR = ["Coopération belge (Quai)", "Gendarmerie royale", "Vagues Bleues", "École nationale de pêche"]
FR_LIST = "la Coopération belge (Quai), la Gendarmerie royale, l'ONG Vagues Bleues et l'École nationale de pêche"
FR_OF = (
    "de la Coopération belge (Quai), de la Gendarmerie royale, de l'ONG Vagues Bleues et de l'École nationale de pêche"
)
ES = ["Agencia del Litoral (ADL)", "Olas Azules", "Puertas Abiertas AC", "Cooperación Suiza"]
ES_LIST = "la Agencia del Litoral (ADL), la ONG Olas Azules, Puertas Abiertas AC y la Cooperación Suiza"
ES_OF = "de la Agencia del Litoral (ADL), de la ONG Olas Azules, de Puertas Abiertas AC y de la Cooperación Suiza"
AR = ["وزارة الموانئ", "مؤسسة المرجان", "بلدية الساحل"]
AR_LIST = "وزارة الموانئ ومؤسسة المرجان وبلدية الساحل"


@pytest.mark.parametrize(
    "text",
    [
        "La remise, présidée par le maire, a réuni @.",
        "@ ont pris part à la foire.",
        "@ s'y installeront ensemble.",
        "Une convention a été signée hier entre @.",
        "Trente agents %OF ont été formés.",
        "Les débats ont réuni vingt chercheurs %OF.",
        "La foire est menée avec plusieurs organisations, dont @.",
        "Parmi les participants, on comptait @.",
    ],
)
def test_french_lists(text: str) -> None:
    listed = FR_LIST[0].upper() + FR_LIST[1:] if text.startswith("@") else FR_LIST
    assert names(text.replace("@", listed).replace("%OF", FR_OF)) == FR


@pytest.mark.parametrize(
    "text",
    [
        "El convenio fue suscrito entre @.",
        "Como testigos de honor firmaron @.",
        "Los cursos reunieron a veinte docentes %OF.",
        "La feria fue organizada de manera conjunta por @.",
        "La feria cuenta con varias instituciones, tales como @.",
        "En el puesto trabajarán @.",
    ],
)
def test_spanish_lists(text: str) -> None:
    assert names(text.replace("@", ES_LIST).replace("%OF", ES_OF)) == ES


@pytest.mark.parametrize(
    "text",
    [
        "وشارك أيضاً في الاجتماع كل من @.",
        "تتألف اللجنة من @.",
        "تشرف على المركز @.",
        "تم توقيع المذكرة بين @.",
        "ينفذ المشروع من قبل @.",
        "انضمت @ إلى المبادرة.",
        "تلقى ثلاثون متدرباً من @ تدريباً على الإسعاف.",
        "تسلمت @ عشر سيارات.",
        "شارك في الدورة خبراء من وزارة الموانئ ومن مؤسسة المرجان، فضلاً عن بلدية الساحل.",
        "قدمت الجمعية عشر سيارات لوزارة الموانئ ولمؤسسة المرجان ولبلدية الساحل.",
    ],
)
def test_arabic_lists(text: str) -> None:
    assert names(text.replace("@", AR_LIST)) == AR


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Y ont assisté des agents de l'Agence pour l'emploi et le port (AEP), du HCR.",
            ["Agence pour l'emploi et le port (AEP)", "HCR"],
        ),
        (
            "Créé en l'an 2000 par la Communauté économique des États du Golfe (CEEG) et l'OIM, il reçoit dix États.",
            ["Communauté économique des États du Golfe (CEEG)", "OIM"],
        ),
        (
            "Le Bureau du HCR pour le Tchad et le Soudan et l'ONG Récif ont tenu un atelier.",
            ["Bureau du HCR pour le Tchad et le Soudan", "Récif"],
        ),
        (
            "Asistieron la Oficina en Perú del Fondo de Mares (FDM), la FAROMAR, el ACNUR y los pescadores.",
            ["Oficina en Perú del Fondo de Mares (FDM)", "FAROMAR", "ACNUR"],
        ),
        (
            "La OIM entregó a la Alcaldía de Sal (ADS) las nuevas salas del Centro Norte.",
            ["Alcaldía de Sal (ADS)"],
        ),
        (
            "Le salon est accueilli par le Gouvernement togolais, par le biais du Ministère du Port.",
            ["Gouvernement togolais", "Ministère du Port"],
        ),
    ],
)
def test_whole_names(text: str, wanted: list[str]) -> None:
    assert sorted(names(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Un accord signé entre la France et le Mali règle la pêche.",
        "L'accord signé en 2009 entre la Mairie de Sal et le Port de Sal reste en vigueur.",
        "Des élus lors du Forum des Ports en débattront.",
        "La coopération avec les pêcheurs est bonne.",
        "Entre la Gendarmerie et les pêcheurs, la confiance revient.",
        "Firmaron un convenio los alcaldes de la zona.",
        "تحدث في الجلسة كل من السيدة ليلى طعمة من وزارة الموانئ.",
        "يضم المخيم ثلاثين أسرة من القرية.",
    ],
)
def test_no_bodies(text: str) -> None:
    assert names(text) == []
