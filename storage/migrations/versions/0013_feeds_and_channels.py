"""Alerts that are read as feeds or go to a chat or a webhook; when a message was sent is looked up by time."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """What is stored goes on going by mail, and is no feed."""
    with op.batch_alter_table("alert", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("channel", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("alert", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("channel", existing_type=sa.String(), existing_nullable=False, server_default=None)
    op.create_index("ix_delivery_sent_at", "delivery", ["sent_at"])
    op.create_table(
        "alert_feed",
        sa.Column("alert_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("alert_id", name="pk_alert_feed"),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name="fk_alert_feed_alert_id_alert", ondelete="CASCADE"),
    )
