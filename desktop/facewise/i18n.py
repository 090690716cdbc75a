"""The two languages: interface words by gettext (English is the source), content as pairs."""

import gettext
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from facewise import data
from facewise.errors import FacewiseError

Language: TypeAlias = Literal["zh", "en"]
Edition: TypeAlias = Literal["zh", "en", "both"]

LANGUAGES: tuple[Language, Language] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the content in both languages; `text["zh"]` is one of them."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en

    def format(self, **fields: object) -> "Text":
        """Return the text with its named fields filled in, in both languages.

        A field that is itself a `Text` appears in the language of the sentence around it.
        """
        zh = {name: value.zh if isinstance(value, Text) else value for name, value in fields.items()}
        en = {name: value.en if isinstance(value, Text) else value for name, value in fields.items()}
        return Text(self.zh.format(**zh), self.en.format(**en))


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the interface words of a language; English is the source and needs no file."""
    if language == "en":
        return gettext.NullTranslations()
    base = data.folder("translations") / "zh_CN" / "LC_MESSAGES"
    ready = base / "facewise.mo"
    if ready.is_file():
        return gettext.GNUTranslations(io.BytesIO(ready.read_bytes()))
    source = base / "facewise.po"

    def compile_source() -> bytes:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        made = io.BytesIO()
        with source.open("rb") as file:
            write_mo(made, read_po(file, locale="zh_CN"))
        return made.getvalue()

    words = source.read_bytes()
    key = f"words-{len(words)}-{zlib.crc32(words):08x}"  # SHA-256 would load OpenSSL before the first paint
    compiled = data.compiled(key, ".mo", compile_source)
    return gettext.GNUTranslations(io.BytesIO(compiled))


_current: list[Language] = ["zh"]


def use(language: Language) -> None:
    """Make a language the one that `_` and `ngettext` speak, in the window and on the terminal."""
    _current[0] = language


def current() -> Language:
    """Return the language that `_` and `ngettext` speak now."""
    return _current[0]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for a while."""
    before = current()
    use(language)
    try:
        yield
    finally:
        use(before)


def _(message: str) -> str:
    """Return an interface message in the current language."""
    return catalogue(_current[0]).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of an interface message that fits a count, in the current language."""
    return catalogue(_current[0]).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return an interface message that needs a context to be translated, in the current language."""
    return catalogue(_current[0]).pgettext(context, message)


def tell(error: FacewiseError, language: Language | None = None) -> str:
    """Return the one sentence that says what is wrong and what to do, in the reader's language."""
    spoken = language or _current[0]
    fields = {name: _told(value, spoken) for name, value in error.fields.items()}
    return catalogue(spoken).gettext(error.sentence).format(**fields)


def _told(value: object, language: Language) -> object:
    if isinstance(value, FacewiseError):
        return tell(value, language)
    return value[language] if isinstance(value, Text) else value
