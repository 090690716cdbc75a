"""The judge of PDF/A-3a and PDF/UA-1, asked once for all files."""

from pathlib import Path

import pytest
from tests.paper.pdf.sample import MADE, NOTE, document
from tests.tools.verapdf import faults, hindrance

from facewise.paper.pdf.blocks import PageTitle, Para
from facewise.paper.pdf.document import Document, render


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_every_kind_of_block_in_every_edition(tmp_path: Path) -> None:
    documents = {
        "zh": document("zh"),
        "en": document("en"),
        "both": document("both"),
        "draft": document("zh", NOTE * 25, watermark="草稿", draft="草稿，不得签署 DRAFT"),
        "plain": Document("题", "人", "", "zh", MADE, (PageTitle("题"), Para("😀\ue000 没有的字"))),
    }
    files = []
    for name, made in documents.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(render(made))
    assert faults(files) == []
