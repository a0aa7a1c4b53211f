"""What a library may count of a workshop: entries of words from fixed lists, and ranges made of many. Nothing personal."""
