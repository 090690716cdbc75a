"""The texts of a questionnaire for the tools of gettext, by an extraction method as Babel defines it."""

from collections.abc import Collection, Iterator
from typing import IO, TypeAlias

from facewise.content.reading import read_yaml
from facewise.content.texts import texts

Message: TypeAlias = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: dict[str, object]
) -> Iterator[Message]:
    """Return line, function, context and text of each text, as `pgettext` would be called with them."""
    del keywords, comment_tags, options  # Babel passes them to every method
    document = read_yaml(fileobj.read(), getattr(fileobj, "name", "-"))
    for found in texts(document):
        yield document.line(found.path), "pgettext", (found.context, found.zh), []
