"""Starts the program from a workshop's kit. Runs on any Python 3, and says in three languages where it cannot go on.

Lies in the kit as programs/start.py. Imports nothing of the program before it knows that it can.
"""

import json
import os
import platform
import runpy
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
KIT = os.path.dirname(HERE)
FITS = "--fits"
"""What the launchers ask each Python that they find: does the kit have a program for you?"""
SYSTEMS = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}


def tag() -> str:
    """The system and the Python that a program is for: linux-x86_64-py3.11."""
    machine = platform.machine().lower() or "unknown"
    return f"{sys.platform}-{machine}-py{sys.version_info[0]}.{sys.version_info[1]}"


def in_words(*tags: str) -> "list[str]":
    """As people say it, one line for each kind of computer: Linux (x86_64), Python 3.11, 3.12."""
    lines = {}  # type: dict[str, list[str]]
    for each in tags:
        system, machine, python = [*each.split("-"), "", ""][:3]
        lines.setdefault(f"{SYSTEMS.get(system, system)} ({machine})", []).append(python[2:])
    return [f"{computer}, Python {', '.join(pythons)}" for computer, pythons in lines.items()]


def first_damaged(kit: str, program: str) -> "str | None":
    """The first file of the program that is gone or has another size than the list says."""
    try:
        with open(os.path.join(kit, "kit.json"), encoding="utf-8") as file:
            files = json.load(file)["files"]
        ours = {name: files[name] for name in files if name.startswith("programs/" + program + "/")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "kit.json"
    for name, facts in ours.items():
        try:
            size = os.stat(os.path.join(kit, *name.split("/"))).st_size
        except OSError:
            return str(name)
        if not facts or size != facts[0]:
            return str(name)
    return None if ours else "kit.json"


def complain(what: str, named: str) -> int:
    """Says it in every language of the program."""
    try:
        with open(os.path.join(HERE, "words.json"), encoding="utf-8") as file:
            sentences = json.load(file)[what]
    except (OSError, ValueError, KeyError):  # copied halfway: English is better than nothing
        sentences = ["The kit is not whole: {name}. Copy it again."]
    for sentence in sentences:
        line = sentence.replace("{name}", named) + "\n"
        sys.stderr.buffer.write(line.encode("utf-8"))
    return 1


def main(words: "list[str]") -> int:
    """Starts the program; what it returns, or 1 with a sentence."""
    program = os.path.join(HERE, tag())
    if words == [FITS]:
        return 0 if os.path.isdir(program) else 1
    if not os.path.isdir(program):
        return complain("other python", in_words(tag())[0])
    damaged = first_damaged(KIT, tag())
    if damaged is not None:
        return complain("not whole", damaged)
    sys.dont_write_bytecode = True  # nothing is written into the kit
    sys.path.insert(0, program)
    os.environ["BEFORE_YOU_DELETE_KIT"] = KIT
    sys.argv[1:] = [*words, "--leave-no-trace"]
    runpy.run_module("wizard", run_name="__main__")  # raises SystemExit with the program's own code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
