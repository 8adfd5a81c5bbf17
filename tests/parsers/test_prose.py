"""People in running text: a table of sentences in four languages, and what holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.prose.reading import ProsePeople, read_prose
from parsers.words.sentences import sentences
from tests.parsers.prose_pages import page_of

Row = tuple[str, str, str | None, str | None, str | None]  # role, name, position, organization, country


def read(text: str, language: str, *, release: bool = True) -> ProsePeople:
    return read_prose(page_of(text), set(), release=release, language=language)


def rows(found: ProsePeople) -> list[Row]:
    return [(p.role, p.name, p.position, p.organization, p.country) for p in found.people]


ENGLISH: list[tuple[str, list[Row]]] = [
    (
        "Among those who addressed the plenary were Ida Vik, Chancellor of Germany, and Ola Lund, Mayor of Tema.",
        [
            ("speaker", "Ida Vik", "Chancellor of Germany", None, "DE"),
            ("speaker", "Ola Lund", "Mayor of Tema", None, None),
        ],
    ),
    (
        "Ida Vik, Mayor of Tema, and Ola Lund, Mayor of Pau, were among the speakers.",
        [("speaker", "Ida Vik", "Mayor of Tema", None, None), ("speaker", "Ola Lund", "Mayor of Pau", None, None)],
    ),
    (
        "Speakers include Ida Vik of the International Labour Organization (ILO) and Ola Lund, Head of the Port Office.",
        [
            ("speaker", "Ida Vik", None, "International Labour Organization", None),
            ("speaker", "Ola Lund", "Head", "Port Office", None),
        ],
    ),
    (
        "The panellists include Ida Vik, who is Advisor on Ports to French President, Ola Lund.",
        [
            ("panellist", "Ida Vik", "Advisor on Ports to French President", None, "FR"),
            ("mentioned", "Ola Lund", "French President", None, "FR"),
        ],
    ),
    (
        "Ida Vik, of the United States, becomes Deputy Director General for Ports.",
        [("mentioned", "Ida Vik", "Deputy Director General for Ports", None, None)],
    ),
    (
        "Ida Vik, IOM Director of Media, will welcome the audience.",
        [("opening", "Ida Vik", "Director of Media", "IOM", None)],
    ),
    (
        "“It holds,” says Ola Vik, a boat builder with long years in Lomé. “It does,” adds Ida Vik, of San Telmo.",
        [("quoted", "Ola Vik", "boat builder", None, None), ("quoted", "Ida Vik", None, None, None)],
    ),
    (
        "Inga Lund, of IOM Lima, hears it every day. “Ropes are dear,” she told reporters. Ola Vik, IOM Officer, agreed.",
        [("quoted", "Inga Lund", None, "IOM Lima", None), ("mentioned", "Ola Vik", "Officer", "IOM", None)],
    ),
    (
        "Inga Lund, IOM Chief of Mission, gave the keys to Colonel Ola Vik, Deputy Commander of the Harbour Troops of Norway.",
        [
            ("mentioned", "Inga Lund", "Chief of Mission", "IOM", None),
            ("mentioned", "Ola Vik", "Deputy Commander", "Harbour Troops of Norway", None),
        ],
    ),
    (
        "“It holds,” reports Inga Lund, president of Rope and Hope. “It does,” said Ida Vik, director of Labour Migration.",
        [
            ("quoted", "Inga Lund", "president", "Rope and Hope", None),
            ("quoted", "Ida Vik", "director of Labour Migration", None, None),
        ],
    ),
    (
        "“Ropes are dear.” These are the words of Ola Vik, baker. With Inga Lund, African Union Commissioner, she spoke of it.",
        [
            ("quoted", "Ola Vik", "baker", None, None),
            ("mentioned", "Inga Lund", "Commissioner", "African Union", None),
        ],
    ),
    (
        "Inga Lund, Kenya's Minister of Labour, and Ola Vik, IOM Project Officer, are to give the opening addresses. "
        "In the chair is Ida Vik, Permanent Representative of Chile.",
        [
            ("opening", "Inga Lund", "Minister of Labour", None, "KE"),
            ("opening", "Ola Vik", "Project Officer", "IOM", None),
            ("chair", "Ida Vik", "Permanent Representative of Chile", None, "CL"),
        ],
    ),
    (
        "The Director of the Quay Office, Ola Vik, and IOM Project Officer Inga Lund in her opening remarks praised it. "
        "Closing, Ms. Ida Vik promised more.",
        [
            ("mentioned", "Ola Vik", "Director", "Quay Office", None),
            ("opening", "Inga Lund", "Project Officer", "IOM", None),
            ("closing", "Ida Vik", None, None, None),
        ],
    ),
    (
        "It is chaired by Ms. Ida Vik (Norway), with panellists Mr. Ola Vik (Timor-Leste) and Ms. Inga Lund (UNICEF).",
        [
            ("chair", "Ida Vik", None, None, "NO"),
            ("panellist", "Ola Vik", None, None, "TL"),
            ("panellist", "Inga Lund", None, "UNICEF", None),
        ],
    ),
    (
        "The Minister of Labour met her Kenyan counterpart, Ida Vik. On the jury is the actress Inga Lund; the boat was "
        "painted by the late Ola Vik.",
        [
            ("mentioned", "Ida Vik", None, None, "KE"),
            ("mentioned", "Inga Lund", "actress", None, None),
            ("mentioned", "Ola Vik", None, None, None),
        ],
    ),
    (
        "“We count twice,” is how Ola Vik, the camp registrar, describes it. In the words of Inga Lund, “it is a start”. "
        "Questions were answered by IOM’s legal officer, Ida Vik.",
        [
            ("quoted", "Ola Vik", "camp registrar", None, None),
            ("quoted", "Inga Lund", None, None, None),
            ("mentioned", "Ida Vik", "legal officer", "IOM", None),
        ],
    ),
    (
        "“It holds,” quipped Inga Lund, IOM Project Officer in Ouallam. “It does,” said IOM Data Analyst Ida Vik.",
        [
            ("quoted", "Inga Lund", "Project Officer in Ouallam", "IOM", None),
            ("quoted", "Ida Vik", "Data Analyst", "IOM", None),
        ],
    ),
    (
        "“It holds,” said Inga Lund, who leads IOM's rope repair team. IOM's Ida Vik expects more of it.",
        [("quoted", "Inga Lund", None, "IOM", None), ("mentioned", "Ida Vik", None, "IOM", None)],
    ),
    (
        "Ms. Inga Lund, bookkeeper, is going to explain the map. A comment will come from Mr. Ola Vik, baker. Ms. Ida Vik, "
        "science reporter with Delta Radio, moderates the exchange.",
        [
            ("speaker", "Inga Lund", "bookkeeper", None, None),
            ("speaker", "Ola Vik", "baker", None, None),
            ("moderator", "Ida Vik", "science reporter", "Delta Radio", None),
        ],
    ),
    (
        "According to Ola Vik, a ferryman from Sirajganj, “the river takes what it wants”.",
        [("quoted", "Ola Vik", "ferryman", None, None)],
    ),
    ("The course is hosted by the Swiss Federal Office for Fisheries and the Lower Delta Office for Nets.", []),
    (
        "Speaking after him are Ms. Inga Lund, Director of the Quay Office; and Mr. Ola Vik, baker.",
        [("speaker", "Inga Lund", "Director", "Quay Office", None), ("speaker", "Ola Vik", "baker", None, None)],
    ),
    (
        "There will be a greeting by Ms. Inga Lund. Mr. Ola Vik steers the conversation.",
        [("opening", "Inga Lund", None, None, None), ("moderator", "Ola Vik", None, None, None)],
    ),
    (
        "Trainer Ola Vik of the Harbour Institute showed how to mend a net, and Ida Vik, a lawyer at the Harbour Centre, "
        "explained the rights of sailors.\n“Nets are dear,” noted Inga Lund, Director of the Quay Office.",
        [
            ("speaker", "Ola Vik", "Trainer", "Harbour Institute", None),
            ("speaker", "Ida Vik", "lawyer", "Harbour Centre", None),
            ("quoted", "Inga Lund", "Director", "Quay Office", None),
        ],
    ),
    (
        "Ida Vik, a lawyer at the Harbour Centre, explained:\n“Nets are dear.”",
        [("quoted", "Ida Vik", "lawyer", "Harbour Centre", None)],
    ),
    (
        "I thank my colleague Ida Vik and pay tribute to Inga Lund, Director of the Quay Office.",
        [("mentioned", "Ida Vik", None, None, None), ("mentioned", "Inga Lund", "Director", "Quay Office", None)],
    ),
    (
        "Ida Vik, Director of the Harbour Institute, announced that the port would open in May.",
        [("quoted", "Ida Vik", "Director", "Harbour Institute", None)],
    ),
    (
        "Ida Vik, Director of the Harbour Institute, was told that the port would open in May.",
        [("mentioned", "Ida Vik", "Director", "Harbour Institute", None)],
    ),
    (
        "It will be moderated by Ida Vik, with Inga Lund of Tema University and Ana Ruiz as panellists.",
        [
            ("moderator", "Ida Vik", None, None, None),
            ("panellist", "Inga Lund", None, "Tema University", None),
            ("panellist", "Ana Ruiz", None, None, None),
        ],
    ),
    (
        "Trainers include Ida Vik, an IOM specialist, and Inga Lund of the Harbour Institute.",
        [("speaker", "Ida Vik", "specialist", "IOM", None), ("speaker", "Inga Lund", None, "Harbour Institute", None)],
    ),
    (
        "The day ends with a round table with Ida Vik, baker, and Inga Lund of the Harbour Institute.",
        [("panellist", "Ida Vik", "baker", None, None), ("panellist", "Inga Lund", None, "Harbour Institute", None)],
    ),
    ("At the quay they met Luz Paillán, who mends nets.", [("mentioned", "Luz Paillán", None, None, None)]),
    (
        "“Nets first,” said Ida Vik, who chairs the Board of the Harbour Institute.",
        [("quoted", "Ida Vik", None, "Board of the Harbour Institute", None)],
    ),
    (
        "According to Ida Vik, a WHO spokesperson, 40 wells are dry.",
        [("quoted", "Ida Vik", "spokesperson", "WHO", None)],
    ),
    (
        "“The ferry left us,” said Luz Paillán, a Chilean nurse aged 29.",
        [("quoted", "Luz Paillán", "nurse", None, None)],
    ),
    ("By Ida Vik-Lund, IOM Fiji", [("mentioned", "Ida Vik-Lund", None, "IOM Fiji", None)]),
    ("“The well was dry by noon”, Anne-Lise, 34, told the team in Tema.", [("quoted", "Anne-Lise", None, None, None)]),
    (
        "This is what was said by Ida Vik, IOM Chief of Mission in Fiji – to whom quoted text may be attributed – today.",
        [("quoted", "Ida Vik", "Chief of Mission in Fiji", "IOM", None)],
    ),
    (
        "“Tides wait for nobody,” said Ida Vik, IOM’s Flood Response Coordinator for Fiji.",
        [("quoted", "Ida Vik", "Flood Response Coordinator for Fiji", "IOM", None)],
    ),
    (
        "The sessions were led by trainers from the harbour school in Odense, and by Ms. Inga Lund, a diver.",
        [("speaker", "Inga Lund", "diver", None, None)],
    ),
    (
        "Opening the fair, Danish Alternate Minister Inga Lund-Vester praised the bakers.",
        [("opening", "Inga Lund-Vester", "Danish Alternate Minister", None, "DK")],
    ),
    (
        "IOM Director General Ilse Brandvold joined by video link.",
        [("speaker", "Ilse Brandvold", "Director General", "IOM", None)],
    ),
    (
        "In the presence of the Mayor of Tema, Ms. Abena Quaye, the clinic opened its doors on Friday.",
        [("mentioned", "Abena Quaye", "Mayor of Tema", None, None)],
    ),
    (
        "“Wells do not wait,” IOM Director General Ilse Brandvold told the Council on Tuesday.",
        [("quoted", "Ilse Brandvold", "Director General", "IOM", None)],
    ),
    (
        "“Every shelter counts,” said Dr. Ahmed Al-Qasimi, WHO Regional Director for the Western Gulf, at the launch.",
        [("quoted", "Ahmed Al-Qasimi", "Regional Director for the Western Gulf", "WHO", None)],
    ),
    (
        "“Camels die first,” said Kiprop arap Chumo, IOM Regional Director for East, Horn and Southern Africa.",
        [("quoted", "Kiprop arap Chumo", "Regional Director for East, Horn and Southern Africa", "IOM", None)],
    ),
    (
        "“Our needs are huge,” stressed Nyakim Deng, 34, a mother of four who fled the flood.",
        [("quoted", "Nyakim Deng", None, None, None)],
    ),
    (
        "“My son asked which way the rain had gone,” said Halimo, who walked eleven days.",
        [("quoted", "Halimo", None, None, None)],
    ),
    ('"We walked for nine days," recalls 19-year-old Abdulahi.', [("quoted", "Abdulahi", None, None, None)]),
    ("“Flour has a price,” says baker Arta Krasniqi.", [("quoted", "Arta Krasniqi", "baker", None, None)]),
    (
        "“They sang until the bridge,” says IOM’s Gaspard Ndayizeye.",
        [("quoted", "Gaspard Ndayizeye", None, "IOM", None)],
    ),
    (
        "“I learned to stitch at home,” says Dr. Amna Khalil, a surgeon in Cardiff.",
        [("quoted", "Amna Khalil", "surgeon", None, None)],
    ),
    (
        "“Routes are sold,” said IOM Director General Ilse Brandvold in her opening remarks.",
        [("opening", "Ilse Brandvold", "Director General", "IOM", None)],
    ),
    (
        "Speaking at the ceremony, the Minister of Foreign Affairs of Bangladesh, Dr. A. K. Rahman, thanked donors.",
        [("speaker", "A. K. Rahman", "Minister of Foreign Affairs of Bangladesh", None, "BD")],
    ),
    (
        "The workshop was co-chaired by Ambassador Lokman Idris, Permanent Representative of Malaysia, and Ms. Efua Daniels,"
        " IOM Deputy Director General for Operations.",
        [
            ("chair", "Lokman Idris", "Permanent Representative of Malaysia", None, "MY"),
            ("chair", "Efua Daniels", "Deputy Director General for Operations", "IOM", None),
        ],
    ),
    (
        "Remarks were delivered by H.E. Ms. Sofia Berg, Secretary General of CARE International; Mr. Gilles Carron,"
        " Vice-President of the ICRC; and Othman Belghazi, IOM Regional Director for the Maghreb.",
        [
            ("speaker", "Sofia Berg", "Secretary General", "CARE International", None),
            ("speaker", "Gilles Carron", "Vice-President", "ICRC", None),
            ("speaker", "Othman Belghazi", "Regional Director for the Maghreb", "IOM", None),
        ],
    ),
    (
        "Other panellists included Marie Aulifand (IOM), Alexander Bettany (University of Oxenford) and Heaven Crowe,"
        " Director of Equitable Development at UNU-CPR.",
        [
            ("panellist", "Marie Aulifand", None, "IOM", None),
            ("panellist", "Alexander Bettany", None, "University of Oxenford", None),
            ("panellist", "Heaven Crowe", "Director of Equitable Development", "UNU-CPR", None),
        ],
    ),
    (
        "The session, moderated by journalist Femi Okeowo, featured Vincent Cochet of UNHCR and Laurence Hartman of IOM.",
        [
            ("moderator", "Femi Okeowo", "journalist", None, None),
            ("speaker", "Vincent Cochet", None, "UNHCR", None),
            ("speaker", "Laurence Hartman", None, "IOM", None),
        ],
    ),
    (
        "The briefing will be opened by the IOM Deputy Director General, Mr Stellan Hjelm, followed by a presentation of the"
        " Head of the Climate Division, Mrs Oyuna Bat, and by comments from H.E. Mr Aibek Tokto, Ambassador of Kyrgyzstan.",
        [
            ("opening", "Stellan Hjelm", "Deputy Director General", "IOM", None),
            ("speaker", "Oyuna Bat", "Head of the Climate Division", None, None),
            ("speaker", "Aibek Tokto", "Ambassador of Kyrgyzstan", None, "KG"),
        ],
    ),
    (
        "Captain Salvatore Inzirillo of the Coast Guard, the survivor Awet Tesfay Ghebre and Sister Ines Obi will speak.",
        [
            ("speaker", "Salvatore Inzirillo", None, "Coast Guard", None),
            ("speaker", "Awet Tesfay Ghebre", None, None, None),
            ("speaker", "Ines Obi", None, None, None),
        ],
    ),
    (
        "Closing the meeting, Deputy Director General Ama Serwaa-Quist announced a guide.",
        [("closing", "Ama Serwaa-Quist", "Deputy Director General", None, None)],
    ),
    (
        "The session was opened by Tomás Aldana, IOM’s Director General, with Louise Arvid, Special Envoy, and Juan Echeverri,"
        " Ambassador of Chile.",
        [
            ("opening", "Tomás Aldana", "Director General", "IOM", None),
            ("opening", "Louise Arvid", "Special Envoy", None, None),
            ("opening", "Juan Echeverri", "Ambassador of Chile", None, "CL"),
        ],
    ),
    (
        "Lorena Escobar, Ecuadoran Secretary of State for Migration, met Hatem Salem, Tunisia's Secretary of State.",
        [
            ("mentioned", "Lorena Escobar", "Ecuadoran Secretary of State for Migration", None, "EC"),
            ("mentioned", "Hatem Salem", "Secretary of State", None, "TN"),
        ],
    ),
    (
        "The heat officer of the City of Ahvaz, Mrs Shirin Kaviani, was there.",
        [("mentioned", "Shirin Kaviani", "heat officer", "City of Ahvaz", None)],
    ),
    (
        "The Chief of Mission is Ihma Sanjurjo-Fox.",
        [("mentioned", "Ihma Sanjurjo-Fox", "Chief of Mission", None, None)],
    ),
    (
        "The network is led in name by the former UN High Commissioner for Refugees, Sadiko Ogawa.",
        [("mentioned", "Sadiko Ogawa", "former UN High Commissioner for Refugees", None, None)],
    ),
]
FRENCH: list[tuple[str, list[Row]]] = [
    (
        "« La corde tient », dit Inga Lund, trésorière du Collectif des Marins de Lomé. « Oui », dit Mme Ida Vik, cheffe de "
        "projet à la Caisse des Pêches solidaires.",
        [
            ("quoted", "Inga Lund", "trésorière", "Collectif des Marins de Lomé", None),
            ("quoted", "Ida Vik", "cheffe de projet", "Caisse des Pêches solidaires", None),
        ],
    ),
    (
        "Ont pris ensuite la parole Inga Lund, fondatrice de Corde Solide, et M. Ola Vik, boulanger. Mme Ida Vik, juriste, "
        "sert de modératrice.",
        [
            ("speaker", "Inga Lund", "fondatrice", "Corde Solide", None),
            ("speaker", "Ola Vik", "boulanger", None, None),
            ("moderator", "Ida Vik", "juriste", None, None),
        ],
    ),
    (
        "« La corde tient. » Ces mots sont d'Inga Lund, cheffe de mission de l'OIM. La ministre du Travail a reçu son "
        "homologue kenyan, Ola Vik. « Oui, elle tient », dit Ida Vik, vingt ans.",
        [
            ("quoted", "Inga Lund", "cheffe de mission", "OIM", None),
            ("mentioned", "Ola Vik", None, None, "KE"),
            ("quoted", "Ida Vik", None, None, None),
        ],
    ),
    (
        "L'atelier est animé par l'illustratrice Inga Lund. La clôture sera prononcée par M. Ola Vik.",
        [("moderator", "Inga Lund", "illustratrice", None, None), ("closing", "Ola Vik", None, None, None)],
    ),
    (
        "D’après Léa Roux, coordinatrice de l’ONG Rivages, « le fleuve monte ». Aux yeux de Yao Bâ, pêcheur, « il rend moins ».",
        [("quoted", "Léa Roux", "coordinatrice", "ONG Rivages", None), ("quoted", "Yao Bâ", "pêcheur", None, None)],
    ),
    (
        "« Le quai tient », a relevé Awa Sarr, juriste à l'ONUDC. « Il tient bien », se félicite Ousmane Bâ, maçon de "
        "l’association Le Mur vivant. « Tout le monde le voit », sourit Léa Roux, infirmière de l'OIM affectée au port.",
        [
            ("quoted", "Awa Sarr", "juriste", "ONUDC", None),
            ("quoted", "Ousmane Bâ", "maçon", "association Le Mur vivant", None),
            ("quoted", "Léa Roux", "infirmière", "OIM", None),
        ],
    ),
    (
        "La Directrice régionale de l’OIM, Inès Lô, a quant à elle souligné que le port est fermé.",
        [("quoted", "Inès Lô", "Directrice régionale", "OIM", None)],
    ),
    (
        "La Directrice régionale de l’OIM, Inès Lô, a, pour sa part, rappelé que le port est fermé.",
        [("quoted", "Inès Lô", "Directrice régionale", "OIM", None)],
    ),
    (
        "La Directrice régionale de l’OIM, Inès Lô, a également visité le port.",
        [("mentioned", "Inès Lô", "Directrice régionale", "OIM", None)],
    ),
    (
        "La Directrice régionale de l’OIM, Inès Lô, a expliqué les droits des marins.",
        [("speaker", "Inès Lô", "Directrice régionale", "OIM", None)],
    ),
    ("Elle est tenue avec le collectif Les Filets du Cap, partenaire du port.", []),
    (
        "Elle est tenue avec la sociologue Inès Lô, partenaire du port.",
        [("mentioned", "Inès Lô", "sociologue", None, None)],
    ),
    ("« Nous restons », m'a dit Awa Diatta, qui vend du poisson.", [("quoted", "Awa Diatta", None, None, None)]),
    (
        "« Le port attend », a dit M. Luc Adjovi, Ministre des Ports, de la Réforme de l'administration et du Travail.",
        [
            ("quoted", "Luc Adjovi", "Ministre des Ports, de la Réforme de l'administration et du Travail", None, None),
        ],
    ),
    (
        "Mme Awa Diatta, députée, a annoncé que le port rouvrirait en mai.",
        [("quoted", "Awa Diatta", "députée", None, None)],
    ),
    (
        "M. Luc Adjovi a pris part au débat, que modérait la journaliste Awa Diatta.",
        [("speaker", "Luc Adjovi", None, None, None), ("moderator", "Awa Diatta", "journaliste", None, None)],
    ),
    (
        "Le film est suivi d'un échange avec la réalisatrice, Awa Diatta.",
        [("speaker", "Awa Diatta", "réalisatrice", None, None)],
    ),
    (
        "La cérémonie a été clôturée par Mme Lise Aubin, Administratrice associée du PNUD.",
        [("closing", "Lise Aubin", "Administratrice associée", "PNUD", None)],
    ),
    (
        "Une table ronde a réuni Mme Aline Ngo, maire de Kribi, et le professeur Issa Konaté.",
        [("panellist", "Aline Ngo", "maire de Kribi", None, None), ("panellist", "Issa Konaté", None, None, None)],
    ),
    (
        "Issa Konaté, boulanger de 31 ans, veut rentrer à Sikasso : « Mon four m’attend depuis un an. »",
        [("quoted", "Issa Konaté", "boulanger", None, None)],
    ),
    (
        "« Je préfère mon four », raconte Issa Konaté, boulanger malien de 31 ans.",
        [("quoted", "Issa Konaté", "boulanger", None, None)],
    ),
    (
        "Après un mot d’accueil de Mme Lise Aubin, l’atlas sera présenté par ses auteurs, MM. Paul Roy et Luc Bras.",
        [
            ("opening", "Lise Aubin", None, None, None),
            ("speaker", "Paul Roy", None, None, None),
            ("speaker", "Luc Bras", None, None, None),
        ],
    ),
    (
        "« La situation est grave », a déclaré Efua Daniels, Directrice générale adjointe de l'OIM chargée des opérations.",
        [("quoted", "Efua Daniels", "Directrice générale adjointe chargée des opérations", "OIM", None)],
    ),
    (
        "« Nous avons tout perdu », raconte Mariama, une mère de six enfants.",
        [("quoted", "Mariama", None, None, None)],
    ),
    (
        "« Un plan ne creuse pas de puits », a-t-elle ajouté.",
        [],
    ),
    (
        "La séance a été présidée par le Ministre de l'Intérieur, M. Hamadou Souley.",
        [("chair", "Hamadou Souley", "Ministre de l'Intérieur", None, None)],
    ),
    (
        "L'atelier a été ouvert par Mme Aminata Sow, Ministre d'État, et M. Sory Camara, Directeur de la migration,"
        " avant une présentation de Mme Geneviève Boutet (UNICEF).",
        [
            ("opening", "Aminata Sow", "Ministre d'État", None, None),
            ("opening", "Sory Camara", "Directeur de la migration", None, None),
            ("speaker", "Geneviève Boutet", None, "UNICEF", None),
        ],
    ),
    (
        "Les débats étaient modérés par Jérôme van der Straeten, professeur à l'Université de Mons-Nord.",
        [("moderator", "Jérôme van der Straeten", "professeur", "Université de Mons-Nord", None)],
    ),
    (
        "Parmi les intervenants figuraient Mme Fatou Haïdara, présidente de l'ONG Femmes debout, et M. Abdou Ndiaye,"
        " sociologue à l'Université Gaston Bergès.",
        [
            ("speaker", "Fatou Haïdara", "présidente", "ONG Femmes debout", None),
            ("speaker", "Abdou Ndiaye", "sociologue", "Université Gaston Bergès", None),
        ],
    ),
    (
        "Prenant la parole au nom du Gouvernement, Mme Ramatoulaye Gueye a salué les partenaires.",
        [("speaker", "Ramatoulaye Gueye", None, None, None)],
    ),
    (
        "Dans son discours de clôture, le Secrétaire général du Ministère de la Justice, M. Alioune Cissé, a dit merci.",
        [("closing", "Alioune Cissé", "Secrétaire général", "Ministère de la Justice", None)],
    ),
    (
        "Interviendront notamment : Mme Catherine Colomb, Ministre de l'Europe, et M. Josep Borràs, Haut Représentant de"
        " l'Union européenne.",
        [
            ("speaker", "Catherine Colomb", "Ministre de l'Europe", None, None),
            ("speaker", "Josep Borràs", "Haut Représentant", "Union européenne", None),
        ],
    ),
    (
        "Pour Ousmane Baldé-Sow, revenu en 2017, « personne ne nous avait prévenus ».",
        [("quoted", "Ousmane Baldé-Sow", None, None, None)],
    ),
    (
        "Une table ronde a réuni le maire de Kolda, Abdou Baldé, la sociologue Fatou Sarr et M. Amadou Bocar, coordonnateur"
        " de l’ONG Retour.",
        [
            ("panellist", "Abdou Baldé", "maire de Kolda", None, None),
            ("panellist", "Fatou Sarr", "sociologue", None, None),
            ("panellist", "Amadou Bocar", "coordonnateur", "ONG Retour", None),
        ],
    ),
    (
        "« Nous restons », a promis l'Ambassadeur d'Allemagne au Niger, S.E. M. Joachim Kettler.",
        [("quoted", "Joachim Kettler", "Ambassadeur d'Allemagne au Niger", None, "DE")],
    ),
    (
        "M. Lassana Coulibaly, Directeur régional de l'OIM, a clos les travaux.",
        [("closing", "Lassana Coulibaly", "Directeur régional", "OIM", None)],
    ),
]
SPANISH: list[tuple[str, list[Row]]] = [
    (
        "«La cuerda aguanta», coincide Inga Lund, fundadora de Cuerdas Sin Fin. Está previsto que abra el taller la ministra "
        "de Trabajo de Chile, Ida Vik. La canciller dialogó con su homólogo keniano, Ola Vik.",
        [
            ("quoted", "Inga Lund", "fundadora", "Cuerdas Sin Fin", None),
            ("opening", "Ida Vik", "ministra de Trabajo de Chile", None, "CL"),
            ("mentioned", "Ola Vik", None, None, "KE"),
        ],
    ),
    (
        "A juicio de Ernesto Prado, director del albergue Jesús del Camino, “faltan camas”.",
        [("quoted", "Ernesto Prado", "director del albergue Jesús del Camino", None, None)],
    ),
    (
        "“Cuesta mucho”, zanjó el jefe del puerto, Hernán Quiroga. Y Maritza Oviedo, subdelegada del INM, pidió más: "
        "“Aquí no llega el bus”.",
        [
            ("quoted", "Hernán Quiroga", "jefe del puerto", None, None),
            ("quoted", "Maritza Oviedo", "subdelegada", "INM", None),
        ],
    ),
    (
        "Luz Paillán, que llegó de Arica hace tres años, fue la primera. “Vine por la visa de mi hija”, dijo entre risas.",
        [("quoted", "Luz Paillán", None, None, None)],
    ),
    (
        "Luz Paillán, que llegó de Arica hace tres años, fue la primera. “Vino por la visa”, dijo el director del puerto.",
        [],
    ),
    (
        '"Vine con fiebre desde Arica. Nadie pidió papeles", relató Luz Paillán, chilena de 27 años.',
        [("quoted", "Luz Paillán", None, None, None)],
    ),
    (
        "La directora distrital del MIES, Luz Paillán, anunció que habrá un puerto.",
        [("quoted", "Luz Paillán", "directora distrital", "MIES", None)],
    ),
    (
        "El acto inaugural estuvo a cargo de la Ministra de Pesca, Luz Paillán.",
        [("opening", "Luz Paillán", "Ministra de Pesca", None, None)],
    ),
    (
        "Por la OIM participó Eva Luzón, Directora Regional para América del Sur.",
        [("mentioned", "Eva Luzón", "Directora Regional para América del Sur", "OIM", None)],
    ),
    (
        "“Llueve”, cuenta Luz Paillán, enfermera del centro de salud Mar Nuevo.",
        [("quoted", "Luz Paillán", "enfermera", "centro de salud Mar Nuevo", None)],
    ),
    (
        "El Dr. Ciro Vera, Director del Área de Pesca, del MSPAS, adelantó que habrá otra feria.",
        [("quoted", "Ciro Vera", "Director del Área de Pesca", "MSPAS", None)],
    ),
    (
        "Durante la clausura, el Embajador de la Unión Europea en Honduras, Saúl Mamani, dijo: “Es solo el comienzo”.",
        [("closing", "Saúl Mamani", "Embajador de la Unión Europea en Honduras", None, None)],
    ),
    ("Karla, una joven de 19 años, recuerda: “No dormí en tres noches”.", [("quoted", "Karla", None, None, None)]),
    (
        "“Firmé sin leer”, relató Luz Paillán, hoy costurera chilena.",
        [("quoted", "Luz Paillán", "costurera", None, None)],
    ),
    (
        "“Llegué con un mapa”, cuenta Iris Núñez, una de las primeras alumnas.",
        [("quoted", "Iris Núñez", None, None, None)],
    ),
    (
        "El cierre estuvo a cargo del viceministro de Inclusión Laboral de Bolivia, Saúl Mamani, quien dio las gracias.",
        [("closing", "Saúl Mamani", "viceministro de Inclusión Laboral de Bolivia", None, "BO")],
    ),
    (
        "Participaron también la viceministra de Pesca, Luz Paillán, y el alcalde de Tumbes, Saúl Mamani.",
        [
            ("mentioned", "Luz Paillán", "viceministra de Pesca", None, None),
            ("mentioned", "Saúl Mamani", "alcalde de Tumbes", None, None),
        ],
    ),
    (
        "El conversatorio fue moderado por Iris Núñez, periodista, y en él participó Saúl Mamani, de la Red de Puertos.",
        [
            ("moderator", "Iris Núñez", "periodista", None, None),
            ("panellist", "Saúl Mamani", None, "Red de Puertos", None),
        ],
    ),
    (
        "“Nadie sobra en el muelle”, señaló la Directora de la OIM, Ana Lisboa, durante la sesión de apertura.",
        [("opening", "Ana Lisboa", "Directora", "OIM", None)],
    ),
    (
        "Con la presencia de la alcaldesa (e) de la ciudad, Rosa Luján, abrió sus puertas el comedor.",
        [("mentioned", "Rosa Luján", "alcaldesa (e)", None, None)],
    ),
    (
        "«El reto es enorme», dijo Michele Kleinert, Directora Regional de la OIM para Centroamérica, Norteamérica y el Caribe.",
        [
            (
                "quoted",
                "Michele Kleinert",
                "Directora Regional para Centroamérica, Norteamérica y el Caribe",
                "OIM",
                None,
            )
        ],
    ),
    ("“Salimos con lo puesto”, cuenta Yuleisi, una joven de 22 años.", [("quoted", "Yuleisi", None, None, None)]),
    (
        "“Vamos a abrir otras tres”, anunció el alcalde, Fabio Enrique Pabón.",
        [("quoted", "Fabio Enrique Pabón", "alcalde", None, None)],
    ),
    (
        '"Un nombre es un documento", dijo la Cónsul General de México, Ifigenia Bárcenas.',
        [("quoted", "Ifigenia Bárcenas", "Cónsul General de México", None, "MX")],
    ),
    (
        "El foro fue inaugurado por la Canciller de Panamá, Erika Mouriño, y contó con la participación de Eduardo Steiner,"
        " Representante Especial de ACNUR.",
        [
            ("opening", "Erika Mouriño", "Canciller de Panamá", None, "PA"),
            ("speaker", "Eduardo Steiner", "Representante Especial", "ACNUR", None),
        ],
    ),
    (
        "La Ministra de Relaciones Exteriores de Colombia, Marta Ramírez, clausuró el evento.",
        [("closing", "Marta Ramírez", "Ministra de Relaciones Exteriores de Colombia", None, "CO")],
    ),
    (
        "Participaron en el panel Diego Beltrán, Enviado Especial de la OIM, y el alcalde de Cúcuta, Jairo Yáñez.",
        [
            ("panellist", "Diego Beltrán", "Enviado Especial", "OIM", None),
            ("panellist", "Jairo Yáñez", "alcalde de Cúcuta", None, None),
        ],
    ),
    (
        "La Viceministra de Gobernación de Costa Rica, Carmen Muñoz-Quesada, dio la bienvenida a las delegaciones.",
        [("opening", "Carmen Muñoz-Quesada", "Viceministra de Gobernación de Costa Rica", None, "CR")],
    ),
    (
        "Según José Iván Dávila, Jefe de Misión de la OIM en Perú, el registro comenzará en mayo.",
        [("quoted", "José Iván Dávila", "Jefe de Misión", "OIM", None)],
    ),
    (
        "Abrió la jornada el Dr. Rodolfo Casals, profesor de FLACSO, y moderó Gabriela Rodríguez.",
        [
            ("opening", "Rodolfo Casals", "profesor", "FLACSO", None),
            ("moderator", "Gabriela Rodríguez", None, None, None),
        ],
    ),
    (
        "El acto contó con la presencia del Viceministro de Movilidad Humana, Leónidas Guamán Iza, y de la Embajadora de"
        " Colombia, Catalina Uribe-Montes. “Un solo sello basta”, dijo el Viceministro Guamán.",
        [
            ("mentioned", "Leónidas Guamán Iza", "Viceministro de Movilidad Humana", None, None),
            ("mentioned", "Catalina Uribe-Montes", "Embajadora de Colombia", None, "CO"),
            ("quoted", "Leónidas Guamán Iza", "Viceministro de Movilidad Humana", None, None),
        ],
    ),
    (
        "El lunes inauguró la feria la Subsecretaria de Empleo, Nayeli Cruz Matadamas.",
        [("opening", "Nayeli Cruz Matadamas", "Subsecretaria de Empleo", None, None)],
    ),
]
ARABIC: list[tuple[str, list[Row]]] = [
    ("وافتتح الورشة سناء مصلح، مديرة المرفأ.", [("opening", "سناء مصلح", "مديرة المرفأ", None, None)]),
    ("افتتح يوسف المرزوقي، وزير العمل، الورشة.", [("opening", "يوسف المرزوقي", "وزير العمل", None, None)]),
    ("وقالت سناء مصلح علي، مديرة المرفأ: «الباب مفتوح».", [("quoted", "سناء مصلح علي", "مديرة المرفأ", None, None)]),
    (
        'أما الممرضة سناء مصلح، البالغة من العمر 27 عاماً، فتقول: "الحبال تصمد منذ عام كامل".',
        [("quoted", "سناء مصلح", "الممرضة", None, None)],
    ),
    ("وتتولى إدارة النقاش السيدة سناء مصلح.", [("moderator", "سناء مصلح", None, None, None)]),
    (
        "وقالت مريم الشامي، مديرة مركز الأمل في صفاقس: «الباب مفتوح». وبحسب يوسف المرزوقي، صياد، «البحر صار أفقر».",
        [("quoted", "مريم الشامي", "مديرة", "مركز الأمل", None), ("quoted", "يوسف المرزوقي", "صياد", None, None)],
    ),
    (
        "وحضر الحفل كل من وزيرة الشؤون الاجتماعية، سلوى منصور، ورئيس بعثة المنظمة الدولية للهجرة، بيير لوران.",
        [
            ("mentioned", "سلوى منصور", "وزيرة الشؤون الاجتماعية", None, None),
            ("mentioned", "بيير لوران", "رئيس بعثة", "المنظمة الدولية للهجرة", None),
        ],
    ),
    (
        "قال سالم القاضي، وهو صياد من زوارة: «البحر لا ينسى أحدا».",
        [("quoted", "سالم القاضي", "صياد", None, None)],
    ),
    (
        "وتحدثت أم خالد، وهي نازحة من المرفأ: «ولدت ابنتي في قارب صغير».",
        [("quoted", "أم خالد", None, None, None)],
    ),
    (
        "ومن جهته قال العميد بحار منير البدوي، مدير المرفأ: «المرفأ مفتوح للجميع».",
        [("quoted", "منير البدوي", "مدير المرفأ", None, None)],
    ),
    (
        "وأعرب نائب وزير الموانئ سامي حسن البدوي عن شكره.",
        [("quoted", "سامي حسن البدوي", "نائب وزير الموانئ", None, None)],
    ),
    ("قالت السيدة جورجيا ماركو: «نحن هنا لدعم المرفأ».", [("quoted", "جورجيا ماركو", None, None, None)]),
    (
        "وأدارت الندوة الإعلامية سلمى النجار وشارك فيها كل من السيد منير البدوي والسيدة هند الحلو.",
        [
            ("moderator", "سلمى النجار", "الإعلامية", None, None),
            ("mentioned", "منير البدوي", None, None, None),
            ("mentioned", "هند الحلو", None, None, None),
        ],
    ),
    (
        "وقالت مديرة مكتب منظمة الصحة العالمية في عدن، إلسا ماركوفيتش: «الماء أولا قبل كل شيء».",
        [("quoted", "إلسا ماركوفيتش", "مديرة مكتب", "منظمة الصحة العالمية", None)],
    ),
    (
        "وقدم الدرس كل من المدرب الدولي هنري ماير والدكتورة سلوى النجار من جامعة المرفأ.",
        [("speaker", "هنري ماير", "المدرب الدولي", None, None), ("speaker", "سلوى النجار", None, "جامعة المرفأ", None)],
    ),
    (
        "وحضر الحفل السيد منير البدوي وممثلين عن البلديات، وقال العقيد سامر الحلو، مدير الهيئة العامة للموانئ، في كلمته: «أهلا بكم جميعا».",
        [
            ("mentioned", "منير البدوي", None, None, None),
            ("quoted", "سامر الحلو", "مدير", "الهيئة العامة للموانئ", None),
        ],
    ),
    (
        "وقالت إيمان بوزيد، المديرة العامة للمنظمة الدولية للهجرة: «لا يمكننا الانتظار أكثر».",
        [("quoted", "إيمان بوزيد", "المديرة العامة", "المنظمة الدولية للهجرة", None)],
    ),
    (
        "وقال محمد عبد القيوم، وهو عامل بناء: «تركت أجري وأدواتي».",
        [("quoted", "محمد عبد القيوم", "عامل بناء", None, None)],
    ),
    (
        "«لقد فقدنا كل شيء»، يقول أحمد، وهو أب لخمسة أطفال.",
        [("quoted", "أحمد", None, None, None)],
    ),
    (
        "وقالت السيدة أمينة ديالو، المديرة الإقليمية للمنظمة الدولية للهجرة: «من حق كل عامل أن يطرق باب الطبيب».",
        [("quoted", "أمينة ديالو", "المديرة الإقليمية", "المنظمة الدولية للهجرة", None)],
    ),
    (
        "وصرح وزير الخارجية الأردني أيمن الحلبي أن بلاده تستضيف لاجئين.",
        [("quoted", "أيمن الحلبي", "وزير الخارجية الأردني", None, "JO")],
    ),
    (
        "افتتح المؤتمر معالي الدكتور محمد بن عبد الله القاسم، وزير الداخلية، وأدارت الجلسة الدكتورة مها يحيى.",
        [
            ("opening", "محمد بن عبد الله القاسم", "وزير الداخلية", None, None),
            ("moderator", "مها يحيى", None, None, None),
        ],
    ),
    (
        "وتحدث في الجلسة كل من خالد خليفة، ممثل المفوضية، وسوزان تشا، من جامعة الدول العربية.",
        [
            ("speaker", "خالد خليفة", "ممثل المفوضية", None, None),
            ("speaker", "سوزان تشا", None, "جامعة الدول العربية", None),
        ],
    ),
    (
        "وشاركت في الحفل الفنانة عائشة الفقيه، فيما أدار الحوار الصحفي خالد البيرة.",
        [
            ("mentioned", "عائشة الفقيه", "الفنانة", None, None),
            ("moderator", "خالد البيرة", "الصحفي", None, None),
        ],
    ),
    (
        "وألقى كلمة الافتتاح وكيل وزارة الداخلية، العميد محمد المرداسي.",
        [("opening", "محمد المرداسي", "وكيل وزارة الداخلية", None, None)],
    ),
    (
        "وقال المقدم منير البدوي، مدير المرفأ: «المرفأ مفتوح للجميع».",
        [("quoted", "منير البدوي", "مدير المرفأ", None, None)],
    ),
    (
        "وافتتح المشاورة وزير الصحة الأردني، الدكتور غسان النسور.",
        [("opening", "غسان النسور", "وزير الصحة الأردني", None, "JO")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[Row]) -> None:
    assert rows(read(text, "en")) == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[Row]) -> None:
    assert rows(read(text, "fr")) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish(text: str, expected: list[Row]) -> None:
    assert rows(read(text, "es")) == expected


@pytest.mark.parametrize(("text", "expected"), ARABIC)
def test_arabic(text: str, expected: list[Row]) -> None:
    assert rows(read(text, "ar")) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Deputy Minister of Internally Displaced Persons went from farm to farm in Kakheti.", "en"),
        ("Through RCPs, countries look at the Poverty Reduction Strategy Papers of Member States.", "en"),
        ("The side event, organized by IOM and the League of Small Towns, lets four of them speak.", "en"),
        ("IOM has dug seven of the twenty wells that it promised around Goz Beida, where many people live.", "en"),
        ("It is held at the Centre International de Conférences Genève (CICG) in Geneva, Switzerland.", "en"),
        ("على مدى ثلاثة أيام يتحدث فلاحون وباحثون من تونس عن الواحات. كما سيعرض ملخص الندوة في القاهرة.", "ar"),
        (
            "The European Commission's Strategic Framework mentions heat. IOM's Coastal Shelter Plan aims at less of it.",
            "en",
        ),
        ("The Southern Growers Scheme (SGS) took part, and so did World Vision and Save the Children.", "en"),
        ("The course is hosted by the Royal Danish Government and by the Permanent Missions of Fiji and Chile.", "en"),
        ("“Doors stay open,” the guards said, and said the Kingdom had counted every chair.", "en"),
        ("The Southern Islanders, who came in June, and West Africans, who came in May, mend nets.", "en"),
        ("Clean Water and Calm Sea, the report announced that in May, matter. Calm Sea announced that it will.", "en"),
        ("El manual contó con el apoyo técnico de la FAO y el aporte de la Cooperación Suiza.", "es"),
        ("Se anunciaron dos talleres: en Ciudad Colón (9 de mayo) y en Puerto Madryn (fecha por fijar).", "es"),
        ("La session se tient à Dakar, au Centre international de conférences Abdou Diouf, le mardi 6 juin.", "fr"),
        ("Ante los delegados de 173 Estados Miembros se votará la entrada del Líbano.", "es"),
        ("Viceministros de Exteriores y de Interior compararon experiencias y hablaron de cooperar.", "es"),
        ("El foro reúne a puertos de Argentina, Brasil, Chile, Paraguay y Uruguay para comparar faros.", "es"),
        ("تبدأ اللقاءات بعرض مسرحي قصير يقدمه طلاب المرفأ، يليه حوار مفتوح.", "ar"),
        ("قدم أطباؤها الرعاية لأكثر من ألف شخص، وشارك فيها متطوعون مثّلوا دور الناجين.", "ar"),
        ("وكان لقاء مماثل قد عقد في المرفأ بمشاركة سبعين شخصاً من اثنتي عشرة دولة عربية.", "ar"),
        ("وصل الدعم المقدم للأسر النازحة في المرفأ، والدور الرائد للنساء معروف.", "ar"),
        ("افتتح اليوم مركز يقدم خدمات قانونية مجانية للنازحين العائدين، ويفتح أبوابه كل يوم.", "ar"),
        ("وقال المسافر البحري، وهو يبتسم، إن الميناء بعيد.", "ar"),
        ("A Boat Workers Resource Centre was opened by the Seamen Workers Resource in May.", "en"),
        ("La ventanilla fue inaugurada hoy por la Secretaría del Trabajo y Previsión Social.", "es"),
        ("عقدت المنظمة الدولية للهجرة مشاورة إقليمية حول صحة المهاجرين بمشاركة عشر دول.", "ar"),
    ],
)
def test_what_is_no_person(text: str, language: str) -> None:
    assert rows(read(text, language)) == []


def test_a_pronoun_stands_for_the_person_named_last() -> None:
    found = read(
        "It was opened on Tuesday by IOM Director General Ferran Oyarzábal. “Data follow people like dogs,” he told delegates.",
        "en",
    )
    assert [(p.role, p.name) for p in found.people] == [("opening", "Ferran Oyarzábal"), ("quoted", "Ferran Oyarzábal")]


def test_a_pronoun_stands_for_the_person_named_last_in_the_block_before() -> None:
    text = "They met Luz Paillán, who mends nets.\n“I bring myself,” she told them."
    assert ("quoted", "Luz Paillán") in [(p.role, p.name) for p in read(text, "en").people]
    apart = text.replace("\n", "\nThe sea is calm in May.\n")
    assert [(p.role, p.name) for p in read(apart, "en").people] == [("mentioned", "Luz Paillán")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Awa Ndong, 41, lost her boat twice. “I counted the oars,” she said.", "en", "Awa Ndong"),
        ("Awa Ndong, 41, lost her boat twice.\n“I counted the oars,” she said.", "en", "Awa Ndong"),
        (
            "Among those on the quay is Awa Ndong, a mother of two from Kribi. “We came at night,” she told us.",
            "en",
            "Awa Ndong",
        ),
        ("Awa Ndong, a school teacher, left in May. “Chalk is cheap,” she said.", "en", "Awa Ndong"),
        ("Luce Ankou, 52 ans, vendait du sel. Elle vit à Kribi. « Je suis restée », dit-elle.", "fr", "Luce Ankou"),
        ("Luce Ankou, qui vit à Gand, tisse des filets. « Mon père pêchait », a-t-elle confié.", "fr", "Luce Ankou"),
        ("Para Eva Luzón, vecina del muelle de 67 años, llegó la hora. “El mar subió”, relató.", "es", "Eva Luzón"),
        ("Eva Luzón, llegada de Haití en mayo, fue la primera. “Cosía velas”, contó.", "es", "Eva Luzón"),
        (
            "وكانت سعاد كريم، وهي أم لطفلين من الميناء، أول من وصل. وقالت: “لم يبق سوى المفتاح القديم”.",
            "ar",
            "سعاد كريم",
        ),
    ],
)
def test_whoever_is_introduced_and_then_quoted_by_pronoun_counts(text: str, language: str, name: str) -> None:
    boss = "“It holds,” said Ferran Oyarzábal, Director of Ports.\n" if language == "en" else ""
    assert ("quoted", name) in [(p.role, p.name) for p in read(boss + text, language).people]
    unquoted = text.replace("“", "").replace("”", "").replace("«", "").replace("»", "")
    assert ("quoted", name) not in [(p.role, p.name) for p in read(unquoted, language).people]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Goz Amdar, where the road ends, has a well. “We dig,” she said.", "en"),
        ("Goz Amdar, a small town on the river, has a well. “We dig,” she said.", "en"),
        ("In the Almar Declaration, signed in May, the towns agree. “We dig,” she said.", "en"),
        ("The wells of Goz Amdar, 41, are dry. “We dig deeper now,” she said.", "en"),
        ("Goz Amdar, près de la frontière, a un puits. « Nous creusons », dit-elle.", "fr"),
        ("Goz Amdar, ciudad del río, tiene un pozo. “Cavamos cada día”, relató.", "es"),
        ("كانت مدينة سبخا، وهي هادئة، أول من وصل. وقالت: “لم يبق سوى المفتاح القديم”.", "ar"),
        ("كانت منظمة أطباء الميناء، وهي منظمة صغيرة، أول من وصل. وقالت: “لم يبق سوى المفتاح القديم”.", "ar"),
    ],
)
def test_places_and_bodies_are_not_introduced(text: str, language: str) -> None:
    boss = "A word came from Luz Paillán, who mends nets.\n" if language == "en" else ""
    assert {p.name for p in read(boss + text, language).people} <= {"Luz Paillán"}


def test_whoever_was_introduced_gives_way_to_the_one_named_after() -> None:
    found = read("Awa Ndong, 41, sells salt. Mr. Luc Adjovi came. “Salt is dear,” he said.", "en")
    assert [(p.role, p.name) for p in found.people if p.role == "quoted"] == [("quoted", "Luc Adjovi")]


def test_french_quotation_marks_begin_and_end_sentences() -> None:
    text = "Il est parti. « Le sel brille. » Elle rit. « Oui », dit-elle."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Il est parti.",
        "« Le sel brille. »",
        "Elle rit.",
        "« Oui », dit-elle.",
    ]


def test_an_introduced_name_is_quoted_from_its_place() -> None:
    text = "Awa Ndong, 41, lost her boat. “I counted the oars,” she said."
    page = page_of(text)
    (person,) = read_prose(page, set(), release=True, language="en").people
    assert page.text[person.start : person.end] == "Awa Ndong"


def test_a_spokesperson_on_a_line_of_their_own_is_that_of_the_issuer() -> None:
    def bodies(text: str, title: str) -> list[str | None]:
        page = page_of(text, title=title)
        return [p.organization for p in read_prose(page, set(), release=True, language="en").people]

    assert bodies("Spokesperson: Ida Vik", "IOM Press Briefing Notes: Fiji, Chile") == ["IOM"]
    assert bodies("Spokesperson: Ida Vik", "Wells for Fiji") == [None]
    assert bodies("Baker: Ida Vik-Lund", "IOM Press Briefing Notes: Fiji, Chile") != ["IOM"]


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        (
            "Welcoming the audience will be Ms. Ida Vik, Director of the Quay Office; the floor then goes to Dr. Ola Vik.",
            "en",
            [("opening", "Ida Vik"), ("speaker", "Ola Vik")],
        ),
        (
            "M. Yao Bâ accueillera les participants, puis la parole sera donnée à Mme Léa Roux. "
            "Les échanges seront conduits par Awa Sarr.",
            "fr",
            [("opening", "Yao Bâ"), ("speaker", "Léa Roux"), ("moderator", "Awa Sarr")],
        ),
        (
            "Luego tendrán la palabra Luis Prado, de la Caja del Puerto, y Ana Ruiz, de la CEPAL.",
            "es",
            [("speaker", "Luis Prado"), ("speaker", "Ana Ruiz")],
        ),
        (
            "ترحب بالحضور السيدة أمل سالم، مديرة الموانئ، ثم يتحدث الدكتور عمر با.",
            "ar",
            [("opening", "أمل سالم"), ("speaker", "عمر با")],
        ),
    ],
)
def test_what_an_invitation_says_that_people_will_do(text: str, language: str, roles: list[tuple[str, str]]) -> None:
    assert [(p.role, p.name) for p in read(text, language, release=False).people] == roles


def test_an_event_reports_what_its_speakers_said() -> None:
    text = "Dr. Ida Vik, a radiologist, explained why bones differ. Ms. Inga Lund was asked to lead a group."
    assert [(p.role, p.name) for p in read(text, "en", release=False).people] == [
        ("speaker", "Ida Vik"),
        ("mentioned", "Inga Lund"),
    ]


def test_later_mentions_by_surname_are_the_same_person() -> None:
    found = read("IOM Director General Amina Petit came. \n“We count boats,” DG Petit told reporters.", "en")
    assert [(p.role, p.name) for p in found.people] == [("mentioned", "Amina Petit"), ("quoted", "Amina Petit")]


def test_a_surname_alone_has_the_full_name_of_the_page() -> None:
    found = read(
        "At dawn Ratu Sele Vakacegu ties the chalk to his hat. “Mr. Vakacegu is never late,” says Ida Vik, headmistress.",
        "en",
    )
    assert {person.name for person in found.people} == {"Ratu Sele Vakacegu", "Ida Vik"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Captain Inga Lund signed for the port.\nCaptain Lund, head of the crew, is glad: “We counted every rope.”",
            "en",
            "Inga Lund",
        ),
        (
            "Ola Vik signed for the port and Inga van Lund for IOM.\n“We count them all,” said Ms. van Lund of IOM.",
            "en",
            "Inga van Lund",
        ),
        ("Las llaves pasaron a manos de Inga Lund Vik. «Las contamos todas», dijo Inga Lund.", "es", "Inga Lund Vik"),
        ("Un stylo, celui d'Inga Lund, a suffi.\n« Nous comptons tout », dit Mme Lund.", "fr", "Inga Lund"),
    ],
)
def test_a_short_name_in_a_quotation_is_the_longer_one_of_the_page(text: str, language: str, name: str) -> None:
    assert [p.name for p in read(text, language).people if p.role == "quoted"] == [name]


def test_a_verb_without_a_subject_goes_on_with_the_person_named_again() -> None:
    found = read(
        "حضر السيد منير البدوي والسيدة سلوى النجار. وأوضح السيد البدوي أن المرفأ مفتوح. وأضاف: «نحن معكم دائما».", "ar"
    )
    assert ("quoted", "منير البدوي") in {(person.role, person.name) for person in found.people}


def test_only_releases_quote() -> None:
    text = "“Wells do not wait,” said Ilse Brandvold, Director of the Harbour Institute."
    assert [p.role for p in read(text, "en", release=False).people] == ["speaker"]
    assert [p.role for p in read(text, "en").people] == ["quoted"]


def test_a_panel_of_a_release_is_a_session_with_its_people() -> None:
    found = read(
        "On Wednesday (30/11), a high-level panel entitled “Rescue Is Not a Crime” will bring together Stelios Kyriakou,"
        " Commander of the Hellenic Coast Guard; and Fatou Bensalah, President of the Association of Mothers of the Sea."
        " IOM's Deputy Director General, Samuel Okello, will moderate.",
        "en",
    )
    (session, block, (start, end)) = found.sessions[0]
    assert (session.title, session.kind, block) == ("Rescue Is Not a Crime", "panel", 0)
    assert start < end
    assert [(p.name, p.role) for p in session.people] == [
        ("Stelios Kyriakou", "panellist"),
        ("Fatou Bensalah", "panellist"),
        ("Samuel Okello", "moderator"),
    ]
    commander = found.people[0]
    assert (commander.position, commander.organization, commander.country) == (
        "Commander",
        "Hellenic Coast Guard",
        "GR",
    )


@pytest.mark.parametrize(
    ("text", "language", "title", "kind"),
    [
        (
            "El panel “Volver en bus” reunirá a la alcaldesa, Suyapa Funes, el miércoles.",
            "es",
            "Volver en bus",
            "panel",
        ),
        (
            "Une table ronde intitulée « Louer sans garant » a réuni M. Paul Ilunga.",
            "fr",
            "Louer sans garant",
            "dialogue",
        ),
        ("Inauguró un diálogo titulado «Responder juntos» con Ana Ruiz.", "es", "Responder juntos", "dialogue"),
        (
            "A panel on Wednesday (28/11), “Networks: An Overview”, heard Louise Arvid.",
            "en",
            "Networks: An Overview",
            "panel",
        ),
        ("وعقدت حلقة نقاش بعنوان «البيت وفاء» بمشاركة السيدة ريم الخطيب.", "ar", "البيت وفاء", "panel"),
    ],
)
def test_titles_of_panels(text: str, language: str, title: str, kind: str) -> None:
    found = read(text, language)
    assert [(session.title, session.kind) for session, _block, _span in found.sessions] == [(title, kind)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("According to Paule Dimanche, IOM Chief of Mission, the centre will open in June.", "en", "Paule Dimanche"),
        ("Selon Marie Dupont, cheffe de mission de l'OIM, le bureau ouvrira en juin.", "fr", "Marie Dupont"),
        ("Según Ana Ruiz, jefa de misión de la OIM, la oficina abrirá en junio.", "es", "Ana Ruiz"),
    ],
)
def test_a_house_that_opens_makes_nobody_its_opener(text: str, language: str, name: str) -> None:
    assert [(person.name, person.role) for person in read(text, language).people] == [(name, "quoted")]


def test_captions_name_people_but_not_their_photographer() -> None:
    found = read("H.E. Ms. Annelore Claes, Ambassador of Belgium, tries the honey. Photo: IOM/Lourdes Abreu", "en")
    assert rows(found) == [("mentioned", "Annelore Claes", "Ambassador of Belgium", None, "BE")]


def test_agenda_blocks_are_left_alone() -> None:
    page = page_of("“No,” said Ilse Brandvold, Director of the Institute.\nMr. Paul Ilunga spoke.")
    found = read_prose(page, {0}, release=True, language="en")
    assert [p.name for p in found.people] == ["Paul Ilunga"]
    assert found.claimed == {1}


TEXT = st.text(alphabet=st.characters(exclude_characters="\n\r", exclude_categories=("Cs", "Cc")), max_size=300)
WORDS = st.lists(
    st.sampled_from(
        [
            "said",
            "“We",
            "go,”",
            "”",
            "Mr.",
            "Ms",
            "Dr.",
            "IOM",
            "Director",
            "General",
            "of",
            "the",
            "by",
            "opened",
            "moderated",
            "and",
            "Amy",
            "Al-Amin",
            "de",
            "van",
            ",",
            ";",
            ":",
            "(",
            ")",
            "«",
            "»",
            "contact",
            "Minister",
            "a",
            "été",
            "ouvert",
            "par",
            "dijo",
            "la",
            "Ministra",
            "قال",
            "السيد",
            "أحمد",
            "وزير",
            "،",
            "الصحة",
            "panel",
            "entitled",
            "Geneva",
            "–",
            "he",
            "speakers",
            "included",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(TEXT, WORDS), st.booleans(), st.sampled_from(["en", "fr", "es", "ar", None]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_names_that_it_quotes(text: str, release: bool, language: str | None) -> None:
    page = page_of(text)
    found = read_prose(page, set(), release=release, language=language)
    for person in found.people:
        assert 0 <= person.line_start <= person.start < person.end <= person.line_end <= len(page.text)
        printed = page.text[person.start : person.end]
        assert set(printed.split()) <= set(person.name.split()), "printed whole, or by a part of the name"
        assert person.name.strip() == person.name != ""
    for session, block, (start, end) in found.sessions:
        assert page.text[slice(*session.title_span)].strip() == session.title
        assert 0 <= start <= session.span[0] < session.span[1] <= end <= len(page.text)
        assert 0 <= block < len(page.blocks)


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        ("Edith Nawa-Chanda, Deputy Minister of Ports, declared the course open.", "en", [("Edith Nawa-Chanda", "opening")]),
        ("Edith Nawa-Chanda, Deputy Minister of Ports, declared the forum closed.", "en", [("Edith Nawa-Chanda", "closing")]),
        ("Oto Kamen, State Secretary, welcomed the first guests with a song.", "en", [("Oto Kamen", "opening")]),
        ("Edith Nawa-Chanda, Deputy Minister of Ports, declared the wharf her own.", "en", [("Edith Nawa-Chanda", "mentioned")]),
        ("La ministre Awa Sarr Diop a déclaré ouvert le séminaire.", "fr", [("Awa Sarr Diop", "opening")]),
        ("« Il s'agit d'entendre », a conclu Luc Rostand, de l'OIM, au moment de clore les travaux.", "fr", [("Luc Rostand", "closing")]),
        ("« On m'a demandé si c'était payant », rapporte Binta Sow, infirmière.", "fr", [("Binta Sow", "quoted")]),
        ("La ministra Ana Ruiz Paz declaró inaugurado el taller.", "es", [("Ana Ruiz Paz", "opening")]),
        ("«El río no avisa», explicaba Ana Ruiz Paz, enfermera.", "es", [("Ana Ruiz Paz", "quoted")]),
    ],
)  # fmt: skip
def test_who_opens_closes_and_is_quoted(text: str, language: str, roles: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in read(text, language).people] == roles


def test_a_post_of_something_named_is_no_further_person() -> None:
    found = read("“I am number ten,” said Hauwa Bukar Zanna, captain of the Lake Queens.", "en").people
    assert [(person.name, person.position) for person in found] == [("Hauwa Bukar Zanna", "captain of the Lake Queens")]
    found = read("“It ends here,” said Hauwa Bukar Zanna, nurse, and the sociologist Ana Ruiz Paz.", "en").people
    assert "Ana Ruiz Paz" in [person.name for person in found]
