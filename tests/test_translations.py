"""Both catalogues hold exactly what the sources say: nothing missing, doubtful, left over or misspelt."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LOCALES = {"facewise": "zh_CN", "questionnaires": "en"}
NOT_ENGLISH = set("\u2018\u2019\u201a\u201b\u201c\u201d\u2026\u00b7")


@dataclass(frozen=True, slots=True)
class Pair:
    """What the sources say now, and the catalogue."""

    domain: str
    template: Catalog
    catalogue: Catalog

    def translated(self) -> Iterator[Message]:
        return (message for message in self.catalogue if message.id)


def key(message: Message) -> tuple[str | None, str]:
    return message.context, forms(message.id)[0]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The singular and plural forms of an id or a translation."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def fields(text: str) -> set[str]:
    """The named fields of a text; 第{numeral}条 is Art. {number}."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {name.replace("numeral", "number") for name in names}


@pytest.fixture(scope="module", params=LOCALES)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    domain: str = request.param
    template = tmp_path_factory.mktemp("template") / f"{domain}.pot"
    mapping = f"translations/{domain}.cfg"
    babel = [sys.executable, "-m", "babel.messages.frontend", "-q"]
    extract = [*babel, "extract", "-F", mapping, "-o", str(template), "."]
    subprocess.run(extract, cwd=ROOT, check=True)
    locale = LOCALES[domain]
    written = ROOT / "translations" / locale / "LC_MESSAGES" / f"{domain}.po"
    with template.open("rb") as source, written.open("rb") as catalogue:
        return Pair(domain, read_po(source), read_po(catalogue, locale=locale))


def test_every_message_is_in_the_catalogue(pair: Pair) -> None:
    there = {key(message) for message in pair.translated()}
    assert [key(message) for message in pair.template if message.id and key(message) not in there] == []


def test_every_message_of_the_catalogue_is_in_the_sources(pair: Pair) -> None:
    asked = {key(message) for message in pair.template}
    assert [key(message) for message in pair.translated() if key(message) not in asked] == []
    assert list(pair.catalogue.obsolete) == []


def test_every_message_is_translated_in_all_its_forms(pair: Pair) -> None:
    def whole(message: Message) -> bool:
        wanted = pair.catalogue.num_plurals if message.pluralizable else 1
        return len(forms(message.string)) == wanted and all(forms(message.string))

    assert [key(message) for message in pair.translated() if not whole(message)] == []


def test_no_translation_is_marked_fuzzy(pair: Pair) -> None:
    assert [key(message) for message in pair.translated() if message.fuzzy] == []


def test_translations_have_the_fields_of_their_source(pair: Pair) -> None:
    for message in pair.translated():
        wanted = fields(forms(message.id)[-1])
        assert all(fields(form) == wanted for form in forms(message.string)), key(message)


def test_english_uses_straight_quotes_and_no_full_width_dots(pair: Pair) -> None:
    for message in pair.translated():
        english = forms(message.id if pair.domain == "facewise" else message.string)
        assert not NOT_ENGLISH & set("".join(english)), key(message)
