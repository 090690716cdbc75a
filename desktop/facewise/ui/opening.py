"""Beginning and opening assessments: from a start pack, from a file, from a sample."""

from datetime import date, datetime
from pathlib import Path

from facewise.assessment.answers import Answer, Answers, Use
from facewise.assessment.asking import fits
from facewise.content.pack import Pack, StartPack
from facewise.content.packs import load_pack, pack_bytes
from facewise.errors import FacewiseError
from facewise.i18n import Language, Text
from facewise.store.copies import earlier
from facewise.store.journal import Journal, NotPutBackError, PutBackError
from facewise.store.lock import Claim, HeldBySomebodyError, HeldError, claim
from facewise.store.opening import open_site
from facewise.store.samples import load_sample
from facewise.store.site_file import SiteFile
from facewise.ui.session import Session


def begin(start: str, folder: Path, language: Language, on: date) -> Session:
    """Return a new assessment from a start pack, in a new file of a folder."""
    pack = load_pack()
    chosen = {one.id: one for one in pack.start_packs}[start]
    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder, chosen.title[language], on)
    return _new(SiteFile(first_answers(pack, chosen, language, on), pack_bytes()), path)


def open_file(path: Path) -> Session:
    """Return the assessment of a file; a FacewiseError says why it cannot be opened.

    Where somebody else has it open, it is only for reading; answers that a crash left unsaved are put back.
    """
    held: FacewiseError | None = None
    right: Claim | None = None
    try:
        right = claim(path, datetime.now().astimezone())
    except (HeldError, HeldBySomebodyError) as error:
        held = error
    try:
        opened = open_site(path)
    except FacewiseError:
        if right is not None:
            right.release()
        raise
    session = Session(opened.site, opened.pack, path, opened.data)
    session.claim, session.held = right, held
    if held is None:
        _put_back(session)
    return session


def latest_copy(path: Path) -> Path | None:
    """Return the latest copy of a file that can be opened."""
    return next((copy for copy in earlier(path) if _opens(copy)), None)


def open_copy(copy: Path, path: Path) -> Session:
    """Return a kept copy as a new assessment beside the file that it is a copy of, which stays as it is."""
    opened = open_site(copy)
    day = datetime.fromtimestamp(copy.stat().st_mtime).astimezone().date()
    return _new(opened.site, free_path(path.parent, path.stem, day), opened.pack)


def _opens(copy: Path) -> bool:
    try:
        open_site(copy)
    except FacewiseError:
        return False
    return True


def _put_back(session: Session) -> None:
    """Take what was typed before the program last ended, if it belongs to the file as it is."""
    journal = Journal(session.path)
    unsaved = journal.unsaved()
    if unsaved is None:
        return
    time = f"{unsaved.at:%Y-%m-%d %H:%M}"
    if unsaved.base == session.base and fits(session.pack, unsaved.answers):
        session.found = PutBackError(time=time)
        session.change(unsaved.answers, ("recovered", None))
    else:
        session.found = NotPutBackError(time=time, file=journal.set_aside(unsaved.at))


def _new(site: SiteFile, path: Path, pack: Pack | None = None) -> Session:
    session = Session(site, pack or load_pack(), path)
    session.claim = claim(path, datetime.now().astimezone())
    session.save()
    return session


def open_sample(name: str, folder: Path, language: Language) -> Session:
    """Return a sample, in a new file of a folder; one may change everything in it."""
    site = load_sample(name)
    folder.mkdir(parents=True, exist_ok=True)
    business = site.answers.business
    path = free_path(folder, _sample_title(business.site or business.name, language), site.answers.on)
    return _new(site, path)


def first_answers(pack: Pack, start: StartPack, language: Language, on: date) -> Answers:
    """Return what a start pack already knows; its answers are defaults, to be confirmed."""
    site = {_id(pack, code): _default(pack, value) for code, value in start.site.items()}
    uses = tuple(
        Use(
            id=use.id,
            kind=use.kind,
            name=use.name[language],
            answers={_id(pack, code): _default(pack, value) for code, value in use.answers.items()},
        )
        for use in start.uses
    )
    return Answers(on=on, site=site, uses=uses)


def _sample_title(name: str, language: Language) -> str:
    return Text("样例 {name}", "Sample {name}").format(name=name)[language]


def free_path(folder: Path, title: str, on: date) -> Path:
    """Return a path that no file has yet: title and day, numbered where that is taken."""
    name = "".join(" " if letter in '\\/:*?"<>|' else letter for letter in title)
    stem = f"{name} {on.isoformat()}"
    numbered = (folder / f"{stem}{f' ({n})' if n > 1 else ''}.facewise" for n in range(1, 10_000))
    return next(path for path in numbered if not path.exists())


def _id(pack: Pack, code: str) -> str:
    question = pack.question(code)
    return question.id if question else code


def _default(pack: Pack, value: str) -> Answer:
    return Answer(value=value, origin="default", content_version=pack.version, confirmed=False)
