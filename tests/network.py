"""Watches that nothing reaches another computer: an audit hook sees every socket call of Python itself."""

from __future__ import annotations

import sys
from typing import Any

REACHING = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.bind": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}
"""Audit events, and which of their arguments says where it goes."""
HERE = ("127.", "::1", "localhost")
reached: list[str] = []
"""What was tried, for a call whose error nobody sees: in a thread, or behind a broad except."""


class ReachedTheNetwork(Exception):
    """A test, or the program in it, wanted to reach another computer."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    place = REACHING.get(event)
    if place is None:
        return
    target = arguments[place]
    if isinstance(target, str | bytes) and place == 1:
        return  # the path of a local socket
    host = target[0] if isinstance(target, tuple) else target
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or str(name).startswith(HERE):
        return
    reached.append(f"{event} {target}")
    raise ReachedTheNetwork(target)


sys.addaudithook(_watch)
