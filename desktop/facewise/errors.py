"""What can go wrong, as data; `i18n.tell` turns it into a sentence in the reader's language."""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802, the name by which gettext tools find messages
    """Return the message itself, marked for translation."""
    return message


class FacewiseError(Exception):
    """Something that the user can mend; `sentence` has named fields which `fields` fill."""

    sentence: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.sentence.format(**fields))


class NoSuchFileError(FacewiseError):
    """The named file is not there."""

    sentence = N_("There is no file {file}. Check the name and the folder.")
