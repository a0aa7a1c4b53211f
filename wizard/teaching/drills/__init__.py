"""Exercises on practice photos: what a cleaner would have taken, and mistakes that may be made safely."""
