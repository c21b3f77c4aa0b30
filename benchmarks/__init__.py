"""How fast each stage is, beside a limit of the same run: ``python -m benchmarks [--json FILE] [--only STAGE]``."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when numpy is first imported: limits are of one thread, as ours are
