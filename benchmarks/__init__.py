"""How fast each stage is, beside a limit of the same run: ``python -m benchmarks [--json FILE] [--only STAGE]``."""
