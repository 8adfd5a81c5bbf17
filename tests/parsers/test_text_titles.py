"""Which line is the title where the site's name, menu and breadcrumb stand before it."""

import pytest

from parsers.text.reading import read_text
from parsers.text.site_lines import crumbs, is_site_name
from parsers.text.top_lines import is_date_line, is_kind_line
from parsers.words.phrases import fold

BODY = (
    "\n12 March 2019\n\nThe harbour was closed for two days while the crews of nine ferries and their captains talked about "
    "lamps, bells and the price of rope. On Friday they went home again.\n"
)


def titled(head: str, address: str = "https://palau.iom.int/node/12", body: str = BODY) -> str | None:
    """The title of a text capture that begins with ``head``."""
    return read_text(f"URL: {address}\n\n{head}\n{body}").title


@pytest.mark.parametrize(
    "above",
    [
        "IOM Mongolia",
        "IOM Mongolia\nJump to navigation",
        "IOM Palau Office\n\nHome » Events",
        "International Organization for Migration - Palau\n\nHome\nAbout us\nEvents\nContact",
        "IOM Regional Office for South America",
        "IOM Blog",
        "Joint Lamp Programme\nHome\nAbout us\nNews",
        "Main menu\nHome\nAbout us\nThe lamps of the harbours\nNews\nBack to news",
        "Toggle navigation\nIOM Malta\nLatest News",
        "Search form\nSearch\nYou are here\nHome » News",
        "IOM | UN Migration\nMongolia",
        "IOM Kenya\n12 March 2019",
        "EN | FR | ES",
        "Home   About LAMPS   Experts   Publications   Events   Contact\nYou are here: Events",
        "Accueil   Lampes   Publications   Actualités   Contact",
        "Inicio   Lámparas   Noticias   Publicaciones   Contacto",
        "OIM PERÚ\nOrganización Internacional para las Migraciones\nNotas de prensa",
        "OIM Tunisie\nVous êtes ici\nAccueil / Actualités",
        "المنظمة الدولية للهجرة مصر\nالصفحة الرئيسية > الأخبار",
        "PALAU\nLanguages\n• English\nHome » News",
        "Share this page\nFacebook\nTwitter\nEmail",
        "Home\nAbout us\nLamps\nNews & Events\nPublications",
        "Home | The Lamps | News",
        "IOM Palau\n\n• Ropes\n• Bells\n• Lamps\n• Ferries",
        "OIM Mongolie\nAccueil » Actualités » Événements",
        "OIM Bureau régional pour l'Afrique de l'Ouest et du Centre\n\nAccueil\nQui sommes-nous\nNos activités",
        "OIM Oficina Regional para América del Sur\nInicio\nQuiénes somos",
        "Oficina Regional para Centroamérica, Norteamérica y el Caribe",
        "Inicio > Noticias",
        "المنظمة الدولية للهجرة - منغوليا\n\nالرئيسية\nمن نحن\nالأخبار\nوظائف",
        "مكتب المنظمة الدولية للهجرة في منغوليا",
    ],
)
def test_what_names_the_site_is_no_title(above: str) -> None:
    title = "Ferry Captains Meet by the Old Lighthouse of Koror"
    assert titled(f"{above}\n\n{title}\n") == title
    assert titled(f"{above}\n{title}\n") == title


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("harbourlamps.iom.int", "Harbour Lamps Portal"),
        ("harbourlamps.iom.int", "Harbour Lamps"),
        ("www.hlbc.org", "Harbour Lamps and Bells Centre"),
        ("lampadas.iom.int", "LÁMPADAS"),
        ("www.gfmd.example", "Global Forum on Migration and Development (GFMD)"),
    ],
)
def test_the_host_tells_the_site_s_name(host: str, name: str) -> None:
    assert is_site_name(name, host)
    assert not is_site_name(name, "palau.iom.int")
    assert titled(f"{name}\n\nHow Ropes Are Made\n", f"https://{host}/node/9") == "How Ropes Are Made"


@pytest.mark.parametrize(
    "line",
    [
        "IOM Mongolia Opens a School of Bells",
        "Mongolia and the ferry",
        "Office of Lamps",
        "L'OIM au Tchad remet des lampes",
        "La OIM en Chile entrega lámparas",
        "OIM Chile 2014",
        "المنظمة الدولية للهجرة تسلم مصابيح في منغوليا",
    ],
)
def test_a_line_that_says_more_is_no_site_s_name(line: str) -> None:
    assert not is_site_name(line, "palau.iom.int")
    assert titled(f"{line}\n\nWith Lamps from the North\n") == line


@pytest.mark.parametrize(
    ("path", "head", "title"),
    [
        ("ropes-and-bells-harbour-school", "Lamp Series\n\nRopes and Bells in the Harbour School", 1),
        ("118-ropes-bells-harbour", "Our lamps today\nMore of the lamps\nRopes, Bells: a Harbour", 2),
        ("des-lampes-pour-les-ecoles-du-port", "Lampes du monde\n\nDes lampes pour les écoles du port", 1),
        ("lamparas_para_el_puerto.html", "Un mar de cuerdas\n\nLámparas para el puerto", 1),
        (
            "%D9%85%D8%B5%D8%A7%D8%A8%D9%8A%D8%AD-%D8%B9%D9%84%D9%89-%D8%A7%D9%84%D8%A8%D8%AD%D8%B1",
            "حبال الميناء\n\nمصابيح على البحر",
            1,
        ),
        # The address says too little, or the first line has its words.
        ("lamps-2", "Ropes for the North\n\nLamps and More", 0),
        ("ropes-bells-harbour-north", "Ropes, bells and lamps of the harbour\n\nRopes, Bells, Harbour, North", 0),
        ("node/118", "Ropes for the North\n\nLamps and More", 0),
        ("almsabyh-ly-albhr", "مصابيح على البحر\n\nحبال الميناء", 0),
    ],
)
def test_the_address_tells_the_title(path: str, head: str, title: int) -> None:
    lines = [line for line in head.split("\n") if line]
    assert titled(f"{head}\n", f"https://palau.iom.int/news/{path}") == lines[title]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Home » Events » A Day of Ropes\n\nThe Lamp Series\n\nA Day of Ropes", "A Day of Ropes"),
        ("Home » Events » A Day of Ropes", "A Day of Ropes"),
        ("Accueil > Actualités > Le jour des cordes", "Le jour des cordes"),
        ("Inicio / Noticias / El día de las cuerdas", "El día de las cuerdas"),
        ("الرئيسية › الأخبار › يوم الحبال والأجراس", "يوم الحبال والأجراس"),
        ("Home » Events", None),
    ],
)
def test_a_breadcrumb_ends_in_the_title(head: str, title: str | None) -> None:
    assert titled(f"{head}\n") == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("A Day of Ropes | IOM Palau", "A Day of Ropes"),
        ("A Day of Ropes | IOM Palau\n\nA Day of Ropes", "A Day of Ropes"),
        ("IOM Palau | A Day of Ropes", "A Day of Ropes"),
        ("Le jour des cordes | OIM Tchad", "Le jour des cordes"),
        ("El día de las cuerdas | OIM Oficina Regional para América del Sur", "El día de las cuerdas"),
        ("يوم الحبال | المنظمة الدولية للهجرة", "يوم الحبال"),
        ("Palau | Ropes: two words, one border", "Palau | Ropes: two words, one border"),
        ("News | IOM Palau\n\nA Day of Ropes", "A Day of Ropes"),
    ],
)
def test_the_site_goes_from_a_title_element_s_text(head: str, title: str) -> None:
    page = read_text(f"URL: https://palau.iom.int/node/12\n\n{head}\n{BODY}")
    assert page.title == title
    assert sum(fold(block.text) == fold(title) for block in page.blocks) == 1


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("IOM Palau", "IOM Palau"),
        (
            "IOM Mongolia\n\nThe mission opened in 2011 and has forty staff, who work on roads and bells and lamps of all kinds.",
            "IOM Mongolia",
        ),
        ("IOM Palau\n\nLamp Week\n\nLights for the Harbour and the School of Bells", "Lamp Week"),
    ],
)
def test_a_title_that_is_short_or_a_site_s_name(head: str, title: str) -> None:
    assert titled(f"{head}\n") == title


def test_menus_go_but_trails_with_a_programme_s_name_stay() -> None:
    page = read_text(f"URL: https://palau.iom.int/x\n\nIOM Palau\nHome\nBells\nContact\n\nA Day of Ropes\n{BODY}")
    assert [block.text for block in page.blocks[:3]] == ["IOM Palau", "A Day of Ropes", "12 March 2019"]
    page = read_text(f"URL: https://palau.iom.int/x\n\nHome > Bells of the Sea > Seminars\n\nA Day of Ropes\n{BODY}")
    assert [block.text for block in page.blocks[:2]] == ["Home > Bells of the Sea > Seminars", "A Day of Ropes"]


def test_trails() -> None:
    assert crumbs("Home » News » Lamps") == ["Home", "News", "Lamps"]
    assert crumbs("Inicio > Lámparas") == ["Inicio", "Lámparas"]
    assert crumbs("Lamps / Bells / Ropes") is None
    assert crumbs("Lamps > bells") is None


def test_of_two_copies_the_one_above_the_text_is_the_title() -> None:
    page = read_text(f"URL: https://palau.iom.int/x\n\nHome\nA Day of Ropes\n\nNews\nLocal\n\nA Day of Ropes\n{BODY}")
    assert [block.text for block in page.blocks[:2]] == ["A Day of Ropes", "12 March 2019"]
    assert (page.title, page.tag) == ("A Day of Ropes", "News Local")
    page = read_text(f"URL: https://palau.iom.int/x\n\nA Day of Ropes\n\nWhen bells rang.\n\nA Day of Ropes\n{BODY}")
    assert len(page.blocks) == 5


MENU = "About the Lamps\nOur Bells\nRopes & Knots\nFerries, Boats and Their Captains\nAssisted Return of Lost Rowing Boats to Harbours\nPress Room\nEvents"


@pytest.mark.parametrize(
    "above",
    [
        "Home / Media / Press Briefing Notes / PBN Africa\n",
        "Press Briefing Notes\nPBN Africa\nPBN Asia and Oceania\nNews Releases\nFeature Stories\n",
        f"{MENU}\nHome » Press Room » Press Briefing Notes\n",
        f"Jump to navigation\n{MENU}\n",
        f"Search form\n{MENU}\nLamps\nBells\nKnots\n{MENU}\n",
        "Home\nNews\nNews - Local",
        "Newsdesk\nPress Briefing Notes\n",
        "The UN Migration Agency\nNewsroom\n\nPress Release\n",
        "NEWS RELEASE No. 876\n",
        "Accueil\nCommuniqué\nGlobal",
        "Communiqué de presse\nN° 12/2006\n",
        "Notes d'information\nAfrique et Moyen-Orient\nAmériques\nAsie et Pacifique\nEurope\n",
        "OIM Bénin\nAccueil\nQui sommes-nous ?\nLes cloches du port\nLampes et cordages\nNous rejoindre\n",
        "Nota de prensa\nNo. 12\n",
        "Inicio\nNoticia Local",
        "الرئيسية\nالأخبار\nأخبار - محلي",
        "الرئيسية / الأخبار / بيانات صحفية\n",
    ],
)
@pytest.mark.parametrize(
    "day",
    [
        "Posted on Friday, 08-03-2019",
        "Posted: 03/18/19",
        "Publié le vendredi 8 mars 2019",
        "Date de publication : 08/03/2019",
        "Publicado: 18/03/2019",
        "8 de marzo de 2019",
        "تاريخ النشر: 8 مارس 2019",
    ],
)
def test_neither_the_kind_of_a_text_nor_its_day_is_the_title(above: str, day: str) -> None:
    title = "New Ropes for the Lamps of Koror"
    body = BODY.partition("\n\n")[2]
    assert titled(f"{above}\n{title}\n{day}\n", body=body) == title
    assert titled(f"{above}\n{day}\n{title}\n", body=body) == title


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Posted on Friday, 08-09-2006", True),
        ("Publié le 3 mai 2011", True),
        ("Mar 21, 2019 - Event", True),
        ("Jueves 18 de octubre de 2007", True),
        ("نشر في 8 أيلول/سبتمبر 2006", True),
        ("Report of the Harbour (published 8 February 2016)", False),
        ("Forum of the Captains, 3 May 2011", False),
        ("Noventa años del faro, 3 de mayo de 2011", False),
        ("Ropes and Lamps 2019", False),
    ],
)
def test_lines_of_a_day(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("News - Local", True),
        ("COMUNICADO DE PRENSA", True),
        ("Communiqué de presse n° 12/2006", True),
        ("PR-853", True),
        ("بيان صحفي", True),
        ("News from the Harbour", False),
        ("Communiqué des capitaines", False),
        ("Noticias del faro", False),
    ],
)
def test_lines_of_a_kind(line: str, is_one: bool) -> None:
    assert is_kind_line(line) is is_one


def test_the_kind_over_a_title_is_the_page_s_tag() -> None:
    read = read_text(
        f"URL: https://palau.iom.int/x\n\nAccueil\nCommuniqué\nGlobal\nLes cordages du port de Koror\n{BODY}"
    )
    assert read.tag == "Communiqué Global"
    menu = read_text(f"URL: https://palau.iom.int/x\n\nRopes\nLamps\nStories\n\nThe Ropes of Koror\n{BODY}")
    assert menu.tag is None


def test_a_title_over_the_menu_and_its_trail_stays() -> None:
    head = f"The Ropes of Koror\n{MENU}\nHome » News\n"
    assert (
        titled(head, body=f"12 March 2019\n\n{BODY}", address="https://palau.iom.int/news/ropes-koror-lamps")
        == "The Ropes of Koror"
    )
