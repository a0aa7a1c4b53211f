"""The letter to a service's support, ready to copy: asks for deleted photos back within the recovery window."""

from __future__ import annotations

from wizard.language.catalogs import _


def letter() -> str:
    """The letter as plain text, with gaps in square brackets to fill in."""
    # Translators: a letter to the support of a service. Korean: 합니다체.
    return _(
        "Subject: Please help me recover deleted photos\n"
        "\n"
        "Hello,\n"
        "\n"
        "Photos were deleted from my account by mistake. I did not want to delete them.\n"
        "\n"
        "My account: [your e-mail address or phone number]\n"
        "The day they were deleted: [date]\n"
        "About how many photos: [number]\n"
        "The app that deleted them: [name of the app]\n"
        "\n"
        "I have looked in the trash. Please tell me whether you can still restore them,\n"
        "and until which day. Please stop anything that would delete them for good.\n"
        "\n"
        "Thank you.\n"
        "[your name]"
    )
