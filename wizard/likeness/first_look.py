"""Looks at pictures while a backup reads them, so that the scan need not: a USB drive is read once.

Never slows the copying down: one core stays free for it, and what comes faster than it can be looked at
is left to the scan. Opens no file of the learner's.
"""

from __future__ import annotations

import os
from collections import deque
from threading import Condition, Event, Thread

from wizard.likeness.cache import Cache
from wizard.likeness.fingerprint import Fingerprint, of_contents
from wizard.likeness.pictures import Pictures
from wizard.long_work import stop_if_asked
from wizard.photos.library import File, Library
from wizard.photos.picture import UnreadablePicture

WAITING = 64_000_000
"""Bytes of pictures that may wait to be looked at: a second's work."""
REMEMBERED_AT_ONCE = 50
"""Pictures between two writes of the cache."""


class FirstLook:
    """An onlooker for `safekeeping.copying`. What it saw is in `cache` and `pictures` after `finish`."""

    def __init__(self, library: Library, cache: Cache, pictures: Pictures) -> None:
        self._library, self._cache, self._pictures = library, cache, pictures
        self._known = set(cache.recall(library))
        self._seen: list[tuple[File, Fingerprint]] = []
        self._waiting: deque[tuple[File, bytes, str]] = deque()
        self._bytes = 0
        self._at_work = 0
        self._open = True
        self._change = Condition()
        for number in range(max(1, (os.cpu_count() or 2) - 1)):
            Thread(target=self._work, name=f"first look {number}", daemon=True).start()

    def wants(self, file: File) -> bool:
        """True for a picture that is not known yet, while there is room for it."""
        return (
            self._open
            and file.is_picture
            and file.path not in self._known
            and self._bytes + file.bytes <= WAITING
        )

    def went_by(self, file: File, contents: bytes, sha256: str) -> None:
        """These bytes of a file that was wanted went by; returns at once."""
        with self._change:
            if self._open and file.path not in self._known:
                self._known.add(file.path)
                self._waiting.append((file, contents, sha256))
                self._bytes += len(contents)
                self._change.notify_all()

    def finish(self, stop: Event | None = None) -> None:
        """Takes no more, and waits until what came is looked at and remembered. Raises Stopped."""
        with self._change:
            self._open = False
            self._change.notify_all()
            while self._waiting or self._at_work:
                stop_if_asked(stop)
                self._change.wait(0.1)
        self._remember(0)

    def leave(self) -> None:
        """Takes no more and forgets what was not looked at: nobody will ask."""
        with self._change:
            self._open = False
            self._waiting.clear()
            self._change.notify_all()

    def _work(self) -> None:
        while (item := self._next()) is not None:
            file, contents, sha256 = item
            try:
                found, small = of_contents(
                    contents, with_picture=self._pictures.has_room, sha256=sha256
                )
                self._pictures.keep(file.path, small)
                self._seen.append((file, found))
            except UnreadablePicture:
                pass  # the scan reads it again and says what is the matter
            finally:
                self._done(len(contents))
            self._remember(REMEMBERED_AT_ONCE)

    def _next(self) -> tuple[File, bytes, str] | None:
        with self._change:
            while not self._waiting:
                if not self._open:
                    return None
                self._change.wait()
            self._at_work += 1
            return self._waiting.popleft()

    def _done(self, size: int) -> None:
        with self._change:
            self._at_work -= 1
            self._bytes -= size
            self._change.notify_all()

    def _remember(self, at_least: int) -> None:
        with self._change:
            if len(self._seen) < at_least:
                return
            seen, self._seen = self._seen, []
        self._cache.remember(self._library, seen)
