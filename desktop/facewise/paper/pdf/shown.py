"""Whether everything that people wrote can be shown on paper; asked before anything is exported."""

from collections.abc import Iterator

from facewise.assessment.answers import Answer, Answers
from facewise.content.pack import Pack
from facewise.errors import N_, FacewiseError
from facewise.i18n import Text
from facewise.paper.pdf.font import missing

_LABELS = {
    "name": "cover.business",
    "credit_code": "cover.code",
    "site": "cover.site",
    "address": "cover.site",
    "contact": "cover.contact",
    "phone": "cover.contact",
    "email": "cover.contact",
    "notice_url": "cover.business",
}


class NoShapeError(FacewiseError):
    """Characters that no shipped font has."""

    sentence = N_(
        "{place}: our fonts cannot show {characters}. Write it with other characters there; nothing was made."
    )


def check_characters(pack: Pack, answers: Answers) -> None:
    """Return if every character that is printed has a shape.

    Raises NoShapeError, which names the characters of the first text that cannot be shown, and its place.
    """
    for place, text in _texts(pack, answers):
        if characters := missing(text):
            raise NoShapeError(place=place, characters=" ".join(characters))


def _texts(pack: Pack, answers: Answers) -> Iterator[tuple[Text, str]]:
    words = pack.words
    for name, text in answers.business:
        yield words[_LABELS[name]], text
    for name, answer in answers.site.items():
        yield from _of_answer(pack, name, words["findings.site"], answer)
    for use in answers.uses:
        yield words["cover.uses"], use.name
        named = Text(use.name, use.name) if use.name else pack.purposes[use.kind]
        for name, answer in use.answers.items():
            yield from _of_answer(pack, name, named, answer)
    for action in answers.actions:
        yield words["plan.title"], action.who


def _of_answer(pack: Pack, name: str, where: Text, answer: Answer) -> Iterator[tuple[Text, str]]:
    question = pack.question(name)
    code = question.code if question else name
    place = Text(f"{code}（{where.zh}）", f"{code} ({where.en})")
    evidence = (text for item in answer.evidence for text in (item.file, item.note, item.by))
    value = answer.value if isinstance(answer.value, str) else ""
    for text in (value, answer.reason, answer.note, *evidence):
        yield place, text
