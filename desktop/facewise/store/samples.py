"""The invented businesses that come with the program, to look at; they cannot be signed."""

import datetime as dt

from facewise import data
from facewise.content.canonical import canonical
from facewise.content.packs import load_pack, pack_bytes
from facewise.content.reading import read_yaml
from facewise.store.importing import import_bytes
from facewise.store.log import happened
from facewise.store.site_file import SiteFile

NAMES = ("shop", "gate", "attendance", "hotel")


def load_sample(name: str) -> SiteFile:
    """Return the assessment of one of `NAMES`; on any day the same."""
    folder = data.folder("questionnaires") / "samples"
    source = folder / f"{name}.yaml"
    file = source if source.is_file() else folder / f"{name}.json"
    answers, _ = import_bytes(load_pack(), file.read_bytes(), file.name, dt.date.min)
    site = SiteFile(answers.model_copy(update={"sample": True}), pack_bytes())
    noon = dt.datetime.combine(answers.on, dt.time(12), dt.UTC)
    return site.noting(happened(noon, "created", f"sample {name}"))


def compile_sample(name: str) -> bytes:
    """Return a sample as JSON, the form in which it is installed."""
    source = data.folder("questionnaires") / "samples" / f"{name}.yaml"
    return canonical(read_yaml(source.read_bytes(), source.name).content)
