"""Short texts laid beside what this program makes on a drive, in every language, for whoever finds it later."""

from __future__ import annotations

from collections.abc import Callable

from wizard.language.catalogs import _, available, pgettext, speaking


def review_folder_name() -> str:
    """The review folder's name on the drive, in the language in use."""
    return pgettext("folder name", "Review folder")


def review_folder_leaflets() -> dict[str, str]:
    """File name to text."""
    return _in_every_language(_review_folder)


def backup_leaflets() -> dict[str, str]:
    """File name to text."""
    return _in_every_language(_backup)


def trial_file_text() -> str:
    """What stands in the small file that goes to the trash first, in every language."""
    texts = []
    for code in available():
        with speaking(code):
            texts.append(_trial_file())
    return "\n\n".join(texts) + "\n"


def _in_every_language(write: Callable[[], str]) -> dict[str, str]:
    leaflets = {}
    for code in available():
        with speaking(code):
            leaflets[f"README.{code}.txt"] = write() + "\n"
    return leaflets


def _review_folder() -> str:
    # Translators: a text file in the review folder. Korean: 합니다체.
    return _(
        "This is a review folder. Nobody deleted these photos.\n"
        "\n"
        "Someone looked at photos that look alike and set some of them aside here.\n"
        "Every photo has a checked copy in a backup.\n"
        "\n"
        "To put photos back with the program:\n"
        "  before-you-delete put-back THIS_FOLDER --all\n"
        "\n"
        "To put photos back by hand: open list.csv. The column photo_folder says\n"
        "where each photo was, in_review_folder says where it is now. Move it back.\n"
        "\n"
        "Please do not rename or delete the files journal.jsonl and\n"
        "before-you-delete.json. The program needs them to put photos back."
    )


def _backup() -> str:
    # Translators: a text file on the backup drive. Korean: 합니다체.
    return _(
        "This is a backup of photos and other files.\n"
        "\n"
        "The copies are ordinary files in the folder data. You can open them and copy\n"
        "them with any computer. inventory.csv lists every file with its true name.\n"
        "\n"
        "Every copy was read back from this drive and compared with the original.\n"
        "To compare again with the program:\n"
        "  before-you-delete check THIS_FOLDER\n"
        "\n"
        "Without the program: this folder is a BagIt bag (RFC 8493). On many computers\n"
        "this command checks it too:  sha256sum -c manifest-sha256.txt\n"
        "\n"
        "Keep this drive in a safe place, away from the computer."
    )


def _trial_file() -> str:
    # Translators: a small text file that is sent to the computer's trash first. Korean: 합니다체.
    return _(
        "Before You Delete made this small file to see if the trash of this computer works.\n"
        "You can leave it in the trash."
    )
