"""Who is a person in a sentence and what they do there, in the forms that releases on handovers and signings have."""

from __future__ import annotations

import pytest

from parsers.prose.reading import read_prose
from tests.parsers.prose_pages import page_of


def roles(text: str, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in read_prose(page_of(text), set(), release=True, language=language).people:
        if found.get(person.name, "mentioned") == "mentioned":
            found[person.name] = person.role
    return found


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "وتولت إدارة جلسات الورشة سلمى حداد، منسقة برامج الحماية في المنظمة الدولية للهجرة.",
            "ar",
            {"سلمى حداد": "moderator"},
        ),
        ("وتولى إدارة الجلسة أحمد سالم، مدير مركز البحوث.", "ar", {"أحمد سالم": "moderator"}),
        (
            "وأدارت الجلسة الحوارية التي أعقبت الافتتاح سلمى حداد، مسؤولة الاتصال في المنظمة الدولية للهجرة.",
            "ar",
            {"سلمى حداد": "moderator"},
        ),
        ("وأدار النقاش الذي تلا العرض أحمد سالم، أستاذ القانون في جامعة تونس.", "ar", {"أحمد سالم": "moderator"}),
        ("وتولت تيسير الجلسة سلمى حداد، مستشارة في وزارة العمل.", "ar", {"سلمى حداد": "moderator"}),
        ("وتولى رئاسة الجلسة أحمد سالم، وكيل وزارة العمل.", "ar", {"أحمد سالم": "chair"}),
        ("وترأست الجلسة الختامية سلمى حداد، وزيرة العمل.", "ar", {"سلمى حداد": "chair"}),
        ("وقامت بإدارة الحوار سلمى حداد، مسؤولة الاتصال في المنظمة.", "ar", {"سلمى حداد": "moderator"}),
        ("وقام بتيسير الورشة أحمد سالم، خبير الهجرة.", "ar", {"أحمد سالم": "moderator"}),
        ("وأدار جلسات اليوم الأول أحمد سالم، مدير الميناء.", "ar", {"أحمد سالم": "moderator"}),
        ("وكانت إدارة الجلسة من نصيب سلمى حداد، مديرة الميناء.", "ar", {"سلمى حداد": "moderator"}),
        (
            "وأدارت الجلسة التي شارك فيها ثلاثون خبيراً سلمى حداد، مسؤولة الاتصال في المنظمة الدولية للهجرة.",
            "ar",
            {"سلمى حداد": "moderator"},
        ),
        (
            "ووقع المذكرة عن الجانب العراقي سلمى حداد، وزيرة العمل، وعن المنظمة أحمد سالم، رئيس بعثة المنظمة الدولية للهجرة.",
            "ar",
            {"سلمى حداد": "mentioned", "أحمد سالم": "mentioned"},
        ),
        (
            "ووقع الاتفاقية عن الوزارة أحمد سالم، وكيل وزارة العمل، وعن المنظمة الدولية للهجرة سلمى حداد، رئيسة البعثة.",
            "ar",
            {"سلمى حداد": "mentioned", "أحمد سالم": "mentioned"},
        ),
        ("ووقعت الاتفاقية عن الحكومة سلمى حداد، وزيرة العمل.", "ar", {"سلمى حداد": "mentioned"}),
        ("وقد وقع البروتوكول نيابة عن الحكومة أحمد سالم، وزير الخارجية.", "ar", {"أحمد سالم": "mentioned"}),
        (
            "ووقع على المذكرة كل من أحمد سالم، وزير العمل، وسلمى حداد، رئيسة بعثة المنظمة الدولية للهجرة.",
            "ar",
            {"سلمى حداد": "mentioned", "أحمد سالم": "mentioned"},
        ),
        ("ومثل الجانب الليبي في الاجتماع أحمد سالم، وكيل وزارة العمل.", "ar", {"أحمد سالم": "mentioned"}),
        (
            "وحضر حفل التوقيع أحمد سالم، محافظ البصرة، وسلمى حداد، سفيرة النرويج.",
            "ar",
            {"سلمى حداد": "mentioned", "أحمد سالم": "mentioned"},
        ),
        ("وشارك في الافتتاح عن الجانب الحكومي أحمد سالم، مدير الجوازات.", "ar", {"أحمد سالم": "mentioned"}),
        (
            "وسلم المفاتيح أحمد سالم، رئيس بعثة المنظمة، إلى سلمى حداد، مديرة المدرسة.",
            "ar",
            {"سلمى حداد": "mentioned", "أحمد سالم": "mentioned"},
        ),
        ("وقص الشريط أحمد سالم، محافظ البصرة.", "ar", {"أحمد سالم": "mentioned"}),
        ("فيما أشار أحمد سالم، سفير النرويج لدى ليبيا، إلى أهمية الشراكة.", "ar", {"أحمد سالم": "quoted"}),
        ("وأشارت سلمى حداد، مديرة الميناء، إلى ضرورة حماية الأطفال.", "ar", {"سلمى حداد": "quoted"}),
        ("من جهته، شدد أحمد سالم، وزير العمل، على أهمية التعاون.", "ar", {"أحمد سالم": "quoted"}),
        ("وبدورها، أشادت سلمى حداد، وزيرة العمل، بالشراكة مع المنظمة.", "ar", {"سلمى حداد": "quoted"}),
        ("وأعرب أحمد سالم، محافظ البصرة، عن شكره للمنظمة.", "ar", {"أحمد سالم": "quoted"}),
        ("بينما دعت سلمى حداد، مديرة المركز، إلى زيادة الدعم.", "ar", {"سلمى حداد": "quoted"}),
        ("ولفت أحمد سالم، مدير الميناء، إلى ارتفاع عدد العائدين.", "ar", {"أحمد سالم": "quoted"}),
        ("وثمّن أحمد سالم، وزير الداخلية، جهود المنظمة.", "ar", {"أحمد سالم": "quoted"}),
        ("وشكرت سلمى حداد، مديرة المدرسة، المنظمة على دعمها.", "ar", {"سلمى حداد": "quoted"}),
        (
            "وألقى كلمة الترحيب اللواء أحمد سالم، رئيس جهاز خفر السواحل، فيما أكد جوزيف مراد، سفير إيطاليا، على أهمية الشراكة.",
            "ar",
            {"أحمد سالم": "opening", "جوزيف مراد": "quoted"},
        ),
        ("وتولت الوزارة إدارة المراكز الجديدة، وفقاً للخطة الوطنية، وزيادة عدد الموظفين.", "ar", {}),
        ("وقعت المنظمة الدولية للهجرة عن الجانب الإنساني، وزارة العمل، مذكرة تفاهم.", "ar", {}),
        ("وأشارت الوزارة، مديرة البرنامج، إلى أهمية التعاون.", "ar", {}),
        ("وكان في مقدمة الحضور أحمد سالم، محافظ البصرة.", "ar", {"أحمد سالم": "mentioned"}),
        (
            "ووقع الاتفاق كل من أحمد سالم، وزير العمل، وسلمى حداد، رئيسة بعثة المنظمة.",
            "ar",
            {"أحمد سالم": "mentioned", "سلمى حداد": "mentioned"},
        ),
        ("وألقت كلمة الافتتاح سلمى حداد، نائبة رئيس البعثة.", "ar", {"سلمى حداد": "opening"}),
        ("وألقى الكلمة الختامية أحمد سالم، وكيل الوزارة.", "ar", {"أحمد سالم": "closing"}),
        ("واختتم الورشة أحمد سالم، مدير عام الجوازات.", "ar", {"أحمد سالم": "closing"}),
        ("وافتتح أعمال المؤتمر معالي الوزير أحمد سالم، وزير العمل.", "ar", {"أحمد سالم": "opening"}),
        ("وقدم العرض الأول أحمد سالم، خبير الهجرة في الجامعة.", "ar", {"أحمد سالم": "speaker"}),
        ("وقدمت المداخلة الرئيسية سلمى حداد، أستاذة القانون في جامعة تونس.", "ar", {"سلمى حداد": "speaker"}),
        ("وشارك في الجلسة الحوارية أحمد سالم، رئيس بلدية صور.", "ar", {"أحمد سالم": "mentioned"}),
        ("وسلم الشهادات للمتدربين العميد أحمد سالم، مدير الأكاديمية.", "ar", {"أحمد سالم": "mentioned"}),
        ("وأدار الندوة الإعلامي أحمد سالم.", "ar", {"أحمد سالم": "moderator"}),
        ("وأدارت الحوار الإعلامية سلمى حداد.", "ar", {"سلمى حداد": "moderator"}),
        ("وحضرت الافتتاح سلمى عبد الرحمن حداد، مديرة المرفأ.", "ar", {"سلمى عبد الرحمن حداد": "mentioned"}),
        ("ووقع الاتفاقية سيف الدين كريم، رئيس المجلس البلدي.", "ar", {"سيف الدين كريم": "mentioned"}),
        ("ووقع الاتفاقية كريم النوري، رئيس المجلس البلدي.", "ar", {"كريم النوري": "mentioned"}),
        ("ووقعت المنظمة مذكرة التفاهم، مديرة البرنامج حاضرة.", "ar", {}),
        ("وحضر مراسم التوقيع، رئيس البعثة ومدير المكتب.", "ar", {}),
        ("وقدمت المنظمة مساعدات طبية، مدير المستشفى كان هناك.", "ar", {}),
        ("وشهدت الورشة مشاركة واسعة، ممثلة بذلك جميع القطاعات.", "ar", {}),
        ("وتولت الوزارة إدارة مركز الاستقبال، مدير الميناء.", "ar", {}),
        ("وسلمت المنظمة مفاتيح المركز الجديد، رئيس البلدية.", "ar", {}),
        ("وقال أحمد سالم، مدير الميناء، إن الميناء مفتوح.", "ar", {"أحمد سالم": "quoted"}),
        ("وأكد أحمد سالم، مدير الميناء، على أهمية الميناء.", "ar", {"أحمد سالم": "quoted"}),
        ("وأثنى أحمد سالم، مدير الميناء، على جهود المنظمة.", "ar", {"أحمد سالم": "quoted"}),
        ("وعبرت سلمى حداد، مديرة الميناء، عن امتنانها للشركاء.", "ar", {"سلمى حداد": "quoted"}),
        ("ودعا الوزير أحمد سالم إلى زيادة الدعم.", "ar", {"أحمد سالم": "quoted"}),
        ("وأشارت السيدة سلمى حداد إلى أهمية التعاون.", "ar", {"سلمى حداد": "quoted"}),
    ],
)
def test_arabic_subjects_behind_their_object(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Hizo uso de la palabra Luis Paz, Director de USAID en Honduras, mientras que Ana Rojas, Directora de DINAF, recibió las llaves.",
            "es",
            {"Luis Paz": "speaker", "Ana Rojas": "mentioned"},
        ),
        (
            "Hicieron uso de la palabra Luis Paz, Alcalde de Tela, y Ana Rojas, Directora de DINAF.",
            "es",
            {"Luis Paz": "speaker", "Ana Rojas": "speaker"},
        ),
        ("También hizo uso de la palabra la Viceministra Ana Rojas.", "es", {"Ana Rojas": "speaker"}),
        ("Las palabras de bienvenida estuvieron a cargo de Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "opening"}),
        ("Las palabras de apertura fueron pronunciadas por Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "opening"}),
        ("Las palabras de cierre estuvieron a cargo de Ana Rojas, Directora de DINAF.", "es", {"Ana Rojas": "closing"}),
        ("La bienvenida la dio Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "opening"}),
        ("El acto de apertura lo presidió Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "opening"}),
        ("La bendición la dio Monseñor Marco Antonio Vela Lara.", "es", {"Marco Antonio Vela Lara": "mentioned"}),
        ("La bendición estuvo a cargo del padre Marco Vela.", "es", {"Marco Vela": "mentioned"}),
        ("El moderador del conversatorio fue Luis Paz, periodista.", "es", {"Luis Paz": "moderator"}),
        ("La conducción del acto estuvo a cargo de Luis Paz, periodista.", "es", {"Luis Paz": "moderator"}),
        ("El conversatorio lo moderó Ana Rojas, Directora de DINAF.", "es", {"Ana Rojas": "moderator"}),
        ("La mesa la condujo Ana Rojas, Directora de DINAF.", "es", {"Ana Rojas": "moderator"}),
        (
            "La sesión fue moderada por Ana Rojas, Directora General de Derechos Humanos de la Corte.",
            "es",
            {"Ana Rojas": "moderator"},
        ),
        (
            "En el conversatorio posterior intervinieron como panelistas Luis Paz, Alcalde de Tela, y Ana Rojas, Directora de DINAF.",
            "es",
            {"Luis Paz": "panellist", "Ana Rojas": "panellist"},
        ),
        (
            "Como panelistas participaron Luis Paz, Alcalde de Tela, y Ana Rojas, Directora de DINAF.",
            "es",
            {"Luis Paz": "panellist", "Ana Rojas": "panellist"},
        ),
        (
            "El panel estuvo integrado por Luis Paz, Alcalde de Tela, y Ana Rojas, Directora de DINAF.",
            "es",
            {"Luis Paz": "panellist", "Ana Rojas": "panellist"},
        ),
        (
            "El documento lo suscribieron el Ministro Presidente Arturo Vela y Jeremy Mac Lund, Representante adjunto de la OIM en México.",
            "es",
            {"Arturo Vela": "mentioned", "Jeremy Mac Lund": "mentioned"},
        ),
        (
            "Participó el Colegio de Psicólogos, y la moderación estuvo a cargo de Ana Rojas.",
            "es",
            {"Ana Rojas": "moderator"},
        ),
        (
            "La Primera Dama de la Nación, Ana García de Rojas, cortó la cinta.",
            "es",
            {"Ana García de Rojas": "mentioned"},
        ),
        (
            "M. Marc Vague, Ambassadeur de Norvège, a coupé le ruban avec le Sultan du Damara.",
            "fr",
            {"Marc Vague": "mentioned"},
        ),
        ("Allocution de bienvenue : M. Marc Vague, Ministre de la Sécurité, Togo", "fr", {"Marc Vague": "opening"}),
        ("La modération était assurée par Mme Aline Onda, journaliste.", "fr", {"Aline Onda": "moderator"}),
        ("Mme Aline Onda, Cheffe de bureau, a assuré la modération.", "fr", {"Aline Onda": "moderator"}),
        ("Le mot de bienvenue est revenu à M. Marc Vague, Préfet.", "fr", {"Marc Vague": "opening"}),
        ("Le mot de bienvenue a été prononcé par M. Marc Vague, Préfet.", "fr", {"Marc Vague": "opening"}),
        ("Il est revenu à Mme Aline Onda, Ministre, d’ouvrir les travaux.", "fr", {"Aline Onda": "opening"}),
        (
            "Sont intervenus Marc Vague, Préfet, et Aline Onda, Ministre du Travail.",
            "fr",
            {"Marc Vague": "speaker", "Aline Onda": "speaker"},
        ),
        (
            "Kenya’s Principal Secretary for Immigration and Citizen Services Ida Vik delivered the keynote.",
            "en",
            {"Ida Vik": "speaker"},
        ),
        ("The Minister for Labour and Social Protection Ida Vik delivered the keynote.", "en", {"Ida Vik": "speaker"}),
        (
            "The Permanent Secretary for Home Affairs and Border Security Ola Lund opened the meeting.",
            "en",
            {"Ola Lund": "opening"},
        ),
        ("Minister of Trade, Industry and Rural Development Ida Vik opened the meeting.", "en", {"Ida Vik": "opening"}),
        (
            "The graduation parade was reviewed by Ida Vik, Chair of the Service’s board; Commandant of the school Deputy Commissioner Ola Lund gave the welcome address. Best recruit was Eva Strand of the Tide post.",
            "en",
            {"Ida Vik": "mentioned", "Ola Lund": "opening", "Eva Strand": "mentioned"},
        ),
        ("The prize for best trainee went to Eva Strand of the Tide post.", "en", {"Eva Strand": "mentioned"}),
        ("Best in class was Eva Strand from Tide.", "en", {"Eva Strand": "mentioned"}),
        (
            "In opening remarks Mr. Ola Lund, Minister of Labour, said the country could not do without them.",
            "en",
            {"Ola Lund": "opening"},
        ),
        (
            "In his opening remarks, Mr. Ola Lund, Minister of Labour, said that the country needs them.",
            "en",
            {"Ola Lund": "opening"},
        ),
        ("In welcoming remarks, Ida Vik, Mayor of Tide, stressed that the port is open.", "en", {"Ida Vik": "opening"}),
        ("In her closing remarks Ida Vik, Mayor of Tide, said the port is open.", "en", {"Ida Vik": "closing"}),
        ("Ida Vik, Mayor of Tide, in an opening address, called the port a bridge.", "en", {"Ida Vik": "opening"}),
        (
            "Ambassador Eva Strand of Sweden, Chair of the Global Forum on Tides, spoke on the agenda, and Ms. Ida Vik of IOM on exchanges between regions.",
            "en",
            {"Eva Strand": "speaker", "Ida Vik": "speaker"},
        ),
        (
            "A panel on fair business followed: Ida Vik of the Department of Skill Development chaired it, and panellists were Ola Lund, Vice President at Thai Union, and Eva Strand, Coordinator, Tide Group.",
            "en",
            {"Ida Vik": "chair", "Ola Lund": "panellist", "Eva Strand": "panellist"},
        ),
        ("La sesión fue moderada por la periodista Ana Rojas.", "es", {"Ana Rojas": "moderator"}),
        ("El taller fue facilitado por el doctor Luis Paz.", "es", {"Luis Paz": "moderator"}),
        (
            "Ana Rojas, de la Red Viva, y Luis Paz, del Colegio Médico, intervinieron en el panel.",
            "es",
            {"Ana Rojas": "panellist", "Luis Paz": "panellist"},
        ),
        (
            "Durante su mensaje de bienvenida, Ana Rojas, Directora de DINAF, señaló que el centro abrirá.",
            "es",
            {"Ana Rojas": "opening"},
        ),
        (
            "En sus palabras de apertura, Ana Rojas, Directora de DINAF, señaló que el centro abrirá.",
            "es",
            {"Ana Rojas": "opening"},
        ),
        (
            "Con unas palabras de bienvenida, Ana Rojas, Directora de DINAF, abrió la jornada.",
            "es",
            {"Ana Rojas": "opening"},
        ),
        ("La cinta fue cortada por Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "mentioned"}),
        ("Les débats ont été modérés par la journaliste Aline Onda.", "fr", {"Aline Onda": "moderator"}),
        (
            "Dans son mot de bienvenue, M. Marc Vague, Préfet, a rappelé que le port est ouvert.",
            "fr",
            {"Marc Vague": "opening"},
        ),
        (
            "Ont signé la convention M. Marc Vague, Préfet, et Mme Aline Onda, Cheffe de mission.",
            "fr",
            {"Marc Vague": "mentioned", "Aline Onda": "mentioned"},
        ),
        ("La modératrice était Mme Aline Onda, journaliste.", "fr", {"Aline Onda": "moderator"}),
        ("In brief welcoming remarks, Mayor Ida Vik said that the port is open.", "en", {"Ida Vik": "opening"}),
        ("The Minister of Labour, Skills and Youth Employment Ida Vik opened the fair.", "en", {"Ida Vik": "opening"}),
        (
            "Opening remarks were given by Ida Vik, Mayor of Tide; Ola Lund, Judge; and Eva Strand, Director of Ports.",
            "en",
            {"Ida Vik": "opening", "Ola Lund": "opening", "Eva Strand": "opening"},
        ),
        (
            "Ida Vik, Mayor of Tide; Ola Lund, Judge of Tide; and Eva Strand, Director of Ports, opened the fair.",
            "en",
            {"Ida Vik": "opening", "Ola Lund": "opening", "Eva Strand": "opening"},
        ),
        (
            "The ribbon was cut by Ida Vik, Mayor of Tide; Ola Lund, Judge of Tide, gave the closing remarks.",
            "en",
            {"Ida Vik": "mentioned", "Ola Lund": "closing"},
        ),
        ("El Gobernador Luis Paz abrió el acto.", "es", {"Luis Paz": "opening"}),
        ("La Viceministra de Trabajo Ana Rojas abrió el acto.", "es", {"Ana Rojas": "opening"}),
        ("Le Maire Marc Vague a ouvert la séance.", "fr", {"Marc Vague": "opening"}),
        ("La Ministre Aline Onda a ouvert la séance.", "fr", {"Aline Onda": "opening"}),
        ("The Mayor Ida Vik opened the fair.", "en", {"Ida Vik": "opening"}),
        ("El Nour Hassan, Mayor of Tide, opened the fair.", "en", {"El Nour Hassan": "opening"}),
        ("Firmaron el Representante de la OIM y el Doctor Luis Paz, Alcalde de Tela.", "es", {"Luis Paz": "mentioned"}),
        ("The Mayor of Tide and the Ambassador Ida Vik opened the fair.", "en", {"Ida Vik": "opening"}),
    ],
)
def test_what_people_do_at_handovers(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "En uso de la palabra, Luis Paz, Alcalde de Tela, destacó que el centro abrirá en mayo.",
            "es",
            {"Luis Paz": "quoted"},
        ),
        ("Por su parte, la Embajadora Ana Rojas agradeció el apoyo de la OIM.", "es", {"Ana Rojas": "quoted"}),
        ("Luis Paz, Alcalde de Tela, destacó la importancia de la cooperación.", "es", {"Luis Paz": "quoted"}),
        ("Por su parte, Luis Paz, Alcalde de Tela, resaltó el compromiso del municipio.", "es", {"Luis Paz": "quoted"}),
        (
            "A su vez, Ana Rojas, Directora de DINAF, reiteró la voluntad de seguir trabajando.",
            "es",
            {"Ana Rojas": "quoted"},
        ),
        (
            "Luis Paz, Alcalde de Tela, recibió las llaves y agradeció a la OIM. “Las cuidaremos”, aseguró.",
            "es",
            {"Luis Paz": "quoted"},
        ),
        (
            "Le Commissaire principal Marc Vague, Directeur du Port, a salué un partenariat de cinq ans.",
            "fr",
            {"Marc Vague": "quoted"},
        ),
        ("M. Marc Vague, Préfet de la Marée, a remercié l’OIM pour son appui.", "fr", {"Marc Vague": "quoted"}),
        (
            "Mme Aline Onda, Ministre du Travail, a insisté sur l’importance de la formation.",
            "fr",
            {"Aline Onda": "quoted"},
        ),
        (
            "De son côté, Marc Vague, Préfet de la Marée, s’est félicité de cette coopération.",
            "fr",
            {"Marc Vague": "quoted"},
        ),
        ("Mme Aline Onda, Ministre du Travail, a réaffirmé l’engagement de son pays.", "fr", {"Aline Onda": "quoted"}),
        (
            "The Cabinet Secretary for Interior and National Administration Ola Lund said that the port would open.",
            "en",
            {"Ola Lund": "quoted"},
        ),
        (
            "“Good data is a beginning,” said Mr. Ola Lund, Chief of Mission of IOM in Tideland.\nWhile receiving the keys, the Comptroller General of the Tide Service, Mr. Ivar Jere Vik, thanked IOM for a partnership of twenty years. “We will put these to use,” he assured.",
            "en",
            {"Ola Lund": "quoted", "Ivar Jere Vik": "quoted"},
        ),
        (
            "The agreement was signed by IOM Director General Ola Lund and Dr Abebe Girma Tessema, Director-General of WHO.\nDr Abebe replied that no agency could do it alone.",
            "en",
            {"Ola Lund": "mentioned", "Abebe Girma Tessema": "quoted"},
        ),
        (
            "The agreement was signed by Dr Abebe Girma Tessema, Director-General of WHO. “We cannot do it alone,” Dr Abebe said.",
            "en",
            {"Abebe Girma Tessema": "quoted"},
        ),
        ("Ida Vik, Mayor of Tide, reaffirmed her government’s commitment to the port.", "en", {"Ida Vik": "quoted"}),
        (
            "El Alcalde Luis Paz agradeció a la OIM y recordó que el puerto abrirá en mayo.",
            "es",
            {"Luis Paz": "quoted"},
        ),
        ("La directora de DINAF, Ana Rojas, destacó el compromiso de los equipos.", "es", {"Ana Rojas": "quoted"}),
        ("El doctor Luis Paz destacó por su trabajo en el puerto.", "es", {"Luis Paz": "mentioned"}),
        ("Luis Paz, Alcalde de Tela, reconoció a los voluntarios con un diploma.", "es", {"Luis Paz": "mentioned"}),
        ("M. Marc Vague, Préfet, a tenu à remercier l’OIM.", "fr", {"Marc Vague": "quoted"}),
        ("M. Marc Vague, Préfet, a souligné l’importance du dialogue.", "fr", {"Marc Vague": "quoted"}),
        (
            "Pour sa part, Mme Aline Onda, Ministre, a exprimé sa gratitude à l’Union européenne.",
            "fr",
            {"Aline Onda": "quoted"},
        ),
        ("In his keynote address, Ola Lund, Mayor of Tide, said that the port is open.", "en", {"Ola Lund": "quoted"}),
        (
            "“It is done,” said Dr Abebe Girma, Director of WHO. Ms. Ida Vik disagreed. “Not yet,” Dr Abebe added.",
            "en",
            {"Abebe Girma": "quoted", "Ida Vik": "mentioned"},
        ),
        (
            "The agreement was signed by Martin Vik, Mayor of Tide, and Claire Martin, Director of Ports. “Good,” said Ms. Martin.",
            "en",
            {"Martin Vik": "mentioned", "Claire Martin": "quoted"},
        ),
        (
            "The agreement was signed by Martin Vik, Mayor of Tide. “Good,” said Ms. Martin.",
            "en",
            {"Martin Vik": "quoted"},
        ),
        (
            "El Alcalde Luis Paz agradeció a la OIM y recordó que el puerto abrirá en mayo.",
            "es",
            {"Luis Paz": "quoted"},
        ),
        ("La Ministra Ana Rojas dijo que el puerto abrirá.", "es", {"Ana Rojas": "quoted"}),
        ("La Rochelle accueille le forum, dit Marc Vague, maire.", "fr", {"Marc Vague": "quoted"}),
    ],
)
def test_whose_words_are_told(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("El centro está a cargo de las Hermanas Josefinas.", "es", {}),
        ("El albergue, a cargo de los Padres Franciscanos, abrió en mayo.", "es", {}),
        ("Las charlas estuvieron a cargo de las Hijas de la Caridad y de Médicos del Mundo.", "es", {}),
        ("El taller estuvo a cargo de los Misioneros Scalabrinianos.", "es", {}),
        (
            "Firmaron el acuerdo la Oficina en México del Alto Comisionado y el Instituto Nacional de Defensa Pública (INDP).",
            "es",
            {},
        ),
        ("Como testigos firmaron la Comisión Estatal de Búsqueda y el Consejo Ciudadano de Tijuana.", "es", {}),
        ("La cérémonie a réuni la mission EUCAP Lac Tchad, la Commission mixte et les chefs coutumiers.", "fr", {}),
        (
            "La cérémonie, présidée par M. Marc Vague, Préfet, a réuni la mission EUMAR Golfe Bleu, l’ONG Karité et le projet RESILAC Lac Tchad.",
            "fr",
            {"Marc Vague": "chair"},
        ),
        (
            "Ont pris part à la cérémonie l’association Mer Bleue, le réseau Femmes Debout et la fondation Terre Haute.",
            "fr",
            {},
        ),
        ("Les Sœurs Franciscaines y participent, de même que Médecins du Monde.", "fr", {}),
        ("L’atelier a été animé par les Frères Maristes.", "fr", {}),
        ("Al acto asistieron las Hermanas Josefinas y los Hermanos Maristas.", "es", {}),
        ("Intervinieron la Red Esperanza Viva y el Movimiento Mujeres Unidas.", "es", {}),
        ("Moderó la Fundación Luz Verde.", "es", {}),
        ("Le centre est tenu par les Sœurs Blanches de Marie.", "fr", {}),
        ("The shelter is run by the Scalabrini Sisters.", "en", {}),
        ("The session was led by the Tide Harvest and the Blue Circle.", "en", {}),
        ("The workshop was facilitated by the Norwegian Helping Hands.", "en", {}),
        (
            "Como testigos firmaron la Oficina del Alto Comisionado de las Naciones Unidas (ONU-DH) y el Instituto Federal de Defensa Pública (IFDP).",
            "es",
            {},
        ),
        ("Ont signé le Représentant du HCR et le Réseau Femmes Debout (RFD).", "fr", {}),
        ("The Director of the Tide Office and the Blue Harvest Circle (BHC) opened the fair.", "en", {}),
    ],
)
def test_bodies_and_groups_are_nobody(text: str, language: str, expected: dict[str, str]) -> None:
    assert roles(text, language) == expected
