"""From the files that a lawyer writes to one frozen pack: English joined, conditions and ids spelled out."""

from dataclasses import dataclass
from itertools import chain

from pydantic import BaseModel

from facewise.content.law import Law
from facewise.content.mistakes import ContentError
from facewise.content.pack import Content, Pack, Provision, Section
from facewise.content.reading import Document, Node, Steps, read_model
from facewise.content.sources import Sources, fields
from facewise.content.texts import translate
from facewise.errors import N_
from facewise.i18n import Text

_CONDITIONS = ("if", "applies_if")
_LISTS_OF_QUESTIONS = ("asks", "red_line_pass")
_KEYED_BY_QUESTION = ("site", "answers")


class UnknownSetError(ContentError):
    """A named condition that the pack does not define (or defines further down)."""

    sentence = N_(
        "In {file}, line {line}, at {place}, {field}: there is no condition with the name {name}. "
        "Use a name that stands under sets in pack.yaml, above this place."
    )


class Words(Content):
    """A file of words."""

    words: dict[str, Text]


@dataclass(frozen=True, slots=True)
class Compiler:
    """Spells out the files of one pack; `faults` gathers the named conditions that are not there."""

    sources: Sources
    names: dict[str, str]
    sets: dict[str, Node]
    faults: list[ContentError]

    def spell_out(self, document: Document) -> Document:
        """Return a document with English, without named conditions, and with ids in place of short codes."""
        pairs = translate(document, self.sources.english.of)
        content = self._node(pairs, pairs.content, ())
        return Document(document.file, content, document.lines, document.base)

    def _node(self, document: Document, node: Node, path: Steps) -> Node:
        if isinstance(node, list):
            return [self._node(document, item, (*path, n)) for n, item in enumerate(node)]
        if isinstance(node, dict):
            return {key: self._field(document, key, item, (*path, key)) for key, item in node.items()}
        return node

    def _field(self, document: Document, key: str, node: Node, path: Steps) -> Node:
        if key in _CONDITIONS:
            return self.condition(document, node, path)
        if isinstance(node, list) and (key in _LISTS_OF_QUESTIONS or path[:-1] == ("prints",)):
            return [self.name(item) for item in node]
        if isinstance(node, dict) and key in _KEYED_BY_QUESTION and "start_packs" in path:
            return {str(self.name(name)): answer for name, answer in node.items()}
        return self._node(document, node, path)

    def name(self, node: Node) -> Node:
        """Return the id of a question named by id or short code; other things as they are."""
        return self.names.get(node, node) if isinstance(node, str) else node

    def condition(self, document: Document, node: Node, path: Steps) -> Node:
        """Return a condition without named ones and with ids."""
        if isinstance(node, list):
            return [self.condition(document, item, (*path, n)) for n, item in enumerate(node)]
        if not isinstance(node, dict):
            return node
        if list(node) == ["set"]:
            return self._named(document, str(node["set"]), path)
        return {
            key: self.name(item) if key == "q" else self.condition(document, item, (*path, key))
            for key, item in node.items()
        }

    def _named(self, document: Document, name: str, path: Steps) -> Node:
        if name not in self.sets:
            self.faults.append(UnknownSetError(**document.at((*path, "set")), name=name))
        return self.sets.get(name, {"q": name, "answered": "yes"})


def compiler(sources: Sources) -> Compiler:
    """Return the compiler of a pack, which knows its names and its named conditions."""
    made = Compiler(sources, _names(sources), {}, [])
    written = fields(sources.index).get("sets", {})
    for name, condition in written.items() if isinstance(written, dict) else ():
        made.sets[name] = made.condition(sources.index, condition, ("sets", name))
    return made


def parts(make: Compiler) -> tuple[tuple[type[BaseModel], Document], ...]:
    """Return every file of the pack, spelled out, with the model it must fit."""
    sections = ((Section, _section(make, source)) for source in make.sources.sections)
    words = ((Words, _words(make, source)) for source in make.sources.words)
    return ((Pack, _index(make)), *sections, *words)


def compile_sources(sources: Sources, law: Law) -> Pack:
    """Return the pack; a `ContentError` names the first mistake."""
    make = compiler(sources)
    own = read_model(Pack, _index(make))
    sections = tuple(read_model(Section, _section(make, source)) for source in sources.sections)
    words = [read_model(Words, _words(make, source)).words for source in sources.words]
    for fault in make.faults:
        raise fault
    together = {key: text for some in words for key, text in some.items()}
    pack = own.model_copy(update={"sections": sections, "words": together})
    quoted = {cite: law_of(law, cite) for cite in cites(pack) if law.exists(cite)}
    return pack.model_copy(update={"law": quoted})


def _section(make: Compiler, source: Document) -> Document:
    """Return the spelled-out content of a section, each question with the id of its section."""
    document = make.spell_out(source)
    content = dict(fields(document))
    questions = content.get("questions")
    if isinstance(questions, list):
        content["questions"] = [_within(question, content.get("id", "")) for question in questions]
    return Document(document.file, content, document.lines)


def _words(make: Compiler, source: Document) -> Document:
    """Return a file of words as a field, so that it can be read as a model."""
    document = make.spell_out(source)
    lines = {("words", *path): line for path, line in document.lines.items()}
    return Document(document.file, {"words": document.content}, lines)


def _index(make: Compiler) -> Document:
    """Return the spelled-out content of the pack's own file."""
    document = make.spell_out(make.sources.index)
    content = {key: node for key, node in fields(document).items() if key not in ("sets", "scoping")}
    return Document(document.file, content | {"sections": [], "words": {}}, document.lines)


def cites(pack: Pack) -> tuple[str, ...]:
    """Return every provision that the pack cites, each once."""
    cited = (*(question.cites for question in pack.questions), *(note.cites for note in pack.notes))
    return tuple(dict.fromkeys(chain.from_iterable(cited)))


def law_of(law: Law, cite: str) -> Provision:
    """Return a provision as the pack carries it along."""
    quoted = law.quotation(cite)
    return Provision(
        reference=law.reference(cite),
        short=law.short_reference(cite),
        text=quoted.text if quoted else None,
        abridged=quoted.abridged if quoted else False,
    )


def _names(sources: Sources) -> dict[str, str]:
    """Return the id of each question by its short code."""
    named: dict[str, str] = {}
    for document in sources.sections:
        for question in _questions(document):
            code, own = question.get("code"), question.get("id")
            if isinstance(code, str) and isinstance(own, str):
                named[code] = own
    return named


def _questions(document: Document) -> list[dict[str, Node]]:
    listed = document.content.get("questions") if isinstance(document.content, dict) else None
    return [question for question in listed if isinstance(question, dict)] if isinstance(listed, list) else []


def _within(question: Node, section_id: Node) -> Node:
    return {**question, "section": section_id} if isinstance(question, dict) else question
