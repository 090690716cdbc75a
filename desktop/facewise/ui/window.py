"""The window: it owns where one is; the session owns the answers, each page owns what it shows."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

from facewise.i18n import current
from facewise.ui.frame import Frame
from facewise.ui.places import START, Place
from facewise.ui.rooms import Rooms
from facewise.ui.settings import Settings
from facewise.ui.trail import Trail

if TYPE_CHECKING:
    from facewise.ui.actions import Actions
    from facewise.ui.apart import Apart
    from facewise.ui.commands import Commands
    from facewise.ui.session import Session
    from facewise.ui.shell import Shell
    from facewise.ui.style import Ring


class Window(Frame):
    """The one window: start page, or an assessment with its task list."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.session: Session | None = None
        self.place = START
        self._trail = Trail()
        self._rooms = Rooms(settings, self._visit, self.step, partial(self.wants, "help"))
        self._actions: Actions | None = None
        self._commands: Commands | None = None
        self._apart: Apart | None = None
        self._shell: Shell | None = None
        self._ring: Ring | None = None
        self._connect()
        self.retranslate()

    @property
    def shell(self) -> "Shell":
        """Return what holds the pages of an assessment, built when one is first opened."""
        if self._shell is None:
            from facewise.ui.shell import Shell

            self._shell = Shell()
            self._middle.addWidget(self._shell)
            self._shell.tasks.list.chosen.connect(self._choose_task)
            self._shell.tasks.folded.connect(self._set_rail)
            self._shell.set_rail(on=self.settings.now.rail)
            self._shell.tasks.retranslate()
        return self._shell

    @property
    def commands(self) -> "Commands":
        """Return what the menu, the keys and the start page can ask for."""
        if self._commands is None:
            from facewise.ui.commands import Commands

            self._commands = Commands(self)
        return self._commands

    @property
    def apart(self) -> "Apart":
        """Return the pages that belong to no assessment, built when one is first shown."""
        if self._apart is None:
            from facewise.ui.apart import Apart

            self._apart = Apart(self, self._middle)
        return self._apart

    def equip(self) -> None:
        """Add menu, keys and the focus ring, which nobody sees before using them."""
        if self._actions is not None:
            return
        self.complete()
        from facewise.ui.actions import Actions
        from facewise.ui.style import Ring

        self._actions, self._ring = Actions(self), Ring(self)
        self._ring.watch()
        self.header.fill_menu(self._actions.menu())
        self._refresh()

    def open(self, session: "Session", place: Place | None = None) -> None:
        """Show an assessment, at a place or where one stopped; first the one before is kept."""
        if not self.keep():
            return
        from facewise.ui.recent import recent_of

        self.equip()
        self.close_session()
        self.session = session
        session.setParent(self)
        session.changed.connect(self._refresh)
        session.saved.connect(self.header.saved.show_saved)
        session.saved.connect(lambda _at: self.settings.opened(recent_of(session, self.place)))
        session.failed.connect(self.header.saved.show_problem)
        self.header.saved.show_saved(None)
        self.header.saved.show_reading(session.reading_only)
        self.show_notices(session.held, session.found)
        self.go(place or session.way.resume(self.settings.now.view))
        self.focus_page()
        self.settings.opened(recent_of(session, self.place))

    def keep(self) -> bool:
        """Keep what was typed, save, and return whether that worked; if not, the window stays as it is."""
        if self.session is None:
            return True
        self._leave()
        self.session.save()
        return self.session.is_saved

    def close_session(self) -> None:
        """Leave the assessment; what `keep` could not save is lost."""
        if self.session is None:
            return
        self._rooms.clear()
        self.session.close()
        self.show_notices()
        self.session.deleteLater()
        self.session = None

    def go(self, place: Place) -> None:
        """Show a place of the assessment that is open, or the start page if everything could be saved."""
        if place.page == "start" and not self.keep():
            self.commands.ask_to_leave(self._show_start)
            return
        self._leave()
        self._trail = Trail()
        if place.page == "start" or self.session is None:
            self._show_start()
            return
        from facewise.ui.tabbing import tab_order

        page = self._rooms.page(place.page, self.session)
        self.place = place
        page.enter(place)
        page.show_return(on=False)
        self._middle.setCurrentWidget(self.shell)
        self.shell.show_page(page)
        self._refresh()
        tab_order(self.shell.tasks, page.area if page.scrolls else page.content, page.aside, page.footer)

    def step(self, step: int) -> None:
        """Go to the next place (+1) or back (-1) the way one came; the focus goes to what is asked."""
        if self.session is None:
            return
        self._leave()
        place, trail = self._trail.step(self.session.way, self.settings.now.view, self.place, step)
        self.go(place)
        self._trail = trail
        self.focus_page()

    def focus_page(self) -> None:
        """Move the focus to what the page asks first; the ring shows if the keyboard brought us here."""
        page = self.start if self.place == START else self.shell.page
        first = page.first_focus() if page is not None else None
        if first is not None:
            from PySide6.QtCore import Qt

            by_keyboard = self._ring is not None and self._ring.by_keyboard
            first.setFocus(Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)

    def set_view(self, view: str) -> None:
        """Show one question at a time, or whole sections; one stays in the same section."""
        self.settings.remember(view=view)
        self.header.choose_view(view)
        if self.session is not None and self.place.page in ("question", "section"):
            self.go(self.session.way.entrance(self.place.section, self.settings.now.view, self.place.use))

    def wants(self, name: str, argument: str = "") -> None:
        """Do what the menu, a key or the start page asks for."""
        self.commands.do(name, argument)

    def turn_rail(self) -> None:
        """Fold the task list into a rail, or unfold it."""
        self._set_rail(not self.settings.now.rail)

    def next_pane(self) -> None:
        """Move the focus to the next pane: task list, page, column, header."""
        from facewise.ui.tabbing import next_pane

        page = self.shell.page
        if page is not None:
            next_pane([self.shell.tasks, page, self.shell.aside, self.header], self.focusWidget())

    def retranslate(self) -> None:
        """Set all words of the window itself."""
        if self._actions is not None:
            self._actions.retranslate()
        if self._shell is not None:
            self._shell.tasks.retranslate()
        if self.session is not None and self.session.held is not None:
            self.header.saved.show_reading(self.session.reading_only)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch the keyboard for the focus ring."""
        super().showEvent(event)
        if self._ring is not None:
            self._ring.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the parts fold or unfold with the height too."""
        super().resizeEvent(event)
        if self._shell is not None:
            self._shell.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything before the window closes; what cannot be kept is asked about."""
        if not self.keep():
            event.ignore()
            self.commands.ask_to_leave(self._leave_for_good)
            return
        self.close_session()
        if not self.isMaximized():
            self.settings.remember(size=(self.width(), self.height()))
        super().closeEvent(event)

    def _leave_for_good(self) -> None:
        self.close_session()
        self.close()

    def _connect(self) -> None:
        self.header.home.connect(lambda: self.go(START))
        self.header.language.connect(self.spoken)
        self.start.wants.connect(self.wants)
        self.header.view.connect(self.set_view)
        self.header.again.connect(lambda: self.session.save() if self.session else None)

    def _show_start(self) -> None:
        self.close_session()
        self.place = START
        self.start.enter(START)
        self._middle.setCurrentWidget(self.start)
        self._refresh()
        self.focus_page()

    def _visit(self, place: Place) -> None:
        """Go where a page leads; from a page that only looks at the answers one comes back to it."""
        page = self.shell.page
        back = self.place if page is not None and page.comes_back else self._trail.back
        self.go(place)
        arrived = self.shell.page
        if back is not None and arrived is not None and place.page in ("question", "section", "business"):
            self._trail = Trail(back=back)
            arrived.show_return(on=True)

    def _leave(self) -> None:
        page = self._shell.page if self._shell is not None else None
        if page is not None and self.place.page != "start":
            page.leave()

    def _choose_task(self, task: str) -> None:
        if self.session is not None:
            self.go(self.session.way.entrance(task, self.settings.now.view))

    def _set_rail(self, on: bool) -> None:  # noqa: FBT001, a slot
        self.settings.remember(rail=on)
        if self._shell is not None:
            self._shell.set_rail(on=on)

    def _refresh(self) -> None:
        from facewise.ui import titles

        name = titles.of_place(self.place, self.session)
        if self._actions is not None:
            session = self.session
            self._actions.allow(
                is_open=session is not None,
                may_save=session is not None and session.held is None,
                may_go_back=self.place != START,
                may_print=self.place.page in ("documents", "studio"),
            )
        self.header.show_name(name, views=self.place.page in ("question", "section"))
        self.setWindowTitle(titles.of_window(Path(self.session.path).name if self.session else ""))
        if self.session is not None:
            from facewise.ui import say

            self.shell.show_tasks(say.tasks(self.session.way, current()), self.place.task)
