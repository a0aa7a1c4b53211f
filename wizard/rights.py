"""Whether the program runs with more rights than it needs. Asks for none and gives none away."""

from __future__ import annotations

import os
import sys


def as_administrator() -> bool:
    """True for root, and on Windows for a window that was opened as administrator."""
    if sys.platform != "win32":
        return os.geteuid() == 0
    import ctypes

    try:
        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    except (AttributeError, OSError):
        return False
