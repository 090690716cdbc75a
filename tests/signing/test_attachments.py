import io

import pikepdf
import pytest
from tests.signing.papers import NOW, STAMP, Papers, files, paper, saved

from facewise.signing.attachments import NotAReportError, attached, base_of
from facewise.signing.identities import Identity
from facewise.signing.sign import OWNER, sign
from facewise.signing.verify import verify


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


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\r"])
def test_the_base_file_ends_where_it_ended(owner: Identity, ending: bytes) -> None:
    base = paper().rstrip(b"\n") + ending
    made = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    assert base_of(made) == base
    assert verify(made, {}).intact


def test_a_report_whose_part_stands_twice_is_no_report() -> None:
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        other = pikepdf.Dictionary(F=pdf.make_stream(b'{"status":"final"}', Type=pikepdf.Name.EmbeddedFile))
        name = pikepdf.String("result.json")
        pdf.Root.AF = [pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F=name, UF=name, EF=other)]
        twice = saved(pdf)
    with pytest.raises(NotAReportError):
        attached(twice)


def test_a_part_beyond_all_measure_is_not_taken() -> None:
    with pytest.raises(NotAReportError):
        attached(paper(carried={**files(), "result.json": bytes(17 << 20)}))


def test_hundreds_of_attachments_are_no_report() -> None:
    many = {f"{number}.txt": b"" for number in range(201)}
    with pytest.raises(NotAReportError):
        attached(paper(carried={**files(), **many}))
