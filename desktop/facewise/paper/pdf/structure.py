"""The structure tree as objects of the file (ISO 32000-1, 14.7), which reportlab knows nothing of."""

from collections.abc import Sequence
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument

from facewise.i18n import Language
from facewise.paper.pdf.canvas import TaggedCanvas
from facewise.paper.pdf.nodes import Annotated, Marked, Node, Role
from facewise.paper.pdf.objects import Written, reference

_LEVELS: tuple[Role, ...] = ("H1", "H2", "H3")
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def write_structure(canvas: TaggedCanvas, root: Node, parents: Sequence[Node | Sequence[Node]]) -> None:
    """Enter the tree in the catalogue.

    `parents` holds for each key of the parent tree what has that key: the nodes of the marked stretches of a
    page, or the node of an annotation.
    """
    nodes = _gather(root, [])
    _number_headings(nodes)
    numbers = canvas.reserve(len(nodes))
    for number, node in zip(numbers, nodes, strict=True):
        node.reference = f"{number} 0 R"
    entries = [f"{key} {_referred(one)}" for key, one in enumerate(parents)]
    tree = Written(
        f"<</Type/StructTreeRoot/K[{root.reference}]"
        f"/ParentTree<</Nums[{' '.join(entries)}]>>/ParentTreeNextKey {len(entries)}>>".encode()
    )
    elements = _Elements(canvas.document, reference(canvas.document, tree).decode())
    canvas.add(numbers.start, list(map(elements.written, nodes)))
    canvas.enter("StructTreeRoot", tree)
    canvas.enter("MarkInfo", {"Marked": "true"})
    for node in nodes:
        node.kids.clear()  # or parents and children would keep each other until Python looks for garbage


def _referred(one: Node | Sequence[Node]) -> str:
    return one.reference if isinstance(one, Node) else f"[{' '.join([node.reference for node in one])}]"


def _number_headings(nodes: Sequence[Node]) -> None:
    """A heading's size is the author's choice; its level may not skip one (ISO 14289-1, 7.4.2)."""
    above = 0
    for node in nodes:
        if node.role in _LEVELS:
            above = min(_LEVELS.index(node.role), above) + 1
            node.role = _LEVELS[above - 1]


def _gather(node: Node, found: list[Node]) -> list[Node]:
    """The nodes so far and those from this one on, in the order of reading."""
    found.append(node)
    for kid in node.kids:
        if isinstance(kid, Node):
            _gather(kid, found)
    return found


class _Elements:
    """Writes the nodes of a tree, under the object that `top` refers to."""

    def __init__(self, document: PDFDocument, top: str) -> None:
        self._document, self._top = document, top
        self._pages = [reference(document, page).decode() for page in document.Pages.pages]

    def written(self, node: Node) -> str:
        """Return a node as an object of the file."""
        home, kids = self._kids(node.kids)
        page = f"/Pg {self._pages[home]}" if home >= 0 else ""
        language = f"/Lang({TAGS[node.language]})" if node.language else ""
        alt = f"/Alt {_string(node.alt)}" if node.alt else ""
        attributes = f"/A<<{node.attributes.decode()}>>" if node.attributes else ""
        parent = node.parent.reference if node.parent else self._top
        entries = f"/S/{node.role}/P {parent}{page}/K{kids}{language}{alt}{attributes}"
        return f"{node.reference[:-1]}obj\n<<{entries}>>\nendobj\n"

    def _kids(self, kids: Sequence[Node | Marked | Annotated]) -> tuple[int, str]:
        """The page of the first marked stretch, -1 without one, and the kids, which name any other page."""
        home = -1
        written = []
        for kid in kids:
            if isinstance(kid, Node):
                written.append(kid.reference)
            elif isinstance(kid, Annotated):
                target = kid.target.format(self._document).decode()
                written.append(f"<</Type/OBJR/Obj {target}/Pg {self._pages[kid.page]}>>")
            elif kid.page == home or home < 0:
                home = kid.page
                written.append(str(kid.mark))
            else:
                written.append(f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.mark}>>")
        # A single kid stands alone: programs that check signatures find the box of a form only there.
        return home, f" {written[0]}" if len(written) == 1 else f"[{' '.join(written)}]"


@lru_cache(1024)
def _string(text: str) -> str:
    """A text string; alternative texts come back with every mark of their kind."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"
