"""The receipt as files, called in the learner's language, so that they know them again in a file manager."""

from __future__ import annotations

import re
import unicodedata

from wizard.journey import Receipt
from wizard.language.catalogs import in_each_language, pgettext
from wizard.pages.receipt import receipt_file, receipt_page

A_DAY = r"\d{4}-\d\d-\d\d"
NUMBER_AND_ENDING = r"(-\d+)?\.(html|txt)"
"""Two of one day are told apart by a number."""


def receipt_files(receipt: Receipt) -> dict[str, str]:
    """Name to text: the page to print, and a text that every computer opens."""
    # Translators: a file's name in a file manager; {day} is 2026-11-22. None of : ? * " < > | / in it
    name = pgettext("file name", "receipt-{day}").format(day=receipt.day)
    return {f"{name}.html": receipt_page(receipt), f"{name}.txt": receipt_file(receipt)}


def is_receipt(name: str) -> bool:
    """True for the name of a receipt in whichever language it was written."""
    plain = unicodedata.normalize("NFC", name)
    return any(
        re.fullmatch(A_DAY.join(map(re.escape, each.split("{day}"))) + NUMBER_AND_ENDING, plain)
        for each in in_each_language("file name", "receipt-{day}")
    )
