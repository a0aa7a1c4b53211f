"""What a workshop's kit says to whoever opens it: a README in every language, and why it cannot start."""

from __future__ import annotations

import json
from collections.abc import Sequence

from wizard.language.catalogs import _, available, speaking

Texts = dict[str, str]


def kit_leaflets(programs: Sequence[str]) -> Texts:
    """File name in the kit to text; `programs` name systems and Pythons as people do. In every language."""
    texts: Texts = {}
    no_python, other_python, not_whole = [], [], []
    for code in available():
        with speaking(code):
            texts[f"README.{code}.txt"] = _readme(programs) + "\n"
            no_python.append(_no_python(programs))
            other_python.append(_other_python(programs))
            not_whole.append(_not_whole())
    texts["programs/no-python.txt"] = "\n".join(no_python) + "\n"
    words = {"other python": other_python, "not whole": not_whole}
    texts["programs/words.json"] = json.dumps(words, ensure_ascii=False, indent=1)
    return texts


def _readme(programs: Sequence[str]) -> str:
    # Translators: a text file in the kit on a USB stick. Korean: 합니다체. {programs}: lines such as Linux (x86_64), Python 3.11
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
        "On Windows type start.cmd in place of sh start.sh.\n"
        "\n"
        "Nothing is installed, and nothing stays on the computer. No internet is needed.\n"
        "Several people may use one stick at the same time.\n"
        "\n"
        "The kit runs on computers with one of these:\n"
        "{programs}\n"
        "\n"
        "handouts            open index.html: lessons, guide, agendas, sheets to print\n"
        "practice photos     drawn by the program; nobody's own\n"
        "programs            the program and what it needs\n"
        "kit.json            the names, sizes and check codes of all files\n"
        "\n"
        "start.sh was tried on Linux. start.cmd and start.command were not tried yet."
    ).format(programs="\n".join(f"  {program}" for program in programs))


def _no_python(programs: Sequence[str]) -> str:
    # Translators: {programs} such as Linux (x86_64), Python 3.11; Windows (amd64), Python 3.13
    text = _("This computer has no Python. The kit needs one of these: {programs}.")
    return text.format(programs="; ".join(programs))


def _other_python(programs: Sequence[str]) -> str:
    # Translators: {name} such as Linux (x86_64), Python 3.9; keep {name} as it is. {programs}: a list of the same
    text = _("This computer has: {name}. The kit needs one of these: {programs}.")
    return text.replace("{programs}", "; ".join(programs))


def _not_whole() -> str:
    # Translators: {name} of a file; keep it as it is
    return _("The kit is not whole: “{name}” is missing or was changed. Make or copy it again.")
