"""What each run read and which facts its ads stated: the measure of the runs to come."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns; runs of before have none, and so read nothing that could measure another."""
    op.add_column("run", sa.Column("ads_read", sa.Integer(), nullable=True))
    op.add_column("run", sa.Column("stated", sa.JSON(), nullable=True))
