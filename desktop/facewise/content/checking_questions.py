"""Faults of questions and of the lists in the pack's own file: what is missing, what leads nowhere."""

from collections.abc import Iterator, Sequence

from facewise.content.checked import Checked, Place
from facewise.content.faults import (
    NoAnswersError,
    NoArticleError,
    NoFixError,
    RedNotApplicableError,
    ReusedIdError,
    UnknownArticleError,
    UnknownChoiceError,
    UnknownQuestionError,
    UnlistedError,
)
from facewise.content.mistakes import ContentError
from facewise.content.pack import Question, Scope, Severity, StartPack
from facewise.content.sources import fields

KIND_OF_USE = "S4"
_NEEDED = ("yes", "no", "unknown")
_FEWEST = 2


def question_faults(checked: Checked) -> Iterator[ContentError]:
    """Return the faults of single questions."""
    for question, place in checked.questions():
        yield from _answers(question, place)
        yield from _articles(checked, question.cites, place)
        if question.scored and not question.cites:
            yield NoArticleError(**place.at("cites"))
        if question.severity not in (None, Severity.NONE) and not question.fix:
            yield NoFixError(**place.at("fix"))
        if question.can_be_red and question.not_applicable:
            yield RedNotApplicableError(**place.at("not_applicable"))


def list_faults(checked: Checked) -> Iterator[ContentError]:
    """Return the faults of what the pack's own file lists: names of questions, articles, start packs."""
    pack = checked.pack
    for n, note in enumerate(pack.notes):
        yield from _articles(checked, note.cites, checked.index("notes", n))
    for n, outcome in enumerate(pack.outcomes):
        yield from _names(checked, outcome.asks, checked.index("outcomes", n, "asks"))
    for document, names in pack.prints.items():
        yield from _names(checked, names, checked.index("prints", document))
    yield from _names(checked, pack.red_line_pass, checked.index("red_line_pass"))
    for question in pack.questions:
        if question.can_be_red and question.id not in pack.red_line_pass:
            yield UnlistedError(**checked.index("red_line_pass").at(), question=question.code)
    for n, start in enumerate(pack.start_packs):
        yield from _start_pack(checked, start, checked.index("start_packs", n))


def name_faults(checked: Checked) -> Iterator[ContentError]:
    """Return ids and short codes that are given twice."""
    pack = checked.pack
    found = list(checked.questions())
    yield from _twice([(question.id, place.at("id")) for question, place in found])
    yield from _twice([(question.code, place.at("code")) for question, place in found])
    sections = zip(pack.sections, checked.sources.sections, strict=True)
    yield from _twice([(section.id, document.at(("id",))) for section, document in sections])
    words = ((key, document) for document in checked.sources.words for key in fields(document))
    yield from _twice([(key, document.at((key,))) for key, document in words])
    for question, place in found:
        yield from _twice(
            [(choice.id, place.at("choices", n, "id")) for n, choice in enumerate(question.choices)]
        )
    for field in ("outcomes", "notes", "start_packs", "vendor_cards"):
        owners = enumerate(getattr(pack, field))
        yield from _twice([(owner.id, checked.index(field, n, "id").at()) for n, owner in owners])


def _answers(question: Question, place: Place) -> Iterator[ContentError]:
    if question.kind == "scale" and not set(_NEEDED) <= set(question.answers):
        yield NoAnswersError(**place.at("answers"), needed=", ".join(_NEEDED))
    if question.kind in ("choice", "choices") and len(question.choices) < _FEWEST:
        yield NoAnswersError(**place.at("choices"), needed=_FEWEST)


def _articles(checked: Checked, cites: Sequence[str], place: Place) -> Iterator[ContentError]:
    for n, cite in enumerate(cites):
        if not checked.law.exists(cite):
            yield UnknownArticleError(**place.at("cites", n), cite=cite)


def _names(checked: Checked, names: Sequence[str], place: Place) -> Iterator[ContentError]:
    for n, name in enumerate(names):
        if checked.pack.question(name) is None:
            yield UnknownQuestionError(**place.at(n), name=name)


def _start_pack(checked: Checked, start: StartPack, place: Place) -> Iterator[ContentError]:
    yield from _filled_in(checked, start.site, "site", Place(place.document, (*place.path, "site")))
    kinds = checked.pack.question(KIND_OF_USE)
    for n, use in enumerate(start.uses):
        below = Place(place.document, (*place.path, "uses", n))
        if kinds and use.kind not in kinds.values():
            yield _not_offered(kinds, use.kind, below, "kind")
        yield from _filled_in(checked, use.answers, "use", Place(below.document, (*below.path, "answers")))


def _filled_in(
    checked: Checked, answers: dict[str, str], scope: Scope, place: Place
) -> Iterator[ContentError]:
    for name, answer in answers.items():
        question = checked.pack.question(name)
        if question is None or question.scope != scope:
            yield UnknownQuestionError(**place.at(), name=name)
        elif answer not in question.values():
            yield _not_offered(question, answer, place)


def _not_offered(question: Question, choice: str, place: Place, *below: str) -> ContentError:
    offered = ", ".join(question.values())
    return UnknownChoiceError(**place.at(*below), question=question.code, choice=choice, choices=offered)


def _twice(named: list[tuple[str, dict[str, object]]]) -> Iterator[ContentError]:
    seen: set[str] = set()
    for name, where in named:
        if name in seen:
            yield ReusedIdError(**where, name=name)
        seen.add(name)
