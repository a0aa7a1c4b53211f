"""Counts what faults cost, and prints it as a table."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from tests.faults import scene
from tests.making import Snapshot
from tests.safekeeping.desk import Desk

AT_MOST = 2000
"""Calls of one piece of work; more means that it does not end."""


@dataclass
class Tally:
    """One row of the report. Only a run whose fault really fired counts in `fired`."""

    fault: str
    work: str
    library: str
    runs: int = 0
    fired: int = 0
    lost: int = 0
    back: int = 0
    untold: int = 0
    """Runs that ended in an error without a sentence for the learner; nothing is lost by it."""
    reasons: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """True when the fault fired, nothing was lost, everything came back, and each error was told."""
        whole = self.back == self.fired > 0 and not self.lost
        return whole and not self.untold and not self.reasons

    def judge(self, desk: Desk, before: Snapshot, where: str, spoilt: bool = False) -> None:
        """Looks at the desk right after the fault, then begins again. `spoilt`: the backup's drive still lies."""
        self.fired += 1
        missing = scene.lost(desk, before, self.work)
        self.lost += missing
        if missing:
            self.reasons.append(f"{where}: {missing} lost")
        try:
            if spoilt:
                scene.nothing_is_promised_falsely(desk, before, self.library)
            else:
                scene.begin_again(desk, before, self.work, self.library)
        except Exception:  # noqa: BLE001 - every failure belongs into the report
            self.reasons.append(f"{where}: {traceback.format_exc(limit=-3)}")
        else:
            self.back += 1


def at_calls(step: int) -> Iterator[int]:
    """1, 1 + step, … : the calls at which a fault is made, until one does not fire."""
    yield from range(1, AT_MOST, step)
    raise AssertionError("the work did not end")


HEAD = ("fault", "work", "runs", "fired", "lost", "put back", "untold", "s")


def table(tallies: Iterable[Tally]) -> str:
    """The report: one line for each fault and work, all libraries together."""
    lines: dict[tuple[str, str], Tally] = {}
    for each in tallies:
        line = lines.setdefault((each.fault, each.work), Tally(each.fault, each.work, ""))
        for name in ("runs", "fired", "lost", "back", "untold", "seconds"):
            setattr(line, name, getattr(line, name) + getattr(each, name))
    rows = [_row(line) for line in lines.values()]
    whole = Tally("together", "", "")
    for line in lines.values():
        for name in ("runs", "fired", "lost", "back", "untold", "seconds"):
            setattr(whole, name, getattr(whole, name) + getattr(line, name))
    rows = [HEAD, *rows, _row(whole)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _row(line: Tally) -> tuple[str, ...]:
    share = f"{100 * line.back / line.fired:.0f} %" if line.fired else "-"
    figures = (line.runs, line.fired, line.lost)
    return (
        line.fault,
        line.work,
        *(f"{figure:,}" for figure in figures),
        share,
        f"{line.untold:,}",
        f"{line.seconds:.0f}",
    )


class Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._started = monotonic()

    def __call__(self) -> float:
        return monotonic() - self._started
