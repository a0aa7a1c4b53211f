"""What decoders' libraries write past Python stays off the terminal; the program's own words do not."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def keep_stray_words_off() -> None:
    """From now on file descriptor 2 leads nowhere, and Python's standard error to a descriptor of its own.

    libtiff and LibRaw tell of a damaged file there, in English, across whatever stands on the screen;
    the program says it in a sentence that names the file. Where standard error is another's already, as
    in a test, nothing is changed; nor on Windows, where this was never tried.
    """
    stream = sys.stderr
    if os.name != "posix" or not isinstance(stream, TextIOWrapper) or stream is not sys.__stderr__:
        return
    own = os.dup(stream.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    lasting = open(own, "w", buffering=1, encoding=stream.encoding, errors=stream.errors)  # noqa: SIM115
    sys.stderr = sys.__stderr__ = lasting  # type: ignore[misc]
