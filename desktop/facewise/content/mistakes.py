"""What can be wrong in the files that people write: each mistake says where it is and how to mend it."""

from facewise.errors import N_, FacewiseError


class ContentError(FacewiseError):
    """A mistake in a file that people write; `file`, `line`, `place` (an id) and `field` say where."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} cannot be used: {remedy}.")


class TooLargeError(ContentError):
    """The file is larger than anything a person would write."""

    sentence = N_("{file} is larger than {limit} KB. Split it into several files.")


class NotYamlError(ContentError):
    """The text is not YAML, or not UTF-8."""

    sentence = N_(
        "{file} cannot be read at line {line}. "
        "Check indentation, colons and quotation marks there, and save the file as UTF-8."
    )


class AliasError(ContentError):
    """A YAML feature that content does not use: anchors, tags, a second document, extreme nesting."""

    sentence = N_(
        "In {file}, line {line}, anchors, tags, several documents and deep nesting are not allowed. "
        "Write the text out in full."
    )


class DuplicateKeyError(ContentError):
    """A field stands twice, so that one of them would be lost."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} stands twice. Keep one of them.")


class NoValueError(ContentError):
    """A field without anything behind its colon, or with less than it needs."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} is empty. Fill it in or remove it.")


class UnknownFieldError(ContentError):
    """A field that nobody reads, mostly a misspelt one."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} is not known. Correct or remove it.")


class MissingFieldError(ContentError):
    """A field that must be there."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} is missing. Add it.")


class WrongChoiceError(ContentError):
    """A value outside a closed list."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} must be one of: {choices}.")


class NotTextError(ContentError):
    """A list or a group of fields where one text belongs."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} must be one piece of text.")


class NotAListError(ContentError):
    """Something else where a list belongs."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} must be a list, each item after a hyphen."
    )


class NotFieldsError(ContentError):
    """Something else where fields belong."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field} must be a group of fields, each with a name and a colon."
    )


class NotANumberError(ContentError):
    """Text where a number belongs."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} must be a whole number in digits.")


class NotYesOrNoError(ContentError):
    """Text where true or false belongs."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} must be true or false.")


class NotADayError(ContentError):
    """Text where a day belongs."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} must be a day written like 2025-06-01."
    )


class WrongFormError(ContentError):
    """Text that does not have the form its field asks for."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field} is not written in the form {form}.")


class OneOperatorError(ContentError):
    """A test on a question without an operator, or with several."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: a test needs q and exactly one of is, is_not, in, "
        "not_in, has, lacks, at_least, less_than, answered."
    )


class Fault(ValueError):  # noqa: N818, raised inside a validator and turned into the error it names
    """A mistake found inside a model, which does not know the file it came from."""

    def __init__(self, kind: type[ContentError], **fields: object) -> None:
        self.kind = kind
        self.fields = fields
        super().__init__(kind.__name__)
