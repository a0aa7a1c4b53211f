"""The receipt's files are called in the learner's language, and known again in any."""

from __future__ import annotations

import unicodedata
from itertools import chain

import pytest

from tests.pages.receipts import FULL
from wizard.language.catalogs import available, language, speaking
from wizard.pages.receipt_files import is_receipt, receipt_files


def names() -> dict[str, list[str]]:
    told = {}
    for code in available():
        with speaking(code):
            told[code] = list(receipt_files(FULL))
    return told


def test_they_are_called_in_the_learners_language() -> None:
    assert names()["en"] == ["receipt-2026-11-22.html", "receipt-2026-11-22.txt"]
    assert names()["es"] == ["comprobante-2026-11-22.html", "comprobante-2026-11-22.txt"]
    assert names()["ko"] == ["작업 확인서-2026-11-22.html", "작업 확인서-2026-11-22.txt"]


def test_the_text_names_every_photo_that_was_set_aside() -> None:
    _page, text = receipt_files(FULL).values()
    assert FULL.items and all(item.path in text for item in FULL.items if item.path.isprintable())


def test_one_of_another_group_is_known_whatever_language_they_spoke() -> None:
    for name in chain(*names().values()):
        stem, ending = name.rsplit(".", 1)
        assert is_receipt(name)
        assert is_receipt(f"{stem}-2.{ending}")
        assert is_receipt(unicodedata.normalize("NFD", name)), "as a Mac writes it"
    assert language() == "en", "the screen goes on in its own"


@pytest.mark.parametrize("name", ["notes-2026-11-22.txt", "receipt.html", "receipt-2026-11-22.jpg"])
def test_a_learners_own_file_is_none(name: str) -> None:
    assert not is_receipt(name)
