"""What went wrong with an exchange: an outcome, and a sentence without query strings or credentials."""

from __future__ import annotations

import http.client
import os
import re
import socket
import ssl
from collections.abc import Iterator

from requests import exceptions as of_requests
from urllib3 import exceptions as of_urllib3

from copydesk.tasks.address import parsed_url
from copydesk.tasks.fetch.guard import RefusedAddressError

_BAD_URL = (
    UnicodeError,
    of_requests.InvalidURL,
    of_requests.InvalidSchema,
    of_requests.MissingSchema,
    of_urllib3.LocationParseError,
    of_urllib3.LocationValueError,
)
_LATE = (TimeoutError, of_urllib3.TimeoutError, of_requests.Timeout)
_PROXY = (of_requests.ProxyError, of_urllib3.ProxyError, of_requests.InvalidProxyURL)
_CHAIN = 12


def failure(error: Exception, host: str, answered: bool) -> tuple[str, str]:
    """Return the outcome and the message for what an exchange raised.

    `answered` says that status and headers had come. The words are ours: those of the libraries quote URLs.
    """
    chain = list(_causes(error))
    known = next((found for link in chain if (found := _certain(link, host))), None)
    known = known or next((found for link in chain if (found := _likely(link, host))), None)
    if known:
        return known
    if answered:
        return "broken_body", f"{host} broke off in the middle of its answer"
    return "connection", f"{host} gave no answer: {_system_error(chain)}"


def _certain(error: BaseException, host: str) -> tuple[str, str] | None:
    if isinstance(error, RefusedAddressError):
        return "refused_address", str(error)
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return "connection", f"the name {host} could not be resolved just now"
    if isinstance(error, socket.gaierror):
        return "dns", f"{host} has no address: {error.strerror or 'it can not be resolved'}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "tls", f"the certificate of {host} is not to be trusted: {error.verify_message.rstrip('.')}"
    if isinstance(error, ssl.SSLError) and not isinstance(error, TimeoutError):
        return "tls", f"{host} can't be spoken to over TLS: {(error.reason or 'unknown error').lower()}"
    return None


def _likely(error: BaseException, host: str) -> tuple[str, str] | None:
    """What may have another, more certain cause."""
    if isinstance(error, _PROXY):
        return "connection", "the proxy that the environment names does not serve: check http(s)_proxy"
    if isinstance(error, _LATE):
        return "timeout", f"{host} was too slow"
    if isinstance(error, _BAD_URL):
        return "bad_url", f"{host} can't be asked: its address is not valid"
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what is wrapped in it: requests and urllib3 keep that in three places."""
    waiting, seen = [error], 0
    while waiting and seen < _CHAIN:
        link = waiting.pop(0)
        seen += 1
        yield link
        inner = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting.extend(one for one in inner if isinstance(one, BaseException) and one is not link)


def _system_error(chain: list[BaseException]) -> str:
    for link in chain:
        if isinstance(link, http.client.RemoteDisconnected):
            return "it closed the connection"
        if isinstance(link, OSError) and link.errno:
            return os.strerror(link.errno)
        if isinstance(link, http.client.HTTPException):
            return f"what it sent is not HTTP ({type(link).__name__})"
    return "the connection failed"


def without_secrets(url: str) -> str:
    """Return an address as a message may quote it: no credentials, no query, no fragment."""
    parsed = parsed_url(url)
    if parsed is None:
        return url.partition("?")[0].rpartition("@")[2][:200]
    return f"{parsed.protocol}//{parsed.host}{parsed.pathname}"


def without_credentials(url: str) -> str:
    """Return an address without user name and password."""
    parsed = parsed_url(url)
    if parsed is None:
        return re.sub(r"^([^/?#]*//)[^/?#]*@", r"\1", url)
    if not parsed.username and not parsed.password:
        return url
    parsed.username = parsed.password = ""
    return str(parsed.href)
