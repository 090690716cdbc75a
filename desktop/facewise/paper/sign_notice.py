"""What the code of a sign carries: the address of the notice, or its core where that is short enough."""

from collections.abc import Iterator

from facewise.assessment.answers import Answers
from facewise.content.pack import Pack
from facewise.i18n import Text
from facewise.paper.sign_model import Notice, Sign

NOTICE_LIMIT = 456
"""The bytes that a code of 38 mm carries for a phone: 73 modules of half a millimetre, level L."""


def notice_of(pack: Pack, answers: Answers, sign: Sign) -> Notice | None:
    """Return what the code of a sign carries; None where the core of the notice is too long for one."""
    address = answers.business.notice_url
    if address:
        return Notice(Text(address, address), pack.words["sign.notice.full"], is_address=True)
    said = list(_brief(pack, sign))
    brief = Text("\n".join(line.zh for line in said), "\n".join(line.en for line in said))
    if max(len(brief.zh.encode()), len(brief.en.encode())) > NOTICE_LIMIT:
        return None
    return Notice(brief, pack.words["sign.notice.brief"], is_address=False)


def _brief(pack: Pack, sign: Sign) -> Iterator[Text]:
    """The core of the notice: who, what for, whom to call, other ways, rights; only what is known."""
    words, ways = pack.words, [way.words for way in sign.ways if way.id != "face"]
    yield words["sign.notice.title"]
    for fact in sign.facts:
        yield words["sign.notice.line"].format(label=fact.label, value=fact.value)
    if ways:
        named = Text("、".join(way.zh for way in ways), ", ".join(way.en for way in ways))
        yield words["sign.notice.line"].format(label=words["sign.notice.ways"], value=named)
    yield words["sign.notice.rights"]
