"""Before You Delete: a guided way to tidy look-alike photos without losing one."""
