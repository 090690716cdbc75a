"""Designs of signs are kept with the site: colour and logo for all of them, the rest sign by sign."""

from dataclasses import replace

from tests.paper.test_signs import premises

from facewise.content.packs import pack_bytes
from facewise.i18n import Text
from facewise.paper.design import Design, default_design
from facewise.store.designs import design_of, keeping
from facewise.store.site_file import SiteFile, from_bytes, to_bytes

SITE = SiteFile(premises(), pack_bytes())
DESIGN = Design(
    size="A3",
    landscape=True,
    edition="zh",
    colour="rust",
    bleed=True,
    logo=b"a logo",
    without=frozenset({"place", "code"}),
).typing("headline", Text("这里有\n人脸识别", ""))


def test_nothing_kept_is_the_design_that_nobody_made() -> None:
    assert design_of(SITE, "device gate", "device") == default_design("device")
    assert design_of(SITE, "entry gate", "entry") == default_design("entry")


def test_a_design_comes_back_from_the_file_as_it_was_kept() -> None:
    kept = keeping(SITE, "entry gate", DESIGN)
    again = from_bytes(to_bytes(kept), "site.facewise")
    assert design_of(again, "entry gate", "entry") == DESIGN
    assert again.answers == SITE.answers


def test_colour_and_logo_hold_for_every_sign_of_the_site() -> None:
    kept = keeping(SITE, "entry gate", DESIGN)
    other = design_of(kept, "device gate", "device")
    assert other == replace(default_design("device"), colour="rust", logo=b"a logo")
    without = keeping(kept, "device gate", replace(other, logo=b""))
    assert design_of(without, "entry gate", "entry") == replace(DESIGN, logo=b"")
    assert list(without.studio) == ["designs.json"]


def test_what_cannot_be_read_is_as_if_nothing_were_kept() -> None:
    for data in (b"nonsense", b'{"colour": "mauve"}', b'{"signs": {"x": {"size": "A0"}}}'):
        broken = replace(SITE, studio={"designs.json": data})
        assert design_of(broken, "entry gate", "entry") == default_design("entry")
