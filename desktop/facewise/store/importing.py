"""Answers brought in from a plain file; questions by id or short code."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from facewise import credit_code, plain_text
from facewise.assessment.answers import Action, Answer, Answers, Business, Evidence, Use
from facewise.assessment.asking import reason_for, value_of
from facewise.assessment.replay import KIND_OF_USE
from facewise.content.mistakes import ContentError
from facewise.content.pack import Pack, Question
from facewise.content.reading import Document, read_model
from facewise.errors import N_, FacewiseError
from facewise.store.answers_file import (
    TrueOrFalseError,
    TwiceError,
    WrittenAction,
    WrittenAnswer,
    WrittenAnswers,
    WrittenBusiness,
    WrittenEvidence,
    WrittenFile,
    WrittenUse,
    read_answers,
)
from facewise.store.evidence import keep_evidence
from facewise.store.reading import read_file

_LARGEST = 16 * 1024 * 1024  # far more than `read_answers` takes, which says what is too much


class FieldError(ContentError):
    """A field whose text cannot be used, with what is wrong about it."""

    sentence = N_("In {file}, line {line}, at {place}, the field {field}: {problem}")


class UnknownQuestionError(ContentError):
    """A question that the questionnaire does not have."""

    sentence = N_(
        "In {file}, line {line}, at {place}, there is no question {field}. Use an id or a short code of the "
        "questionnaire, such as D1."
    )


class AskedForTheSiteError(ContentError):
    """A site question under a use."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field} is asked once for the site. Move it under 'site'."
    )


class AskedForEachUseError(ContentError):
    """A use question under the site, or an action on it that names no use."""

    sentence = N_("In {file}, line {line}, at {place}, {field} is asked for each use. Move it under its use.")


class KindIsNoAnswerError(ContentError):
    """The kind of use written as an answer."""

    sentence = N_("In {file}, line {line}, at {place}, {field} is the use's 'kind'. Write it there instead.")


class EvidenceElsewhereError(FacewiseError):
    """A file of evidence that does not lie beside the answers file."""

    sentence = N_("{file} does not lie beside the answers file. Put it there, or in a folder below.")


class UnknownWayError(FacewiseError):
    """Another way of identification that no sign can show."""

    sentence = N_("'{value}' is none of the other ways: {choices}.")


class UnknownKindError(FacewiseError):
    """A kind of use that the questionnaire does not have."""

    sentence = N_("'{value}' is no kind of use. Choose one of: {choices}.")


def import_file(pack: Pack, path: Path, today: dt.date) -> tuple[Answers, Mapping[str, bytes]]:
    """Return the answers of a YAML or JSON file, and the evidence files it names, by SHA-256.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, or a ContentError that says where the
    mistake is and how to mend it.
    """
    return import_bytes(pack, read_file(path, _LARGEST), path.name, today, path.parent)


def import_bytes(
    pack: Pack, data: bytes, file: str, today: dt.date, folder: Path | None = None
) -> tuple[Answers, Mapping[str, bytes]]:
    """Return the answers of the text of a file; evidence files are looked for in `folder`."""
    document = read_answers(data, file)
    written = read_model(WrittenFile, document)
    return _Import(pack, document, folder).answers(written, today)


class _Import:
    """One file on its way in: knows the pack, where each part was written, and collects evidence."""

    def __init__(self, pack: Pack, document: Document, folder: Path | None) -> None:
        self._pack = pack
        self._document = document
        self._folder = folder
        self._kept: dict[str, bytes] = {}

    def answers(self, written: WrittenFile, today: dt.date) -> tuple[Answers, Mapping[str, bytes]]:
        self._refuse_twice([use.id for use in written.uses])
        answers = Answers(
            on=written.on or today,
            business=self._business(written.business),
            site=self._placed(written.site, "site", ("site",)),
            uses=tuple(self._use(use, number) for number, use in enumerate(written.uses)),
            sample=bool(written.sample),
        )
        actions = tuple(self._action(action, answers, n) for n, action in enumerate(written.actions))
        return answers.model_copy(update={"actions": actions}), self._kept

    def _business(self, written: WrittenBusiness) -> Business:
        fields = {
            name: self._tidy(text, ("business", name), note=False) for name, text in written if text.strip()
        }
        if code := fields.get("credit_code"):
            try:
                fields["credit_code"] = credit_code.checked(code)
            except FacewiseError as problem:
                self._refuse(("business", "credit_code"), problem)
        return Business(**fields)

    def _use(self, written: WrittenUse, number: int) -> Use:
        path = ("uses", number)
        kinds = self._choices(KIND_OF_USE)
        if written.kind not in kinds:
            problem = UnknownKindError(value=written.kind, choices=", ".join(kinds))
            self._refuse((*path, "kind"), problem)
        for way in written.ways:
            if way not in self._pack.ways:
                ways = ", ".join(self._pack.ways)
                self._refuse((*path, "ways"), UnknownWayError(value=way, choices=ways))
        return Use(
            id=written.id,
            kind=written.kind,
            name=self._tidy(written.name, (*path, "name"), note=False),
            ways=written.ways,
            answers=self._placed(written.answers, "use", (*path, "answers")),
        )

    def _choices(self, code: str) -> tuple[str, ...]:
        question = self._pack.question(code)
        return question.values() if question else ()

    def _placed(self, written: WrittenAnswers, scope: str, path: tuple[str | int, ...]) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        for name, answer in written.items():
            where = (*path, name)
            question = self._question(name, scope, where)
            if question.id in found:
                raise TwiceError(**self._document.at(where))
            found[question.id] = self._answer(question, answer, where)
        return found

    def _question(self, name: str, scope: str, path: tuple[str | int, ...]) -> Question:
        question = self._pack.question(name)
        if question is None:
            raise UnknownQuestionError(**self._document.at(path))
        if question.code == KIND_OF_USE:
            raise KindIsNoAnswerError(**self._document.at(path))
        if question.scope != scope:
            kind = AskedForTheSiteError if question.scope == "site" else AskedForEachUseError
            raise kind(**self._document.at(path))
        return question

    def _answer(self, question: Question, written: WrittenAnswer, path: tuple[str | int, ...]) -> Answer:
        try:
            value = None if written.value is None else value_of(question, written.value)
            reason_for(question, value, written.reason)
        except FacewiseError as problem:
            if written.value in ("true", "false", "True", "False"):
                raise TrueOrFalseError(**self._document.at(path)) from None
            self._refuse(path, problem)
        return Answer(
            value=value,
            reason=self._tidy(written.reason, (*path, "reason")),
            note=self._tidy(written.note, (*path, "note")),
            private_note=self._tidy(written.private_note, (*path, "private_note")),
            date=written.date,
            flags=written.flags,
            evidence=tuple(
                self._evidence(item, number, (*path, "evidence"))
                for number, item in enumerate(written.evidence, 1)
            ),
            origin="imported",
            content_version=self._pack.version,
        )

    def _evidence(self, written: WrittenEvidence, number: int, path: tuple[str | int, ...]) -> Evidence:
        evidence = Evidence(
            id=f"e{number}",
            file=self._tidy(written.file, (*path, "file"), note=False),
            note=self._tidy(written.note, (*path, "note")),
            on=written.on,
            by=self._tidy(written.by, (*path, "by"), note=False),
        )
        if not evidence.file or self._folder is None:
            return evidence
        try:
            sha256, data = keep_evidence(_beside(self._folder, evidence.file))
        except FacewiseError as problem:
            self._refuse((*path, "file"), problem)
        self._kept[sha256] = data
        return evidence.model_copy(update={"file": Path(evidence.file).name, "sha256": sha256})

    def _action(self, written: WrittenAction, answers: Answers, number: int) -> Action:
        path = ("actions", number)
        question = self._pack.question(written.question)
        if question is None:
            raise UnknownQuestionError(**self._document.at((*path, "question")))
        if question.scope == "use" and answers.use(written.use) is None:
            raise AskedForEachUseError(**self._document.at((*path, "question")))
        use = written.use if question.scope == "use" else None
        who = self._tidy(written.who, (*path, "who"), note=False)
        return Action(question=question.id, use=use, who=who, due=written.due, done=written.done)

    def _tidy(self, text: str, path: tuple[str | int, ...], *, note: bool = True) -> str:
        try:
            return plain_text.note(text) if note else plain_text.line(text)
        except FacewiseError as problem:
            self._refuse(path, problem)

    def _refuse(self, path: tuple[str | int, ...], problem: FacewiseError) -> NoReturn:
        raise FieldError(**self._document.at(path), problem=problem) from problem

    def _refuse_twice(self, ids: list[str]) -> None:
        for number, use in enumerate(ids):
            if use in ids[:number]:
                raise TwiceError(**(self._document.at(("uses", number)) | {"field": use}))


def _beside(folder: Path, name: str) -> Path:
    """Return a file in a folder or below; an answers file of somebody else must not fetch any other."""
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        raise EvidenceElsewhereError(file=name)
    return file
