"""For translators: says what is missing or stale, and stamps what was read against the English text.

python -m wizard.teaching                          what is behind; 1 when anything is
python -m wizard.teaching stamp FILE[#SECTION] …   these are true to the English text of now
python -m wizard.teaching stamp --all              all of them are
"""

from __future__ import annotations

import sys
from pathlib import Path

from wizard.language import catalogs
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number
from wizard.language.system import preferred_language
from wizard.teaching.stamps import Lag, behind, stamp, translated_files

BEHIND, USAGE = 1, 2
"""Exit codes."""
LAGS = {
    Lag.FILE_MISSING: lambda: _("not translated yet"),
    Lag.SECTION_MISSING: lambda: _("this section is missing"),
    Lag.STALE: lambda: _("the English text is newer"),
}


def main(words: list[str]) -> int:
    """The exit code."""
    catalogs.use(preferred_language(words))
    match words:
        case []:
            return _report()
        case ["stamp", "--all"]:
            return _stamp([str(path) for path in translated_files()])
        case ["stamp", _, *_]:
            return _stamp(words[1:])
    print(__doc__, file=sys.stderr)
    return USAGE


def _report() -> int:
    found = list(behind())
    for each in found:
        place = f"{each.path}:{each.line}" if each.line else str(each.path)
        print(f"{place}: {f'#{each.section} ' if each.section else ''}{LAGS[each.lag]()}")
    text = ngettext("{n} section is behind.", "{n} sections are behind.", len(found))
    print(text.format(n=number(len(found))) if found else _("Every translation is in step."))
    return BEHIND if found else 0


def _stamp(files: list[str]) -> int:
    code = 0
    for named in files:
        name, _hash, section = named.partition("#")
        try:
            changed = stamp(Path(name), [section] if section else ())
        except (OSError, ValueError):
            told = _("This is not a translated lesson or page of the guide.")
            print(f"{name}: {told}", file=sys.stderr)
            code = USAGE
        else:
            text = ngettext("{n} section stamped", "{n} sections stamped", changed)
            print(f"{name}: {text.format(n=number(changed))}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
