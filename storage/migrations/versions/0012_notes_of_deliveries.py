"""What a message tells of saved openings, so that it can be taken back whole."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "delivery_note",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("reminded_for", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("delivery_id", "account_id", "opening_id", name="pk_delivery_note"),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name="fk_delivery_note_delivery_id_delivery", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account_id", "opening_id"],
            ["saved_opening.account_id", "saved_opening.opening_id"],
            name="fk_delivery_note_account_id_opening_id_saved_opening",
            ondelete="CASCADE",
        ),
    )
