"""How far long work is: a bar with the percent, and a line of words below it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ProgressBar

from wizard.language.progress import words_of
from wizard.long_work import Progress
from wizard.widgets.frame import Plain


class ProgressLine(Vertical):
    """A bar and its words."""

    DEFAULT_CSS = """
    ProgressLine { height: auto; margin: 1 0; }
    ProgressLine ProgressBar { width: 100%; }
    ProgressLine Bar { width: 1fr; }
    """

    def __init__(self, reached: Progress | None = None) -> None:
        """`reached`: how far the work is already, when its screen is drawn anew."""
        super().__init__()
        self._reached = reached

    def compose(self) -> ComposeResult:
        bar = ProgressBar(total=1000, show_eta=False)
        yield bar
        if self._reached is None:
            yield Plain(id="progress-words")
        else:
            bar.progress = int(self._reached.share * 1000)
            yield Plain(words_of(self._reached, None), id="progress-words")

    def show(self, share: float, words: str) -> None:
        """`share` from 0.0 to 1.0. On a slow computer the line may not be drawn yet: then the next call shows it."""
        for bar in self.query(ProgressBar):
            bar.update(progress=int(share * 1000))
        for line in self.query("#progress-words").results(Plain):
            line.update(words)
