"""`check`: the result on the terminal, in words or as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import answer_words, grade_words
from facewise.assessment.result import Assessment, Finding, Score
from facewise.cli.codes import FINE, FOUND
from facewise.cli.terminal import languages
from facewise.content.pack import Pack
from facewise.i18n import Edition, Language, _, speaking
from facewise.paper.plan import FIRST, Step, plan
from facewise.store.opening import Opened, open_site
from facewise.store.result_file import result_file
from facewise.store.site_file import SiteFile


def check(file: Path, edition: Edition, *, on: date | None, as_json: bool) -> int:
    """Print the result of an assessment, and return whether a red line is crossed."""
    opened = open_site(file)
    answers = opened.site.answers if on is None else opened.site.answers.model_copy(update={"on": on})
    result = assess(opened.pack, answers)
    if as_json:
        print(result_file(opened.pack, opened.site, result))
    else:
        print("\n\n".join(_page(opened, answers, result, each) for each in languages(edition)))
    return FOUND if any(finding.is_broken for finding in result.red_lines) else FINE


def _page(opened: Opened, answers: Answers, result: Assessment, language: Language) -> str:
    with speaking(language):
        lines = _Page(opened.pack, answers, result, language).lines()
        return "\n".join((*lines, *_signed_lines(opened.site)))


def _signed_lines(site: SiteFile) -> Iterator[str]:
    if site.signed:
        from facewise.cli.versions import signed_line

        yield ""
        yield from signed_line(site)


@dataclass(frozen=True, slots=True)
class _Page:
    """A result as lines in one language."""

    pack: Pack
    answers: Answers
    result: Assessment
    language: Language

    def lines(self) -> Iterator[str]:
        yield from self._head()
        if self.result.grade and self.result.score:
            yield from self._score(self.result.score)
        if self.result.findings:
            yield from self._red_lines()
            yield from self._first()
        yield from self._notes()

    def _head(self) -> Iterator[str]:
        business, verdict = self.answers.business, grade_words(self.pack, self.result)
        named = dict.fromkeys((business.name, business.site, self.result.on))
        yield "  ".join(filter(None, named))
        if self.answers.sample:
            yield self._say("report.sample")
        words, letter = verdict.text[self.language], self.result.grade
        yield _("Grade {letter}: {words}").format(letter=letter, words=words) if letter else words
        yield verdict.meaning[self.language]
        if self.result.has_amber:
            yield self._say("summary.amber")

    def _score(self, score: Score) -> Iterator[str]:
        result = self.result
        if score.value == score.high_value:
            yield _("Score: {value} of 100").format(value=score.value)
        else:
            said = _("Score: {value} of 100; up to {high} if what is still open turns out to be done")
            yield said.format(value=score.value, high=score.high_value)
        answered = _("Answered: {part} of {whole} questions")
        yield answered.format(part=result.coverage.part, whole=result.coverage.whole)
        shown = _("With evidence: {part} of {whole} answers")
        yield shown.format(part=result.evidence.part, whole=result.evidence.whole)
        for use in result.uses if len(result.uses) > 1 else ():
            line = _("  {use}: {grade}, {score}")
            yield line.format(use=self._use(use.id), grade=use.grade or "-", score=use.score.value)

    def _red_lines(self) -> Iterator[str]:
        red_lines = self.result.red_lines
        if red_lines or self.result.grade:
            yield ""
            yield self._say("summary.reds" if red_lines else "summary.reds.none")
        for finding in red_lines:
            yield self._red_line(finding)

    def _red_line(self, finding: Finding) -> str:
        line = _("  {code} {state} ({where}): {said} [{article}]")
        said = answer_words(self.pack, finding.question.id, finding.value)
        return line.format(
            code=finding.question.code,
            state=self._say(f"state.{finding.state}"),
            where=self._use(finding.use),
            said=said[self.language],
            article=", ".join(self.pack.law[cite].short[self.language] for cite in finding.articles[:1]),
        )

    def _first(self) -> Iterator[str]:
        steps = plan(self.pack, self.answers, self.result)[:FIRST]
        if not steps:
            return
        yield ""
        yield self._say("summary.six")
        for number, step in enumerate(steps, 1):
            yield self._step(number, step)

    def _step(self, number: int, step: Step) -> str:
        question = step.finding.question
        return _("  {number}. {what} ({code}, by {day})").format(
            number=number,
            what=(question.fix.text if question.fix else question.text)[self.language],
            code=question.code,
            day=step.due.isoformat(),
        )

    def _notes(self) -> Iterator[str]:
        if self.result.notes:
            yield ""
            yield self._say("notes.title")
        for note in self.result.notes:
            yield _("  {title}").format(title=note.title[self.language])

    def _use(self, use_id: str | None) -> str:
        use = self.answers.use(use_id)
        if use is None:
            return self._say("findings.site")
        return use.name or self.pack.purposes[use.kind][self.language]

    def _say(self, key: str) -> str:
        return self.pack.words[key][self.language]
