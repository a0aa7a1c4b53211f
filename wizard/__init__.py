"""Before You Delete: a guided way to tidy look-alike photos without losing one."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before numpy is imported. Its own threads wait for each other in loops while ours use the cores: the
# close look of 501 photos took 11.3 s of processor time with them, 9.6 s without.
