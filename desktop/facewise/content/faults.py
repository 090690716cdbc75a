"""What can be wrong with a questionnaire as a whole: each fault names file, question, field and remedy."""

from facewise.content.mistakes import ContentError
from facewise.errors import N_


class UnknownQuestionError(ContentError):
    """A question that the pack does not have."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: there is no question {name}. Correct the id or short "
        "code."
    )


class UnknownChoiceError(ContentError):
    """An answer that the question does not offer."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: {question} does not offer {choice}. Use one of: "
        "{choices}."
    )


class UnknownArticleError(ContentError):
    """A provision that the law data do not have."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: the law data have no provision {cite}. Correct the "
        "reference or add the provision to questionnaires/law."
    )


class WrongOperatorError(ContentError):
    """A test that makes no sense for the kind of question it reads."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: {operator} does not fit {question}, which is of the "
        "kind {kind}. Use one of: {operators}."
    )


class CycleError(ContentError):
    """Questions whose conditions need each other."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: the conditions run in a circle: {circle}. Break it in "
        "one place."
    )


class ForwardError(ContentError):
    """A condition that reads a question asked only later."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: {question} is asked only later. Move it before this "
        "question or read an earlier one."
    )


class AlwaysTrueError(ContentError):
    """A condition that holds whatever is answered."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: this condition is always true. Correct it or leave it "
        "out."
    )


class AlwaysFalseError(ContentError):
    """A condition that no answers can fulfil."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: this condition can never be true. Correct it, or "
        "remove what depends on it."
    )


class TangledError(ContentError):
    """A condition over more questions than can be tried out."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: this condition reads too many questions to be "
        "checked. Make it simpler."
    )


class NotToldApartError(ContentError):
    """Choices between which nothing makes a difference."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: no condition, document or note tells these choices "
        "apart: {choices}. Use them, name the question under prints in pack.yaml, or make them one choice."
    )


class NoArticleError(ContentError):
    """A question that does not say which provision it rests on."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} is missing: a question that is judged needs "
        "an article."
    )


class NoFixError(ContentError):
    """A question that does not say what to do about a gap."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} is missing: say what to do about a no, and "
        "the effort."
    )


class NoAnswersError(ContentError):
    """A question without the answers that its kind needs."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} must offer at least {needed}. Add what is "
        "missing."
    )


class RedNotApplicableError(ContentError):
    """A red line that could be talked away."""

    sentence = N_(
        "In {file}, line {line}, at {place}: a question that can be a red line cannot be answered not "
        "applicable. Remove {field}, or say in applies_if when it is not asked."
    )


class UnlistedError(ContentError):
    """A question that can be a red line and is not asked in the red-line pass."""

    sentence = N_(
        "In {file}, line {line}, the field {field} lacks {question}, which can be a red line. Add it to the "
        "list."
    )


class ReusedIdError(ContentError):
    """An id or short code that belongs to another question, or did once."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: {name} is or was the name of something else. Take a "
        "new one."
    )


class GoneError(ContentError):
    """A published id that is no longer there, so that answers given under it would be lost."""

    sentence = N_(
        "In {file}, line {line}, {name} was published and is gone. Put it back, or add a step that says "
        "what becomes of its answers."
    )


class NoEnglishError(ContentError):
    """A text without its English."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} has no English. Add it to {catalogue} under "
        "{context}."
    )


class FuzzyError(ContentError):
    """English that was made from an earlier Chinese text."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} has changed since its English was written. "
        "Correct the English in {catalogue} under {context} and remove the mark fuzzy."
    )


class PlaceholderError(ContentError):
    """Named fields that are not the same in both languages, or braces that are none."""

    sentence = N_(
        "In {file}, line {line}, at {place}, the field {field} has the named fields {zh} in Chinese and "
        "{en} in English. Use the same ones, each in one pair of braces."
    )
