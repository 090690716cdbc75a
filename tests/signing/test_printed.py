"""Whether the pages are what the answers give: real reports, and reports whose pages were edited."""

import io
from dataclasses import replace
from importlib.metadata import version

import pikepdf
import pytest
from tests.signing.papers import NOW

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack
from facewise.i18n import Edition
from facewise.paper.pdf.document import render
from facewise.paper.pdf.report.document import document, render_report
from facewise.paper.report import Report, write
from facewise.signing.attachments import attached
from facewise.signing.printed import Pages, Printed, printed
from facewise.signing.recompute import recompute
from facewise.signing.sign import OWNER, sign
from facewise.signing.stamp import Stamp
from facewise.store.samples import load_sample

OLDER = "Facewise 0.0.9"


@pytest.fixture(scope="module")
def report() -> Report:
    site = load_sample("gate")
    answers = site.answers.model_copy(update={"sample": False})
    pack = load_pack()
    return write(pack, site.pack, answers, assess(pack, answers), NOW)


@pytest.fixture(scope="module")
def flattering(report: Report) -> Report:
    """The same answers inside, another grade and score on the pages."""
    result = report.assessment
    uses = tuple(replace(use, grade="A") for use in result.uses)
    return replace(report, assessment=replace(result, grade="A", by_score=False, uses=uses))


def compared(pdf: bytes) -> Printed:
    return printed(pdf, attached(pdf))


@pytest.mark.parametrize("edition", ["zh", "en", "both"])
def test_a_report_set_again_has_the_same_bytes(report: Report, edition: Edition) -> None:
    assert compared(render_report(report, edition)).found is Pages.SAME


def test_a_signature_changes_nothing_of_that(report: Report, owner: object) -> None:
    from facewise.signing.identities import Identity

    assert isinstance(owner, Identity)
    pdf = sign(render_report(report, "zh"), owner, field=OWNER, now=NOW, stamp=Stamp(()), certify=True)
    found = recompute(attached(pdf), pdf)
    assert found.printed == Printed(Pages.SAME, found.printed.program if found.printed else "")
    assert found.holds is True


def test_an_edited_grade_is_found_though_the_result_inside_follows(flattering: Report) -> None:
    pdf = render_report(flattering, "zh")
    found = recompute(attached(pdf), pdf)
    assert found.follows is True
    assert found.holds is False
    assert found.printed is not None
    assert found.printed.found is Pages.DIFFERENT
    assert found.printed.pages[:2] == (1, 2)


def repacked(pdf: bytes) -> bytes:
    """The same file with its streams packed otherwise, as another zlib does."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(
            made,
            recompress_flate=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


def test_the_same_report_packed_otherwise_is_alike(report: Report) -> None:
    pdf = render_report(report, "zh")
    assert repacked(pdf) != pdf
    assert compared(repacked(pdf)) == Printed(Pages.ALIKE, version("facewise"))


def test_pages_that_look_the_same_are_not_enough_where_something_else_differs(report: Report) -> None:
    other = render(replace(document(report, "zh"), keywords="other bytes"))
    assert compared(other) == Printed(Pages.UNKNOWN, version("facewise"))
    found = recompute(attached(other), other)
    assert found.follows is True
    assert found.holds is None


def test_a_report_by_another_version_is_compared_by_its_words(report: Report, flattering: Report) -> None:
    for edition in ("zh", "en"):
        same = compared(render(replace(document(report, edition), creator=OLDER)))
        assert same == Printed(Pages.WORDS, "0.0.9")
        edited = compared(render(replace(document(flattering, edition), creator=OLDER)))
        assert edited.found is Pages.DIFFERENT
        assert edited.missing


def test_another_score_on_the_pages_of_another_version_is_found(report: Report) -> None:
    result = report.assessment
    assert result.score is not None
    score = replace(result.score, num=result.score.num + 3)
    uses = tuple(replace(use, score=score) for use in result.uses)
    edited = replace(report, assessment=replace(result, score=score, uses=uses))
    found = compared(render(replace(document(edited, "zh"), creator=OLDER)))
    assert any(result.score.value in words for words in found.missing)


def test_a_report_with_a_page_more_differs(report: Report) -> None:
    told = document(report, "zh")
    found = compared(render(replace(told, blocks=(*told.blocks, *told.blocks[:1]))))
    assert found.found is Pages.DIFFERENT


def test_what_cannot_be_compared_is_unknown(report: Report) -> None:
    pdf = render_report(report, "zh")
    files = attached(pdf)
    assert printed(b"", files).found is Pages.UNKNOWN
    assert printed(pdf, {}).found is Pages.UNKNOWN
    assert printed(pdf, {**files, "answers.json": b" " * 600_000}).found is Pages.UNKNOWN
    assert printed(pdf, {**files, "answers.json": b"{}"}).found is Pages.UNKNOWN


def test_without_the_pdf_only_the_result_is_computed(report: Report) -> None:
    assert recompute(attached(render_report(report, "zh"))).printed is None
