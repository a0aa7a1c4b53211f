"""Measured, not tested: scripts that print figures. None of them runs in the ordinary test run."""
