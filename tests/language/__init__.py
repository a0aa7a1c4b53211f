"""Words: catalogs, numbers and names in every language, and the rules that translations keep."""
