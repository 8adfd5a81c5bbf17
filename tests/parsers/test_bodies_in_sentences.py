"""Where the names of bodies begin and end in sentences, and what their sentences say that they do."""

import pytest

from tests.parsers.test_involvement import involved


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "نظمت الدورة المنظمة الدولية للهجرة ووزارة الصحة الأردنية.",
            [("المنظمة الدولية للهجرة", "organizer"), ("وزارة الصحة الأردنية", "organizer")],
        ),
        ("وتموّل حكومة إيطاليا الدورة في إطار مشروع.", [("حكومة إيطاليا", "sponsor")]),
        (
            "تدعو خفر السواحل الموريتاني والهلال الأحمر الموريتاني الصيادين والأطباء إلى يوم دراسي.",
            [("خفر السواحل الموريتاني", "organizer"), ("الهلال الأحمر الموريتاني", "organizer")],
        ),
        ("وشارك في الورشة خمسون من القضاة وأعضاء النيابة العامة من مختلف المحافظات.", []),
        (
            "بتنظيم من جامعة الدول العربية، فيما تحتضنه وزارة الشباب والرياضة.",
            [("جامعة الدول العربية", "organizer"), ("وزارة الشباب والرياضة", "host")],
        ),
        ("نظمت المنتدى العربي للمدن.", [("المنتدى العربي للمدن", "organizer")]),
    ],
)
def test_arabic_objects_are_no_part_of_a_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert involved(text) == wanted
