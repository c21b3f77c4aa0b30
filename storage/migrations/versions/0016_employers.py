"""Employers are looked up by their number."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Create the index."""
    op.create_index("ix_search_entry_employer_orgnr", "search_entry", ["employer_orgnr"])
