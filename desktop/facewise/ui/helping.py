"""What the help panel tells about a question, gathered from the questionnaire, the law and the answers."""

from facewise.assessment.replay import Asked
from facewise.content.conditions import Reading
from facewise.content.pack import Question
from facewise.i18n import Language, _
from facewise.ui.places import BUSINESS, SCOPING, Place
from facewise.ui.say import shown_value
from facewise.ui.session import Session
from facewise.ui.widgets.help import Help, LawText


def help_of(session: Session, spot: Asked, language: Language, *, consultant: bool = False) -> Help:
    """Return the help on one question in one place; consultants also see the traps."""
    question = spot.question
    return Help(
        look=tuple(text[language] for text in question.look),
        trap=tuple(text[language] for text in question.trap) if consultant else (),
        law=tuple(law_text(session, cite) for cite in question.cites),
        why=question.why[language] if question.why else "",
        because=tuple(
            _because(session, reading, language) for reading in spot.because if reading.value is not None
        ),
        evidence=tuple(text[language] for text in question.evidence),
    )


def law_text(session: Session, cite: str) -> LawText:
    """Return a provision with its text, where the text may be quoted."""
    quotation = session.law.quotation(cite)
    reference = session.law.reference(cite)
    return LawText(reference, quotation.text, quotation.abridged) if quotation else LawText(reference)


def place_of(session: Session, question: str, use: str | None) -> Place:
    """Return where a question is answered."""
    found = session.question(question)
    return BUSINESS if found.section == SCOPING else Place("question", found.section, found.id, use)


def key_of(question: str, use: str | None) -> str:
    """Return question and use as one key."""
    return f"{question} {use or ''}".strip()


def place_of_key(session: Session, key: str) -> Place:
    """Return the place that `key_of` stands for."""
    question, _space, use = key.partition(" ")
    return place_of(session, question, use or None)


def _because(session: Session, reading: Reading, language: Language) -> tuple[str, str]:
    question: Question = session.question(reading.question)
    answer = shown_value(question, reading.value, language)
    sentence = _('You answered "{answer}" to: {question}').format(
        answer=answer, question=question.text[language]
    )
    return key_of(question.id, reading.use), sentence
