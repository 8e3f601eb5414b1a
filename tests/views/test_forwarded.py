"""A proxy that speaks for others where none is expected is told of, once, and not believed."""

import base64
import logging
from pathlib import Path

import pytest
from flask import Flask

import parentapp
from parentapp import config, opening

SOMEBODY = "198.51.100.7"

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.parametrize("db_kind", ["sqlite"])]


def made(folder: Path, proxies: int) -> Flask:
    """The app as a process makes it."""
    secret = base64.b64encode(bytes(range(32))).decode()
    env = {"MODE": "test", "INSTANCE": str(folder), "SECRET_KEY": secret, "MASTER_KEY": secret}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_all", lambda settings: None)
        return parentapp.create_app(config.load({**env, "PROXIES": str(proxies)}))


def said(app: Flask, caplog: pytest.LogCaptureFixture, headers: dict[str, str]) -> list[str]:
    """What three requests left in the log."""
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert app.test_client().get("/healthz", headers=headers).status_code == 200
    return [record.getMessage() for record in caplog.records]


def test_it_is_said_once_in_each_process(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = made(tmp_path, proxies=0)
    assert said(app, caplog, {}) == []
    (line,) = said(app, caplog, {"X-Forwarded-For": SOMEBODY})
    assert "PROXIES" in line
    assert SOMEBODY not in line
    assert said(app, caplog, {"X-Forwarded-For": SOMEBODY}) == []
    assert len(said(made(tmp_path, proxies=0), caplog, {"X-Forwarded-For": SOMEBODY})) == 1


def test_where_a_proxy_is_expected_nothing_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert said(made(tmp_path, proxies=1), caplog, {"X-Forwarded-For": SOMEBODY}) == []
