import pytest
from tests.signing.papers import Papers, files, paper

from facewise.signing.attachments import NotAReportError, attached, base_of


def test_what_a_report_carries_comes_out_as_it_went_in(papers: Papers) -> None:
    for pdf in (papers.base, papers.signed, papers.countersigned):
        assert attached(pdf) == files()


def test_other_attachments_are_left_alone() -> None:
    assert attached(paper(carried={**files(), "note.txt": b"x"})) == files()


def test_the_base_file_comes_out_byte_for_byte(papers: Papers) -> None:
    for pdf in (papers.base, papers.signed, papers.countersigned, papers.approved):
        assert base_of(pdf) == papers.base


@pytest.mark.parametrize("content", [b"", b"no", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_report_says_so(content: bytes) -> None:
    with pytest.raises(NotAReportError):
        attached(content)
    with pytest.raises(NotAReportError):
        base_of(content)


def test_a_report_lacking_a_part_is_no_report() -> None:
    with pytest.raises(NotAReportError):
        attached(paper(carried={"answers.json": b"{}"}))
