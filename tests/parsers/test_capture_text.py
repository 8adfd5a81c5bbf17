"""Text captures: menus go, labels travel, hard-wrapped lines join, glued cells part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.page import Page
from parsers.text.reading import address_of, read_text

MENU = (
    "-\nWho we are\nWHO WE AREThe organization was set up in 1951 and has many members.\n-\nOur Work\nOur WorkA blurb.\n"
    "What We Do\nWhat We Do\n- Where we work\n-\nTake Action\nTake Action\n- Data and Research\n- 2030 Agenda\n"
)


def _read(body: str) -> Page:
    return read_text(f"URL: https://www.iom.int/x\n\n{body}")


def _lines(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("URL: https://www.iom.int/x\n\nText", "https://www.iom.int/x"),
        ("\ufeff\nURL:  http://iom.int/news/y \nText", "http://iom.int/news/y"),
        ("No address here", None),
        ("", None),
    ],
)
def test_address(text: str, address: str | None) -> None:
    assert address_of(text) == address


def test_the_fields_of_an_old_feed_are_parted() -> None:
    page = _read(
        "IOM - News - Thu, 06/08/2017 - 11:20\n\nMayors Meet by the Harbour\n\nAthens – They met for two days and sang.\n"
        "Thursday, June 8, 2017 - 11:15Image: Region-Country: GreeceThemes: PortsDefault: Press Release Type: LocalCategories: PBN\n"
    )
    assert page.title == "Mayors Meet by the Harbour"
    fields = [(block.field, block.text) for block in page.blocks if block.kind == "field_value"]
    assert fields == [
        ("posted", "Thursday, June 8, 2017 - 11:15"),
        ("region-country", "Greece"),
        ("themes", "Ports"),
        ("press release type", "Local"),
        ("categories", "PBN"),
    ]


def test_a_line_that_says_what_kind_of_text_follows_is_no_title() -> None:
    page = _read(
        "COMMUNIQUÉ CONJOINT\n\nL'OIM et le HCR demandent un port\n\nKinshasa, le 20 juin 2019 – Les deux écrivent."
    )
    assert (page.title, page.tag) == ("L'OIM et le HCR demandent un port", "COMMUNIQUÉ CONJOINT")


def test_menu_goes_and_the_next_line_is_the_title() -> None:
    page = _read(
        MENU + "UN Agency Concludes Its Session\nGeneva – The session ended this week. It was the first of many.\n"
    )
    assert page.title == "UN Agency Concludes Its Session"
    assert "WHO WE ARE" not in page.text
    assert page.blocks[1].text.startswith("Geneva – The session")


@pytest.mark.parametrize(
    "link",
    [
        "Skip to main content",
        "Saltar al contenido principal",
        "Passer au contenu principal",
        "تخطي إلى المحتوى الرئيسي",
    ],
)
def test_a_link_that_skips_the_menu_is_no_title(link: str) -> None:
    page = _read(f"{link}\n\nNoticias\nLocal\n\nLas manos que no vimos\n\n18 diciembre 2020\n\nEste año aprendimos.\n")
    assert (page.tag, page.title) == ("Noticias Local", "Las manos que no vimos")


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ("Home | About us | Projects | Contact", "The ferry has a bell again"),
        ("Accueil > Actualités > Le bac a de nouveau sa cloche", "Le bac a de nouveau sa cloche"),
        ("Sénégal", "Le bac a de nouveau sa cloche"),
        ("10-11 June 2021, Zoom, 9:00-11:30 CET", None),
        ("Council\nWorking Groups\nForum on Ferries\nLog in", "Forum on Ferries"),
        ("الرئيسية | من نحن | الأخبار | اتصل بنا", "عودة الجرس إلى العبّارة القديمة"),
    ],
)
def test_what_stands_over_a_title_is_none(over: str, title: str | None) -> None:
    page = _read(
        f"{over}\n\n{title or 'A line that ends like a sentence.'}\n\nThe crew hung it up on Monday morning.\n"
    )
    assert page.title == title


@pytest.mark.parametrize(
    "title", ["Burundi | Kirundi: two words, one border", "Mongolia and the ferry", "12 ferries, 8 bells"]
)
def test_bars_states_and_numbers_may_stand_in_a_title(title: str) -> None:
    assert _read(f"{title}\n\nThe crew hung it up on Monday morning.\n\nIt rings at noon.\n").title == title


def test_a_state_is_the_title_of_its_own_page() -> None:
    assert (
        _read("Mongolia\n\nThe mission opened in 2011 and has forty staff.\n\nIt works on roads.\n").title == "Mongolia"
    )


def test_a_title_without_a_blank_line_below_is_no_part_of_the_wrapped_text() -> None:
    body = (
        "Ferry Captains to Meet in Lisbon in the Autumn\n"
        "Captains and pilots from fourteen ports on both shores come\n"
        "together in Lisbon to speak about the bells of their ferries,\n"
        "which have not been heard for many years on the wide river,\n"
        "and about the wages of those who ring them every morning in\n"
        "all weathers. The port lends them a hall with a view of the\n"
        "water.\n"
    )
    page = _read(body)
    assert page.title == "Ferry Captains to Meet in Lisbon in the Autumn"
    assert len(page.blocks) == 2


WRAPPED = (
    "Twelve captains from ports on both shores meet from today to\n"
    "speak about the bells of their ferries, which have not been\n"
    "heard for many years on the wide river, and about the wages\n"
    "of those who ring them every morning in all weathers. The\n"
    "port lends them a hall with a view of the water, and a cook\n"
    "for the days of the meeting.\n"
)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Captains of Ferries from Fourteen Ports on Both Shores Meet in Lisbon", "meeting-0"),  # wider than the text
        (
            "Captains from Ports on Both Shores Meet over Ferries' Bells",
            "captains-ports-both-shores-meet-over-ferries-bells",
        ),
    ],
)
def test_a_title_as_wide_as_the_wrapped_text_is_no_part_of_it(title: str, slug: str) -> None:
    page = read_text(f"URL: https://www.iom.int/news/{slug}\n\n{title}\n{WRAPPED}")
    assert page.title == title
    assert len(page.blocks) == 2


def test_the_first_line_of_wrapped_text_is_no_title() -> None:
    page = read_text(f"URL: https://www.iom.int/news/ferry-bells-river-wages\n\n{WRAPPED}")
    assert page.title is None
    assert len(page.blocks) == 1


def test_tag_over_the_title() -> None:
    assert (_read("Statement\nGlobal\n\nThe Bells Must Ring\n\nWe say so.\n\nAll.\n").tag) == "Statement Global"
    page = _read("News\nGlobal\n\nBotswana Hosts a Meeting\n\nGaborone – The meeting opened.\n")
    assert (page.tag, page.title) == ("News Global", "Botswana Hosts a Meeting")


def test_accordion_label_travels_with_its_panel() -> None:
    page = _read(
        "Some prose that introduces the meeting at some length.\n- PROGRAMME\n-\nMonday 25 November\n9:00 - 10:00 Opening\n"
    )
    assert [(block.kind, block.label) for block in page.blocks[1:]] == [
        ("label", "PROGRAMME"),
        ("paragraph", "PROGRAMME"),
        ("paragraph", "PROGRAMME"),
    ]


def test_card_fields() -> None:
    page = _read(
        "Event\n30 Aug 2023\n\nA Side Event\n\n  • Date\n    04 Sep 2023, 16:30pm\n  • Location\n    Nairobi, Kenya\n  • Organizer\n\n    IOM\n"
    )
    fields = [(block.field, block.text) for block in page.blocks if block.kind == "field_value"]
    assert fields == [("date", "04 Sep 2023, 16:30pm"), ("location", "Nairobi, Kenya"), ("organizer", "IOM")]


def test_a_card_s_values_may_stand_right_below_their_labels() -> None:
    page = _read(
        "Event\n30 Aug 2023\nA Day of Ropes\n- Date\n04 Sep 2023, 16:30pm\n- Lieu\nHôtel du Port, Dakar, Sénégal\n- Documents\nThe ropes of the harbour were sold.\n"
    )
    fields = [(block.field, block.text) for block in page.blocks if block.kind == "field_value"]
    assert fields == [("date", "04 Sep 2023, 16:30pm"), ("lieu", "Hôtel du Port, Dakar, Sénégal")]


def test_hard_wrapped_lines_join() -> None:
    page = _read(
        "IOM Member States Gather\nLabour mobility, and migration and the environment, are on the\nagenda when the Council sits for the 94th time next week; new\n"
        "members and observers will be let in as well.\nThe Council runs between 27-30 November. Burundi and Vietnam\nbecome members on its first day, so that IOM will count 122\nstates.\n"
    )
    assert [text for _kind, text in _lines(page)[1:]] == [
        "Labour mobility, and migration and the environment, are on the agenda when the Council sits for the 94th time next week; "
        "new members and observers will be let in as well.",
        "The Council runs between 27-30 November. Burundi and Vietnam become members on its first day, so that IOM will count 122 states.",
    ]


def test_items_of_like_length_are_not_wrapped_lines() -> None:
    lines = [
        "10:00–11:30 Session 1: What the tide tables do not say (Old Hall)",
        "Tuulia Raudsepp-Okoye (Ministry of Harbours and Lights, Estonia)",
        "Baraka Mwinyi-Lund (State Committee on Nets and Buoys, Tanzania)",
        "Ximena Paillacar Soto (Caleta Grande)",
        "11:30–12:30 Session 2: Who signs for the boat after dark (Old Hall)",
        "Inga Þórsdóttir-Vance (Federation of the Harbour Towns of the North)",
        "12:30–14:00 Soup",
    ]
    assert [text for _kind, text in _lines(_read("Nets\n\n" + "\n".join(lines)))[1:]] == lines


def test_a_label_of_people_and_a_timed_title_go_on_with_no_line() -> None:
    lines = [
        "10:00 - 11:00 The price of a net, and who pays for it in a dry year",
        "Opening remarks: Ida Vik, Director General for the Harbours of the North",
        "Panellists:",
        "Luz Paillán, Chair of the Union of Women who Mend the Nets in Arica.",
        "11:00 - 12:00 Lunch is served on the quay, weather and tides permitting",
        "Ponentes: Inga Lund",
    ]
    prose = "Whoever wants to mend a net may sit down with the women in the\nharbour, and whoever wants to learn how is asked to come before\nthe tide.\n"
    assert [text for _kind, text in _lines(_read("Nets\n\n" + "\n".join(lines) + "\n\n" + prose))[1:-1]] == lines
    wrapped = _read(
        "Nets\n\nThe women of the union will be found at the harbour every day from\n10:00 - 12:00 Monday to Friday, and they mend whatever the sea has\n"
        "torn. The union has said that it seeks a moderator and some more\nspeakers: who knows of any should write to the union of the women.\n"
        "It meets again next week.\nThe boats go out at dawn. They come back when the tide has turned.\n"
    )
    assert [len(text) > 90 for _kind, text in _lines(wrapped)[1:2]] == [True]
    assert any("some more speakers: who" in text for _kind, text in _lines(wrapped))
    assert any("every day from 10:00 - 12:00" in text for _kind, text in _lines(wrapped))


def test_glued_cells_part() -> None:
    page = _read(
        "Panel text.\n10:00 - 10:45Setting the Scene: today\nThe panel brings out insights.10:45 - 12:30Panel 1: Practical approaches\n"
        "Closing Remarks17:30 - 18:30The Awards and ReceptionThe grand finale of the fair will showcase the most impactful initiatives there.\n"
    )
    texts = [text for _kind, text in _lines(page)]
    assert "10:45 - 12:30Panel 1: Practical approaches" in texts
    assert "17:30 - 18:30The Awards and Reception" in texts
    assert any(text.startswith("The grand finale") for text in texts)


def test_publication_fields_stand_before_the_title() -> None:
    page = _read(
        "Original Language\nEnglish\nISSN\n0000-0000\nNumber of Pages\n120\n\nDialogue Papers No. 91: Coasts\n\nThis volume collects papers.\n"
    )
    assert page.title == "Dialogue Papers No. 91: Coasts"


@given(st.text(max_size=2000))
@settings(max_examples=150)
def test_any_text_gives_blocks_that_quote_exactly(text: str) -> None:
    page = read_text(text, "https://www.iom.int/x")
    for block in page.blocks:
        assert page.text[block.start : block.end] == block.text
        assert "\n" not in block.text


PROSE = (
    "The harbour was closed for two days while the crews of nine ferries and their captains talked about lamps, bells "
    "and the price of rope, and on Friday they went home again on the last boat."
)


@pytest.mark.parametrize(
    "head",
    [
        "You may also like",
        "Upcoming events",
        "Sur le même sujet",
        "También le puede interesar",
        "أخبار ذات صلة",
        "Share this page",
    ],
)
def test_titles_of_other_pages_below_the_text_go(head: str) -> None:
    page = read_text(
        f"URL: https://x.test/y\n\nThe Lamps of Koror\n\n{PROSE}\n\n{head}\nOther lamps, 3 March 2018\nOther bells\n\nHarbour Road 1\n"
    )
    assert [block.text for block in page.blocks] == ["The Lamps of Koror", PROSE]


@pytest.mark.parametrize(
    "below",
    [
        f"More lamps\n\n{PROSE}",  # the text goes on
        "10:00 - 11:00 Lamps\n11:00 - 12:00 Bells",  # a programme
        "Speakers: Ana Brix and Ole Dahl",
    ],
)
def test_what_goes_on_below_such_a_head_stays(below: str) -> None:
    page = read_text(f"URL: https://x.test/y\n\nThe Lamps of Koror\n\n{PROSE}\n\nUpcoming events\n{below}\n")
    assert "Upcoming events" in [block.text for block in page.blocks]


@pytest.mark.parametrize("place", ["Tunisie", "Dar es Salaam, Tanzania", "Koror"])
def test_a_dateline_is_no_part_of_a_title_below_labels(place: str) -> None:
    title = "Les cordages arrivent au port depuis Djerba, et les lampes affluent aussi au nord"
    wrapped = "\n".join(["de la ville avec des cordages neufs et des lampes, à sept kilomètres du phare"] * 6)
    page = read_text(
        f"URL: https://x.test/y\n\nAccueil\nCommuniqué\nGlobal\n{title}\n{place} - Quelque neuf cents marins, pour la plupart du nord, viennent au port\n{wrapped}\n"
    )
    assert page.title == title


def test_a_long_line_that_ends_in_a_small_word_goes_on() -> None:
    page = _read(
        "Harbour days\n\nConvened by the Harbour Board and the Bank of Fiji, in\nco-operation with the Tide Fund and\n"
        "the Pier Trust\n\nThe survey of all the boats of the bay was carried out in\nRead more\n"
        "Families asked for what had been done of the\nRead more\n\nShort lines in\nthe port\n\n" + PROSE
    )
    texts = [text for _, text in _lines(page)]
    assert (
        "Convened by the Harbour Board and the Bank of Fiji, in co-operation with the Tide Fund and the Pier Trust"
        in texts
    )
    assert "Read more" in texts
    assert "the port" in texts
