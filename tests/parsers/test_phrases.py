from hypothesis import given
from hypothesis import strategies as st

from parsers.words.phrases import LONGEST_TEXT, Phrase, PhraseMatcher, tokenise


def found(matcher: PhraseMatcher[str], text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.payload) for match in matcher.find(tokenise(text))]


def matcher(*phrases: Phrase[str]) -> PhraseMatcher[str]:
    return PhraseMatcher(phrases)


def test_the_longest_phrase_wins_and_words_are_whole() -> None:
    guineas = matcher(
        Phrase("Guinea", "GN", match="capital"),
        Phrase("Guinea-Bissau", "GW", match="capital"),
        Phrase("Papua New Guinea", "PG", match="capital"),
        Phrase("Togo", "TG", match="capital"),
    )
    text = "Papua New Guinea, Guinea-Bissau and Guinea; Togolese, Togo's autogol"
    assert found(guineas, text) == [
        ("Papua New Guinea", "PG"),
        ("Guinea-Bissau", "GW"),
        ("Guinea", "GN"),
        ("Togo", "TG"),
    ]


def test_case_diacritics_and_apostrophes_do_not_matter_but_a_capital_may() -> None:
    ivory = matcher(Phrase("Côte d'Ivoire", "CI", match="capital"), Phrase("Chad", "TD", match="capital"))
    for text in ("Côte d’Ivoire", "COTE D'IVOIRE", "Cote d‘Ivoire", "Côte d´Ivoire"):
        assert found(ivory, text) == [(text, "CI")]
    assert found(ivory, "a chad is a scrap of paper, Chad a state") == [("Chad", "TD")]


def test_acronyms_keep_their_case_and_do_not_shout() -> None:
    bodies = matcher(Phrase("WHO", "who", match="word"), Phrase("IT", "it", match="exact"))
    assert found(bodies, "WHO WE ARE: those who work with WHO, it seems, in IT") == [("WHO", "who"), ("IT", "it")]


def test_punctuation_between_words_must_be_the_phrases_own_or_none() -> None:
    names = matcher(
        Phrase("Bolivia (Plurinational State of)", "BO"),
        Phrase("South Sudan", "SS"),
        Phrase("U.S.", "US", match="exact"),
        Phrase("Trinidad & Tobago", "TT"),
    )
    text = "Bolivia (Plurinational State of) met the U.S. in the South. Sudan - South - Sudan, South\nSudan; Trinidad & Tobago"
    assert found(names, text) == [
        ("Bolivia (Plurinational State of)", "BO"),
        ("U.S.", "US"),
        ("Trinidad & Tobago", "TT"),
    ]


def test_arabic_particles_stay_outside_and_letter_variants_are_one() -> None:
    names = matcher(
        Phrase("القاهرة", "cairo"),
        Phrase("المنظمة الدولية للهجرة", "iom"),
        Phrase("الأردن", "JO"),
    )
    assert found(names, "بالقاهرة والمُنظمة الدولية للهجرة في الاردن") == [
        ("القاهرة", "cairo"),
        ("المُنظمة الدولية للهجرة", "iom"),
        ("الاردن", "JO"),
    ]
    assert found(names, "للمنظمة الدولية للهجرة") == [("لمنظمة الدولية للهجرة", "iom")]


def test_groups_do_not_hide_one_another() -> None:
    both = matcher(Phrase("International Organization for Migration", "iom", "body"), Phrase("migration", "m", "theme"))
    groups = both.find_groups(tokenise("International Organization for Migration"))
    assert {group: [match.payload for match in matches] for group, matches in groups.items()} == {
        "body": ["iom"],
        "theme": ["m"],
    }


def test_whole_names_a_slot_and_nothing_else() -> None:
    names = matcher(Phrase("Kosovo", "XK", "country"), Phrase("Congo, Democratic Republic of the", "CD", "country"))
    assert names.whole(tokenise(" Kosovo*. ")) == [("country", "XK")]
    assert names.whole(tokenise("Congo, Democratic Republic of the")) == [("country", "CD")]
    assert names.whole(tokenise("in Kosovo")) == []
    assert names.whole(tokenise("")) == []


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_any_text_gives_spans_that_quote_a_phrase(phrases: list[str], text: str) -> None:
    usable = list(
        {tuple(filter(None, tokenise(phrase).folded)): phrase for phrase in phrases if tokenise(phrase).folded}.values()
    )
    built = PhraseMatcher([Phrase(phrase, phrase) for phrase in usable])
    long_text = text + " " + " ".join(usable)
    tokens = tokenise(long_text)
    last_end = 0
    for match in built.find(tokens):
        assert last_end <= match.start < match.end <= len(long_text)
        wanted = [word for word in tokenise(match.payload).folded if word]
        assert wanted[-1] == tokens.folded[match.last]
        last_end = match.end


@given(WORDS)
def test_tokens_lie_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    last = 0
    for index in range(len(tokens)):
        start, end = tokens.starts[index], tokens.end(index)
        assert last <= start < end <= len(text)
        assert text[start:end] == tokens.word(index)
        assert text[end : end + len(tokens.gap(index))] == tokens.gap(index)
        assert not any(letter.isalnum() for letter in text[last:start])
        last = end
    assert not any(letter.isalnum() for letter in text[last:])


@given(st.text(st.sampled_from("aB É’\u2013œ9-_."), max_size=30))
def test_text_is_cut_alike_with_and_without_other_alphabets(text: str) -> None:
    western, other = tokenise(text), tokenise(text + " ł")
    assert other.starts[:-1] == western.starts
    assert other.folded[:-1] == western.folded


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1, max_size=6))
def test_a_phrase_is_found_in_itself_in_capitals_too(words: list[str]) -> None:
    text = " ".join(words)
    built = PhraseMatcher([Phrase(text, "x")])
    assert built.whole(tokenise(text)) == [("", "x")]
    assert [match.payload for match in built.find(tokenise(f"({text})"))] == ["x"]


def test_a_text_of_megabytes_is_cut_so_far() -> None:
    for letter in ("a", "ł"):
        tokens = tokenise(f"{letter} " * LONGEST_TEXT)
        assert len(tokens) == LONGEST_TEXT // 2
        assert tokens.end(len(tokens) - 1) <= LONGEST_TEXT
