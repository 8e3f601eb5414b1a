"""No test leaves this machine, and what stays on it works."""

import socket
from pathlib import Path

import pytest

OUTSIDE = ("192.0.2.1", 25)  # kept free for documentation; nobody answers there


@pytest.mark.parametrize(
    "leave",
    [
        lambda: socket.create_connection(OUTSIDE, timeout=0.1),
        lambda: socket.create_connection(("example.org", 80), timeout=0.1),
        lambda: socket.socket().connect(OUTSIDE),
        lambda: socket.socket().connect_ex(OUTSIDE),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"hello", OUTSIDE),
        lambda: socket.socket(socket.AF_INET6).connect(("2001:db8::1", 80)),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.getaddrinfo(b"example.org", 80),
    ],
)
def test_nothing_leaves(leave) -> None:
    with pytest.raises(pytest.fail.Exception, match="a test wanted to reach"):
        leave()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_loopback_is_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection((host, port)) as connection, server.accept()[0] as accepted:
            connection.sendall(b"hello")
            assert accepted.recv(5) == b"hello"


def test_a_socket_of_the_file_system_is_reached(tmp_path: Path) -> None:
    path = str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as connection:
        server.bind(path)
        server.listen()
        assert connection.connect_ex(path) == 0
