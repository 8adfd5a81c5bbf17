"""Write countries.tsv anew: codes, regions and short names of states and territories in four languages.

    pip install Babel && python data/vocab/make_countries.py

Babel (BSD) brings the names of the Unicode CLDR; where the United Nations uses another short name, ``UN_NAMES`` has it
and the CLDR's name becomes an alias in country_names.tsv (written by hand, like all other forms). Regions are those of
the United Nations' M49 standard. Babel is needed here only: the archive reads the file that this script wrote.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "fr", "es", "ar")

# What the CLDR lists beside states and territories.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# Printed labels of these stay as they are and are mapped to nothing (country_names.tsv, kind "unmapped").
UNMAPPED = {"TW"}
ALPHA3 = {"CD": "COD", "FR": "FRA", "TL": "TLS", "XK": "XKX"}

REGIONS = {
    "Africa": {
        "Northern Africa": "DZ EG LY MA SD TN EH",
        "Eastern Africa": "IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW",
        "Middle Africa": "AO CM CF TD CG CD GQ GA ST",
        "Southern Africa": "BW SZ LS NA ZA",
        "Western Africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG",
    },
    "Americas": {
        "Caribbean": "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI",
        "Central America": "BZ CR SV GT HN MX NI PA",
        "South America": "AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE",
        "Northern America": "BM CA GL PM US",
    },
    "Asia": {
        "Central Asia": "KZ KG TJ TM UZ",
        "Eastern Asia": "CN HK MO KP JP MN KR",
        "South-eastern Asia": "BN KH ID LA MY MM PH SG TH TL VN",
        "Southern Asia": "AF BD BT IN IR MV NP PK LK",
        "Western Asia": "AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE",
    },
    "Europe": {
        "Eastern Europe": "BY BG CZ HU PL MD RO RU SK UA",
        "Northern Europe": "AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB",
        "Southern Europe": "AL AD BA HR GI GR VA IT XK MT ME MK PT SM RS SI ES",
        "Western Europe": "AT BE FR DE LI LU MC NL CH",
    },
    "Oceania": {
        "Australia and New Zealand": "AU CX CC HM NZ NF",
        "Melanesia": "FJ NC PG SB VU",
        "Micronesia": "GU KI MH FM NR MP PW UM",
        "Polynesia": "AS CK PF NU PN WS TK TO TV WF",
    },
    "Antarctica": {"Antarctica": "AQ"},
}

# The short names that the United Nations uses, where they are not the CLDR's: en, fr, es, ar ("" keeps the CLDR's).
UN_NAMES = {
    "AG": ("Antigua and Barbuda", "", "", ""),
    "BA": ("Bosnia and Herzegovina", "", "", ""),
    "BD": ("", "", "Bangladesh", ""),
    "BH": ("", "", "Bahrein", ""),
    "BN": ("Brunei Darussalam", "Brunéi Darussalam", "Brunei Darussalam", "بروني دار السلام"),
    "BW": ("", "", "Botswana", ""),
    "BY": ("", "Bélarus", "Belarús", ""),
    "CD": ("Democratic Republic of the Congo", "République démocratique du Congo", "", "جمهورية الكونغو الديمقراطية"),
    "CG": ("Congo", "Congo", "", "الكونغو"),
    "CV": ("Cabo Verde", "Cabo Verde", "", "كابو فيردي"),
    "CI": ("", "", "", "كوت ديفوار"),
    "DJ": ("", "", "Djibouti", ""),
    "FJ": ("", "", "Fiji", ""),
    "FM": (
        "Micronesia (Federated States of)",
        "Micronésie (États fédérés de)",
        "Micronesia (Estados Federados de)",
        "",
    ),
    "GW": ("", "", "Guinea-Bissau", ""),
    "HK": ("Hong Kong", "Hong Kong", "Hong Kong", "هونغ كونغ"),
    "IR": ("", "", "Irán", ""),
    "IQ": ("", "", "Iraq", ""),
    "KE": ("", "", "Kenya", ""),
    "KN": ("Saint Kitts and Nevis", "Saint-Kitts-et-Nevis", "Saint Kitts y Nevis", ""),
    "KP": (
        "Democratic People's Republic of Korea",
        "République populaire démocratique de Corée",
        "República Popular Democrática de Corea",
        "جمهورية كوريا الشعبية الديمقراطية",
    ),
    "KR": ("Republic of Korea", "République de Corée", "República de Corea", "جمهورية كوريا"),
    "LA": ("Lao People's Democratic Republic", "", "", ""),
    "LC": ("Saint Lucia", "", "", ""),
    "LS": ("", "", "Lesotho", ""),
    "MD": ("Republic of Moldova", "République de Moldova", "República de Moldova", "جمهورية مولدوفا"),
    "MF": ("Saint Martin", "", "", ""),
    "MM": ("Myanmar", "Myanmar", "Myanmar", "ميانمار"),
    "MO": ("Macao", "Macao", "Macao", "ماكاو"),
    "MW": ("", "", "Malawi", ""),
    "PS": ("State of Palestine", "État de Palestine", "Estado de Palestina", "دولة فلسطين"),
    "QA": ("", "", "Qatar", ""),
    "RE": ("", "Réunion", "", ""),
    "RU": ("Russian Federation", "Fédération de Russie", "Federación de Rusia", "الاتحاد الروسي"),
    "RW": ("", "", "Rwanda", ""),
    "SA": ("", "", "Arabia Saudita", ""),
    "ST": ("Sao Tome and Principe", "", "", ""),
    "SR": ("", "", "Suriname", ""),
    "SV": ("", "El Salvador", "", ""),
    "SY": ("Syrian Arab Republic", "République arabe syrienne", "República Árabe Siria", "الجمهورية العربية السورية"),
    "SZ": ("", "", "Eswatini", ""),
    "TL": ("", "Timor-Leste", "", ""),
    "TT": ("Trinidad and Tobago", "", "Trinidad y Tabago", ""),
    "TZ": ("United Republic of Tanzania", "République-Unie de Tanzanie", "República Unida de Tanzania", ""),
    "US": ("United States of America", "États-Unis d'Amérique", "Estados Unidos de América", ""),
    "VA": ("Holy See", "Saint-Siège", "Santa Sede", "الكرسي الرسولي"),
    "VC": ("Saint Vincent and the Grenadines", "", "", ""),
    "VN": ("Viet Nam", "", "Viet Nam", ""),
    "ZW": ("", "", "Zimbabwe", ""),
}


def main() -> None:
    """Write the file beside this script."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    aliases = get_global("territory_aliases").items()
    alpha3 = {to[0]: code for code, to in aliases if len(code) == 3 and code.isalpha() and len(to) == 1} | ALPHA3
    regions = {
        code: (region, subregion)
        for region, subregions in REGIONS.items()
        for subregion, codes in subregions.items()
        for code in codes.split()
    }
    lines = ["alpha2\talpha3\tregion\tsubregion\ten\tfr\tes\tar"]
    for code in sorted(names["en"]):
        if len(code) != 2 or code in NOT_COUNTRIES or code in UNMAPPED:
            continue
        own = UN_NAMES.get(code, ("", "", "", ""))
        labels = [un or names[language][code] for un, language in zip(own, LANGUAGES, strict=True)]
        # Arabic vowel signs and typographic apostrophes go: the labels are to be typed and compared.
        labels = [label.replace("’", "'").replace("ُ", "") for label in labels]
        lines.append("\t".join([code, alpha3[code], *regions[code], *labels]))
    Path(__file__).with_name("countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
