import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.page import Block, Page, assemble
from parsers.record import Tagging
from parsers.series import series_of
from parsers.themes import tag_page
from parsers.words.lexicon import weighted_phrases
from parsers.words.vocabulary import load


def page_of(
    *lines: str, title: str | None = None, url: str = "https://example.org/a", icons: list[int] | None = None
) -> Page:
    page = Page(url=url, source="html", title=title, sdg_icons=icons or [])
    heading = [Block("heading", title, level=1)] if title else []
    page.blocks = [*heading, *(Block("paragraph", line) for line in lines)]
    return assemble(page)


def main(page: Page) -> list[str]:
    return [tag.code for tag in tag_page(page) if tag.main and tag.scheme == "iom-archive"]


def cited(page: Page, scheme: str) -> list[str]:
    return sorted((tag.code for tag in tag_page(page) if tag.scheme == scheme and tag.main), key=int)


FILLER = "The officials of several places met for two days and spoke of what they had seen. "


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Ethical recruitment of seafarers", "Agencies charge recruitment fees.", "ethical-recruitment"),
        ("Training of border police", "Border management and passport control.", "border-management"),
        ("Le climat et les migrations", "Le changement climatique et la dégradation de l'environnement.", "climate-and-environment"),
        ("Trata de personas en la frontera sur", "Las víctimas de trata y la lucha contra la trata.", "counter-trafficking"),
        ("ورشة عمل حول العودة الطوعية", "العودة الطوعية وإعادة الإدماج للمهاجرين العائدين", "return-and-reintegration"),
        ("Remittances in a bad year", "Diaspora communities send remittances.", "remittances-and-diaspora"),
        ("Shipwreck off the coast", "Search and rescue at sea, missing migrants.", "missing-migrants-and-search-and-rescue"),
        ("Statelessness", "Birth registration and identity documents for stateless persons.", "statelessness-and-identity"),
    ],
)  # fmt: skip
def test_the_title_leads(title: str, text: str, code: str) -> None:
    assert main(page_of(text, FILLER, title=title))[0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L'accord porte sur le recrutement de travailleurs malgaches et sur le travail des inspecteurs du travail.", "labour-migration"),
        ("Los inspectores de trabajo y las bolsas hablaron de intermediación laboral.", "labour-migration"),
        ("الملاحقة القضائية في الجرائم ضد العاملات في المنازل ودور مفتشي العمل", "labour-migration"),
        ("Le pays s'est doté de sa première Stratégie nationale de la migration.", "migration-governance"),
        ("El país adoptó su política nacional migratoria.", "migration-governance"),
        ("Les Marocains résidant à l'étranger ont parlé d'investissement productif.", "remittances-and-diaspora"),
        ("بلغت تحويلات التونسيين بالخارج نحو خمسة مليارات دينار", "remittances-and-diaspora"),
        ("دورة لضباط أمن السواحل عند نقاط الإنزال", "missing-migrants-and-search-and-rescue"),
        ("Podrán obtener el Permiso por Protección Temporal.", "regular-pathways"),
        ("أي طرق نظامية يمكن أن تفتح أمامهم؟", "regular-pathways"),
        ("More than a hundred thousand people were displaced by the storm.", "internal-displacement"),
        ("Les kits d'hygiène et les cliniques mobiles sont arrivés.", "humanitarian-response"),
        ("Solar panels and other renewable energy for the reception centre.", "climate-and-environment"),
    ],
)  # fmt: skip
def test_words_that_name_a_theme(text: str, code: str) -> None:
    assert code in main(page_of(text, FILLER))


@pytest.mark.parametrize(
    ("aside", "code"),
    [
        ("A survey of last year was read out.", "migration-data"),
        ("Newcomers were greeted.", "integration-and-inclusion"),
        ("Ils étaient formés en deux jours.", "education-and-skills"),
        ("Le désert est proche.", "climate-and-environment"),
    ],
)
def test_words_said_in_passing_name_none(aside: str, code: str) -> None:
    text = "The trial of the smugglers began; migrant smuggling and smuggling networks were its subject. " + aside
    assert main(page_of(text, FILLER, title="Migrant smuggling")) == ["smuggling"]
    assert code not in main(page_of(text))


def test_at_most_four_are_main_and_each_quotes_its_words() -> None:
    page = page_of(
        "Human trafficking, migrant smuggling, border management, labour migration, remittances, resettlement of refugees, "
        "mental health, climate change and statelessness were spoken of.",
        title="Everything about migration",
    )
    tags = [tag for tag in tag_page(page) if tag.scheme == "iom-archive"]
    assert 0 < sum(tag.main for tag in tags) <= 4
    assert [tag.score for tag in tags] == sorted((tag.score for tag in tags), reverse=True)
    for tag in tags:
        assert page.text[tag.start : tag.end]


def test_often_is_not_much_more_than_once() -> None:
    once, often = (page_of("A talk on remittances. " + FILLER), page_of("A talk on remittances. " * 20))
    score = [tag_page(page)[0].score for page in (once, often)]
    assert score[0] < score[1] < 6 * score[0]


def test_names_of_bodies_and_posts_say_little() -> None:
    page = page_of(
        "The UN High Commissioner for Refugees met the Minister of Labour and the Ministry of Health. " + FILLER
    )
    assert main(page) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The boats were bought with funding from the Government of Chile.", "funding-and-partnerships"),
        ("El curso cuenta con el apoyo de la alcaldía y el financiamiento de la Unión Europea.", "funding-and-partnerships"),
        ("نظمت المنظمة دورة للصيادين بالشراكة مع وزارة الزراعة وبتمويل من حكومة اليابان.", "funding-and-partnerships"),
        ("Pescadores y vecinos se reunieron en La Paz, Bolivia, durante dos días.", "peace-and-security"),
        ("Les bateaux de la protection civile sont arrivés.", "human-rights-and-protection"),
    ],
)  # fmt: skip
def test_words_of_credits_towns_and_services_are_no_theme(text: str, code: str) -> None:
    assert code not in main(page_of(text + " " + FILLER))


def test_an_address_names_towns_too() -> None:
    page = page_of(FILLER, "Se habló de la paz.", url="https://example.org/news/reunion-en-la-paz-de-pescadores")
    score = next(tag.score for tag in tag_page(page) if tag.code == "peace-and-security")
    plain = page_of(FILLER, "Se habló de la paz.", url="https://example.org/news/reunion-de-pescadores")
    assert score == next(tag.score for tag in tag_page(plain) if tag.code == "peace-and-security")


def test_false_friends_count_for_nothing() -> None:
    assert main(page_of("Skills across borders: " + FILLER, title="A view from the capital city")) != [
        "border-management"
    ]
    assert "cities-and-local-authorities" not in main(page_of(FILLER, title="A view from the capital city"))


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The course was paid for by Sida, the Swedish agency.", "en", "health"),
        ("« Je n'ai pas peur », dit-il; « j'ai marché. »", "fr", "digital-and-innovation"),
        ("Personne ne les avait informés; chacun a été informé.", "fr", "migration-data"),
        ("Appel d'offres : une bâche par famille.", "fr", "funding-and-partnerships"),
        ("The chiefs and the queen mothers greeted them.", "en", "gender"),
        ("Meeting papers were handed out.", "en", "statelessness-and-identity"),
        ("En la Biblioteca Nacional.", "es", "xenophobia-and-narratives"),
        ("Médecins sans frontières était là.", "fr", "border-management"),
        ("They no longer queue in the rain.", "en", "climate-and-environment"),
    ],
)
def test_words_that_mean_something_else_name_none(text: str, language: str, code: str) -> None:
    assert code not in [tag.code for tag in tag_page(page_of(text, FILLER), language=language) if tag.main]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("El VIH y el sida entre los migrantes.", "es", "health"),
        ("Tools that rest on AI: the AI desk and its digital data.", "en", "digital-and-innovation"),
        ("La DTM compte les PDI : les PDI ont fui.", "fr", "internal-displacement"),
    ],
)
def test_acronyms_in_capitals_name_a_theme_in_any_language(text: str, language: str, code: str) -> None:
    assert code in [tag.code for tag in tag_page(page_of(text, FILLER), language=language) if tag.main]


def test_a_surname_names_none() -> None:
    page = page_of("Hortensia Mejía de Paz, asesora de niñez, abrió el seminario.", FILLER)
    start = page.text.index("Hortensia")
    tags = tag_page(page, language="es", named=[(start, start + len("Hortensia Mejía de Paz"))])
    assert "peace-and-security" not in [tag.code for tag in tags]
    assert "peace-and-security" in [tag.code for tag in tag_page(page, language="es")]


def test_one_lone_hint_is_never_main() -> None:
    assert main(page_of(FILLER, title="Dialogue")) == []
    assert main(page_of(FILLER, title="Remittances")) == ["remittances-and-diaspora"]


def test_icons_are_facts_of_the_site() -> None:
    tags = [tag for tag in tag_page(page_of(FILLER, icons=[13, 1])) if tag.scheme == "sdg"]
    assert tags == [Tagging("sdg", "1", basis="site"), Tagging("sdg", "13", basis="site")]


@pytest.mark.parametrize(
    ("text", "gcm", "sdg"),
    [
        ("Objectives 2, 5 and 6 of the Global Compact for Migration were discussed.", ["2", "5", "6"], []),
        ("GCM Objectives 13 and 14; GCM objectives 19-21", ["13", "14", "19", "20", "21"], []),
        ("C'est l'objectif 13 du Pacte mondial pour des migrations sûres, ordonnées et régulières.", ["13"], []),
        ("El Objetivo 5 del Pacto Mundial para la Migración", ["5"], []),
        ("It serves SDG 10 and SDG target 8.7.", [], ["8", "10"]),
        ("SDGs 3, 5 and 10; target 10.7", [], ["3", "5", "10"]),
        ("Les ODD 8 et 10, cible 10.7", [], ["8", "10"]),
        ("Sustainable Development Goals: Goal 16 and Goal 17", [], ["16", "17"]),
        ("Los ODS 5, 8 y 10", [], ["5", "8", "10"]),
        ("أهداف التنمية المستدامة: الغاية 10.7", [], ["10"]),
        # no scheme near: an objective is anybody's
        ("The project has objectives 1, 2 and 3. It met its target 5 times.", [], []),
        ("Objective 40 of the Global Compact for Migration", [], []),
    ],
)
def test_citations_by_number(text: str, gcm: list[str], sdg: list[str]) -> None:
    page = page_of(text)
    assert (cited(page, "gcm"), cited(page, "sdg")) == (gcm, sdg)
    for tag in tag_page(page):
        if tag.main and tag.scheme != "iom-archive":
            assert any(letter.isdigit() for letter in page.text[tag.start : tag.end])


def test_the_address_strengthens_what_the_page_says() -> None:
    plain = page_of("Young people met. " + FILLER)
    named = page_of("Young people met. " + FILLER, url="https://www.iom.int/youth-and-migration-2019")
    assert tag_page(named)[0].score > tag_page(plain)[0].score
    assert tag_page(page_of(FILLER, url="https://www.iom.int/remittances")) == []


def test_phrases_are_spelt_out() -> None:
    assert list(weighted_phrases("3: labo(u)r migrant(s)\norgani(s/z)ation", "en")) == [
        (3, "labour migrants"),
        (3, "labour migrant"),
        (3, "labor migrants"),
        (3, "labor migrant"),
        (4, "organisation"),
        (4, "organization"),
    ]
    assert list(weighted_phrases("2: الهجرة النظامية", "ar")) == [(2, "الهجرة النظامية"), (2, "هجرة نظامية")]
    with pytest.raises(ValueError, match="weight"):
        list(weighted_phrases("7: much", "en"))


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("International Dialogue on Migration 2021 - Accelerating action", "", "idm"),
        ("108th IOM Council Gets Underway in Geneva", "", "council"),
        ("La OIM inaugurará su 110° Sesión del Consejo", "", "council"),
        ("22nd Session of the Standing Committee on Programmes and Finance", "", "standing-committee"),
        ("IDM 2015: Conference on Migrants and Cities", "", "idm"),
        ("Foro Mundial sobre Migración y Desarrollo", "", "gfmd"),
        ("IMRF side event", "", "imrf"),
        ("COP29 side event: water", "", "cop"),
        (None, "The International Dialogue on Migration (IDM) met for the 20th time.", "idm"),
        (None, "It will inform COP29 and the High-level week.", None),
        ("A workshop", "", None),
        (None, "x" * 800 + " the IDM, as the IDM is called: IDM.", "idm"),
        (None, "x" * 800 + " the IDM.", None),
        (None, "x " * 400 + "\nInternational Dialogue on Migration - Rivers and Roads\nMore.", "idm"),
        (None, "x " * 400 + "\nInternational Dialogue on Migration\nMore.", None),
        (None, "x " * 400 + "see the International Dialogue on Migration - it said more.", None),
        ("La Agencia concluye la 109ª sesión de su Consejo", "", "council"),
        ("L'Agence conclut la 109e session de son Conseil", "", "council"),
        ("Conference on Improving Data on International Migration", "", None),
        (None, "", None),
        (None, "The workshop is part of the 2013 International Dialogue on Migration (IDM).", "idm"),
        (None, "A consultation ahead of the Regional Review of the Global Compact (Bangkok, February 2025).", None),
        (None, "In follow-up to the MIDSA ministerial conference, IOM met with the ministers.", None),
        (None, "It picks up where the October 2020 IDM stopped.", None),
        (
            None,
            "Une réunion en préparation de la deuxième session du Dialogue international sur la migration (DIM).",
            None,
        ),
        (
            None,
            "Intervenante : Mme Arriagada, Présidente pro tempore, Conférence sud-américaine sur les migrations",
            None,
        ),
        (None, "L'atelier a eu lieu dans le cadre du Dialogue international sur la migration.", "idm"),
        (None, "La segunda sesión del Diálogo Internacional sobre la Migración tratará el asunto en octubre.", None),
        (None, "Sigue el Diálogo Internacional sobre la Migración. Para prepararlo, la OIM reúne a la región.", None),
        (None, "Los resultados viajarán a la sesión del Diálogo Internacional sobre la Migración (IDM).", None),
        (None, "El taller fue organizado en el marco del Diálogo Internacional sobre la Migración.", "idm"),
        (None, "لقاء إقليمي تحضيراً لدورة الحوار الدولي بشأن الهجرة", None),
        (None, "افتتح الحوار الدولي بشأن الهجرة في جنيف", "idm"),
        ("Ahead of the IDM", "", "idm"),
    ],
)
def test_series(title: str | None, text: str, code: str | None) -> None:
    found = series_of(title, text)
    assert (found.code if found else None) == code


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_page_is_tagged(lines: list[str]) -> None:
    page = page_of(*[" ".join(line.split()) + " SDG 10, GCM objective 5" for line in lines])
    for tag in tag_page(page):
        assert 0 <= tag.start <= tag.end <= len(page.text)
        assert tag.score >= 0


def test_a_fourth_theme_has_to_be_nearer_than_the_others() -> None:
    lines = (
        "Counter-trafficking of victims of trafficking.",
        "Resettlement of resettled people, a resettlement programme.",
        "Voluntary return of returnees and their reintegration.",
        "Border management and passport control at border posts.",
    )
    assert len(main(page_of(*lines))) == 4
    more = "Human trafficking, trafficking in persons, traffickers and the fight against trafficking."
    assert "border-management" not in main(page_of(more, *lines))


def test_a_theme_that_many_pages_speak_of_needs_more_words(monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of("Border management and passport control.", "Voluntary return of returnees and their reintegration.")
    assert set(main(page)) == {"border-management", "return-and-reintegration"}
    monkeypatch.setitem(load("themes")["pull"], "border-management", 0.2)
    assert main(page) == ["return-and-reintegration"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The talks were on family reunification and on visa schemes for the season.", "regular-pathways"),
        ("Le regroupement familial et le titre de séjour étaient à l'ordre du jour.", "regular-pathways"),
        ("Se habló de reagrupación familiar y de una categoría especial temporal.", "regular-pathways"),
        ("بحث اللقاء لم شمل الأسر والقنوات القانونية", "regular-pathways"),
        ("The herders fear another dzud and ask for early warning systems.", "disaster-risk"),
        ("Les sinistrés ont quitté les maisons après les glissements de terrain.", "disaster-risk"),
        ("Los damnificados por los deslaves siguen lejos.", "disaster-risk"),
        ("Domestic violence was spoken of in the women's groups.", "gender"),
        ("Les groupements féminins ont parlé des violences conjugales.", "gender"),
        ("La violencia intrafamiliar preocupa a las lideresas.", "gender"),
        ("تحدثت رائدات الأعمال عن العنف الأسري", "gender"),
        ("Many cannot prove who they are and have no civil documentation.", "statelessness-and-identity"),
        ("Los actos y actas de nacimiento, y la cédula de identidad.", "statelessness-and-identity"),
        ("The Standing Committee on Programmes and Finance sat for two days.", "funding-and-partnerships"),
        ("The Quito Process and the Budapest Process were compared.", "migration-governance"),
        ("La réunion des points focaux du MIDWA a eu lieu.", "migration-governance"),
        ("Thousands fled the fighting and were forced to leave their homes.", "forced-displacement"),
        ("Miles de personas huyeron de la violencia; nadie esperaba ese éxodo.", "forced-displacement"),
        ("Former fighters and militias laid down what they carried.", "peace-and-security"),
        ("El grupo cruzó la selva del Darién por trochas.", "irregular-migration"),
    ],
)  # fmt: skip
def test_words_that_pages_of_a_theme_use(text: str, code: str) -> None:
    assert code in main(page_of(text, FILLER))


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("On board were ninety men, women and children; men and women sat apart.", "en", "gender"),
        ("Il y avait là des hommes, femmes et enfants, hommes et femmes séparés.", "fr", "gender"),
        ("Llegaron hombres, mujeres y niños; mujeres y hombres por separado.", "es", "gender"),
        ("The clerks looked at travel documents, real and forged.", "en", "statelessness-and-identity"),
        ("La niña y el niño leyeron un cuento.", "es", "disaster-risk"),
        ("The rules of consumer protection were read out.", "en", "human-rights-and-protection"),
    ],
)
def test_common_words_of_other_pages_name_none(text: str, language: str, code: str) -> None:
    assert code not in [tag.code for tag in tag_page(page_of(text, FILLER), language=language) if tag.main]


def test_a_theme_needs_less_in_the_company_of_one_that_leads() -> None:
    # the same words on development: beside remittances, and beside something that has nothing to do with it
    aside = "Local development was mentioned, and household savings."
    together = page_of("Migrant remittances and the diaspora: money sent home. " + aside, FILLER, title="Remittances")
    apart = page_of("Search and rescue at sea after a shipwreck. " + aside, FILLER, title="Shipwreck")
    score = [
        next(tag.score for tag in tag_page(page) if tag.code == "migration-and-development")
        for page in (together, apart)
    ]
    assert score[0] > 1.4 * score[1]
    assert "migration-and-development" in main(together)


def test_company_alone_makes_no_theme() -> None:
    page = page_of("The coast guard looked for the boat; search and rescue went on.", title="Shipwreck")
    assert "border-management" not in main(page)
    assert "irregular-migration" not in main(page_of(FILLER, title="Missing migrants"))


def test_companions_are_themes() -> None:
    themes = load("themes")
    for code, entry in themes.items():
        for other in entry.get("with", []):
            assert other != code
            assert "label" in themes[other]
