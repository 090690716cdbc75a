"""Whether the pages of a report are those that its answers give: an edited page is found out.

The same version of the program sets them again and compares bytes; where other libraries write other bytes,
it compares what the pages look like. Of a report by another version it looks for the result among the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import grade_words
from facewise.assessment.result import State
from facewise.content.canonical import sha256
from facewise.content.packs import pack_from_bytes
from facewise.i18n import Edition, Language
from facewise.paper.report import Report, write
from facewise.plain_text import shown
from facewise.signing.alike import likeness, opened, words
from facewise.signing.attachments import ANSWERS, CARRIED, PACK, base_of, status
from facewise.signing.reading import entry, reader

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

CREATOR: Final = "Facewise "
_MOST_ANSWERS: Final = 512 << 10
_MOST_USES: Final = 50
_MOST_PRINTED: Final = 16  # uses: the plan of a report takes the square of them
_MOST_PAGES: Final = 400
_SCORE: Final = "summary.score.how"
_FRONT: Final = 2  # the cover and the page with the result
_LENGTH_OF_DATE: Final = 23
_EDITIONS: Final[dict[str, tuple[Edition, ...]]] = {"en": ("en",), "zh": ("zh", "both")}


class Pages(Enum):
    """What a comparison of the pages has shown."""

    SAME = "same"
    ALIKE = "alike"
    WORDS = "words"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printed:
    """How the pages compare, and by which version of the program they say to be made.

    `pages` are the numbers of those that look different, from 1, and `missing` the words of the result that
    stand nowhere.
    """

    found: Pages
    program: str = ""
    pages: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


def printed(pdf: bytes, files: dict[str, bytes]) -> Printed:
    """Return how the pages of a report compare with its answers; `files` is what `attached` gives."""
    try:
        base = base_of(pdf)
        about = _about(base)
        report = _report(files, about.made)
        if about.program != version("facewise"):
            return _by_words(base, report, about, files)
        return _by_pages(base, report, about)
    except Exception:  # noqa: BLE001, a hostile file may raise anything
        return Printed(Pages.UNKNOWN)


def answers_from_bytes(content: bytes) -> Answers:
    """Return the answers that a report carries.

    Raises ValueError where they are more than any business has, or none.
    """
    if len(content) > _MOST_ANSWERS:
        raise ValueError
    answers = Answers.model_validate_json(content)
    if len(answers.uses) > _MOST_USES:
        raise ValueError
    return answers


@dataclass(frozen=True, slots=True)
class _About:
    """What a file says of itself."""

    program: str
    made: datetime
    language: str


def _about(base: bytes) -> _About:
    document = reader(base)
    info = document.trailer["/Info"]
    creator = str(entry(info, "/Creator") or "")
    program = creator.removeprefix(CREATOR) if creator.startswith(CREATOR) else ""
    language = str(entry(document.root, "/Lang") or "")[:2]
    return _About(shown(program)[:40], _day(str(entry(info, "/CreationDate"))), language)


def _day(written: str) -> datetime:
    """Return a date as PDF writes it, such as D:20261120164208+08'00' (ISO 32000-1, 7.9.4)."""
    plain = written.removeprefix("D:").replace("'", "").replace("Z", "+0000")
    return datetime.strptime(plain[:_LENGTH_OF_DATE], "%Y%m%d%H%M%S%z")


def _report(files: dict[str, bytes], made: datetime) -> Report:
    pack = pack_from_bytes(files[PACK])
    answers = answers_from_bytes(files[ANSWERS])
    if len(answers.uses) > _MOST_PRINTED:
        raise ValueError
    wanted = status(files) == "draft"
    return write(pack, files[PACK], answers, assess(pack, answers), made, draft=wanted)


def _by_pages(base: bytes, report: Report, about: _About) -> Printed:
    from facewise.paper.pdf.report.document import render_report

    made = [render_report(report, edition) for edition in _EDITIONS.get(about.language, ())]
    if base in made:
        return Printed(Pages.SAME, about.program)
    differing: tuple[int, ...] = ()
    for again in made:
        found = likeness(base, again)
        if found.alike:
            return Printed(Pages.ALIKE, about.program)
        if not found.pages:  # it looks the same, and holds something that no page shows
            return Printed(Pages.UNKNOWN, about.program)
        differing = min(differing or found.pages, found.pages, key=len)
        if not found.unlike:
            break
    return Printed(Pages.DIFFERENT, about.program, differing)


def _by_words(base: bytes, report: Report, about: _About, files: dict[str, bytes]) -> Printed:
    """Return whether a report by another version says the result that its answers give."""
    with opened(base) as document:
        if len(document) > _MOST_PAGES or any(map(_may_hide, document)):
            return Printed(Pages.UNKNOWN, about.program)
        pages = [_bare(words(page)) for page in document]
    language: Language = "en" if about.language == "en" else "zh"
    front, all_pages = "".join(pages[:_FRONT]), "".join(pages)
    missing = [said for said in _result(report, files) if said not in all_pages]
    said = grade_words(report.pack, report.assessment).meaning[language]
    missing += [words for words in (said, *_score(report, language)) if _bare(words) not in front]
    others = {words.meaning[language] for words in report.pack.grades.values()} - {said}
    differs = bool(missing) or any(_bare(words) in front for words in others)
    return Printed(Pages.DIFFERENT if differs else Pages.WORDS, about.program, missing=tuple(missing))


def _may_hide(page: "PdfPage") -> bool:
    """Return whether a page may say other words than it shows: pictures, and text that is not drawn plainly.

    Reports hold neither; outlines that cover words are not found.
    """
    from pypdfium2 import raw

    objects = list(page.get_objects())
    written = [each for each in objects if each.type == raw.FPDF_PAGEOBJ_TEXT]
    return any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in objects) or any(
        raw.FPDFTextObj_GetTextRenderMode(each) != raw.FPDF_TEXTRENDERMODE_FILL for each in written
    )


def _score(report: Report, language: Language) -> Iterator[str]:
    """Yield how the score is said; a bare figure could stand anywhere."""
    score, words = report.assessment.score, report.pack.words.get(_SCORE)
    if report.assessment.grade and score and words:
        yield words.format(value=score.value, high=score.high_value)[language]


def _bare(words: str) -> str:
    return "".join(words.split())


def _result(report: Report, files: dict[str, bytes]) -> Iterator[str]:
    """Yield what must stand in any report: its number, the hashes of what travels in it, and what is open."""
    yield report.number
    yield from (sha256(files[name]) for name in CARRIED)
    for finding in report.assessment.findings:
        if finding.state in {State.GAP, State.PARTLY, State.UNKNOWN}:
            yield finding.question.code
