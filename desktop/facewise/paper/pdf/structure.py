"""The structure tree as objects of the file (ISO 32000-1, 14.7), which reportlab knows nothing of."""

from collections.abc import Iterator, Sequence

from facewise.i18n import Language
from facewise.paper.pdf.canvas import TaggedCanvas
from facewise.paper.pdf.nodes import Annotated, Marked, Node, Role
from facewise.paper.pdf.objects import Written, reference, text

_LEVELS: tuple[Role, ...] = ("H1", "H2", "H3")
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def write_structure(canvas: TaggedCanvas, root: Node, parents: Sequence[Node | Sequence[Node]]) -> None:
    """Enter the tree in the catalogue.

    `parents` holds for each key of the parent tree what has that key: the nodes of the marked stretches of a
    page, or the node of an annotation.
    """
    nodes = list(_walk(root))
    _number_headings(nodes)
    tree = Written()
    elements = _Elements(canvas, reference(canvas.document, tree).decode(), nodes)
    entries = [
        f"{key} [{' '.join(map(elements.reference, one))}]"
        if isinstance(one, Sequence)
        else f"{key} {elements.reference(one)}"
        for key, one in enumerate(parents)
    ]
    tree.body = (
        f"<</Type/StructTreeRoot/K[{elements.reference(root)}]"
        f"/ParentTree<</Nums[{' '.join(entries)}]>>/ParentTreeNextKey {len(entries)}>>"
    ).encode()
    canvas.add(elements.written())
    canvas.enter("StructTreeRoot", tree)
    canvas.enter("MarkInfo", {"Marked": "true"})
    for node in nodes:
        node.kids.clear()  # or parents and children would keep each other until Python looks for garbage


def _number_headings(nodes: Sequence[Node]) -> None:
    """A heading's size is the author's choice; its level may not skip one (ISO 14289-1, 7.4.2)."""
    above = 0
    for node in nodes:
        if node.role in _LEVELS:
            above = min(_LEVELS.index(node.role), above) + 1
            node.role = _LEVELS[above - 1]


def _walk(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


class _Elements:
    """The nodes of a tree as objects of a file, under the object that `top` refers to."""

    def __init__(self, canvas: TaggedCanvas, top: str, nodes: Sequence[Node]) -> None:
        self._document, self._top = canvas.document, top
        self._numbers = dict(zip(nodes, canvas.reserve(len(nodes)), strict=True))
        self._pages = [reference(self._document, page).decode() for page in self._document.Pages.pages]

    def reference(self, node: Node) -> str:
        """Return a reference to a node."""
        return f"{self._numbers[node]} 0 R"

    def written(self) -> dict[int, bytes]:
        """Return the objects by their numbers."""
        return {number: self._written(node).encode("latin-1") for node, number in self._numbers.items()}

    def _written(self, node: Node) -> str:
        home, kids = self._kids(node.kids)
        page = f"/Pg {self._pages[home]}" if home >= 0 else ""
        held = f"/K[{' '.join(kids)}]" if len(kids) != 1 else f"/K {kids[0]}"
        language = f"/Lang({TAGS[node.language]})" if node.language else ""
        alt = "/Alt" + text(node.alt).format(self._document).decode("latin-1") if node.alt else ""
        attributes = f"/A<<{node.attributes.decode()}>>" if node.attributes else ""
        parent = self.reference(node.parent) if node.parent else self._top
        return f"<</S/{node.role}/P {parent}{page}{held}{language}{alt}{attributes}>>"

    def _kids(self, kids: Sequence[Node | Marked | Annotated]) -> tuple[int, list[str]]:
        """The page of the first marked stretch, -1 without one, and the kids, which name any other page."""
        home = -1
        written = []
        for kid in kids:
            if isinstance(kid, Node):
                written.append(f"{self._numbers[kid]} 0 R")
            elif isinstance(kid, Annotated):
                target = kid.target.format(self._document).decode()
                written.append(f"<</Type/OBJR/Obj {target}/Pg {self._pages[kid.page]}>>")
            elif kid.page == home or home < 0:
                home = kid.page
                written.append(str(kid.mark))
            else:
                written.append(f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.mark}>>")
        return home, written
