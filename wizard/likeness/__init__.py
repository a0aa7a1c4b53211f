"""How alike pictures are: fingerprints, index, groups, relations, the scan and its cache. Moves nothing."""
