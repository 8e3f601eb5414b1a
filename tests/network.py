"""Keeps tests on this machine: a connection or a look-up that would leave it fails the test."""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

import pytest


def stay_home(patch: pytest.MonkeyPatch) -> None:
    """Until `patch` is undone, sockets reach only the loopback and sockets of the file system."""
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def look_up_here(host: Any, *args: Any, **options: Any) -> Any:
        _refuse_outside(host)
        return look_up(host, *args, **options)

    patch.setattr(socket, "getaddrinfo", look_up_here)


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *args: Any) -> Any:
        address = args[-1]
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_outside(address[0])
        return method(self, *args)

    return guarded


def _refuse_outside(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost" or _is_here(name):
        return
    # Not an Exception: code that copes with a missing network must not hide it.
    raise pytest.fail.Exception(f"a test wanted to reach {name}", pytrace=False)


def _is_here(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
