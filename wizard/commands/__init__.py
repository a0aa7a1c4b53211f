"""The commands without screens: for facilitators, scripts and measuring."""
