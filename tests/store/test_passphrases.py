"""The system's key store, for which a store in memory stands in, and a system that has none."""

from collections.abc import Iterator

import keyring
import keyring.backend
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from facewise.store.passphrases import forget, has_key_store, remember, remembered


class InMemory(keyring.backend.KeyringBackend):
    """A key store as a system offers one."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.kept[service, username]
        except KeyError as error:
            raise PasswordDeleteError from error


@pytest.fixture
def _before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("_before")
def test_a_passphrase_is_remembered_and_forgotten() -> None:
    keyring.set_keyring(InMemory())
    assert has_key_store()
    assert remembered("AB") is None
    assert remember("AB", "鲸鱼")
    assert remembered("AB") == "鲸鱼"
    forget("AB")
    forget("AB")
    assert remembered("AB") is None


@pytest.mark.usefixtures("_before")
def test_without_a_key_store_nothing_is_remembered_and_nothing_breaks() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    assert not has_key_store()
    assert not remember("AB", "鲸鱼")
    assert remembered("AB") is None
    forget("AB")
