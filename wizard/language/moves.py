"""The words around a move: what is asked before photos leave, what came of it, and of putting them back."""

from __future__ import annotations

from pathlib import Path

from wizard.journey import Journey, MoveResult, PutBackResult
from wizard.journey.inspection import Decided
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import day, number, size
from wizard.language.names import Naming, shorten
from wizard.language.sentences import GATES, PROBLEMS, SEPARATIONS
from wizard.problems import Gate, ProblemKind
from wizard.safekeeping.drives import Separation

NAMES_SHOWN = 3
Photos = tuple[Decided, ...]


def decided_photos(journey: Journey) -> Photos:
    """What would be set aside now."""
    return journey.inspection.decided if journey.inspection else ()


def move_question(decided: Photos) -> str:
    """The one confirmation."""
    count = len(decided)
    title = ngettext(
        "Move {n} photo to the review folder?", "Move {n} photos to the review folder?", count
    )
    return title.format(n=number(count))


def move_answer(decided: Photos) -> str:
    """The answer that moves: a verb and a number."""
    count = len(decided)
    return ngettext("Move {n} photo", "Move {n} photos", count).format(n=number(count))


def reason_against(journey: Journey, backup_running: bool) -> str | None:
    """Why nothing may be moved now, or None."""
    if backup_running:
        return _("The backup is still running. Photos can be moved when it is checked.")
    gate = journey.closed_gate()
    if gate is not None:
        return GATES[gate]()
    if journey.review is None:
        return _("There is no review folder yet. Go back to step 5 and make it.")
    return None


def move_facts(
    journey: Journey, decided: Photos, reason: str | None, naming: Naming = shorten
) -> list[str]:
    """How large, which, from where to where, the backup, and how to undo. `reason` against moving, if any."""
    names = [naming(each.photo.path, 70) for each in decided[:NAMES_SHOWN]]
    if len(decided) > NAMES_SHOWN:
        names.append(_("... choose 2 to see all of them."))
    total = sum(each.photo.bytes for each in decided)
    return [
        _("Nothing is deleted."),
        # Translators: {size} such as 2.4 GB
        _("In total: {size}.").format(size=size(total)),
        *("  " + name for name in names),
        *_where(journey, len(decided), naming),
        *([reason] if reason else _backup_lines(journey, decided)),
        _("To undo, choose “Put them back”."),
    ]


def moved_words(result: MoveResult, wanted: int, naming: Naming = shorten) -> str:
    """How many moved; of how many, when some stayed, and why the first of those did."""
    photos = result.photos
    if photos == wanted:
        said = ngettext("{n} photo moved.", "{n} photos moved.", photos).format(n=number(photos))
    else:
        said = ngettext("{n} of {all} photo moved.", "{n} of {all} photos moved.", wanted)
        said = said.format(n=number(photos), all=number(wanted))
    for problem in result.problems[:1]:
        # Translators: {name} of a file, {reason} a sentence
        text = _("{name}: {reason}")
        name = naming(problem.path, 30)
        said += " " + text.format(name=name, reason=PROBLEMS[problem.kind]())
    return said


def files_back(count: int) -> str:
    """How many files are back where they were."""
    if not count:
        return _("No file went back to its old place.")
    return ngettext(
        "{n} file is back in its old place.", "{n} files are back in their old places.", count
    ).format(n=number(count))


def put_back_words(result: PutBackResult, naming: Naming = shorten) -> str:
    """How many files are back, and what is to be said of the first that is not as it was."""
    said = files_back(result.files)
    for problem in result.problems[:1]:
        # Translators: {name} of a file, {reason} a sentence
        text = _("{name} could not go back: {reason}")
        if problem.kind is ProblemKind.BACK_BUT_CHANGED:
            text = "{name}: {reason}"
        name = naming(problem.path, 30)
        said += " " + text.format(name=name, reason=PROBLEMS[problem.kind]())
    return said


def put_all_back_answer(count: int) -> str:
    """The answer that puts everything back."""
    return ngettext("Put {n} file back", "Put all {n} files back", count).format(n=number(count))


def review_folder_lines(
    place: Path, gate: Gate | None, backup_running: bool, naming: Naming = shorten
) -> list[str]:
    """What the review folder is, where it will be, and what still keeps photos from moving."""
    lines = [
        _("Nothing is deleted."),
        _("The folder is on the same drive as your photos:"),
        "  " + naming(str(place), 72),
        "",
        _("Every photo in it can go back to its old place, at any time."),
        _("A list in the folder says where each photo was, so you can do it by hand too."),
    ]
    if gate is not None and backup_running:
        lines += ["", _("The backup is still running. Photos can be moved when it is checked.")]
    elif gate is not None:
        lines += ["", GATES[gate]()]
    return lines


def _where(journey: Journey, count: int, naming: Naming) -> list[str]:
    if journey.review is None or journey.library is None:
        return []
    folder = naming(journey.library.folder.name, 24)
    review = naming(journey.review.path.name, 24)
    text = ngettext(
        "It goes from “{folder}” to “{review}”.", "They go from “{folder}” to “{review}”.", count
    )
    return [text.format(folder=folder, review=review)]


def _backup_lines(journey: Journey, decided: Photos) -> list[str]:
    copies = journey.copies
    if copies is None or copies.last_checked is None:
        return []
    checked = sum(copies.of_digest(each.photo.sha256) is not None for each in decided)
    # Translators: {date} such as November 22
    line = ngettext(
        "Your backup of {date} has a checked copy of {n} of {all} photo.",
        "Your backup of {date} has a checked copy of {n} of {all} photos.",
        len(decided),
    ).format(date=day(copies.last_checked), n=number(checked), all=number(len(decided)))
    separation = Separation(journey.record.separation or Separation.UNKNOWN)
    if separation is Separation.ANOTHER:
        return [line]
    # Translators: {what} such as "the same drive as your photos"
    return [line, _("Drive of the backup: {what}.").format(what=SEPARATIONS[separation]())]
