"""WARC files of other makers: every whole record is read, every fault is named, nothing else is lost."""

import io
import random
import zipfile
import zlib

import pytest
from fastwarc.stream_io import ZstdWriter

from scraper.foreign_records import Unusable, attempt_of
from scraper.foreign_warc import Fault, ForeignRecord, read_file
from tests.scraper.warc_makers import ForeignWarc, by_hand, http, one_member

N = 4


def file_of(zipped, count=N):
    warc = ForeignWarc(zipped=zipped)
    for number in range(count):
        body = b"<html>" + bytes(random.Random(number).choices(b"abcdefgh <>", k=3_000))
        warc.page(f"https://www.iom.int/{number}", body)
    return warc


@pytest.fixture
def read(tmp_path):
    def read_it(data, name="x.warc.gz"):
        path = tmp_path / name
        path.write_bytes(data)
        found = list(read_file(path))
        kept = [record.address[-1:] for record in found if isinstance(record, ForeignRecord)]
        return "".join(kept), [fault for fault in found if isinstance(fault, Fault)]

    return read_it


def zstd(data):
    class Kept(io.BytesIO):
        def close(self):
            pass

    out = Kept()
    with ZstdWriter(out) as writer:
        writer.write(data)
    return out.getvalue()


def wacz(data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/data.warc.gz", data)
    return out.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        lambda: file_of(True).data,
        lambda: file_of(False).data,
        lambda: one_member(file_of(False).data),
        lambda: zstd(file_of(False).data),
        lambda: wacz(file_of(True).data),
    ],
    ids=["gzip", "plain", "one member", "zstd", "wacz"],
)
def test_whole_files(read, packed):
    assert read(packed()) == ("0123", [])


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize(
    ("cut", "kept"),
    [
        (lambda ends: ends[2] + 900, "012"),
        (lambda ends: ends[1] + 30, "01"),
        (lambda ends: 40, ""),
        (lambda ends: ends[3] - 500, "012"),
    ],
)
def test_truncated_files_give_their_whole_records(read, zipped, cut, kept):
    warc = file_of(zipped)
    records, [fault] = read(warc.data[: cut(warc.ends)])
    assert records == kept
    assert fault.reason.startswith("truncated: the file ends inside")
    assert (f"({len(kept)} whole record" in fault.reason) is bool(kept)


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_ends_between_records_is_whole(read, zipped):
    warc = file_of(zipped)
    assert read(warc.data[: warc.ends[1]]) == ("01", [])


@pytest.mark.parametrize("zipped", [True, False])
def test_a_flipped_byte_costs_one_record(read, zipped):
    warc = file_of(zipped)
    data = bytearray(warc.data)
    data[warc.ends[0] + 1_000] ^= 0x40
    records, [fault] = read(bytes(data))
    assert records == "023"
    assert fault.reason.startswith("damaged")


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("junk", [b"garbage", b"\x00" * 3_000, b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n\r\n"])
def test_junk_between_records_costs_none(read, zipped, junk):
    warc = file_of(zipped)
    records, faults = read(warc.data[: warc.ends[1]] + junk + warc.data[warc.ends[1] :])
    assert records == "0123"
    assert len(faults) == 1


def test_bytes_lost_inside_a_plain_record_cost_that_record(read):
    warc = file_of(False)
    records, faults = read(warc.data[: warc.ends[0] + 1_500] + warc.data[warc.ends[0] + 1_600 :])
    assert records == "023"
    assert faults


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"<html>", "x.warc", "foreign: not a WARC file"),
        (b"WARC/1.0\r\n", "x.warc", "truncated"),
        (zlib.compress(b"", wbits=31), "x.warc.gz", "empty: no record"),
        (zlib.compress(b"<html>", wbits=31), "x.warc.gz", "damaged"),
        (b"PK\x03\x04" + b"\x00" * 40, "x.wacz", "truncated or damaged package"),
        (zstd(file_of(False).data)[:-300], "x.warc.zst", "damaged"),
    ],
)
def test_files_that_hold_nothing(read, data, name, reason):
    records, faults = read(data, name)
    assert records == ""
    assert faults[0].reason.startswith(reason)


def test_a_zip_without_a_warc(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "nothing here")
    assert read(out.getvalue(), "x.wacz")[1][0].reason == "foreign: a zip file without a WARC inside"


def test_addresses_in_angle_brackets(read):
    record = by_hand(
        {"WARC-Type": "response", "WARC-Target-URI": "<https://www.iom.int/7>", "WARC-Date": "2020-01-01T00:00:00Z"},
        http(b"<html>"),
    )
    assert read(record, "x.warc") == ("7", [])


def test_a_record_of_a_day_to_come_is_no_capture():
    headers = {
        "warc-type": "resource",
        "warc-target-uri": "https://www.iom.int/7",
        "warc-date": "2099-01-01T00:00:00Z",
        "content-type": "text/html",
    }
    assert attempt_of(ForeignRecord(1, headers, b"<html>")) == Unusable("a date to come: 2099-01-01")


@pytest.mark.parametrize("digest", ["sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sha256:" + "0" * 64, "md5:" + "0" * 32])
def test_a_digest_that_does_not_hold(read, digest):
    headers = {"WARC-Type": "response", "WARC-Target-URI": "https://www.iom.int/7", "WARC-Block-Digest": digest}
    records, [fault] = read(
        by_hand(headers, http(b"<html>")) + by_hand({**headers, "WARC-Block-Digest": "x:y"}, http(b"<p>")), "x.warc"
    )
    assert records == "7"
    assert (fault.address, fault.reason) == ("https://www.iom.int/7", "damaged: its bytes do not match its digest")


def test_any_damage_is_survived(read):
    rng = random.Random(7)
    sources = [file_of(True).data, file_of(False).data]
    for _ in range(150):
        data = bytearray(rng.choice(sources))
        for _ in range(rng.randint(1, 5)):
            at = rng.randrange(len(data))
            change = rng.random()
            if change < 0.5:
                data[at] = rng.randrange(256)
            elif change < 0.8:
                del data[at : at + rng.randint(1, 500)]
            else:
                data[at:at] = rng.randbytes(rng.randint(1, 50))
        records, _ = read(bytes(data))
        assert len(records) <= N
