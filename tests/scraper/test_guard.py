"""Where requests may go: hosts, ports, schemes, and no address that is not public."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.fetching import target
from scraper.guard import Guard, NameLookupError, Origin, RefusedError, is_public
from scraper.urls import canonical

HOSTS = {"www.iom.int", "iom.int"}


def resolver(*answers: str):  # type: ignore[no-untyped-def]
    async def resolve(host: str, port: int) -> list[str]:
        return list(answers)

    return resolve


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://www.iom.int/x",
        "javascript:alert(1)",
        "//www.iom.int/x",
        "https://evil.example/x",
        "https://www.iom.int.evil.example/x",
        "https://user:pass@www.iom.int/x",
        "https://www.iom.int@evil.example/x",
        "https://www.iom.int:8080/x",
        "http://127.0.0.1/x",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "https://www.iom.int:99999/x",
        "http://[broken/",
        "",
    ],
)
def test_addresses_that_are_not_for_us(address: str) -> None:
    with pytest.raises(RefusedError):
        Guard(HOSTS).check(address)


@pytest.mark.parametrize(
    "address", ["https://www.iom.int/x", "http://iom.int/x", "https://www.iom.int:443/x", "HTTPS://WWW.IOM.INT/x"]
)
def test_addresses_that_are_for_us(address: str) -> None:
    Guard(HOSTS).check(address)


def test_a_step_from_https_down_to_http_is_refused_and_the_other_way_is_not() -> None:
    guard = Guard(HOSTS)
    with pytest.raises(RefusedError, match="https to http"):
        guard.check("http://www.iom.int/x", origin="https://www.iom.int/")
    guard.check("https://www.iom.int/x", origin="http://www.iom.int/")


@pytest.mark.parametrize(
    "ip",
    [
        *("10.0.0.1", "127.0.0.1", "169.254.169.254", "172.16.5.5", "192.168.1.1", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
        "2001:0:0a00:1::f5ff:fffe",
    ],
)
def test_addresses_that_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_that_are_public(ip: str) -> None:
    assert is_public(ip)


@given(st.ip_addresses(v=4))
def test_a_mapped_address_is_as_public_as_the_one_inside(ip: object) -> None:
    assert is_public(f"::ffff:{ip}") == is_public(str(ip))


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    route = asyncio.run(Guard(HOSTS, resolver=resolver("93.184.216.34")).route("https://www.iom.int/a?b=c"))
    assert (route.connect_host, route.connect_port, route.host) == ("93.184.216.34", 443, "www.iom.int")
    assert route.target == "/a?b=c"


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    guard = Guard(HOSTS, resolver=resolver("93.184.216.34", "10.0.0.1"))
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        asyncio.run(guard.route("https://www.iom.int/"))


def test_a_second_answer_that_is_private_is_refused_though_the_first_was_public() -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])

    async def rebinding(host: str, port: int) -> list[str]:
        return next(answers)

    guard = Guard(HOSTS, resolver=rebinding)
    asyncio.run(guard.route("https://www.iom.int/"))
    with pytest.raises(RefusedError):
        asyncio.run(guard.route("https://www.iom.int/"))


def test_a_name_without_an_address() -> None:
    with pytest.raises(NameLookupError):
        asyncio.run(Guard(HOSTS, resolver=resolver()).route("https://www.iom.int/"))


def test_a_trial_goes_to_its_origin_alone_and_never_to_a_public_one() -> None:
    origin = Origin.parse("http://localhost:8000")
    route = asyncio.run(Guard(HOSTS, trial=origin).route("https://www.iom.int/a"))
    assert (route.scheme, route.connect_host, route.connect_port, route.host) == (
        "http",
        "127.0.0.1",
        8000,
        "www.iom.int",
    )
    with pytest.raises(RefusedError):
        asyncio.run(Guard(HOSTS, trial=origin).route("http://127.0.0.1:8000/a"))
    for text in ("http://93.184.216.34", "https://www.iom.int", "127.0.0.1:80", "http://127.0.0.1/path", "", "http://"):
        with pytest.raises(ValueError, match=r"origin|public|IP address"):
            Origin.parse(text)


@given(st.text(max_size=60), st.sampled_from(["https://www.iom.int/news/a", "http://iom.int/"]))
def test_any_location_is_an_address_that_is_for_us_or_not(location: str, base: str) -> None:
    address = target(base, location)
    try:
        Guard(HOSTS).check(address, origin=base)
    except RefusedError:
        return
    assert canonical(address).startswith("https://")
