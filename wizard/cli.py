"""The command line: each command calls one room and says what came of it. Never waits for an answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from wizard.commands.arguments import parse
from wizard.language import catalogs
from wizard.language.system import preferred_language


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code: 0 done, 1 not done whole, 2 wrong usage, 130 stopped."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    catalogs.use(preferred_language(words))
    chosen = parse(words)
    try:
        return int(chosen.run(chosen))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
