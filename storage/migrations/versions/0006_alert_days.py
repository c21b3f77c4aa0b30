"""Alerts speak on chosen weekdays, and can be snoozed until a date."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns; alerts stored before go on as they were."""
    op.add_column("alert", sa.Column("weekdays", sa.String(), nullable=True))
    op.add_column("alert", sa.Column("silent_until", sa.Date(), nullable=True))
