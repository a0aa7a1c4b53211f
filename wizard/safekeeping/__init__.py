"""Nothing is lost: drives, backup, journal, review folder, and the one file that moves photos."""
