"""A made-up language that shows what was forgotten: each text in Greek letters, two fifths longer, in brackets.

What still stands in Latin letters was never translated; a bracket without its partner was cut.
"""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po

from tests.language.catalog_files import BRACES, template
from wizard.language import catalogs
from wizard.places import shared_folder

CODE = "el"
"""It poses as Greek, so that months and numbers are not English either."""
LONGER = 0.4
"""As much longer as short English texts become in other languages."""
OPENS, CLOSES, FILLS = "⟦", "⟧", "~"
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβχδεφγηιϳκλμνοπϙρστυϝωξψζΑΒΧΔΕΦΓΗΙϹΚΛΜΝΟΠϘΡΣΤΥϜΩΞΨΖ"
_LETTERS = str.maketrans(_LATIN, _GREEK)
_WORD = re.compile(r"[A-Za-z]{2,}")


def in_pseudo(text: str) -> str:
    """The text in the made-up language; placeholders, and space at either end, stay as they are."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    parts = BRACES.split(core)
    marks = BRACES.findall(core)
    said = "".join(
        part.translate(_LETTERS) + mark for part, mark in zip(parts, [*marks, ""], strict=True)
    )
    filling = FILLS * math.ceil(len(core) * LONGER)
    return f"{text[:start]}{OPENS}{said}{filling}{CLOSES}{text[start + len(core) :]}"


def latin_words(shown: str) -> list[str]:
    """Words of two or more Latin letters: names that people gave, or texts that were forgotten."""
    return _WORD.findall(shown)


@contextmanager
def pseudo_language(folder: Path) -> Iterator[str]:
    """The catalogs copied into `folder`, with the made-up language among them; its code."""
    copy = folder / "locales"
    shutil.copytree(shared_folder("locales"), copy)
    write_catalog(copy)

    def with_one_more(name: str) -> Path:
        return copy if name == "locales" else shared_folder(name)

    with mock.patch.object(catalogs, "shared_folder", with_one_more):
        try:
            yield CODE
        finally:
            catalogs._catalog.cache_clear()
            catalogs.use(catalogs.SOURCE_LANGUAGE)


def write_catalog(locales: Path) -> Path:
    """Adds the made-up language to a folder of catalogs, by a file alone; returns the file."""
    with template().open("rb") as file:
        catalog = read_po(file, locale=CODE)
    catalog.fuzzy = False
    for message in catalog:
        if message.id:
            _translate(message, catalog.num_plurals)
    path = locales / CODE / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog)
    return path


def _translate(message: Message, plurals: int) -> None:
    if isinstance(message.id, str):
        message.string = in_pseudo(message.id)
    else:
        one, many = message.id
        message.string = (in_pseudo(one), *(in_pseudo(many) for _form in range(plurals - 1)))
