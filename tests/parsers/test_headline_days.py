"""The day in a release's first sentence, and the first day of a meeting whose last one it tells."""

from __future__ import annotations

import pytest

from tests.parsers.test_events import Days, days

THURSDAY = "2019-05-16"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi – IOM donated ten motorcycles to the police on Tuesday, 14 May.", ("2019-05-14", "2019-05-14")),
        (
            "Dakar – L'OIM a doté mardi le commissariat de dix ordinateurs et de deux véhicules neufs.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Lima – La OIM dotó este martes de diez computadoras a la comisaría del barrio de Breña.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "بغداد – زودت المنظمة الدولية للهجرة يوم الثلاثاء مركز الشرطة بعشرة حواسيب وسيارتين.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Nairobi – Sixty stranded sailors arrived in Kisumu on Thursday, on a boat of the guild.",
            (THURSDAY, THURSDAY),
        ),
        ("Dakar – Soixante marins sont arrivés à Thiès jeudi matin, sur un bateau de la guilde.", (THURSDAY, THURSDAY)),
        ("Lima – Sesenta marineros llegaron al Callao el jueves por la mañana en un barco.", (THURSDAY, THURSDAY)),
        ("عمان – وصل ستون بحارا إلى العقبة صباح الخميس على متن قارب صيد كبير.", (THURSDAY, THURSDAY)),
        (
            "Nairobi – On 14 May, IOM signed an agreement with the net makers of Kisumu.",
            ("2019-05-14", "2019-05-14"),
        ),
        ("عمان – دربت المنظمة الدولية للهجرة يوم الثلاثاء 30 عاملا في الميناء.", ("2019-05-14", "2019-05-14")),
        ("عمان – وزعت المنظمة الدولية للهجرة اليوم الشباك على ثلاثمئة أسرة.", (THURSDAY, THURSDAY)),
        ("عمان – ساعدت المنظمة الدولية للهجرة اليوم 45 بحارا على العودة إلى ديارهم.", (THURSDAY, THURSDAY)),
        ("Dakar – L'OIM a ouvert mardi un atelier sur les filets, à deux pas du port.", ("2019-05-14", None)),
        ("Dakar – Un atelier sur les filets s'ouvrira vendredi 17 mai à Thiès.", ("2019-05-17", None)),
        ("Lima – Un taller sobre redes comenzará el viernes 17 de mayo en Cusco.", ("2019-05-17", None)),
        ("Lima – Un centro para marineros fue inaugurado el martes en Cusco.", ("2019-05-14", "2019-05-14")),
        # a short block behind a dateline; what the next block says is not said here
        ("Nairobi – IOM trained thirty net makers on Tuesday.", ("2019-05-14", "2019-05-14")),
        ("Lima – La OIM capacitó a diez rederos el martes.", ("2019-05-14", "2019-05-14")),
        (
            'عمان – دربت المنظمة الدولية للهجرة 30 عاملا في الميناء يوم الثلاثاء الماضي.\nوقال عمر بركات: "الشباك طويلة".',
            ("2019-05-14", "2019-05-14"),
        ),
        # a day long before in a clause on the subject
        (
            "Nairobi – IOM, which signed an agreement with the guild on 3 May 2017, on Tuesday handed over two boats.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Dakar – L'OIM, qui a signé un accord avec la guilde le 3 mai 2017, a remis mardi deux bateaux.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Lima – La OIM, que firmó un acuerdo con el gremio el 3 de mayo de 2017, entregó el martes dos barcos.",
            ("2019-05-14", "2019-05-14"),
        ),
        # a verb of the close behind the day
        ("Nairobi – Thirty net makers on 15 May completed a three-day course on boats.", ("2019-05-13", "2019-05-15")),
        (
            "Lima – Treinta rederos completaron el 15 de mayo un curso de tres días sobre barcos.",
            ("2019-05-13", "2019-05-15"),
        ),
        # another thing began, on a day of its own
        (
            "Lima – En el marco de un proyecto iniciado el 1 de marzo de 2018, la OIM entregó ayer dos barcos al gremio.",
            ("2019-05-15", "2019-05-15"),
        ),
        (
            "عمان – في إطار مشروع بدأ في 1 مارس 2018، سلمت المنظمة الدولية للهجرة أمس قاربين إلى الميناء.",
            ("2019-05-15", "2019-05-15"),
        ),
        ("Nairobi – A course on nets and boats for port workers began on 14 May in Kisumu.", ("2019-05-14", None)),
        ("Lima – Doce marineros se ahogaron el domingo frente al Callao cuando volvían de pescar.", (None, None)),
        # times that are no day, whatever day the dateline prints
        ("Nairobi, 16 May 2019 – Last week, IOM opened a workshop on nets for port workers.", (None, None)),
        ("Nairobi, 16 May 2019 – IOM has opened a workshop on nets in May for port workers.", (None, None)),
        ("Lima, 16 de mayo de 2019 – La OIM inauguró un taller sobre redes este mes.", (None, None)),
        ("عمان، 16 مايو 2019 – افتتحت المنظمة الدولية للهجرة ورشة عمل الأسبوع الماضي.", (None, None)),
        # datelines of sentences, brackets, a day alone
        (
            "Lima. 16 de mayo de 2019. La OIM dotó este martes de diez computadoras a la comisaría.",
            ("2019-05-14", "2019-05-14"),
        ),
        ("(Nairobi, 16 May 2019) IOM donated ten boats to the guild on Tuesday.", ("2019-05-14", "2019-05-14")),
        ("16 May 2019 – IOM donated ten boats to the guild of net makers on Tuesday.", ("2019-05-14", "2019-05-14")),
        (
            "Nairobi – A two-day workshop on visas, which brought together 30 consuls, ended yesterday.",
            ("2019-05-14", "2019-05-15"),
        ),
        (
            "Nairobi – A three-day seminar for consuls on the law of nationality concluded on Wednesday, 15 May.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Dakar – Un séminaire de trois jours sur l'état civil s'est achevé mercredi à Thiès avec trente maires.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Lima – Un taller de tres días sobre registro civil culminó ayer en Cusco con treinta alcaldes.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "عمان – اختتمت أمس في العقبة ورشة عمل استمرت ثلاثة أيام حول السجل المدني بمشاركة ثلاثين عمدة.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Nairobi – Thirty consuls completed today a course on visas which had begun on Monday.",
            ("2019-05-13", "2019-05-16"),
        ),
        (
            "Lima – Treinta alcaldes clausuraron ayer un curso que había comenzado el lunes en Cusco.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Dakar – Trente maires ont achevé hier un cours qui avait débuté lundi à Thiès, au bord du fleuve.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Nairobi – From Monday until yesterday, thirty consuls studied the law of nationality in Naivasha.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Lima – Desde el lunes hasta ayer, treinta alcaldes estudiaron la ley de migración en Cusco.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "عمان – من الاثنين إلى أمس درس ثلاثون عمدة قانون الجنسية في مدينة العقبة مع خبراء المنظمة.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Lima – Alcaldes de la sierra se darán cita en Cusco el 20 y el 21 de mayo para hablar de registro.",
            ("2019-05-20", "2019-05-21"),
        ),
        (
            "Du lundi 6 au vendredi 10 mai, vingt agents se sont initiés à Kayes au contrôle des documents.",
            ("2019-05-06", "2019-05-10"),
        ),
        (
            "Nairobi – The Director General was received in Kenya on Tuesday by the Minister of the Interior.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Nairobi – Some 200 families moved on Tuesday from the school to the new site, with IOM trucks.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Nairobi – A centre for the training of nurses opened in Wajir yesterday, far from the capital.",
            ("2019-05-15", "2019-05-15"),
        ),
        (
            "Nairobi – A plane with nine women who had been stranded in the far south landed in Juba on Tuesday.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Nairobi – A centre opened in Wajir yesterday, a year after the fire that took the old one on 2 May.",
            ("2019-05-15", "2019-05-15"),
        ),
        (
            "Juba – IOM and UNICEF on Tuesday airlifted nutrition supplies to Pibor, cut off by rains since April.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Juba – The IOM Chief of Mission and the Governor on Tuesday (14/05) cut the ribbon of a new police post in Torit.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Juba – South Sudan became on Tuesday the 174th member of the organization, its Minister said.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Juba – A first group of 60 refugees left Juba for Canada on Tuesday under a resettlement programme run by IOM.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Kabul – A total of 140 families received winter kits on 14 May in Herat from IOM and its partners.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Dakar – Un premier groupe de 60 migrants a quitté Agadez mardi à bord d'un vol affrété par l'OIM.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Lima – Un primer grupo de 60 migrantes salió el martes de Tapachula en un vuelo fletado por la OIM.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "بيروت – غادرت مجموعة أولى من ستين مهاجرا طرابلس يوم الثلاثاء على متن رحلة استأجرتها المنظمة.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Bogotá – El curso de cinco días que terminó el viernes en Cali reunió a 30 fiscales de la región.",
            ("2019-05-06", "2019-05-10"),
        ),
        (
            "Juba – IOM and the Ministry of Labour agreed on Tuesday to share their lists of recruiters.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Juba – Ministers of five states meeting in Juba on Tuesday called for open borders for herders.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Juba – IOM this week (13-15/05) taught 30 nurses in Torit how to comfort those who have lost kin.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Juba – Officials from six states, whose borders were closed in March, sat together on Tuesday in Juba.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Nairobi – IOM and the Ministry of Labour agreed on Tuesday to share their lists of recruiters.",
            ("2019-05-14", "2019-05-14"),
        ),
    ],
)
def test_what_a_first_sentence_reports(text: str, expected: Days) -> None:
    assert days(text, "press_release", THURSDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi – IOM is helping 300 families whose houses were swept away by the rains on Tuesday.",
        "Nairobi – IOM has been helping since Tuesday 300 families who lost their houses in the rains.",
        "Nairobi – IOM teams are treating people in the town that was shelled on Tuesday, 14 May.",
        "Nairobi – IOM has provided tents to 300 families three days after the floods of 13 May.",
        "Nairobi – As of 14 May, IOM had provided 300 families with tents, blankets and buckets.",
        "Nairobi – Between 1 and 14 May, IOM provided 300 families with tents, blankets and buckets.",
        "Nairobi – IOM mourns the death of ten migrants off the coast on Tuesday, 14 May.",
        "Nairobi – IOM will stop its flights until Monday, 20 May, for lack of money and of fuel.",
        "Nairobi – Some 4,000 people were displaced from 8 to 14 May by clashes in the north.",
        "Dakar – L'OIM aide trois cents familles dont les maisons ont été emportées mardi par la crue.",
        "Dakar – Depuis mardi, l'OIM aide trois cents familles qui ont perdu leurs maisons dans la crue.",
        "Dakar – Quelque 4 000 personnes ont fui du 8 au 14 mai les combats dans le nord du pays.",
        "Dakar – Au 14 mai, l'OIM avait aidé trois cents familles à rentrer chez elles dans le nord.",
        "Dakar – L'OIM déplore la mort de dix migrants au large de la côte mardi 14 mai au matin.",
        "Lima – La OIM asiste a trescientas familias cuyas casas fueron arrasadas el martes por el río.",
        "Lima – Al 14 de mayo la OIM había asistido a trescientas familias en la sierra y la costa.",
        "Lima – Unas 4.000 personas cruzaron la frontera del 8 al 14 de mayo por el puente de Tumbes.",
        "Lima – La OIM lamenta la muerte de diez migrantes el martes 14 de mayo frente a la costa.",
        "عمان – تساعد المنظمة ثلاثمئة أسرة فقدت منازلها في السيول التي ضربت المدينة يوم الثلاثاء.",
        "عمان – نزح أربعة آلاف شخص من 8 إلى 14 مايو بسبب المعارك في شمال البلاد حسب المنظمة.",
        "Nairobi – IOM needs USD 5 million to help people hit by the cyclone of Saturday, 11 May.",
        "Nairobi – Following Tuesday's attack on the market of Bor, IOM doctors are treating 40 people.",
        "Nairobi – IOM's appeal comes as the lean season, expected on 20 May, draws near for herders.",
        "Nairobi – The ban on night travel imposed on Monday has slowed the convoys of food and tents.",
        "Lima – Rosa cocina y hoy vende su pan en tres barrios; el horno llegó con ayuda de la OIM.",
        "Dakar – Awa a reçu un métier et aujourd'hui elle vend ses tissus dans trois quartiers de la ville.",
        "Nairobi – Amina took a loan, opened a shop and today employs two neighbours in the town.",
        "Nairobi – A survey of 700 arrivals between 1 and 12 May found that most wished to stay close to the lake.",
        "Nairobi – IOM feeds the host communities in which 300 families came to live after 12 May.",
        "Geneva – The UN Migration Agency is sending doctors to Mosul after the fighting of Tuesday.",
        "Geneva – The number of migrants who reached Italy between 1 January and 14 May was 27,000, IOM reports.",
        "Geneva – IOM reports that 2,000 migrants arrived in Greece from 8 to 14 May.",
        "Geneva – Thousands are still without shelter after Tuesday's earthquake in Nepal, IOM teams say.",
        "Geneva – More than 300 people remain missing from the ferry that went down on Tuesday, 14 May.",
        "Geneva – The fire that swept through the camp on Tuesday left 900 families without shelter.",
        "Geneva – IOM welcomes the decision that the Council of Ministers took on Tuesday to ratify the convention.",
        "Geneva – IOM welcomes Tuesday's decision of the Council of Ministers to ratify the convention.",
        "Geneva – Registration for the photo contest is open until 20 May to young people of all regions.",
        "Geneva – The first phase of the project, which ends on 20 May, gave 500 youths a trade.",
        "Dakar – L'OIM salue la décision prise mardi par le Conseil des ministres de ratifier la convention.",
        "Dakar – Le séisme de mardi a détruit neuf cents maisons ; l'OIM envoie des tentes et des médecins.",
        "Dakar – L'incendie qui a ravagé mardi le camp a laissé neuf cents familles sans abri, selon l'OIM.",
        "Dakar – Les inscriptions au concours de photographie sont ouvertes jusqu'au 20 mai aux jeunes.",
        "Lima – La OIM saluda la decisión tomada el martes por el Consejo de Ministros de ratificar el convenio.",
        "Lima – El sismo del martes destruyó novecientas casas y la OIM envía carpas y médicos a la zona.",
        "Lima – Las inscripciones al concurso están abiertas hasta el 20 de mayo para jóvenes del país.",
        "بيروت – ترحب المنظمة الدولية للهجرة بالقرار الذي اتخذه مجلس الوزراء يوم الثلاثاء بشأن الاتفاقية.",
        "بيروت – دمر الزلزال الذي وقع يوم الثلاثاء تسعمئة منزل وترسل المنظمة خياما وأطباء إلى المنطقة.",
        "بيروت – باب التسجيل في المسابقة مفتوح حتى 20 مايو أمام الشباب من جميع مناطق البلاد.",
        "Bogotá – Hasta el martes 14 de mayo, la OIM había asistido a trescientas familias en la sierra.",
        "Juba – Until Tuesday, 14 May, no truck had reached the town; IOM then sent food by boat.",
        "Dakar – Jusqu'au mardi 14 mai, l'OIM avait remis des tentes à trois cents familles du nord.",
        "Juba – By 14 May, IOM had handed over tents to 300 families in the north of the country.",
        "عمان – حتى يوم الثلاثاء 14 مايو قدمت المنظمة الدولية للهجرة خياما لثلاثمئة أسرة في الشمال.",
    ],
)
def test_what_is_only_told_of_the_background(text: str) -> None:
    assert days(text, "press_release", THURSDAY) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nairobi – A four-day course for consuls ended in Naivasha on Monday.",
            ("2019-05-13", "2019-05-13"),
        ),  # over a week-end
        (
            "Nairobi – A two-day course and a three-day drill for consuls ended in Naivasha yesterday.",
            ("2019-05-15", "2019-05-15"),
        ),
        ("Nairobi – A course for consuls ended in Naivasha yesterday, two days late.", ("2019-05-15", "2019-05-15")),
    ],
)
def test_a_length_that_tells_no_first_day(text: str, expected: Days) -> None:
    assert days(text, "press_release", THURSDAY) == expected


def test_the_stamp_of_a_release_is_no_day_of_its_event() -> None:
    text = (
        "Posted: Thursday, May 16, 2019 - 12:00\n"
        "Kenya - Sixty teachers of the coast are to be trained next week in the care of children who cannot sleep.\n"
        "The course opens on Monday 20 May and will run until 24 May. Each teacher will afterwards go to ten schools."
    )
    assert days(text, "press_release", THURSDAY) == ("2019-05-20", "2019-05-24")


def test_a_range_with_its_year_needs_no_day_of_publication() -> None:
    text = "Banjul – From 25 March to 12 April 2019, a caravan led by students tours thirty villages of the Gambia."
    assert days(text, "press_release") == ("2019-03-25", "2019-04-12")
    assert days(text.replace("a caravan led by students tours", "900 people fled the floods in"), "press_release") == (
        None,
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Herat – The minister and two mayors cut the ribbon of a larger clinic at Islam Qala on 9 May 2017.",
        "Rabat – Mardi 9 mai 2017, trente jeunes du quartier ont reçu leur diplôme d'électricien au centre.",
        "Lima – El 9 de mayo de 2017 treinta jóvenes del barrio recibieron su diploma de electricista.",
        "تونس – في 9 مايو 2017 تسلم ثلاثون شابا من الحي شهاداتهم في مركز التدريب على الكهرباء.",
    ],
)
def test_a_day_with_its_year_needs_no_day_of_publication(text: str) -> None:
    assert days(text, "press_release") == ("2017-05-09", "2017-05-09")


def test_a_day_of_the_past_in_a_release_without_a_day_is_none_of_its_event() -> None:
    text = "Herat – Since 9 May 2017, when the bridge fell, the clinic at Islam Qala has seen 1,200 people a day."
    assert days(text, "press_release") == (None, None)


def test_the_name_of_a_country_is_no_verb_of_saying() -> None:
    text = "Damak – Three hundred people left the camps for the United States on Tuesday, the most in a year."
    assert days(text, "press_release", THURSDAY) == ("2019-05-14", "2019-05-14")


def test_earlier_today_is_today() -> None:
    text = "Tripoli – Earlier today 118 people, nine of them babies, left Mitiga for Bamako with the help of IOM."
    assert days(text, "press_release", THURSDAY) == ("2019-05-16", "2019-05-16")


def test_a_dateline_is_no_day_of_the_first_sentence() -> None:
    text = (
        "Bogotá D.C., 16 de mayo de 2019. Con la presencia de la alcaldesa abrió el 14 de mayo la oficina del puerto."
    )
    assert days(text, "press_release", THURSDAY) == ("2019-05-14", "2019-05-14")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi – After a night on three buses, 120 families were back in their villages on Tuesday.", True),
        ("Nairobi – After the dam had burst near the town on Tuesday, 120 families moved to a school.", False),
        (
            "Lima – Doce médicas que viven y trabajan en hospitales de Miami y de Madrid operaron el martes a treinta niños.",
            True,
        ),
        ("Lima – La OIM asistió a doce familias que perdieron sus casas a orillas del Rímac el martes.", False),
        (
            "Dakar – Douze médecins qui vivent et exercent dans des hôpitaux de Lyon et de Lille ont opéré mardi trente enfants.",
            True,
        ),
        ("Dakar – L'OIM a aidé douze familles qui ont perdu leurs maisons au bord du fleuve mardi.", False),
        ("Nairobi – Twelve surgeons who live and work in hospitals of Leeds and York operated on Tuesday.", True),
        ("عمان – ساعدت المنظمة اثنتي عشرة عائلة من القرى التي فقدت بيوتها على ضفاف النهر يوم الثلاثاء.", False),
    ],
)
def test_a_clause_on_a_noun_before_the_sentences_own_verb(text: str, expected: bool) -> None:
    found = ("2019-05-14", "2019-05-14") if expected else (None, None)
    assert days(text, "press_release", THURSDAY) == found


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Boat Capsizes off Obock",
            "Obock – Twenty-one people drowned after a boat overturned off Godoria on Tuesday.",
        ),
        ("Naufrage au large de Sfax", "Tunis – Une barque de fer a coulé mardi à l'aube avec quarante personnes."),
        ("Naufragio frente a Lampedusa", "Roma – Murieron el martes veinte personas al hundirse una barca."),
    ],
)
def test_a_shipwreck_is_what_its_release_reports(title: str, text: str) -> None:
    release = f"{title}\n{text}"
    assert days(release, "press_release", THURSDAY, title) == ("2019-05-14", "2019-05-14")
    assert days(text, "press_release", THURSDAY) == (None, None)


def test_a_release_that_deplores_a_shipwreck_reports_none() -> None:
    title = "IOM Statement on the Shipwreck off Obock"
    text = f"{title}\nGeneva – We are deeply saddened by the loss of twenty lives off Godoria on Tuesday, 14 May."
    assert days(text, "press_release", THURSDAY, title) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tunis – In the strongest terms IOM and the Guild condemn last night's attack on the port of Sfax.", None),
        ("Tunis – IOM strongly condemns the attack that took place yesterday in the harbour of Sfax.", None),
        ("Tunis – It is with deep sorrow that IOM tells of a driver killed yesterday on the road to Sfax.", None),
        ("Tunis – L'OIM a condamné l'attaque menée hier contre le port de Sfax et ses pêcheurs.", None),
        ("Tunis – Plus de mille bateaux ont coulé, selon un rapport dévoilé jeudi par la guilde des pêcheurs.", None),
        ("Túnez – La OIM condena en los términos más enérgicos el ataque de ayer contra el puerto de Sfax.", None),
        ("تونس – تدين المنظمة الدولية للهجرة بأشد العبارات الهجوم الذي وقع أمس على ميناء صفاقس.", None),
        ("تونس – تجاوز عدد القوارب الألف وفقا لأرقام أصدرتها المنظمة الدولية للهجرة اليوم في بيان لها.", None),
        ("Tunis – More than a thousand boats lie idle, according to figures released today by the guild.", None),
        ("Tunis – IOM yesterday opened a school for net makers near the harbour of Sfax.", "2019-05-15"),
        ("Tunis – L'OIM a ouvert hier une école de pêche près du port de Sfax.", "2019-05-15"),
        # a meeting at which something is condemned
        ("Tunis – A conference that condemns drift nets opened yesterday in the harbour of Sfax.", "2019-05-15"),
    ],
)
def test_what_is_condemned_or_only_published_is_no_event(text: str, expected: str | None) -> None:
    assert days(text, "press_release", THURSDAY)[0] == expected


def test_days_between_which_something_was_done_and_counted() -> None:
    text = "Juba – Between 6 and 10 May, thirty officers learnt in Nimule how to read a passport."
    assert days(text, "press_release", THURSDAY) == ("2019-05-06", "2019-05-10")
    counted = "Juba – Between 6 and 10 May, according to data of IOM, thirty thousand people went south."
    assert days(counted, "press_release", THURSDAY) == (None, None)


def test_a_day_in_a_quotation_is_no_event() -> None:
    text = (
        "Haiti - The tents leak.\n“The season opens on 1 June, and a sheet lasts half a year,” says the camp's manager."
    )
    assert days(text, "press_release", THURSDAY) == (None, None)
    plain = "Haiti - The tents leak.\nThe season of repairs opens on 1 June, and a sheet lasts half a year, it is said."
    assert days(plain, "press_release", THURSDAY)[0] == "2019-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima – La Armada socorrió el martes a 28 personas, cuya lancha llevaba dos días a la deriva.", "2019-05-14"),
        ("Lima – Comenzó el martes en Cusco un taller de dos días para alcaldes de la sierra sur.", None),
    ],
)
def test_a_length_says_that_a_meeting_goes_on(text: str, expected: str | None) -> None:
    assert days(text, "press_release", THURSDAY) == ("2019-05-14", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima – Hoy y mañana, cónsules de cuatro países ensayan en Lima entrevistas con niños.", ("16", "17")),
        ("Rome – Aujourd'hui et demain, des consuls de quatre pays s'entraînent à écouter des enfants.", ("16", "17")),
        ("Nairobi – Officers will get a certificate for the course that they took from Monday to today.", ("13", "16")),
        ("Lima – Esta semana, de lunes a miércoles, los doce países celebran en Lima su reunión.", ("13", "15")),
        ("Lyon – Cette semaine, de mercredi à vendredi, douze pays tiennent à Lyon leur réunion.", ("15", "17")),
        (
            "Quito – An association that IOM has backed since 2012 won the national prize last night in Quito.",
            ("15", "15"),
        ),
        (
            "Nairobi – A dialogue by video link meets next Tuesday. Registration for it closes on Friday 24 May.",
            ("21", "21"),
        ),
        ("Nairobi – A dialogue by video link meets next Tuesday. It closes on Friday 24 May.", ("21", "24")),
    ],
)
def test_days_counted_from_the_day_of_publication(text: str, expected: tuple[str, str]) -> None:
    assert days(text, "press_release", THURSDAY) == (f"2019-05-{expected[0]}", f"2019-05-{expected[1]}")


def test_today_in_a_title_is_no_day() -> None:
    title = "Montevideo rinde homenaje a los inmigrantes de ayer y de hoy"
    text = f"{title}\nUruguay - Un mural de cerámica quedó descubierto en el puerto el 14 de mayo."
    assert days(text, "press_release", THURSDAY, title) == ("2019-05-14", "2019-05-14")


def test_what_a_release_reports_outweighs_days_of_other_times() -> None:
    text = (
        "Liberia - A freighter cast off from the quay yesterday evening with 370 people on board for Accra.\n"
        "An agreement that was signed in Akosombo on 2 May has been broken within a week, say the crew.\n"
    )
    assert days(text, "press_release", THURSDAY) == ("2019-05-15", "2019-05-15")
    moved = text + "The talks, first called for yesterday, will be held on 27 May in Accra, the port of registry.\n"
    assert days(moved, "press_release", THURSDAY)[0] == "2019-05-27"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nairobi – Thirty consuls received their papers on Thursday, 16 May. The course had begun on Tuesday in a hall.",
            "2019-05-14",
        ),
        (
            "Niamey – Vingt animateurs ont rangé leurs casques ce jeudi (16/05). L'atelier avait débuté mardi, à la Maison.",
            "2019-05-14",
        ),
        (
            "Lima – Treinta alcaldes recibieron su diploma el jueves 16 de mayo. El taller había comenzado el martes.",
            "2019-05-14",
        ),
        ("Nairobi – Thirty consuls received their papers on Thursday, 16 May. The rain had begun on Tuesday.", None),
    ],
)
def test_a_beginning_told_behind_the_close(text: str, expected: str | None) -> None:
    assert days(text, "press_release", THURSDAY) == (expected or "2019-05-16", "2019-05-16")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suva – Twelve countries agreed on priorities after three days of talks held in Suva from 13 to 15 May.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Suva – Douze pays se sont entendus après trois jours de réunion tenus à Suva du 13 au 15 mai.",
            ("2019-05-13", "2019-05-15"),
        ),
        (
            "Suva – Twelve countries agreed on priorities after the storm that had held them in Suva from 13 to 15 May.",
            (None, None),
        ),
        (
            "Kathmandu – IOM and the city signed an agreement on Tuesday (14/05) to open five desks for migrants.",
            ("2019-05-14", "2019-05-14"),
        ),
        (
            "Kathmandu – The forum on desks for migrants is to open on Friday (17/05) in the city hall.",
            ("2019-05-17", None),
        ),
    ],
)
def test_lengths_and_aims_beside_a_day(text: str, expected: Days) -> None:
    assert days(text, "press_release", THURSDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Addis Ababa – IOM gave 300 people blankets on Tuesday. IOM opened a transit centre near the airport on 2 May.",
        "Nairobi – Governments agreed on Tuesday to set up a group, IOM said. The last meeting was held on 2 and 3 May.",
    ],
)
def test_earlier_days_in_the_first_paragraph(text: str) -> None:
    assert days(text, "press_release", THURSDAY) == ("2019-05-14", "2019-05-14")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi – In advance of the summit on 20 May, IOM gave the port 30 nets yesterday.", "2019-05-15"),
        ("Nairobi – In the run-up to the Assembly of 20 May, IOM gave the port 30 nets on Tuesday.", "2019-05-14"),
        ("Dakar – À l'approche du sommet du 20 mai, l'OIM a remis mardi 30 filets au port.", "2019-05-14"),
        ("Dakar – L'OIM a remis hier 30 filets au port, en prévision du forum du 20 mai.", "2019-05-15"),
        ("Lima – De cara a la cumbre del 20 de mayo, la OIM entregó ayer 30 redes al puerto.", "2019-05-15"),
        ("Lima – Previo al foro del 20 de mayo, la OIM entregó el martes 30 redes al puerto.", "2019-05-14"),
        ("عمان – قبيل القمة المقررة في 20 مايو، سلمت المنظمة الدولية للهجرة أمس 30 شبكة للميناء.", "2019-05-15"),
        ("Nairobi – Days before the fair opens on 20 May, IOM on Tuesday trained 30 officers.", "2019-05-14"),
    ],
)
def test_a_day_that_is_prepared_for_is_not_the_one_reported(text: str, expected: str) -> None:
    assert days(text, "press_release", THURSDAY)[0] == expected


def test_a_weekend_outweighs_a_day_to_come_below_it() -> None:
    text = (
        "Nairobi – Sixteen crews raced their boats over the weekend on the lake.\n"
        "The nets are of blue twine. On Monday (20/05), Harbour Day, the winners will be presented in Kisumu."
    )
    assert days(text, "press_release", THURSDAY) == ("2019-05-11", "2019-05-12")


@pytest.mark.parametrize("head", ["(Lisbon, 3 May 2019) ", "Lisbon, 3 May 2019: ", "Lisbon. 3 May 2019. "])
def test_place_and_day_before_the_text_of_an_event(head: str) -> None:
    text = f"{head}Thirty workers of the port and the guild of net makers meet for a workshop."
    assert days(text, "event") == ("2019-05-03", "2019-05-03")
    assert days(text, "press_release", "2019-05-03") == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Nairobi – Sixty boats are out, according to a list of the harbours published today by IOM.",
        "Dakar – Soixante bateaux sont en mer, selon la liste des ports publiée aujourd'hui par l'OIM.",
        "Dakar – L'OIM sollicite aujourd'hui trois millions de dollars pour les cordes et les cloches du port.",
        "Lima – Sesenta barcos están en el mar, según la lista de los puertos publicada hoy por la OIM.",
        "Lima – La OIM solicitó hoy tres millones de dólares para las cuerdas y las campanas del puerto.",
        "عمان – حذّرت المنظمة الدولية للهجرة اليوم من أن نقص الحبال قد يوقف ستين قاربا في الميناء.",
        "عمان – ناشدت المنظمة الدولية للهجرة اليوم المانحين تقديم ثلاثة ملايين دولار لحبال الميناء.",
        "عمان – أعربت المنظمة الدولية للهجرة اليوم عن أملها في عودة ستين قاربا إلى الميناء.",
        "عمان – في الميناء ستون قاربا بحسب القائمة التي نشرتها اليوم المنظمة الدولية للهجرة.",
    ],
)
def test_an_appeal_or_a_list_of_today_is_no_event(text: str) -> None:
    assert days(text, "press_release", THURSDAY) == (None, None)


def test_a_campaign_launched_today_ends_when_it_is_said_to() -> None:
    text = "عمان – أطلقت المنظمة الدولية للهجرة اليوم حملة لصيانة ستين قاربا.\nوتستمر الحملة من 16 إلى 21 مايو 2019 بدعم من اتحاد الموانئ."
    assert days(text, "press_release", THURSDAY) == ("2019-05-16", "2019-05-21")


def test_a_word_with_a_hyphen_behind_it_begins_nothing() -> None:
    text = "Nairobi – On the International Day of Ropes (14/05), two start-ups received the prize of the guild."
    assert days(text, "press_release", THURSDAY) == ("2019-05-14", "2019-05-14")
