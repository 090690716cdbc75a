"""Sites to assess: an orderly one to break in one place, and any answers at all."""

from datetime import date
from typing import TypeAlias

from hypothesis import strategies as st

from facewise.assessment.answers import Answer, Answers, Evidence, Use, Value
from facewise.assessment.replay import replay
from facewise.content.pack import Pack, Question

ON = date(2026, 11, 20)
NAMED = "《某某条例》第一条"
SHOWN = (Evidence(note="文件柜", on=ON, by="李倩"),)
ORDERLY: dict[str, Value] = {
    "S1": "yes",
    "S2": "no",
    "S3": "self",
    "S5": "one_to_one",
    "S6": "shared",
    "S7": "consent",
    "S8": "no",
    "S9": "device",
    "S10": "no",
    "S11": 500,
    "S12": "lt_100k",
    "S13": "no",
    "S14": "330000",
    "S15": "later",
    "S16": "no",
}
"""A residents' gate that keeps faces in the device, on consent, of adults only."""

Told: TypeAlias = Value | Answer


def site(pack: Pack, told: dict[str, Told], *kinds: str) -> Answers:
    """Return answers by short code, the same in every use; what is not told stays unanswered."""
    site: dict[str, Answer] = {}
    use: dict[str, Answer] = {}
    for code, value in told.items():
        question = pack.question(code)
        assert question, code
        kept = site if question.scope == "site" else use
        kept[question.id] = value if isinstance(value, Answer) else Answer(value=value)
    uses = tuple(Use(id=f"u{n}", kind=kind, answers=use) for n, kind in enumerate(kinds))
    return Answers(on=ON, site=site, uses=uses)


def orderly(pack: Pack, *kinds: str, **told: Told) -> Answers:
    """Return a site where all is done and can be shown, but for what is told otherwise."""
    done = Answer(value="yes", note=NAMED, evidence=SHOWN)
    scored: dict[str, Told] = {question.code: done for question in pack.questions if question.scored}
    return site(pack, scored | ORDERLY | told, *(kinds or ("resident_gate",)))


def answer_everything(pack: Pack, answers: Answers, value: str) -> Answers:
    """Return the answers with one value for every scored question, where it is offered."""
    for place in replay(pack, answers).places.values():
        if place.question.scored and value in place.question.values():
            answers = answers.put(place.question.id, place.use, Answer(value=value, note=NAMED))
    return answers


def answers_of(question: Question) -> list[Answer]:
    """Return answers of every kind that a question takes: bare, noted, with evidence, on several days."""
    if question.kind == "number":
        days = (None, date(2025, 3, 1), date(2026, 5, 6), date(2026, 11, 1), date(2027, 1, 5))
        numbers = (0, 500, 79_999, 80_000, 99_999, 100_000, 1_000_000, "unknown")
        return [Answer(value=number, date=day) for number in numbers for day in days]
    shapes = (
        [Answer(), Answer(note=NAMED), Answer(note=NAMED, evidence=SHOWN)] if question.scored else [Answer()]
    )
    return [
        shape.model_copy(update={"value": value, "reason": "没有变过" if value == "na" else ""})
        for value in question.values()
        for shape in shapes
    ]


def an_answer(question: Question, *, complete: bool = False) -> st.SearchStrategy[Answer]:
    """Any answer that a question takes, also none unless `complete`."""
    return st.sampled_from(answers_of(question) + ([] if complete else [Answer()]))


def any_answers(pack: Pack, *, complete: bool = False) -> st.SearchStrategy[Answers]:
    """Any answers of a site with one or two uses; complete ones leave nothing open but by don't know."""

    def told(scope: str) -> st.SearchStrategy[dict[str, Answer]]:
        asked = [question for question in pack.questions if question.scope == scope and question.code != "S4"]
        return st.fixed_dictionaries({one.id: an_answer(one, complete=complete) for one in asked})

    kinds = st.sampled_from(list(pack.purposes))
    uses = st.lists(st.tuples(kinds, told("use")), min_size=1, max_size=2).map(_numbered)
    days = st.sampled_from([ON, date(2025, 7, 14), date(2025, 7, 15), date(2027, 3, 1)])
    return st.builds(lambda on, kept, used: Answers(on=on, site=kept, uses=used), days, told("site"), uses)


def _numbered(drawn: list[tuple[str, dict[str, Answer]]]) -> tuple[Use, ...]:
    return tuple(Use(id=f"u{n}", kind=kind, answers=kept) for n, (kind, kept) in enumerate(drawn))
