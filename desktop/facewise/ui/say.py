"""Words that several pages share: answers, states, sections, uses, counts."""

from facewise.content.pack import Question
from facewise.i18n import Language, _, ngettext
from facewise.ui.flow import PartState, Way
from facewise.ui.places import RED_LINES
from facewise.ui.widgets.tasks import Task


def answer_word(value: str) -> str:
    """Return the word of an answer of the scale."""
    words = {
        "yes": _("Yes"),
        "partly": _("Partly"),
        "no": _("No"),
        "unknown": _("Don't know"),
        "na": _("Not applicable"),
    }
    return words[value]


def shown_value(question: Question, value: object, language: Language) -> str:
    """Return an answer in words; empty where there is none."""
    if value is None:
        return ""
    choices = {choice.id: choice.text[language] for choice in question.choices}
    if isinstance(value, tuple):
        return (", " if language == "en" else "、").join(str(choices.get(one, one)) for one in value)
    if value in choices:
        return choices[str(value)]
    known = question.kind == "scale" or value == "unknown"
    return answer_word(str(value)) if known else str(value)


def state_word(state: PartState) -> str:
    """Return the word beside a part of the way."""
    words = {
        "empty": _("Not started"),
        "half": _("Started"),
        "done": _("Done"),
        "gap": _("Has a gap"),
        "dash": _("Not asked"),
        "broken": _("Has a red line"),
        "unknown": _("To find out"),
    }
    return words[state.state]


def questions_left(count: int) -> str:
    """Return how many questions are left."""
    return ngettext("{count} question left", "{count} questions left", count).format(count=count)


def more_may_be_asked(count: int) -> str:
    """Return how many questions may be asked besides; empty for none."""
    if not count:
        return ""
    return ngettext("{count} more may be asked", "up to {count} more may be asked", count).format(count=count)


def part_title(way: Way, part: str, language: Language) -> str:
    """Return the title of a part of the way."""
    titles = {
        "business": _("Business and uses"),
        RED_LINES: _("Red lines first"),
        "check": _("Check answers"),
        "result": _("Result"),
        "documents": _("Documents and signing"),
    }
    return titles[part] if part in titles else way.pack.section(part).title[language]


def use_name(way: Way, use: str | None, language: Language) -> str:
    """Return the name of a use: as it was given, else its kind."""
    found = way.answers.use(use)
    if found is None:
        return _("The whole site")
    kind = way.pack.question("S4")
    kinds = {choice.id: choice.text[language] for choice in kind.choices} if kind else {}
    return found.name or kinds.get(found.kind, found.kind)


def tasks(way: Way, language: Language) -> tuple[Task, ...]:
    """Return the rows of the task list."""
    parts = (
        "business",
        RED_LINES,
        "",
        *(section.id for section in way.sections),
        "",
        "check",
        "result",
        "documents",
    )
    headings = iter((_("Questions"), _("Finish")))
    return tuple(_task(way, part, language) if part else Task("", next(headings)) for part in parts)


def _task(way: Way, part: str, language: Language) -> Task:
    state, title = way.state(part), part_title(way, part, language)
    word = state_word(state)
    if part == "check" and state.state == "half":
        word = ngettext("{count} open", "{count} open", state.left).format(count=state.left)
    name = _("{title}, {state}").format(title=title, state=word)
    if state.state == "half" and part != "check":
        left = questions_left(state.left)
        name = _("{title}, {state}, {left}").format(title=title, state=word, left=left)
    return Task(part, title, state.state, word, name)


def shift(opened: int, closed: int) -> str:
    """Return in words how many questions an answer opened and closed; empty for none."""
    if opened:
        return ngettext("{count} question opened", "{count} questions opened", opened).format(count=opened)
    if closed:
        return ngettext("{count} question closed", "{count} questions closed", closed).format(count=closed)
    return ""
