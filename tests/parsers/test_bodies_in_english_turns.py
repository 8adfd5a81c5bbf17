"""Who was there, was trained, signed, was handed something, in English sentences of many kinds."""

import pytest

from parsers.organizations.organizer_lists.splitting import split_organizer_list
from tests.parsers.test_bodies_taking_part import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose people came, were trained
        ("Colleagues of the Tide Service and of the Lakes Gendarmerie were invited for a week.", "Tide Service|Lakes Gendarmerie"),
        ("Staff members from the Port Trust, the Tide Union and the Kelp Institute were trained in first aid.", "Port Trust|Tide Union|Kelp Institute"),
        ("A total of 45 clerks of the Ministry of Ports and the Harbour Board learned how to read stamps.", "Ministry of Ports|Harbour Board"),
        ("The Port Trust trained 60 border guards of the Reef Border Service.", "Port Trust|Reef Border Service"),
        ("Two inspectors each from the Customs Service and the Kelp Department sat the test.", "Customs Service|Kelp Department"),
        ("The participants, from the Ministry of Ports and the Port Police, learned to read stamps.", "Ministry of Ports|Port Police"),
        ("It held a course on maps for the Reef Border Service and the Customs Committee.", "Reef Border Service|Customs Committee"),
        ("The Port Trust trained 60 Togolese guards or senior clerks of the Reef Border Service.", "Port Trust|Reef Border Service"),
        ("Nurses of the Kelp Hospital took part, as well as the Port Trust and the Tide Union.", "Kelp Hospital|Port Trust|Tide Union"),
        # what several make up
        ("The day was long and gathered the Port Trust, the Kelp Institute and the Tide Union.", "Port Trust|Kelp Institute|Tide Union"),
        ("The plan brings together, besides UNICEF as lead, the Port Trust and the Tide Union.", "UNICEF|Port Trust|Tide Union"),
        ("The appeal, which involves the Port Trust and the Kelp Institute, runs for a year.", "Port Trust|Kelp Institute"),
        ("Signatories include the Port Trust and the Tide Union.", "Port Trust|Tide Union"),
        ("Other agencies in the plan are the Port Trust and the Kelp Institute.", "Port Trust|Kelp Institute"),
        ("The week was long. Our partners are also the Port Trust and the Kelp Institute.", "Port Trust|Kelp Institute"),
        ("It was attended by the Port Trust and companies such as Sea Foods, Blue Reef and Dockers & Sons.", "Port Trust|Sea Foods|Blue Reef|Dockers & Sons"),
        # what is signed
        ("Under an agreement signed with the Ministry of Ports and the Harbour Board, ten wells are dug.", "Ministry of Ports|Harbour Board"),
        ("A pledge was signed by eleven firms and by the Guild of Rope Makers.", "Guild of Rope Makers"),
        ("A pledge was signed by eleven firms as well as by the Guild of Rope Makers.", "Guild of Rope Makers"),
        ("Under a pact signed with both the Tide Union and the Port Trust, ten wells are dug.", "Tide Union|Port Trust"),
        ("The charter bears the signatures of the Port Trust and the Tide Union.", "Port Trust|Tide Union"),
        # what is handed over
        ("The vehicles were delivered to the Port Police and the Kelp Hospital.", "Port Police|Kelp Hospital"),
        ("The vehicles were handed over for use to the Port Police.", "Port Police"),
        ("The Tide Union donated radios and boats to the Reef Customs Service.", "Tide Union|Reef Customs Service"),
        ("The Tide Union equipped the Port Police with twelve radios.", "Tide Union|Port Police"),
        ("The Customs Service received twenty radios and two vehicles.", "Customs Service"),
        ("The computers were received by the Port Police.", "Port Police"),
        ("The post was refurbished for the Customs Service.", "Customs Service"),
        ("On behalf of the Ministry of Ports, its secretary received the keys.", "Ministry of Ports"),
        # with whom
        ("The trucks go out in a joint effort with the Coordinating Ministry of Ports, the national disaster body BAKOR, and the Kelp Institute.", "Coordinating Ministry of Ports|BAKOR|Kelp Institute"),
        ("The Kelp Institute, invited to speak of its tests, gave a demonstration.", "Kelp Institute"),
        ("At a meeting hosted yesterday in Lomé by the Centre for Kelp (CFK) IOM was asked to lead.", "Centre for Kelp (CFK)|IOM"),
        ("ILO’s BRIDGE in Fiji project sent a video message to the fair.", "ILO"),
        ("The day was long. Chad’s postal corporation, C-Post, was the host.", "C-Post"),
        ("The day was long. Its postal corporation, C-Post, acted as its main host.", "C-Post"),
        ("It was a ceremony hosted with the Ministry of Ports of Chad.", "Ministry of Ports of Chad"),
        # Of whom something else is told.
        ("They arrested officers of the Customs Service.", ""),
        ("According to officials of the Port Trust, the storm took twelve boats.", ""),
        ("In the storm staff of the Red Cross were killed.", ""),
        ("The World Bank and the Kelp Institute supplied many of the figures.", ""),
        ("A peace agreement signed with the Reef Movement ended the war.", ""),
        ("A ceasefire agreement signed with the Reef Movement ended the war.", ""),
        ("The Port Trust received reports of six boats.", ""),
        ("It will hand a brief to members of the Reef Parliament.", ""),
    ],
)  # fmt: skip
def test_english_turns(text: str, wanted: str) -> None:
    assert names(text) == list(filter(None, wanted.split("|")))


@pytest.mark.parametrize(
    "text",
    [
        "National Board for Pilots, Sailors and Dock Workers (NBPSD)|Tide Union",
        "Delegation of the European Union to Fiji and ASEAN|Embassy of the Federal Republic of Germany",
        "Trade Commission (TC)|Statistics Norway|Kelp Institute",
        "State Department for Ports and Citizen Services of Chad|Tide Union",
        "Port Trust|Embassies of Fiji, Chad and Peru|Kelp Institute",
        "Brick & Stone|Tide Union",
        "Open Water|Royal Marechaussee",
    ],
)
def test_names_in_lists(text: str) -> None:
    wanted = text.split("|")
    printed = ", the ".join(wanted[:-1]).replace("Open Water", "NGO Open Water")
    found = split_organizer_list(f"the {printed} and the {wanted[-1]}")
    assert [body.name for body in found] == wanted


def test_posts_abroad_in_sentences() -> None:
    text = "It was attended by the Delegation of the European Union to Fiji, the Honorary Consulate in Suva and the Tide Union."
    wanted = ["Delegation of the European Union to Fiji", "Honorary Consulate in Suva", "Tide Union"]
    assert names(text) == wanted
