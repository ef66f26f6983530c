"""Which addresses may be reached: those of the public internet, judged as resolved and then connected to.

A name is resolved once, every address that it has is judged, and the connection goes to a judged address
itself: whatever a URL is spelt like, and whatever the name resolves to a moment later, decides nothing.
Sources: the IANA special-purpose address registries (RFC 6890 and what updates it).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[..., list[tuple[Any, ...]]]
"""As `socket.getaddrinfo`."""

_REFUSED = tuple(
    (ipaddress.ip_network(network), why)
    for network, why in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier's customers"),
        ("127.0.0.0/8", "loopback"),
        # A public address by the registry, which on Azure is the machine's own host.
        ("168.63.129.16/32", "of a cloud's host"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "translated to IPv4"),
        ("64:ff9b:1::/48", "translated to IPv4"),
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "a 6to4 tunnel"),
        ("3fff::/20", "for documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
_PUBLIC_V6 = ipaddress.ip_network("2000::/3")
_MOST_ADDRESSES = 4


class RefusedAddressError(Exception):
    """A name that has no address which may be reached; says which it has and why not."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An address that may be connected to."""

    family: int
    socket_address: tuple[Any, ...]


def refusal(address: Address, allow_loopback: bool = False) -> str | None:
    """Return why an address may not be reached, None where it may."""
    for network, why in _REFUSED:
        if address in network:
            return None if allow_loopback and why == "loopback" else why
    if address.version == 6 and address not in _PUBLIC_V6:
        return "reserved"
    # What the registries gained after this table was written, as far as Python knows it.
    return None if address.is_global else "reserved"


def judged_addresses(
    host: str, port: int, allow_loopback: bool = False, resolve: Resolve = socket.getaddrinfo
) -> list[Judged]:
    """Resolve a host once and return those of its addresses that may be connected to, at most four.

    Raises RefusedAddressError where there is none, socket.gaierror where the name does not resolve,
    UnicodeError where it is no name.
    """
    found = resolve(host, port, 0, socket.SOCK_STREAM)
    passed, refused = [], {}
    for family, _, _, _, socket_address in found:
        literal = str(socket_address[0]).partition("%")[0]
        why = refusal(ipaddress.ip_address(literal), allow_loopback)
        if why is None:
            passed.append(Judged(family, socket_address))
        else:
            refused[literal] = why
    if not passed:
        addresses = ", ".join(f"{address} ({why})" for address, why in refused.items())
        raise RefusedAddressError(f"{host} is not reached: its address is not public: {addresses or 'none'}")
    return passed[:_MOST_ADDRESSES]


def judge_behind_proxy(host: str, allow_loopback: bool = False) -> None:
    """Judge what can be judged where a proxy resolves names: literal addresses and `localhost`.

    The proxy itself is trusted, and so is its judgement of names. Raises RefusedAddressError.
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        name = "127.0.0.1"
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return
    why = refusal(address, allow_loopback)
    if why is not None:
        raise RefusedAddressError(f"{host} is not reached: its address is not public: {name} ({why})")
