"""The assessment that is open: its answers, what follows from them, and where they are kept.

Pages read `answers`, `walk`, `assessment` and `way`, and tell what was answered; everything is recomputed at
once, and the file is written when the typing pauses.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from facewise.assessment.answers import Answer, Answers, Business, Evidence, Use
from facewise.assessment.assess import assess
from facewise.assessment.replay import replay
from facewise.content.canonical import sha256
from facewise.content.law import load_law
from facewise.content.pack import Pack, Question
from facewise.errors import FacewiseError
from facewise.i18n import tell
from facewise.paper.design import Design
from facewise.store.copies import keep_earlier
from facewise.store.evidence import keep_evidence
from facewise.store.journal import Journal
from facewise.store.lock import Claim
from facewise.store.log import happened
from facewise.store.site_file import SiteFile, write_site
from facewise.ui.flow import Key, Way

PAUSE = 700
"""Milliseconds without a change after which the file is written."""


class Session(QObject):
    """One open assessment. `changed` after every change; `shifted`: so many questions it opened, closed."""

    changed = Signal()
    shifted = Signal(int, int)
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        site: SiteFile,
        pack: Pack,
        path: Path,
        written: bytes | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self.path = path
        self.held: FacewiseError | None = None
        """Why the file is only read: who has it open elsewhere."""
        self.found: FacewiseError | None = None
        """What became of answers that an earlier run could not save."""
        self.claim: Claim | None = None
        self._journal, self._is_copied = Journal(path), False
        self.pack = pack
        self.law = load_law()
        self._site, self._written = site, written
        self._now = now or (lambda: datetime.now().astimezone())
        self._touched: dict[Key, None] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.save)
        self._assess()

    @property
    def reading_only(self) -> str:
        """Return why nothing can be changed, in a sentence; empty where everything can."""
        return tell(self.held) if self.held is not None else ""

    @property
    def base(self) -> str:
        """Return the SHA-256 of the file as it was read or written last; empty if it never was."""
        return sha256(self._written) if self._written is not None else ""

    @property
    def site(self) -> SiteFile:
        """Return everything the file holds, as of now."""
        return self._site

    @property
    def answers(self) -> Answers:
        """Return the answers as of now."""
        return self._site.answers

    @property
    def is_saved(self) -> bool:
        """Return whether every change is in the file."""
        return not self._pause.isActive() and not self._touched

    def question(self, name: str) -> Question:
        """Return a question by id or short code; KeyError if the pack has none such."""
        found = self.pack.question(name)
        if found is None:
            raise KeyError(name)
        return found

    def record(self, question: str, use: str | None, **changes: Any) -> None:  # noqa: ANN401, Answer's fields
        """Change fields of one answer; the others stay. A FacewiseError says why a text cannot be kept."""
        before = self.answers.get(question, use)
        stamp = {
            "at": self._now(),
            "origin": "typed",
            "content_version": self.pack.version,
            "confirmed": True,
        }
        if before.confirmed and all(getattr(before, name) == value for name, value in changes.items()):
            return
        after = Answer.model_validate({**dict(before), **changes, **stamp})
        self.change(self.answers.put(question, use, after), (question, use))

    def copy(self, question: str, use: str, other: str) -> None:
        """Give an answer of one use to another, as a copy to be confirmed."""
        copied = self.answers.get(question, use).model_copy(
            update={"origin": "copied", "confirmed": False, "at": self._now(), "evidence": ()}
        )
        self.change(self.answers.put(question, other, copied), (question, other))

    def set_business(self, **changes: str) -> None:
        """Change fields of the business; a FacewiseError says why a text cannot be kept."""
        changed = Business.model_validate({**dict(self.answers.business), **changes})
        self.change(self._with(business=changed), ("business", None))

    def set_uses(self, uses: Sequence[Use]) -> None:
        """Change what faces are used for; answers of a use that is taken away go with it."""
        self.change(self._with(uses=tuple(uses)), ("uses", None))

    def change(self, answers: Answers, key: Key) -> None:
        """Take new answers, recompute, tell everybody, and write the file soon."""
        if self.held is not None:
            self.changed.emit()  # what was chosen on the screen goes back to what the file says
            return
        if answers == self.answers:
            return
        before = self._asked()
        self._site = replace(self._site, answers=answers.model_copy(update={"on": self._now().date()}))
        self._touched[key] = None
        self._journal.note(self._now(), self.base, self.answers)
        self._assess()
        after = self._asked()
        self.changed.emit()
        if after != before and key[0] not in ("business", "uses"):
            self.shifted.emit(len(after - before), len(before - after))
        self._pause.start()

    def add_evidence(self, question: str, use: str | None, file: Path, note: str = "") -> None:
        """Keep a file as evidence of an answer; a FacewiseError says why it cannot be kept."""
        if self.held is not None:
            raise self.held
        digest, content = keep_evidence(file)
        answer = self.answers.get(question, use)
        item = Evidence(id=_free_id(answer), file=file.name, sha256=digest, note=note, on=self._now().date())
        self._site = replace(self._site, evidence={**self._site.evidence, digest: content})
        self.record(question, use, evidence=(*answer.evidence, item))
        self.save()  # the journal keeps answers only

    def add_note(self, question: str, use: str | None, note: str, by: str = "") -> None:
        """Note as evidence where something lies."""
        answer = self.answers.get(question, use)
        item = Evidence(id=_free_id(answer), note=note, on=self._now().date(), by=by)
        self.record(question, use, evidence=(*answer.evidence, item))

    def remove_evidence(self, question: str, use: str | None, item: str) -> None:
        """Take an item of evidence off an answer; its bytes go when nothing else needs them."""
        answer = self.answers.get(question, use)
        self.record(question, use, evidence=tuple(kept for kept in answer.evidence if kept.id != item))
        needed = {kept.sha256 for kept in _all_evidence(self.answers)}
        kept = {digest: content for digest, content in self._site.evidence.items() if digest in needed}
        self._site = replace(self._site, evidence=kept)

    def keep_design(self, key: str, design: Design) -> None:
        """Keep how a sign was designed; the file is written soon, unless it is only read."""
        from facewise.store.designs import keeping

        if self.held is None:
            self._site = keeping(self._site, key, design)
            self._touched["studio", None] = None
            self._pause.start()

    def replace_site(self, site: SiteFile) -> None:
        """Take a whole new content (after signing, attaching a scan) and write it at once.

        Raises HeldError, HeldBySomebodyError.
        """
        if self.held is not None:
            raise self.held
        self._site = site
        self._touched["signed", None] = None
        self._assess()
        self.changed.emit()
        self.save()

    def save(self) -> None:
        """Write the file now; `saved` or `failed` tells how it went."""
        self._pause.stop()
        if self.held is not None or not (self._touched or self._written is None):
            return
        at = self._now()
        detail = " ".join("/".join(filter(None, (use, question))) for question, use in self._touched)
        site = self._site.noting(happened(at, "answered" if self._touched else "created", detail))
        if self._written is not None and not self._is_copied:
            keep_earlier(self.path)
            self._is_copied = True
        try:
            self._written = write_site(self.path, site, expected=self._written)
        except FacewiseError as error:
            self.failed.emit(tell(error))
            return
        self._site = site
        self._touched.clear()
        self._journal.clear()
        self.saved.emit(at)

    def save_copy(self, path: Path) -> None:
        """Write a copy under another name, and go on in the file that is open; raises NotWrittenError."""
        write_site(path, self._site)

    def close(self) -> None:
        """Let others write the file; what is not saved is given up."""
        self._pause.stop()
        if self.held is None:
            self._journal.clear()
        if self.claim is not None:
            self.claim.release()

    def _with(self, **changes: Business | tuple[Use, ...]) -> Answers:
        return self.answers.model_copy(update=changes)

    def _assess(self) -> None:
        self.walk = replay(self.pack, self.answers)
        self.assessment = assess(self.pack, self.answers)
        self.way = Way(self.pack, self.answers, self.walk, self.assessment)

    def _asked(self) -> set[Key]:
        return {key for key, spot in self.walk.places.items() if spot.asked and spot.question.scored}


def _free_id(answer: Answer) -> str:
    taken = {item.id for item in answer.evidence}
    return next(f"e{n}" for n in range(1, len(taken) + 2) if f"e{n}" not in taken)


def _all_evidence(answers: Answers) -> tuple[Evidence, ...]:
    kept = [*answers.site.values(), *(answer for use in answers.uses for answer in use.answers.values())]
    return tuple(item for answer in kept for item in answer.evidence)
