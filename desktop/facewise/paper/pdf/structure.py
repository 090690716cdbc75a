"""The structure tree and the bookmarks as objects of the file (ISO 32000-1, 12.3.3 and 14.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facewise.i18n import Language
from facewise.paper.pdf.nodes import Annotated, Marked, Node, Role
from facewise.paper.pdf.objects import File, number, reference, string

_LEVELS: tuple[Role, ...] = ("H1", "H2", "H3")
TAGS: dict[Language, bytes] = {"zh": b"zh-CN", "en": b"en"}


def write_structure(
    file: File, root: Node, marked: Sequence[Sequence[Node]], pages: Sequence[int], owners: Sequence[Node]
) -> int:
    """Return the structure tree's number.

    `marked` holds for each page the node of each marked stretch, `owners` the node of each annotation in the
    order of their StructParent numbers, which follow those of the pages.
    """
    tree = file.reserve()
    nodes = list(_walk(root))
    _number_headings(nodes)
    targets = {id(node): file.reserve() for node in nodes}
    for node in nodes:
        parent = targets[id(node.parent)] if node.parent else tree
        file.put(_element(node, parent, targets, pages), targets[id(node)])
    entries = [
        b"%d [%s]" % (index, b" ".join(reference(targets[id(node)]) for node in one))
        for index, one in enumerate(marked)
    ]
    entries += [b"%d %s" % (len(pages) + at, reference(targets[id(node)])) for at, node in enumerate(owners)]
    parents = b"<< /Nums [%s] >>" % b" ".join(entries)
    body = b"<< /Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d >>"
    return file.put(body % (reference(targets[id(root)]), parents, len(entries)), tree)


def _number_headings(nodes: Sequence[Node]) -> None:
    """A heading's size is the author's choice; its level may not skip one (ISO 14289-1, 7.4.2)."""
    above = 0
    for node in nodes:
        if node.role in _LEVELS:
            above = min(_LEVELS.index(node.role), above) + 1
            node.role = _LEVELS[above - 1]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _walk(kid)


def _element(node: Node, parent: int, targets: dict[int, int], pages: Sequence[int]) -> bytes:
    home = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
    parts = [b"<< /S /%s /P %d 0 R" % (node.role.encode(), parent)]
    if home is not None:
        parts.append(b"/Pg %d 0 R" % pages[home])
    if node.kids:
        kids = [_kid(kid, home, targets, pages) for kid in node.kids]
        parts.append(b"/K %s" % kids[0] if len(kids) == 1 else b"/K [%s]" % b" ".join(kids))
    if node.language:
        parts.append(b"/Lang (%s)" % TAGS[node.language])
    if node.alt:
        parts.append(b"/Alt " + string(node.alt))
    if node.attributes:
        parts.append(b"/A << %s >>" % node.attributes)
    return b" ".join(parts) + b" >>"


def _kid(
    kid: Node | Marked | Annotated, home: int | None, targets: dict[int, int], pages: Sequence[int]
) -> bytes:
    if isinstance(kid, Node):
        return b"%d 0 R" % targets[id(kid)]
    if isinstance(kid, Annotated):
        return b"<< /Type /OBJR /Obj %d 0 R /Pg %d 0 R >>" % (kid.target, pages[kid.page])
    if kid.page == home:
        return b"%d" % kid.mark
    return b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (pages[kid.page], kid.mark)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: level from 0, words, page and height on it."""

    level: int
    title: str
    page: int
    top: float


@dataclass(slots=True)
class _Branch:
    target: int
    mark: Bookmark | None
    kids: "list[_Branch]" = field(default_factory=list)

    def count(self) -> int:
        return sum(1 + kid.count() for kid in self.kids)


def write_bookmarks(file: File, marks: Sequence[Bookmark], pages: Sequence[int]) -> int:
    """Return the outline's number, 0 without bookmarks; a mark hangs under the last one of a lower level."""
    if not marks:
        return 0
    root = _Branch(file.reserve(), None)
    above = [(-1, root)]
    for mark in marks:
        while above[-1][0] >= mark.level:
            above.pop()
        branch = _Branch(file.reserve(), mark)
        above[-1][1].kids.append(branch)
        above.append((mark.level, branch))
    _write_branch(file, root, b"/Type /Outlines", pages)
    return root.target


def _write_branch(file: File, branch: _Branch, entries: bytes, pages: Sequence[int]) -> None:
    kids = branch.kids
    if branch.mark:
        place = b"[%d 0 R /XYZ 0 %s 0]" % (pages[branch.mark.page], number(branch.mark.top))
        entries += b" /Title %s /Dest %s" % (string(branch.mark.title), place)
    if kids:
        entries += b" /First %d 0 R /Last %d 0 R /Count %d" % (
            kids[0].target,
            kids[-1].target,
            branch.count(),
        )
    file.put(b"<< %s >>" % entries, branch.target)
    for at, kid in enumerate(kids):
        links = b"/Parent %d 0 R" % branch.target
        links += b" /Prev %d 0 R" % kids[at - 1].target if at else b""
        links += b" /Next %d 0 R" % kids[at + 1].target if at + 1 < len(kids) else b""
        _write_branch(file, kid, links, pages)
