"""The words of a sign that can be typed anew: seen in the preview while one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import LANGUAGES, Language, Text, _, tell
from facewise.paper.design import TYPED, Design, Typed, items
from facewise.paper.sign_model import Sign
from facewise.plain_text import line, note
from facewise.ui.studio_words import typed_words
from facewise.ui.widgets.fields import Labelled, TypedText

HEIGHTS: dict[Typed, int] = {"headline": 62, "purpose": 40, "note": 62}
_LONGEST = {"headline": 60, "purpose": 80, "note": 200}
Key = tuple[Typed, Language]


class TypedField(QWidget):
    """Fields for headline, purpose and a sentence of one's own; `typed` carries item and both languages."""

    typed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self._fields: dict[Key, Labelled[TypedText]] = {}
        for item in TYPED:
            for language in LANGUAGES:
                field = self._fields[item, language] = Labelled(TypedText(HEIGHTS[item]))
                field.field.textChanged.connect(lambda item=item: self._take(item))
                box.addWidget(field)

    def retranslate(self) -> None:
        """Set all words."""
        for (item, language), field in self._fields.items():
            field.say(typed_words(item, language), _("optional") if item == "note" else "")

    def show_design(self, sign: Sign, design: Design) -> None:
        """Show what was typed; what stands there otherwise shows through."""
        self._showing = True
        for (item, language), field in self._fields.items():
            offered = item != "purpose" or "purpose" in set(items(sign, design.size)) - design.without
            field.setVisible(offered and design.edition in (language, "both"))
            field.field.setPlaceholderText(_standard(sign, item)[language])
            if not field.field.hasFocus() or field.field.toPlainText().strip() == "":
                self._show(field.field, design.typed(item)[language])
        self._showing = False

    def complain(self, item: Typed, sentence: str) -> None:
        """Say what is wrong with what was typed, or nothing."""
        shown = [
            field for (of, _language), field in self._fields.items() if of == item and field.isVisibleTo(self)
        ]
        for field in shown:
            field.complain("")
        if shown:
            shown[0].complain(sentence)

    def field(self, item: Typed, language: Language) -> TypedText:
        """Return a field."""
        return self._fields[item, language].field

    def _show(self, field: TypedText, text: str) -> None:
        if field.toPlainText().strip() != text:
            field.setPlainText(text)

    def _take(self, item: Typed) -> None:
        if self._showing:
            return
        try:
            zh, en = (self._tidied(item, language) for language in LANGUAGES)
        except FacewiseError as error:
            self.complain(item, tell(error))
        else:
            self.complain(item, "")
            self.typed.emit(item, Text(zh, en))

    def _tidied(self, item: Typed, language: Language) -> str:
        text = self._fields[item, language].field.toPlainText()[: _LONGEST[item]]
        return note(text) if item == "headline" else line(text)


def _standard(sign: Sign, item: Typed) -> Text:
    if item == "headline":
        return Text(sign.headline.zh.replace("|", ""), sign.headline.en.replace("|", " "))
    fact = sign.fact("purpose") if item == "purpose" else None
    if fact is None:
        return Text("", "")
    return fact.value if isinstance(fact.value, Text) else Text(fact.value, fact.value)
