"""Practice photos, lessons and the recovery windows."""
