"""Run as a program: the real wizard in a real terminal, at a desk whose only drive is a folder beside the photos.

python -m tests.faults.the_wizard DESK
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.steps.photos_of_ones_own import drive
from wizard.app import WizardApp
from wizard.journey import Journey
from wizard.language import catalogs
from wizard.places import users_own
from wizard.safekeeping.drives import Separation


def main(desk: Path) -> int:
    """Which drives are plugged in is the only thing that is not this computer's own."""
    catalogs.use("en")
    stick = drive(desk, Separation.ANOTHER)
    places = users_own()
    app = WizardApp(
        places,
        folder=None if Journey(places).unfinished() else desk / "photos",
        language_chosen=True,
        find_drives=lambda _photos: [stick],
    )
    print(app.run())
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
