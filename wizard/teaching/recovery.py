"""How long services keep deleted photos, as far as it could be read: one data file for all languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from wizard.language.catalogs import SOURCE_LANGUAGE, _, language, ngettext
from wizard.language.formats import day, number
from wizard.places import shared_folder


@dataclass(frozen=True)
class RecoveryWindow:
    """`days` is None where nothing was found; `sure` is official, press or unknown."""

    services: dict[str, str]
    days: int | None
    conditions: dict[str, str]
    source: str
    sure: str
    checked_on: str

    @property
    def service(self) -> str:
        """The name that the service has in the language in use."""
        return self.services.get(language(), self.services[SOURCE_LANGUAGE])

    @property
    def condition(self) -> str:
        """The condition in the language in use."""
        return self.conditions.get(language(), self.conditions[SOURCE_LANGUAGE])


@cache
def recovery_windows() -> tuple[RecoveryWindow, ...]:
    """Every service in the file `recovery_windows.toml` of the lessons."""
    written = tomllib.loads(
        (shared_folder("lessons") / "recovery_windows.toml").read_text(encoding="utf-8")
    )
    return tuple(
        RecoveryWindow(
            services=row["service"],
            days=row.get("days"),
            conditions=row["condition"],
            source=row.get("source", ""),
            sure=row["sure"],
            checked_on=written["checked_on"],
        )
        for row in written["window"]
    )


def window_line(window: RecoveryWindow) -> str:
    """One service in one line: often about how many days, and never as a promise."""
    if window.days is None:
        # Translators: {service} is a name such as Dropbox
        return _("{service}: we do not know. Look today.").format(service=window.service)
    # Translators: {service} is a name such as Dropbox
    text = ngettext(
        "{service}: often about {n} day. {condition}",
        "{service}: often about {n} days. {condition}",
        window.days,
    )
    return text.format(service=window.service, n=number(window.days), condition=window.condition)


def checked_line() -> str:
    """When the windows were last read."""
    windows = recovery_windows()
    # Translators: {date} is the day on which somebody last read these numbers
    return _("Checked on {date}. Emptying the trash ends this time at once.").format(
        date=day(windows[0].checked_on)
    )
