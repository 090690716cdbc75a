"""What the result page tells: the verdict, articles, what was not asked, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from facewise.assessment.answers import Action, Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import grade_words
from facewise.assessment.result import Assessment, Finding, NoGrade, NotAsked, State
from facewise.assessment.whatif import Effect, best_answer
from facewise.content.conditions import Reading
from facewise.content.numerals import hanzi
from facewise.content.pack import Pack
from facewise.i18n import Language, Text, _, ngettext
from facewise.paper.report import OTHER_LAW, article_of, urgency
from facewise.ui import say
from facewise.ui.flow import Key
from facewise.ui.session import Session
from facewise.ui.widgets.verdict import Band

LONGEST_NAME = 24
"""So many characters of a name stand inside a sentence."""
_BANDS: dict[str, Band] = {"A": "met", "B": "met", "C": "partly", "D": "red", "E": "red"}


@dataclass(frozen=True, slots=True)
class Head:
    """The verdict: band, picture (family and name), words, what they mean, and what they rest on."""

    band: Band
    family: str
    picture: str
    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article: its name, how many findings are met, partly, not done, open, and the worst of them."""

    title: str
    number: str
    counts: tuple[int, int, int, int]
    worst: Finding


@dataclass(frozen=True, slots=True)
class Unasked:
    """Questions of one section that one reason leaves out, and the question that the reason is from."""

    section: str
    questions: tuple[str, ...]
    because: tuple[str, ...]
    source: Key | None


def head(session: Session, language: Language) -> Head:
    """Return the verdict of an assessment."""
    pack, result = session.pack, session.assessment
    words = grade_words(pack, result)
    lines = [words.meaning[language]]
    if result.grade and len(result.uses) > 1:
        worst = next(use for use in result.uses if use.grade == result.grade and use.score == result.score)
        lines.append(
            pack.words["cover.worst"][language].format(use=say.use_name(session.way, worst.id, language))
        )
    lines.append(pack.words["cover.statement"][language])
    if result.grade:
        return Head(
            _BANDS[result.grade], "pictograms", f"grade-{result.grade}", words.text[language], tuple(lines)
        )
    shape = "half" if result.reason is NoGrade.IN_PROGRESS else "dash"
    return Head("unknown", "shapes", shape, words.text[language], tuple(lines))


def articles(pack: Pack, result: Assessment, use: str, language: Language) -> tuple[ArticleLine, ...]:
    """Return how each article is kept by a use, in the order of the Measures, other law last."""
    kept: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.use in (use, None) and finding.state is not State.NOT_APPLICABLE:
            kept.setdefault(article_of(pack, finding), []).append(finding)
    order = sorted(kept, key=lambda name: (name == OTHER_LAW, int(name) if name.isdigit() else 0))
    return tuple(_line(pack, name, kept[name], language) for name in order)


def _line(pack: Pack, name: str, findings: list[Finding], language: Language) -> ArticleLine:
    count = {state: sum(1 for finding in findings if finding.state is state) for state in State}
    counts = (
        count[State.MET],
        count[State.PARTLY],
        count[State.GAP],
        count[State.UNKNOWN] + count[State.UNANSWERED],
    )
    number = ""
    if name.isdigit():
        number = pack.words["articles.number"].format(number=Text(hanzi(int(name)), name))[language]
    title = pack.words.get(f"article.{name}", pack.words["articles.other"])[language]
    return ArticleLine(title, number, counts, min(findings, key=urgency))


def unasked(session: Session, places: Iterable[NotAsked], language: Language) -> tuple[Unasked, ...]:
    """Return what is not asked, together where section and reason are the same."""
    groups: dict[tuple[str, tuple[tuple[str, object], ...]], list[NotAsked]] = {}
    for place in places:
        reason = tuple(dict.fromkeys((reading.question, reading.value) for reading in place.because))
        groups.setdefault((place.question.section, reason), []).append(place)
    return tuple(_unasked(session, section, same, language) for (section, _reason), same in groups.items())


def _unasked(session: Session, section: str, same: list[NotAsked], language: Language) -> Unasked:
    because = same[0].because
    return Unasked(
        section=session.pack.section(section).title[language],
        questions=tuple(dict.fromkeys(place.question.text[language] for place in same)),
        because=tuple(dict.fromkeys(_because(session, reading, language) for reading in because)),
        source=(because[0].question, because[0].use) if because else None,
    )


def _because(session: Session, reading: Reading, language: Language) -> str:
    question = session.question(reading.question)
    if reading.asked is False:
        answer = _("not asked")
    else:
        answer = say.shown_value(question, reading.value, language) or _("not answered")
    return _("{question} {answer}").format(question=question.text[language], answer=answer)


def of_use(session: Session, words: str, use: str | None, language: Language) -> str:
    """Return words with the use they are about, where there are several; a long name is cut in the middle."""
    if len(session.answers.uses) < 2:  # noqa: PLR2004, with one use its name says nothing
        return words
    return _("{words} ({use})").format(words=words, use=brief(say.use_name(session.way, use, language)))


def brief(name: str) -> str:
    """Return a name, cut in the middle where it would fill lines; its start and its end tell most."""
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return _("{start}...{end}").format(start=name[:half].rstrip(), end=name[-half:].lstrip())


def change_words(effect: Effect | None) -> str:
    """Return what mending changes: the grade where it does, else the score.

    Empty where neither moves, and where `opened_sentence` says more.
    """
    if effect is None:
        return ""
    if effect.opens:
        return ""
    if effect.grade_before and effect.grade_after and effect.grade_before != effect.grade_after:
        return _("{before} → {after}").format(before=effect.grade_before, after=effect.grade_after)
    return score_words(effect)


def opened_words(effect: Effect) -> str:
    """Return that mending asks more first: until that is answered the score is open, and may look lower."""
    words = ngettext("{count} new question first", "{count} new questions first", effect.opens)
    return words.format(count=effect.opens)


def opened_sentence(effect: Effect) -> str:
    """Return what the score is once the questions are answered that mending opens; empty for none."""
    if not effect.opens:
        return ""
    sentence = ngettext(
        "Opens {count} question first; once it is answered, {low} to {high} points (now {now}).",
        "Opens {count} questions first; once they are answered, {low} to {high} points (now {now}).",
        effect.opens,
    )
    after = effect.score_after
    now = effect.score_before.value
    return sentence.format(count=effect.opens, low=after.value, high=after.high_value, now=now)


def score_words(effect: Effect) -> str:
    """Return the score before and after; empty where it does not move."""
    if effect.opens:
        return opened_words(effect)
    before, after = effect.score_before.value, effect.score_after.value
    return _("{before} → {after}").format(before=before, after=after) if before != after else ""


def tried(pack: Pack, answers: Answers, findings: Iterable[Finding]) -> Assessment:
    """Return the assessment as it would be with these findings mended; no answer is changed."""
    for finding in findings:
        best = best_answer(pack, answers, finding)
        mended = finding.answer.model_copy(update={"value": best})
        answers = answers.put(finding.question.id, finding.use, mended)
    return assess(pack, answers)


def with_action(answers: Answers, key: Key, **changes: object) -> Answers:
    """Return the answers with a change to who mends a finding, and until when."""
    question, use = key
    old = next(
        (one for one in answers.actions if (one.question, one.use) == key), Action(question=question, use=use)
    )
    others = tuple(one for one in answers.actions if (one.question, one.use) != key)
    new = Action.model_validate({**dict(old), **changes})
    kept = (*others, new) if new.who or new.due or new.done else others
    return answers.model_copy(update={"actions": kept})


def same_but_actions(before: Answers, after: Answers) -> bool:
    """Return whether only the plan differs between two sets of answers."""
    return before.model_copy(update={"actions": after.actions, "on": after.on}) == after
