"""Numbers, sizes, percents, dates and times in the language in use."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from wizard.language.catalogs import locale, ngettext

_A_NUMBER = re.compile(r"[#,0.]+")
"""Where CLDR's pattern of a percent has the number."""
UNITS = ("KB", "MB", "GB", "TB")
"""Steps of 1,000, as drives are sold and macOS counts."""


def number(value: int) -> str:
    """1,234"""
    return format_decimal(value, locale=locale())


def size(count: int) -> str:
    """Bytes as 2.4 MB, with one decimal. Less than a kilobyte counts as one."""
    value, unit = max(count, 1000 if count else 0) / 1000, 0
    while value >= (999.95 if unit else 999.5) and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    pattern = "#,##0" if unit == 0 else "#,##0.0"
    return f"{format_decimal(value, format=pattern, locale=locale())} {UNITS[unit]}"


def percent(value: float) -> str:
    """A whole percent, cut: never 90 for 89.6, and 100 only for 100. Signs as in the language."""
    pattern = str(locale().percent_formats[None].pattern)
    return _plain_spaces(_A_NUMBER.sub(number(math.floor(value)), pattern))


def day(iso: str) -> str:
    """November 22, 2026, from YYYY-MM-DD or a longer ISO time; with a zone, the day on this computer's clock."""
    return _plain_spaces(format_date(_here(iso), "long", locale=locale()))


def moment(iso: str) -> str:
    """Date and time of day as written by the camera, or on this computer's clock when a zone is given."""
    when = _here(iso)
    clock = "aaaa h:mm:ss" if locale().language == "ko" else "short"
    if clock == "short":
        return _plain_spaces(format_datetime(when, "medium", locale=locale()))
    written = format_date(when, "long", locale=locale())
    return _plain_spaces(f"{written} {format_datetime(when, clock, locale=locale())}")


def duration(seconds: float) -> str:
    """About how long, rounded up to what a person would say: 40 seconds, 5 minutes, 2 hours."""
    if seconds < 50:
        tens = max(10, math.ceil(seconds / 10) * 10)
        # Translators: a span of time, {n} is a multiple of ten
        return ngettext("{n} second", "{n} seconds", tens).format(n=number(tens))
    minutes = math.ceil(seconds / 60)
    if minutes < 100:
        # Translators: a span of time
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))
    hours = math.ceil(minutes / 60)
    # Translators: a span of time
    return ngettext("{n} hour", "{n} hours", hours).format(n=number(hours))


def listed(items: Sequence[str]) -> str:
    """a, b and c"""
    return format_list(list(items), locale=locale())


def photos(count: int) -> str:
    """12 photos"""
    # Translators: a count that stands alone or in a list, never inside a sentence
    return ngettext("{n} photo", "{n} photos", count).format(n=number(count))


def files(count: int) -> str:
    """12 files"""
    # Translators: a count that stands alone or in a list, never inside a sentence
    return ngettext("{n} file", "{n} files", count).format(n=number(count))


def _here(iso: str) -> datetime:
    """The moment on this computer's clock where a zone is given, else as it was written."""
    when = datetime.fromisoformat(iso)
    return when if when.tzinfo is None else when.astimezone()


def _plain_spaces(text: str) -> str:
    """CLDR's narrow no-break space is missing from many terminal fonts."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
