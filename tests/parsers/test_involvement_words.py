"""Each word of involvement_prose.toml gives the body of a sentence made up around it; a word that is added does too."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.organizations.involvement.done_with import is_verb_with
from parsers.organizations.involvement.subject_lists import is_filler
from parsers.organizations.organizer_lists.splitting import split_organizer_list
from parsers.page import Block
from parsers.words.vocabulary import FOLDER, LANGUAGES, load
from parsers.words.word_lists import WordLists
from tests.parsers.test_involvement import involved

LISTS = WordLists("involvement_prose")
BODIES = {
    "en": "Harbour Board",
    "fr": "Mairie de Lyon",
    "es": "Alcaldía de Lima",
    "ar": "منظمة الصحة العالمية",
}
ANY_WORD = {"en": "fair", "fr": "salon", "es": "curso", "ar": "الدورة"}
# One sentence for each language, parted by a bar, in the order of `LANGUAGES`: "{}" is the word, "@" the body.
SENTENCES = {
    "with": "It was organised by UNICEF {} the @.|Organisé par l’UNICEF {} la @.|Organizado por UNICEF {} la @.|بتنظيم من اليونيسف {} @.",
    "joint.things": "A joint {} of the @.|Un {} conjoint de la @.|Un {} conjunto de la @.|هذا {} مشترك بين @.",
    "joint.shared": "A {} appeal by the @.|Un projet {} de la @.|Un plan {} de la @.|هذا مشروع {} بين @.",
    "joint.of": "A joint appeal {} the @.|Un projet commun {} la @.|Un plan común {} la @.|هذا مشروع مشترك {} @.",
    "invitation.nouns": "The {} came from the @.|L’{} émane de la @.|La {} parte de la @.|{} موجهة من @.",
    "invitation.comes": "The invitation {} from the @.|L’invitation {} par la @.|La invitación {} de la @.|الدعوة {} من @.",
    "invitation.by": "The invitation came {} the @.|L’invitation vient {} la @.|La invitación es {} la @.|الدعوة موجهة {} @.",
    "first.hold": "{} the @.|{} la @.|{} la @.|{} @.",
    "first.come": "{} the @.|{} la @.|{} la @.|{} @.",
    "come.verbs": "|Hier {} la @.|Hoy {} la @.|",
    "come.makes": "|{} le comité la @.|{} el comité la @.|",
    "come.came_from": "Forty {} ten ports, the @.|Dix {} de deux ports, de la @.|Diez {} de dos puertos, de la @.|",
    "come.states": "Participants are from ten {}, the @.|Dix issus de douze {}, de la @.|Diez venidos de doce {}, de la @.|",
    "come.as_many": "Participants are from {}, the @.|Dix issus de la {}, de la @.|Diez venidos de la {}, de la @.|",
    "issuing.say": "|Il pleut, {} l’UNICEF et la @.|Llueve, {} UNICEF y la @.|",
    "fronted.with": "{} the @, UNICEF digs wells.|{} la @, l’UNICEF creuse des puits.|{} la @, UNICEF cava pozos.|",
    "fronted.members": "With the @ and {} UNHCR, IOM digs.|Avec la @ et {} l’OIM, l’UNICEF creuse.|Con la @ y {} ACNUR, la OIM cava.|",
    "come.how": "|Ont participé {} la @.|Participaron {} la @.|",
    "come.observers": "|Assistent comme {} UNICEF et la @.|Asisten como {} UNICEF y la @.|",
    "come.to": "|Participent {} la foire la @.|Participan {} la feria la @.|",
    "come.nouns": "Among the {} were the @.|Parmi les {} figurent la @.|Entre los {} figuran la @.|",
    "come.present": "Others {} were the @.|Les invités {} sont la @.|Los invitados {} son la @.|",
    "come.are": "Observers {} the @.|Les observateurs {} la @.|Los observadores {} la @.|",
    "come.among": "{} observers were the @.|{} observateurs figurent la @.|{} observadores figuran la @.|",
    "come.be_among": "Among the observers {} the @.|Parmi les observateurs {} la @.|Entre los observadores {} la @.|",
    "come.also": "{} were the @.|||",
    "come.people": "Observers included {} of the @.|Les invités sont des {} de la @.|Los invitados son {} de la @.|",
    "come.drew": "The meeting {} the @.|La réunion {} la @.|La reunión {} la @.|",
    "come.numbers": "Some {} people from the @ took part.|Ont participé {} personnes de la @.|Participaron {} personas de la @.|",
    "come.persons": "Some 40 {} from the @ took part.|||",
    "come.counted": "Some 40 people from the @ {}.|||",
    "come.likewise": "Forty sailors attended, {} the @.|||",
    "come.behalf": "Some 40 people attended {} the @.|||",
    "joined.verbs": "UNICEF {} the @ to mark it.|L’UNICEF {} la @ pour saluer cela.|UNICEF {} la @ para celebrar.|",
    "joined.purpose": "UNICEF joins the @ {} it.|L’UNICEF se joint à la @ {} cela.|UNICEF se une a la @ {} ello.|",
    "announced.auxiliary": "The following bodies {} present: the @.|Les organismes suivants {} présents : la @.|Las siguientes entidades {} presentes: la @.|",
    "announced.came": "The following bodies {}: the @.|Les organismes suivants {} : la @.|Las siguientes entidades {}: la @.|المنظمات التالية {}: @.",
    "arabic.objects": "|||حضر ال{} @.",
    "arabic.doing": "|||شارك في {} الورشة @.",
    "behind.phrases": "{} the @.|{} la @.|{} la @.|{} @.",
    "handed.verbs": "He {} ten boats to the @.|Dix bateaux {} à la @.|Ella {} diez barcos a la @.|المدينة {} عشر سيارات إلى @.",
    "handed.to": "He handed over a boat {} the @.|Il remet un bateau {} @.|La ciudad entrega un barco {} la @.|المدينة سلمت سيارات {} @.",
    "arabic.hosts": "|||{} @ اللقاء في عمان.",
    "arabic.holds": "|||{} الورشة وزارة الصحة.",
    "arabic.when": "|||نظمت {} @ ورشة.",
    "part.as": "It ended with the @ {} partner.|Cela finit avec la @ {} partenaire.|Terminó con la @ {} socia.|انتهت مع @ {} شريكا.",
    "part.auxiliary": "The @ {} join as partner.|La @ {} participé comme partenaire.|La @ {} participado como socia.|@ {} تشارك بصفتها شريكا.",
    "part.joins": "The @ {} as partner.|La @ {} comme partenaire.|La @ {} como socia.|@ {} بصفتها شريكا.",
    "part.them": "The @ joins {} as partner.|La @ se joint {} comme partenaire.|La @ se suma {} como socia.|@ تنضم {} بصفتها شريكا.",
    "part.also": "The @ joins {} as partner.|La @ participe {} comme partenaire.|La @ participa {} como socia.|@ تنضم {} بصفتها شريكا.",
    "part.be": "The @ {} a partner.|La @ {} partenaire.|La @ {} socia.|",
    "part.closes": "The @ is a partner {} it.|La @ est partenaire {}.|La @ es socia {}.|",
    "verb_first.article": "||Acogen la feria. Corren con los gastos {} @.|",
    "several.numbers": "It is by {} partners: the @.|C’est à {} partenaires : la @.|Es de {} socios: la @.|العمل {} شركاء: @.",
    "several.nouns": "It is by three {}: the @.|Voilà trois {} : la @.|Es de tres {}: la @.|العمل بين ثلاث {}: @.",
    "announced.through": "It was organised by the Government of Malta {} the @.|Organisé par le Gouvernement de Malte {} de la @.|Organizado por el Gobierno de Malta {} de la @.|بتنظيم من حكومة مالطا {} @.",
    "announced.each_of": "Organised by {} the @.|Organisé par {} la @.|Organizado por {} la @.|بتنظيم من {} @.",
    "announced.of_bodies": "Representatives {} the @.|Des représentants {} la @.|Representantes {} la @.|ممثلين {} @.",
    "announced.between": "Organised by UNICEF {} with the @.|Organisé par l’UNICEF {} avec la @.|Organizado por UNICEF {} con la @.|بتنظيم من اليونيسف {} مع @.",
    "help.nouns": "Made possible by the {} of the @.|Financé par le {} de la @.|Financiado por el {} de la @.|بدعم من {} من @.",
    "help.kinds": "|Financé par le soutien {} de la @.|Financiado por el apoyo {} de la @.|بدعم من تمويل {} من @.",
    "help.of": "Made possible by the help {} the @.|Financé par l’aide {} la @.|Financiado por el apoyo {} la @.|بدعم من تمويل {} @.",
    "passive.verbs": "It was {} in Lomé (2/5) by the @.|Il est {} à Lomé (2/5) par la @.|Fue {} en Lomé (2/5) por la @.|{} المركز أمس من قبل @.",
    "passive.by": "It was opened in Lomé {} the @.|Il est ouvert à Lomé {} la @.|Fue abierto en Lomé {} la @.|افتتح المركز {} @.",
    "passive.between": "It was opened {} by the @.|Il est ouvert {} par la @.|Fue abierto {} por la @.|",
    "thanks.verbs": "They {} the @ for its support.|Ils {} la @ pour son soutien.|Ellos {} la @ por su apoyo.|{} @ على دعمها.",
    "thanks.for": "They thank the @ {} support.|Ils remercient la @ {} soutien.|Agradecen a la @ {} apoyo.|شكرت @ {} دعمها.",
    "thanks.help": "They thank the @ for its {}.|Ils remercient la @ de son {}.|Agradecen a la @ su {}.|شكرت @ على {}.",
    "thanks.who": "They thank the @, {} paid.|Ils remercient la @, {} finance.|Agradecen a la @, {} financia.|شكرت @، {} مولت.",
    "thanks.helped": "They thank the @, which {}.|Ils remercient la @, qui {}.|Agradecen a la @, que {}.|شكرت @، التي {}.",
    "subject.and": "The @ {} UNICEF held a fair.|La @ {} l’UNICEF ont organisé une foire.|La @ {} UNICEF organizaron un taller.|",
    "subject.epithet": "The @, {}, held a fair.|La @, {}, a organisé une foire.|La @, {}, organizó un taller.|",
    "subject.relative": "The @, {} runs a pier, held a fair.|La @, {} gère un port, a organisé une foire.|La @, {} cuida el puerto, organizó un taller.|",
    "subject.capacity": "The @, {} chair, held a fair.|La @, {} de chef, a organisé une foire.|La @, {} de jefa, organizó un taller.|",
    "subject.helped_by": "The @, {} by Norway, held a fair.|La @, {} de Lome, a organisé une foire.|La @, {} a Fiji, organizó un taller.|",
    "subject.it_is": "{} the @ that held a fair.|{} la @ qui a organisé une foire.|{} la @ la que organizó un taller.|",
    "subject.that": "It was the @ {} held a fair.|C’est la @ {} a organisé une foire.|Fue la @ {} organizó un taller.|",
}
# The same for words that end a list of bodies, behind "organised by @".
ENDS = {
    "frame": "{} the Blue Boats plan|{} Bateaux bleus|{} Barcos Azules|",
    "number": "{} 3 May|{} 3 mai|{} 3 de mayo|",
    "place": "{} spring|{} trois jours|{} tres meses|",
    "thing": "|{} accord signé hier|{} acuerdo firmado ayer|",
    "at": "{} Pier House|||",
    "before_town": "{} Geneva|{} Genève|{} Ginebra|",
    "verbs": "{} there|{} belle|{} bella|",
    "present": "{} hope|{} foi|{} fe|",
    "subject": "{} fair was big|{} foire est belle|{} feria fue bella|",
    "clause": ", the fair {} big|, la foire {} belle|, la feria {} bella|",
    "object": "attracted {} crowd|||",
    "today": "{} again|{} encore|{} otra vez|",
    "and": "|{} animée par Ana|{} dictada por Ana|",
    "by": "|et animée {} Ana|y dictada {} Ana|",
    "second": "|et {} belle|y {} bella|",
    "pronoun": "|{} assure le suivi||",
    "pronoun_verbs": "|en {} le suivi||",
    "arabic": "|||{} كبير",
    "duties": "|||{}",
}
ORGANISED = "Organised by the |Organisé par la |Organizado por la |بتنظيم من "
OPENING = ("first.", "behind.", "fronted.with", "subject.it_is")
ROLES = ("host", "co_organizer", "partner", "sponsor")
PARTS = "It ended with the @ as {}.|Cela finit avec la @ comme {}.|Terminó con la @ como {}.|انتهت مع @ بصفتها {}."
LABELS = "{}: @|{} : @|{}: @|{}: @"


ALL = (
    SENTENCES
    | {f"part.{role}": PARTS for role in (*ROLES, "organizer")}
    | {f"labels.{role}": LABELS for role in (*ROLES, "organizer")}
)


def sentences(key: str) -> Iterator[tuple[str, str]]:
    """The sentence of each word of a list, and its body."""
    for language, line in zip(LANGUAGES, ALL[key].split("|"), strict=True):
        for form in LISTS.forms(key, language):
            word = form.replace("…", ANY_WORD[language]).replace("*", "")
            word = word[:1].upper() + word[1:] if key.startswith(OPENING) else word
            text = line.replace("{} ", "{}") if word.endswith("'") else line
            body = BODIES[language] if "@" in text else "وزارة الصحة"
            yield text.format(word).replace("@", body), body


@pytest.mark.parametrize("key", ALL)
def test_each_word_gives_the_body(key: str) -> None:
    role = key.rpartition(".")[2]
    for text, body in sentences(key):
        found = dict(involved(text))
        assert any(name.endswith(body) for name in found), text
        if role in (*ROLES, "organizer"):
            assert found[body] == role, text


@pytest.mark.parametrize("key", ENDS)
def test_each_word_ends_a_list(key: str) -> None:
    for language, lead, line in zip(LANGUAGES, ORGANISED.split("|"), ENDS[key].split("|"), strict=True):
        forms = LISTS.forms(f"list_end.{key}", language)
        assert bool(forms) == bool(line)
        for form in forms:
            end = line.replace("{} ", "{}") if form.endswith("'") else line
            blank = "" if end.startswith(",") else " "
            text = f"{lead}{BODIES[language]}{blank}{end.format(form)}."
            assert [name for name, _ in involved(text)] == [BODIES[language]], text


def test_words_inside_of_lists() -> None:
    def names(text: str) -> list[str]:
        return [body.name for body in split_organizer_list(text)]

    for form in LISTS.forms("names.nothing"):
        assert names(f"UNICEF, {form}") == ["UNICEF"], form
    for form in LISTS.forms("names.remark"):
        assert names(f"UNICEF ({form})") == ["UNICEF"], form
    for form in LISTS.forms("names.unnamed"):
        assert involved(f"It was held by {form} on the Storm.") == [], form
    for form in LISTS.forms("names.by"):
        assert names(f"{form} UNICEF") == ["UNICEF"], form
    for form in LISTS.forms("names.of_states"):
        assert len(names(f"{form.capitalize()} of Fiji and Peru")) == 1, form
    for language, others in (("en", "UNICEF and {}"), ("fr", "UNICEF et {}"), ("es", "UNICEF y {}")):
        for form in LISTS.forms("names.others", language):
            assert names(others.format(form))[0] == "UNICEF", form
        for form in LISTS.forms("names.called", language):
            assert names(f"{form} Faros Azules") == ["Faros Azules"], form


def test_every_list_has_its_sentences() -> None:
    told = {
        "list_end.abroad",
        "list_end.asked",
        "list_end.goes_on",
        "list_end.several",
        "help.money",
        "list_end.house",
        "list_end.this",
        "list_end.ties",
        "subject.meets",
        "part.others",
        "passive.source",
        "announced.personal",
        "announced.by_what",
        "subject.preposition",
        "subject.of",
        "subject.verb_with",
        "subject.filler",
        "subject.on",
        "subject.last",
        "subject.headline",
        "joint_subject.lead",
        "joint_subject.says",
    }
    for table, keys in load("involvement_prose").items():
        for key in keys if table not in ("with", "names", "another", "session") else ():
            assert f"{table}.{key}" in ALL or key in ENDS or f"{table}.{key}" in told, key


def test_words_that_make_something_else_of_it() -> None:
    for language, line in zip(LANGUAGES, OTHERS.split("|"), strict=False):
        for form in LISTS.forms("part.others", language):
            assert involved(line.format(form)) == []
    for form in LISTS.forms("subject.preposition", "en"):
        assert involved(f"Harbour Board Launched {form} Geneva") == []
    for form in LISTS.forms("subject.headline", "en"):
        found = involved(Block("heading", f"UNHCR and UNICEF {form} Support for Host Cities"))
        assert {name for name, _ in found} <= {"UNHCR", "UNICEF"}, form
    for form in LISTS.forms("subject.of", "en"):
        assert involved(f"Ana Ruiz, {form} the Harbour Board, took part in the fair.") == []
    for language in ("en", "fr", "es"):
        for form in LISTS.forms("announced.personal", language):
            assert involved(f"{form} Ana Ruiz Mora") == []
    for form in LISTS.forms("subject.verb_with"):
        assert is_verb_with(f"{form} with")
    for form in LISTS.forms("subject.filler"):
        assert is_filler(f" {form} (18/05)")
    for form in LISTS.forms("subject.on"):
        assert is_filler(f" {form} jueves")
    for form in LISTS.forms("subject.last"):
        assert is_filler(f" jeudi {form} (18/05)")


ANOTHER = {
    "previous": "The {} fair, organised by the Harbour Board.|La foire {}, organisée par la Mairie de Lyon.|La ronda {}, organizada por la Alcaldía de Lima.|الورشة {} التي نظمتها منظمة الصحة العالمية.",
    "editions": "The previous {} organised by the Harbour Board.|La précédente {} organisée par la Mairie de Lyon.|La {} anterior organizada por la Alcaldía de Lima.|{} السابقة التي نظمتها منظمة الصحة العالمية.",
    "works": "The previous {} funded by the Harbour Board.|Les précédents {} financés par la Mairie de Lyon.|El {} anterior financiado por la Alcaldía de Lima.|{} السابق الذي مولته منظمة الصحة العالمية.",
    "time": "A forum organised by the Harbour Board {}.|Un forum organisé par la Mairie de Lyon {}.|Un foro organizado por la Alcaldía de Lima {}.|نظمت منظمة الصحة العالمية {} ورشة.",
}


@pytest.mark.parametrize("key", ANOTHER)
def test_each_word_tells_of_another_meeting(key: str) -> None:
    for language, line in zip(LANGUAGES, ANOTHER[key].split("|"), strict=True):
        for form in LISTS.forms(f"another.{key}", language):
            assert involved(line.format(form)) == [], form


OTHERS = "The Harbour Board, {} partner of it, slept.|La Mairie de Lyon, {} partenaire, dort.|La Alcaldía de Lima, {} socia, duerme."
ADDED = {
    "things.en = [": ('things.en = [\n  "shindig",', "A joint shindig by the Harbour Board."),
    'nouns.fr = ["invitation(s|)"': (
        'nouns.fr = ["convoc(s|)", "invitation(s|)"',
        "La convoc vient de la Mairie de Lyon.",
    ),
    "phrases.en = [": ('phrases.en = ["at the root of … lies", ', "At the root of it all lies the Harbour Board."),
    'host.es = ["(co-|co|)anf': (
        'host.es = ["cobijador(a|)", "(co-|co|)anf',
        "Fue con la Alcaldía de Lima como cobijadora.",
    ),
}
PROGRAM = """
import sys
from pathlib import Path
from parsers.words import vocabulary
vocabulary.FOLDER = Path(sys.argv[1])
from tests.parsers.test_involvement import involved
print([[name for name, _ in involved(text)] for text in sys.argv[2:]])
"""


def test_a_word_that_is_added_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "vocab"
    shutil.copytree(FOLDER, folder)
    texts = [text for _, text in ADDED.values()]
    assert [involved(text) for text in texts] == [[]] * len(texts)
    path = folder / "involvement_prose.toml"
    lists = path.read_text(encoding="utf-8")
    for start, (longer, _) in ADDED.items():
        assert start in lists
        lists = lists.replace(start, longer, 1)
    path.write_text(lists, encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, str(folder), *texts]
    paths = str(FOLDER.parents[1])
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": paths, "PYTHONUTF8": "1"}
    )
    assert done.stdout.strip() == str([["Harbour Board"], ["Mairie de Lyon"], ["Harbour Board"], ["Alcaldía de Lima"]])
