"""The program: words in, exit code out; every mistake of a user is one sentence on the terminal."""

import os
import sys
from collections.abc import Iterator, Sequence
from glob import glob

from facewise import i18n
from facewise.cli.codes import INTERRUPTED, PIPE_CLOSED, UNUSABLE
from facewise.cli.language import spoken
from facewise.errors import N_, FacewiseError


class RefusedError(FacewiseError):
    """The system did not do what it was asked."""

    sentence = N_("The system refused: {why}.")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command, or the window where there is none, and return the exit code."""
    _write_utf8()
    i18n.use(spoken())
    try:
        code = _run(list(_expanded(sys.argv[1:] if words is None else words)))
        if sys.stdout:
            sys.stdout.flush()
    except FacewiseError as error:
        print(i18n.tell(error), file=sys.stderr)
        return UNUSABLE
    except SystemExit as ended:  # argparse has shown its help
        return ended.code if isinstance(ended.code, int) else 0
    except BrokenPipeError:
        _close_output()
        return PIPE_CLOSED
    except OSError as error:  # a full disk behind `>`, a home that may not be written
        _close_output()
        print(i18n.tell(RefusedError(why=error)), file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(words: Sequence[str]) -> int:
    if all(word.lower().endswith(".facewise") for word in words):
        from facewise.cli.window import open_window

        return open_window(words)
    from facewise.cli.arguments import command

    return command(words)()


def _expanded(words: Sequence[str]) -> Iterator[str]:
    """Do what the shell of Windows leaves to programs: `verify signed/*.pdf` names the file there is."""
    for word in words:
        found = sorted(glob(word)) if "*" in word and word.endswith(".pdf") else []  # noqa: PTH207, keeps the way it is written
        yield from found or [word]


def _write_utf8() -> None:
    """Write UTF-8 into files and pipes on Windows too, and elsewhere never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if stream and hasattr(stream, "reconfigure"):
            encoding = "utf-8" if os.name == "nt" else None
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _close_output() -> None:
    """Let Python's own last flush go nowhere, as whoever read us has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):  # no output, or one without a number
        return
