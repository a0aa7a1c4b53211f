"""Practice photos and their answer key, lessons: what the kit teaches with."""
