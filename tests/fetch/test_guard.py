"""Addresses that may not be reached, in every disguise."""

import ipaddress
import socket
from typing import Any

import pytest

from copydesk.tasks.fetch.client import Client
from copydesk.tasks.fetch.guard import RefusedAddressError, judge_behind_proxy, judged_addresses, refusal
from copydesk.tasks.fetch.settings import FetchSettings
from tests.fetch.servers import STORY, Site

REFUSED = """\
0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8
::127.0.0.1 ::8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::a00:1 100::1 2001:0:4136:e378::1 2001:2::1
2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1 4000::1 fc00::1 fd00:ec2::254
fe80::1 febf::1 fec0::1 feff::1 ff02::1 ff0e::1
"""
PUBLIC = """\
8.8.8.8 1.1.1.1 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.0.1 223.255.255.255 2606:4700::1 2a00:1450::1
"""

# Each is the loopback address that the test's server listens on, or would be where the port is another's.
DISGUISES = {
    "plain": "127.0.0.1",
    "another of the range": "127.0.0.2",
    "localhost": "localhost",
    "localhost with its dot": "localhost.",
    "capitals": "LOCALHOST",
    "decimal": "2130706433",
    "hexadecimal": "0x7f000001",
    "octal": "017700000001",
    "octal parts": "0177.0.0.1",
    "hexadecimal parts": "0x7f.0.0.0x1",
    "short": "127.1",
    "unspecified": "0.0.0.0",
    "zero": "0",
    "full-width digits": "１２７.０.０.１",
    "percent-encoded": "%31%32%37.0.0.1",
    "IPv6": "[::1]",
    "IPv6 unspecified": "[::]",
    "IPv4 in IPv6": "[::ffff:127.0.0.1]",
    "IPv4 in IPv6, hexadecimal": "[::ffff:7f00:1]",
    "IPv4-compatible": "[::127.0.0.1]",
    "NAT64": "[64:ff9b::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "a name": "rebound.example",
}


def resolve(host: str, port: int, *rest: Any) -> list[tuple[Any, ...]]:
    return socket.getaddrinfo("127.0.0.1" if host == "rebound.example" else host, port, *rest)


@pytest.mark.parametrize("address", REFUSED.split())
def test_refused(address: str) -> None:
    assert refusal(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public(address: str) -> None:
    assert refusal(ipaddress.ip_address(address)) is None


def test_the_switch_opens_loopback_and_nothing_else() -> None:
    opened = [
        address
        for address in REFUSED.split()
        if refusal(ipaddress.ip_address(address), allow_loopback=True) is None
    ]
    assert opened == ["127.0.0.1", "127.9.9.9", "::1"]


def test_no_disguise_reaches_loopback() -> None:
    with Site("0.0.0.0") as site, Client(FetchSettings(), resolve) as client:
        site.put("/", STORY)
        for name, host in DISGUISES.items():
            exchange = client.get(f"http://{host}:{site.port}/", "page")
            # Not every machine resolves each spelling of localhost.
            names = {"refused_address", "dns"} if "localhost" in host.lower() else {"refused_address"}
            assert exchange.outcome in names, (name, exchange)
            assert exchange.body == b""
        assert site.asked == []


def test_a_name_is_resolved_once_and_the_judged_address_connected_to() -> None:
    """A name that is public when judged and loopback when asked again (DNS rebinding)."""
    answers = iter(["192.0.2.1", "127.0.0.1"])

    def rebinding(host: str, port: int, *rest: Any) -> list[tuple[Any, ...]]:
        return socket.getaddrinfo(next(answers), port, *rest)

    with Site() as site, Client(FetchSettings(), rebinding) as client:
        exchange = client.get(site.url("/", host="rebound.example"), "page")
        assert exchange.outcome == "refused_address"
        assert "192.0.2.1 (for documentation)" in str(exchange.message)
        assert next(answers) == "127.0.0.1"
        assert site.asked == []


def test_of_mixed_addresses_only_the_public_are_connected_to() -> None:
    def mixed(*_: Any) -> list[tuple[Any, ...]]:
        found = ["10.0.0.1", "93.184.215.14", "127.0.0.1"]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in found]

    assert [judged.socket_address[0] for judged in judged_addresses("mixed.example", 80, resolve=mixed)] == [
        "93.184.215.14"
    ]


def test_a_scope_does_not_hide_link_local() -> None:
    def scoped(*_: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fe80::1%eth0", 80, 0, 2))]

    with pytest.raises(RefusedAddressError, match="link-local"):
        judged_addresses("x.example", 80, resolve=scoped)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "a.localhost.", "169.254.169.254"])
def test_literal_addresses_are_judged_behind_a_proxy_too(host: str) -> None:
    with pytest.raises(RefusedAddressError):
        judge_behind_proxy(host)


def test_names_are_left_to_the_proxy() -> None:
    judge_behind_proxy("news.example")
    judge_behind_proxy("localhost", allow_loopback=True)
