"""The catalogs as files: what the code says, what the translators wrote, and who may see what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import wizard
from wizard.language.catalogs import available
from wizard.places import shared_folder

KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
BRACES = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[sdr]|%[sdr]")

Key = tuple[str | None, tuple[str, ...]]
"""Context, and the English texts: one, or the singular and the plural."""


@dataclass(frozen=True)
class Text:
    """One text of a translation, and its English source."""

    english: str
    text: str
    comment: str

    @property
    def on_paper(self) -> bool:
        """True where the note for translators asks for the Korean of print: 합니다체."""
        return "합니다체" in self.comment


@cache
def in_the_code() -> dict[Key, str]:
    """Every text that is marked for translation, with the note for its translators."""
    found: dict[Key, str] = {}
    for _, _, texts, notes, context in extract_from_dir(
        Path(wizard.__file__).parent,
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        key = (context, texts if isinstance(texts, tuple) else (texts,))
        found[key] = " ".join([found.get(key, ""), *notes])
    return found


def template() -> Path:
    """The list of all texts, from which translations are begun."""
    return shared_folder("locales") / "messages.pot"


def po_file(code: str) -> Path:
    return shared_folder("locales") / code / "LC_MESSAGES" / "messages.po"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages(path: Path) -> list[Message]:
    """Every message but the header."""
    return [message for message in read(path) if message.id]


def key(message: Message) -> Key:
    return message.context, _each(message.id)


def forms(message: Message) -> tuple[str, ...]:
    """The translation, in each of its plural forms."""
    return _each(message.string)


def _each(text: Any) -> tuple[str, ...]:
    """Babel has a text for one form and several for many."""
    return (text,) if isinstance(text, str) else tuple(text)


def texts(code: str) -> Iterator[Text]:
    """Every text that a person may see in this language; English is what the code says."""
    if code == "en":
        for (_, english), note in in_the_code().items():
            yield from (Text(each, each, note) for each in english)
        return
    for message in messages(po_file(code)):
        note = in_the_code().get(key(message), "")
        for form in filter(None, forms(message)):
            yield Text(key(message)[1][-1], form, note)


def translated() -> list[str]:
    """The languages that are not the code's own."""
    return [code for code in available() if code != "en"]
