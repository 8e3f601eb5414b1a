"""`python -m parentapp.bench`: the same as `parentapp bench`."""

import sys

from parentapp.bench.running import run

run(tuple(sys.argv[1:]))
