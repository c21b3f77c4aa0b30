"""What savers of openings were last told, who wants no such mail, and messages that belong to an account."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the tables; let a message belong to an account."""
    op.create_table(
        "saved_watch",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("reminded_for", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "opening_id", name="pk_saved_watch"),
        sa.ForeignKeyConstraint(
            ["account_id", "opening_id"],
            ["saved_opening.account_id", "saved_opening.opening_id"],
            name="fk_saved_watch_account_id_opening_id_saved_opening",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "notes_silenced",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_notes_silenced"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_notes_silenced_account_id_account", ondelete="CASCADE"
        ),
    )
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("alert_id", existing_type=sa.Integer(), nullable=True)
        batch.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            "fk_delivery_account_id_account", "account", ["account_id"], ["id"], ondelete="CASCADE"
        )
        batch.create_unique_constraint("uq_delivery_account_id_kind_about", ["account_id", "kind", "about"])
