"""What stands over a page's title: a menu whose labels come twice, countries and themes, a series, where and when."""

import pytest

from parsers import read_record
from parsers.page import Block
from parsers.text.doubled_menu import menu_end
from parsers.text.over_title import is_title_line
from parsers.text.reading import read_text
from parsers.text.top_lines import is_day_and_place

TITLE = "Ferry Captains Meet by the Old Lighthouse of Koror"
PROSE = (
    "The harbour was closed for two days while the crews of nine ferries and their captains talked about lamps, bells and "
    "the price of rope. On Friday they went home again.\n"
)
MENU = "Palau\nPalau\nIOM Global\nIOM Global\nRopes and lamps\nRopes and lampsIOM has kept the lamps of Koror since 1991.\n"


def titled(head: str, address: str = "https://palau.iom.int/node/12") -> str | None:
    return read_text(f"URL: {address}\n\n{head}").title


@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        f"Skip to main content\nMain navigation\n{MENU}Data and resources\nSearch\n",
        f"{MENU}- Ropes and Bells\n- Events\n- Contact us\n",
        f"{MENU}EN\nFR\n",
        f"{MENU}EN | FR\n",
        "-\nLampes\nLampesDepuis 1991, l'OIM garde les lampes.\n-\nCordes\nCordes\n- Où travaillons-nous\nPalaos\nPalaos\n",
        "Pasar al contenido principal\nPalaos\nPalaos\nFaros y lámparas\nFaros y lámparasLa oficina abrió en 1991.\nCuerdas\nCuerdas\nBuscar\n",
        "انتقل إلى المحتوى الرئيسي\nبالاو\nبالاو\nمصابيح الميناء\nمصابيح الميناءتعمل البعثة منذ عام 1991.\nالحبال\nالحبال\nبحث\n",
    ],
)
@pytest.mark.parametrize(
    "over", ["", "Event\n23 Sep 2019\n\n", "Événement\n23 septembre 2019\n", "خبر\n5 سبتمبر 2019\n\n"]
)
def test_a_menu_whose_labels_come_twice_goes(menu: str, over: str) -> None:
    assert titled(f"{menu}\n{over}{TITLE}\n\n{PROSE}") == TITLE


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{TITLE}\n\n{PROSE}",
        f"Lamps\nLamps\n\n{TITLE}\n\n{PROSE}",  # too few
        f"Ropes\nLamps\nBells\n\n{PROSE}",
        f"{PROSE}Lamps\nLamps\nRopes\nRopes\nBells\nBells\n",
    ],
)
def test_what_is_no_such_menu_stays(head: str) -> None:
    assert menu_end(head.split("\n")) == 0


def test_a_title_that_comes_twice_below_the_menu_stays() -> None:
    assert titled(f"{MENU}\n{TITLE}\n{TITLE}\n\n12 March 2019\n\n{PROSE}") == TITLE


def test_a_kind_and_a_day_stand_over_the_title_however_long_the_menu() -> None:
    menu = "Palau\nIOM Global\nWho we are\nThe office of Koror opened in 1991 with two lamps and has kept them since then.\nOur Work\nSearch\n"
    assert titled(f"{menu}\nEvent\n23 Sep 2019\n\n{TITLE}\n\n{PROSE}") == TITLE
    assert titled(f"{menu}\nNews\nLocal\n23 Sep 2019\n{TITLE}\n{PROSE}") == TITLE


@pytest.mark.parametrize(
    "over",
    [
        "Bangladesh, Nepal",
        "Bangladesh\nCounter-Trafficking",
        "Asia and the Pacific",
        "Asia and the Pacific | Global",
        "Counter-Trafficking",
        "Amérique du Sud",
        "Traite des êtres humains",
        "América del Sur",
        "Colombia, Perú, Ecuador",
        "الشرق الأوسط وشمال أفريقيا",
    ],
)
@pytest.mark.parametrize("day", ["12 March 2019", "Posted: 12 March 2019", "12 marzo 2019"])
def test_what_a_page_is_tagged_with_is_no_title(over: str, day: str) -> None:
    assert titled(f"{over}\n{day}\n\n{TITLE}\n\n{PROSE}") == TITLE
    assert titled(f"{over}\n\n{TITLE}\n{day}\n\n{PROSE}") == TITLE


@pytest.mark.parametrize("head", ["Counter-Trafficking", "Asia and the Pacific", "América del Sur"])
def test_a_page_may_be_about_a_theme_or_a_region(head: str) -> None:
    assert titled(f"{head}\n\nOur ropes in five countries\n\n{PROSE}") == head
    assert titled(f"{head}\n12 March 2019\n\n{PROSE}\n{PROSE}") == head


@pytest.mark.parametrize(
    ("series", "meeting", "day"),
    [
        ("Lamp Law Course Series", "Workshop on Ropes and Lamps", "Tuesday 20 March 2007, 10:00 a.m."),
        ("Rope and Development Series\nPalais des Nations, Geneva", "Seminar on Lamps", "20 March 2007"),
        ("Harbour Lectures", "Round Table: the Price of Rope", "20 March 2007"),
        ("Cycle « Lampes et cordes »", "Séminaire sur les lampes du port", "20 mars 2007, Genève"),
        ("Ciclo de diálogos del puerto", "Seminario sobre lámparas y cuerdas", "Martes 20 de marzo de 2007"),
        ("سلسلة حوارات الميناء", "ندوة حول المصابيح والحبال", "20 آذار 2007"),
    ],
)
def test_the_meeting_is_the_title_not_its_series(series: str, meeting: str, day: str) -> None:
    assert (
        titled(f"{series}\n\n(This text is taken over from the harbour's site.)\n\n{meeting}\n\n{day}\n\n{PROSE}")
        == meeting
    )
    assert titled(f"{series}\n{meeting}\n{day}\n\n{PROSE}") == meeting


@pytest.mark.parametrize("head", ["Lamp Law Course Series", "Ciclo de diálogos del puerto"])
def test_a_series_without_such_a_meeting_is_the_title(head: str) -> None:
    assert titled(f"{head}\n\n{PROSE}\nSeminar on Lamps\n20 March 2007\n") == head
    assert titled(f"{head}\n\nWorkshop on Ropes\n\n{PROSE}") == head


def test_a_line_in_brackets_is_no_title() -> None:
    assert not is_title_line(Block("paragraph", "(Draft of the harbour's ropes)"), [Block("paragraph", PROSE)])
    assert is_title_line(Block("paragraph", "Lamps of the harbour (second part)"), [Block("paragraph", PROSE)])


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Rabat, Maroc, 4 et 5 juin 2009", True),
        ("Nairobi, 12-14 March 2007", True),
        ("Lima (Perú), 3 de mayo de 2011", True),
        ("القاهرة، 5 سبتمبر 2022", True),
        ("Lamps of Nairobi, 12 March 2007", False),
        ("Conference in Rabat, 4 June 2009", False),
        ("Rabat, Morocco", False),
        ("4 June 2009, Rabat and its lamps", False),
    ],
)
def test_lines_of_a_place_and_a_day(line: str, is_one: bool) -> None:
    assert is_day_and_place(line) is is_one


@pytest.mark.parametrize("site", ["IOM", "OIM", "International Organization for Migration"])
def test_a_bold_place_and_day_is_no_title_of_an_old_page(site: str) -> None:
    title = "Conférence « Lampes et cordes du port »"
    html = (
        f"<html><head><title>{site} - {title}</title></head><body><table><tr><td><b>Rabat, Maroc, 4 et 5 juin 2009<br>"
        f"Bibliothèque du Port</b><br><br>{PROSE}<br>{PROSE}</td></tr></table></body></html>"
    )
    assert read_record(html.encode(), "http://www.iom.int/jahia/pid/7").record.title == title
