"""Nothing is asked of the network, whatever the commands do, unless a timestamp service is named."""

import subprocess
import sys
from pathlib import Path

import pytest

from facewise.store.samples import load_sample
from facewise.store.site_file import SiteFile, write_site

PASSPHRASE = "four quiet herons over a pond"
WATCHED = """
import socket, sys
heard = []
def hear(event, told):
    if event == "socket.__new__" and told[1] in (socket.AF_INET, socket.AF_INET6):
        heard.append(event)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        heard.append(event)
    elif event == "socket.connect" and isinstance(told[1], tuple):
        heard.append(event)
sys.addaudithook(hear)
from facewise.cli import main
code = main(sys.argv[1:])
print("asked:", *heard)
sys.exit(code)
"""


def asked(folder: Path, *words: str, code: int = 0) -> str:
    """What a command asked of the network."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        cwd=folder, input=f"{PASSPHRASE}\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done.stdout.rpartition("asked:")[2].strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder with an assessment in it."""
    shop = load_sample("shop")
    real = SiteFile(shop.answers.model_copy(update={"sample": False}), shop.pack)
    write_site(tmp_path / "a.facewise", real)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="event loops of Windows speak with themselves by sockets")
def test_no_command_opens_a_socket(site: Path) -> None:
    steps = (
        (("sample", "gate", "-o", "b.facewise"), 0),
        (("check", "a.facewise"), 1),
        (("report", "a.facewise", "-o", "out"), 0),
        (("signs", "a.facewise", "-o", "out"), 0),
        (("export", "a.facewise", "-o", "out"), 0),
        (("identity", "new", "Lin Xiaoman", "--passphrase-stdin"), 0),
        (("sign", "a.facewise", "--identity", "Lin Xiaoman", "-o", "c.pdf", "--passphrase-stdin"), 0),
        (("verify", "c.pdf"), 0),
        (("verify", "a.facewise"), 0),
    )
    for words, code in steps:
        assert asked(site, *words, code=code) == "", words


def test_only_a_timestamp_service_that_is_named_is_asked(site: Path) -> None:
    asked(site, "identity", "new", "Lin Xiaoman", "--passphrase-stdin")
    words = ("sign", "a.facewise", "--identity", "Lin Xiaoman", "--passphrase-stdin", "--timestamp")
    assert "urllib.Request" in asked(site, *words, "http://127.0.0.1:1/", code=2)
