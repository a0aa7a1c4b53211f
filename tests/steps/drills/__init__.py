"""The exercises on practice photos, walked through."""
