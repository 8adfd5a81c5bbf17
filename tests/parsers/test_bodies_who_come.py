"""Bodies that come: named behind the words that say so, with others of the sentence in between."""

import pytest

from tests.parsers.test_involvement import involved


def names(text: str) -> list[str]:
    return [name for name, _ in involved(text)]


EN = ["Harbour Board", "Tide Foundation", "UNICEF"]
FR = ["Commission des Récifs", "Banque Côtière", "HCR"]
ES = ["Comisión del Arrecife", "ACNUR", "Liga de Pescadores"]
AR = ["وزارة البحار", "شرطة الموانئ", "مؤسسة المرجان"]


@pytest.mark.parametrize(
    "text",
    [
        "Observers came from the @.",
        "Observers included the @.",
        "Observers included representatives of the @.",
        "Among the observers were the @.",
        "Among those around the table were delegates from the @.",
        "Also present as observers were the @.",
        "Others at the table were the @.",
        "Teachers came from the @.",
        "The meeting gathered the @.",
        "Institutions represented were the @.",
        "Some 46 people from the @ took part.",
        "Some 80 people attended, on behalf of 14 towns, the @.",
        "The following bodies were represented: the @.",
        "Ninety persons attended: ministers and officials of ports, foreign affairs, labour from 25 States, the @.",
        "Ninety persons took part in the talks: mayors, the @.",
    ],
)
def test_who_comes_in_english(text: str) -> None:
    assert names(text.replace("@", "Harbour Board, the Tide Foundation and UNICEF")) == EN


@pytest.mark.parametrize(
    "text",
    [
        "Y assistent en qualité d'observateurs @.",
        "Parmi les observateurs figurent @.",
        "Les observateurs sont @.",
        "Ont aussi pris part à la cérémonie @.",
        "Ont également participé aux travaux @.",
        "Ont participé à cet atelier : @.",
        "Étaient présents @.",
        "À cette rencontre ont pris part @.",
        "Autour de la table se trouvaient @.",
        "Se sont joints à la foire @.",
        "La réunion a rassemblé @.",
    ],
)
def test_who_comes_in_french(text: str) -> None:
    assert names(text.replace("@", "la Commission des Récifs, la Banque Côtière et le HCR")) == FR


@pytest.mark.parametrize(
    "text",
    [
        "Asisten como observadores @.",
        "En calidad de observadores participan @.",
        "Como observadores estuvieron presentes @.",
        "Entre los observadores figuran @.",
        "Los observadores son @.",
        "También estarán @ como observadores.",
        "Toman parte en el taller @.",
        "Acudieron al taller @.",
        "A la cita asistieron @.",
        "Se sumaron a la jornada @.",
        "El encuentro contó con la asistencia de @.",
    ],
)
def test_who_comes_in_spanish(text: str) -> None:
    assert names(text.replace("@", "la Comisión del Arrecife, ACNUR y la Liga de Pescadores")) == ES


@pytest.mark.parametrize(
    "text",
    [
        "جمع الاجتماع @.",
        "ويحضر المؤتمر مندوبون من @.",
        "كما انضم إلى الورشة @.",
        "وتمثلت في الاجتماع @.",
        "وحضر الافتتاح @.",
        "وشارك في تنظيم الورشة @.",
        "ومن بين المراقبين @.",
    ],
)
def test_who_comes_in_arabic(text: str) -> None:
    assert names(text.replace("@", "وزارة البحار وشرطة الموانئ ومؤسسة المرجان")) == AR


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Asisten como observadores Chile, ACNUR y la Liga de Pescadores.", ["ACNUR", "Liga de Pescadores"]),
        ("Participaron 46 personas del Instituto de Mareas (IMA) y de cinco albergues.", ["Instituto de Mareas (IMA)"]),
        ("UNICEF took part too, and so did the porters' association KELMA.", ["UNICEF", "KELMA"]),
        ("IOM joins UNHCR and the Reef Trust in calling for safe piers.", ["UNHCR", "Reef Trust"]),
        ("La formation est organisée avec l'appui de la mission civile EUCAP Sahel Mali.", ["EUCAP Sahel Mali"]),
        ("It was put together by the Port Trust and the OSCE Office in Baku.", ["Port Trust", "OSCE Office in Baku"]),
        ("It was held by UNHCR in Baku.", ["UNHCR"]),
        ("The city of Lagos hosts the meeting.", ["city of Lagos"]),
        (
            "UNICEF, through its Bay Programme, and the Harbour Board held a workshop.",
            ["UNICEF", "Harbour Board"],
        ),
        (
            "UNICEF, por medio de su Programa Bahía, y la Alcaldía de Lima celebran un taller.",
            ["UNICEF", "Alcaldía de Lima"],
        ),
        (
            "Organisé par la Commission des Nations Unies pour les Quais (CNUQ) et la Mairie de Lomé.",
            ["Commission des Nations Unies pour les Quais (CNUQ)", "Mairie de Lomé"],
        ),
    ],
)  # fmt: skip
def test_around_names(text: str, wanted: list[str]) -> None:
    assert sorted(names(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Among the speakers were Ana Ruiz of the Tide Foundation and Omar Bo of the Reef Trust.",
        "Among the guests were Ana Ruiz, Director of the Tide Foundation, and Omar Bo.",
        "Among the topics were the Tide Convention and the Reef Trust.",
        "Participants were asked to visit the Tide Foundation and the Reef Trust.",
        "Participants were from Ghana, Togo and Benin.",
        "They come from the city of Lagos and its suburbs.",
        "The fair takes place in the city of Lagos, in Nigeria.",
        "Ana Ruiz joined the Reef Trust in 2010.",
        "Some 46 people from the Port Trust fell ill.",
        "Asistieron al acto en la Casa de la Marea 60 personas.",
        "Los niños participaron en la fiesta de la Fundación Arrecife.",
        "Las familias están en la Casa del Marino.",
        "En la agenda figuran el Pacto de las Mareas y la pesca.",
        "Participaron la Sra. Ana Ruiz, de la Fundación Arrecife, y el Sr. Juan Paz.",
        "Ont assisté à la cérémonie de la Fondation Récif soixante personnes.",
        "Ont pris part à la cérémonie Mme Ana Ruiz, de la Fondation Récif, et M. Jean Bo.",
        "Étaient présents l'Ambassadeur du Chili, Jean Bo, et la Directrice de la Fondation Récif, Ana Ruiz.",
        "Les participants sont les élèves de la Fondation Récif.",
    ],
)
def test_who_does_not_come(text: str) -> None:
    assert names(text) == []
