"""Catalogs, and how numbers, dates, sizes, names and facts become words. Knows no screens."""
