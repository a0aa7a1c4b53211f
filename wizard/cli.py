"""The command line: each command calls one room and says what came of it. Never waits for an answer."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from wizard.commands.arguments import HAS_A_SCREEN, parse
from wizard.commands.stray_words import keep_stray_words_off
from wizard.commands.terminal import NOT_WHOLE, complain
from wizard.language import catalogs
from wizard.language.sentences import administrator_warning
from wizard.language.system import preferred_language
from wizard.long_work import Stopped
from wizard.problems import NotWritable
from wizard.rights import as_administrator
from wizard.traces import sweep


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code: 0 done, 1 not done whole, 2 wrong usage, 130 stopped."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    catalogs.use(preferred_language(words))
    keep_stray_words_off()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # Korean on a terminal that knows no Korean
    try:
        sweep()
        chosen = parse(words)
        if as_administrator() and chosen.run not in HAS_A_SCREEN:
            print(administrator_warning(), file=sys.stderr)
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return complain(Stopped())
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        return _nobody_reads(error)
    return code


def _nobody_reads(error: OSError) -> int:
    """The output went into a program that has ended, as in `scan ... | head`, or into a full disk."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would fail again
    return NOT_WHOLE if error.errno == errno.EPIPE else complain(NotWritable(Path("-")))
