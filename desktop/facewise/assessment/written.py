"""Answers in the form of an answers file, as people write it and `import` reads it."""

import re
from collections.abc import Mapping
from typing import Any

from facewise.assessment.answers import Answer, Answers, Evidence
from facewise.assessment.replay import KIND_OF_USE
from facewise.content.pack import Pack, Question

FORMAT = 1
Plain = dict[str, Any]
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def written(pack: Pack, answers: Answers, kept: Mapping[str, bytes], *, private: bool = False) -> Plain:
    """Return the answers as an answers file has them; of `kept` evidence, by SHA-256, the file's path.

    Private notes stay out unless they are asked for. What no rule reads stays out too: "not applicable"
    without a reason, or an answer to a question that the questionnaire no longer has.
    """
    form = _Form(pack, kept, private=private)
    plain: Plain = {
        "format": FORMAT,
        "on": answers.on.isoformat(),
        "business": {name: text for name, text in answers.business if text},
        "site": form.answers(answers.site, "site"),
        "uses": [
            _filled(id=use.id, kind=use.kind, name=use.name, ways=list(use.ways))
            | {"answers": form.answers(use.answers, "use")}
            for use in answers.uses
        ],
    }
    actions = [
        _filled(
            question=one.question,
            use=one.use,
            who=one.who,
            due=one.due and one.due.isoformat(),
            done=one.done and one.done.isoformat(),
        )
        for one in answers.actions
        if (question := pack.question(one.question)) and (question.scope == "site" or answers.use(one.use))
    ]
    return plain | _filled(sample="yes" if answers.sample else "", actions=actions)


def evidence_path(evidence: Evidence) -> str:
    """Return where a file of evidence lies beside an answers file: evidence/3f2a…/north gate.jpg."""
    name = _NOT_IN_NAMES.sub("-", evidence.file).strip(" .") or "file"
    return f"evidence/{evidence.sha256[:16]}/{name}"


class _Form:
    """How the answers of one assessment are written."""

    def __init__(self, pack: Pack, kept: Mapping[str, bytes], *, private: bool) -> None:
        self._pack = pack
        self._kept = kept
        self._private = private

    def answers(self, told: Mapping[str, Answer], scope: str) -> Plain:
        found: Plain = {}
        for name, answer in told.items():
            question = self._pack.question(name)
            if question and question.scope == scope and question.code != KIND_OF_USE:
                found[question.id] = self._answer(question, answer)
        return found

    def _answer(self, question: Question, answer: Answer) -> object:
        """A bare value where there is nothing else to say."""
        value = None if answer.value == "na" and not answer.reason.strip() else answer.value
        plain = _filled(
            value=list(value) if isinstance(value, tuple) else value,
            reason=answer.reason,
            note=answer.note,
            private_note=answer.private_note if self._private else "",
            date=answer.date and answer.date.isoformat(),
            flags=list(answer.flags),
            evidence=[self._evidence(item) for item in answer.evidence],
        )
        return plain["value"] if list(plain) == ["value"] and question.kind != "choices" else plain

    def _evidence(self, item: Evidence) -> Plain:
        """A file that is not kept here is named where it is told where evidence lies."""
        on = item.on and item.on.isoformat()
        if item.sha256 in self._kept:
            return _filled(file=evidence_path(item), note=item.note, on=on, by=item.by)
        where = " ".join(filter(None, (item.file, item.note)))
        return _filled(note=where, on=on, by=item.by)


def _filled(**fields: object) -> Plain:
    """What is not empty; a number is never empty."""
    return {name: value for name, value in fields.items() if value or value == 0}
