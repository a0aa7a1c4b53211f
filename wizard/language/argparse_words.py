"""The words that Python's own command-line reader says, in the language in use."""

from __future__ import annotations

import argparse

from wizard.language import catalogs
from wizard.language.catalogs import _


def translate_argparse() -> None:
    """From here on argparse takes its words from the catalogs; it looks them up in its own module."""
    argparse._ = catalogs._  # type: ignore[attr-defined]
    argparse.ngettext = catalogs.ngettext  # type: ignore[attr-defined]


def words() -> list[str]:
    """Named here so that they are found when catalogs are brought up to date."""
    return [
        _("usage: "),
        _("%(heading)s:"),  # from Python 3.13 on
        _("positional arguments"),
        _("options"),
        _("show this help message and exit"),
        _("%(prog)s: error: %(message)s\n"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("unrecognized arguments: %s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("expected one argument"),
        _("ignored explicit argument %r"),
    ]
