"""Contact details and blocked people are blotted out, and nothing else is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.privacy import BLOT, Blocked, Numbers, blot, leads_to_somebody, phone_numbers


@pytest.mark.parametrize(
    "text",
    [
        "Email: jane.doe@iom.int",
        "jane.doe [at] iom.int",
        "jdoe (arroba) oim.org.pe",
        "Tel: +41 22 717 94 80",
        "Tel.: 022 717 9480",
        "Mobile (079) 217-33-74",
        "Tél. +41.22.7179480",
        "Call +254 (0) 20 4221 000 now",
        "Call 0041 22 717 9111 now",
        "(+63 2) 8230 1999",
        "هاتف: 0041227179111",
        "Tel. No. 717 9111",
        "Tél. n° 717 91 11",
        "Tel (Geneva): 717 91 11",
        "Phone number 0770123456",
        "WhatsApp at 312 345 6789",
        "Tels: 312 345 6789, 312 345 6780 o 312 345 6781",
        "Teléfono (01) 633-0000 anexo 1234",
        "Tel. direct: 717 91 11",
        "Tel:\n312 345 6789",
        "Tel: 717 911",
        "Tel.: 022/717 9480",
        "الهاتف المحمول: ٠٧٧٠ ١٢٣ ٤٥٦٧",
        "للاتصال على الرقم 7701234567",
        "41227179111+",
        "IOM, 0770 123 4567",
        "٠٧٧٠١٢٣٤٥٦٧",
        "212-963-4475",
        "someone @ iom.int",
        "name AT iom DOT int",
        "name at iom dot int",
        "name [arobase] oim [point] int",
    ],
)
def test_contact_details_go(text: str) -> None:
    plain = blot(text)
    assert len(plain) == len(text)
    assert BLOT in plain
    assert "@" not in plain
    assert sum(letter.isdigit() for letter in plain) == 0


@pytest.mark.parametrize(
    "text",
    [
        "30-31 March 2023, 10:00 - 11:00",
        "Resolution 73/195 of 19 December 2018",
        "USD 1 000 000 for 2 500 000 people since 2015 - 2016",
        "more than 200,000,000 migrants, +1,000,000 in 2020",
        "at 10.30 (at the Palais)",
        "ISBN 978-92-9068-000-0",
        "Telephone interviews with 1,200 people in 2014",
        "@UNmigration",
        "ISBN 0306406152, Resolution 2018/0123",
        "2019-2023",
        "2019–2023, 2018 2019 2020 2021",
        "S/19/5 and C/109/L/2, A/RES/73/195, E/CN.3/2019/12",
        "الوثيقة رقم 1234567 للفترة 2019-2023",
        "10:00 11.30-12.00",
        "09:00 – 10:30 11:00 – 12:30",
        "09.00-10.30 11.00-12.30",
        "05.02.2020 09.30 - 10.30",
        "06/11/2019 - 08/11/2019",
        "Hotline: 09.00 - 17.00",
        "call 25.11.2024, Call 13.30-14.30",
        "mobile 2 500 000 people, phone 1 200 000 people",
        "Mobile 2019-2023",
        "Tel Aviv: 2 500 000",
        "10 000 000 000 USD, 1.000.000.000, 2 500 000 000+ people",
        "look at one point two, look at each dot carefully",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert blot(text) == text


LABELS = (
    """
Tel;Tel.;Tels;Telf.;Tél;Tél.;Tél. portable;Téléphone;Telephone;Phone;Phone number;Ph;Mobile;Mob.;Portable;Cel;Cel.;Celular;Cell;Móvil
Teléfono;Fax;WhatsApp;GSM;Tel. No.;Tel (Geneva);Mobile phone;هاتف;الهاتف;تلفون;موبايل;جوال;الهاتف المحمول;رقم الهاتف;والهاتف;فاكس
""".replace("\n", ";")
    .strip(";")
    .split(";")
)
SEPARATORS = [": ", " : ", ":", " – ", " - ", ", ", "، ", ":\n", ": \u200e", " | "]
SHAPES = (
    """
0770 123 4567;07701234567;0770-123-4567;+964 770 123 4567;00964 770 1234567;+41 (0)22 717 91 11;(01) 633-0000;06 12 34 56 78
312 345 6789;3123456789;717-9111;022.717.94.80;٠٧٧٠ ١٢٣ ٤٥٦٧;۰۷۷۰۱۲۳۴۵۶۷;+1 (212) 963-4475;079/217 33 74;770\u00a0123\u00a04567;0770–123–4567
""".replace("\n", ";")
    .strip(";")
    .split(";")
)


@given(
    st.sampled_from(LABELS),
    st.sampled_from(SEPARATORS),
    st.sampled_from(SHAPES),
    st.sampled_from(["", "Jane Doe, IOM, ", "هنا "]),
)
def test_every_label_with_every_separator_and_number(label: str, separator: str, shape: str, before: str) -> None:
    plain = blot(f"{before}{label}{separator}{shape}")
    assert plain.startswith(f"{before}{label}")
    assert not any(letter.isdigit() for letter in plain)


def test_the_whole_table_of_labels_separators_and_numbers() -> None:
    lines = [f"{label}{separator}{shape}" for label in LABELS for separator in SEPARATORS for shape in SHAPES]
    assert [line for line in lines if any(letter.isdigit() for letter in blot(line))] == []


@given(
    st.dates(datetime.date(1951, 1, 1), datetime.date(2040, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d %B %Y", "%Y", "%d %m %Y"]),
    st.sampled_from(["", "Mobile ", "Call ", "Geneva, ", "Tel Aviv, ", "رقم "]),
    st.sampled_from(["", ", 10:00 - 11:30", " 09:00", " – 2041", "."]),
)
def test_dates_stay(day: datetime.date, form: str, before: str, behind: str) -> None:
    text = f"{before}{day.strftime(form)}{behind}"
    assert blot(text) == text


@given(
    st.integers(1, 999),
    st.integers(1, 3),
    st.sampled_from([" ", ",", ".", "\u00a0"]),
    st.sampled_from(["USD ", "", "some ", "phone "]),
)
def test_figures_stay(first: int, groups: int, separator: str, before: str) -> None:
    text = f"{before}{first}{f'{separator}000' * groups} people"
    assert blot(text) == text


def test_a_number_is_blotted_out_where_its_label_is_not() -> None:
    numbers = Numbers(phone_numbers("Cel: 312 345 6789"))
    assert numbers.blot("Jane Doe, IOM, 312-345-6789") == f"Jane Doe, IOM, {BLOT * 3}-{BLOT * 3}-{BLOT * 4}"
    assert numbers.blot("1312 345 6789") == "1312 345 6789"
    assert numbers.blot("2019-2023") == "2019-2023"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("IOM, هاتف, 0770 123 4567 بريد, jdoe@iom.int", "IOM"),
        ("IOM, 0770 123 4567", "IOM"),
        ("Media Officer – Mobile – 0770 1234567", "Media Officer"),
        ("Mobile, 0770 1234567", ""),
        ("IOM (e-mail: jdoe@iom.int)", "IOM"),
        ("Mobile Clinics Network, 2019-2023", "Mobile Clinics Network, 2019-2023"),
    ],
)
def test_a_body_ends_before_a_contact_detail(words: str, left: str) -> None:
    assert Numbers().without_contact(words) == left


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("mailto:jdoe@iom.int", True),
        ("TEL:+41227179111", True),
        ("https://wa.me/41791234567", True),
        ("https://www.iom.int/form?to=jdoe%40iom.int", True),
        ("https://www.iom.int/sites/files/2019-2023/S-19-5.pdf", False),
    ],
)
def test_links_to_somebody(address: str, leads: bool) -> None:
    assert leads_to_somebody(address) is leads


@given(st.text(alphabet="ab@.+0123456789 ()[]t-TelÉ\n"))
def test_the_length_never_changes(text: str) -> None:
    assert len(blot(text)) == len(text)


def test_a_long_hostile_line_takes_no_time() -> None:
    assert len(blot("a." * 500_000 + "@" + "0 " * 500_000)) == 2_000_001


def test_blocked_people() -> None:
    blocked = Blocked.of(["Jane  Doe"])
    assert blocked.names("JANE DOE")
    assert not blocked.names("Jane Does")
    assert blocked.blot("Ms Jane Doe and Jane Doeson, jane\ndoe") == f"Ms {BLOT * 8} and Jane Doeson, {BLOT * 8}"
    assert Blocked.of([]).blot("Jane Doe") == "Jane Doe"
