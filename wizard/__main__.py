"""`python -m wizard` is the command `before-you-delete`; the launchers of a workshop's kit start it this way too."""

import sys

from wizard.cli import main

if __name__ == "__main__":
    sys.exit(main())
