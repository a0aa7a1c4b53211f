"""What a workshop's kit says to whoever opens it: a README in every language, and why it cannot start."""

from __future__ import annotations

import json

from wizard.language.catalogs import _, speaking
from wizard.language.formats import listed

Texts = dict[str, str]


def kit_leaflets(languages: list[str], tag: str) -> Texts:
    """File name in the kit to text; `tag` names the system and Python of the program in it."""
    texts: Texts = {}
    no_python, other_python, not_whole = [], [], []
    for code in languages:
        with speaking(code):
            texts[f"README.{code}.txt"] = _readme(tag) + "\n"
            no_python.append(_no_python(tag))
            other_python.append(_other_python(tag))
            not_whole.append(_not_whole())
    texts["programs/no-python.txt"] = "\n".join(no_python) + "\n"
    words = {"other python": other_python, "not whole": not_whole}
    texts["programs/words.json"] = json.dumps(words, ensure_ascii=False, indent=1)
    return texts


def _readme(tag: str) -> str:
    # Translators: a text file in the kit on a USB stick. Korean: 합니다체. {python} such as linux-x86_64-py3.11
    return _(
        "Before You Delete: the kit for a workshop\n"
        "\n"
        "To start:\n"
        "  Windows  open start.cmd\n"
        "  macOS    open start.command\n"
        "  Linux    open a terminal in this folder and type:  sh start.sh\n"
        "\n"
        "To start with practice photos:  sh start.sh practice\n"
        "To see whether a computer is ready:  sh start.sh doctor\n"
        "\n"
        "Nothing is installed, and nothing stays on the computer. No internet is needed.\n"
        "Several people may use one stick at the same time.\n"
        "\n"
        "The computer must have this Python:  {python}\n"
        "\n"
        "lessons             what learners read\n"
        "facilitator guide   agenda and script for whoever holds the workshop\n"
        "practice photos     drawn by the program; nobody's own\n"
        "programs            the program and what it needs\n"
        "kit.json            the names, sizes and check codes of all files\n"
        "\n"
        "start.sh was tried on Linux. start.cmd and start.command were not tried yet."
    ).format(python=listed([tag]))


def _no_python(tag: str) -> str:
    # Translators: {python} such as linux-x86_64-py3.11
    return _("This computer has no Python. The kit needs: {python}.").format(python=tag)


def _other_python(tag: str) -> str:
    # Translators: {name} and {python} such as linux-x86_64-py3.11; keep {name} as it is
    text = _("This computer has {name}. The kit needs: {python}.")
    return text.replace("{python}", tag)


def _not_whole() -> str:
    # Translators: {name} of a file; keep it as it is
    return _("The kit is not whole: “{name}” is missing or was changed. Make or copy it again.")
