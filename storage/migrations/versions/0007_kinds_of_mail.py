"""Mail of every kind in one outbox, each holding what it told; quiet hours and a cap for instant alerts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TOLD = ("digest_item", "alert_ledger")
DIGEST = sa.table("digest", sa.column("id", sa.Integer()), sa.column("local_date", sa.Date()))
DELIVERY = sa.table(
    "delivery",
    *(sa.column(name, sa.Integer()) for name in ("id", "digest_id")),
    *(sa.column(name, sa.String()) for name in ("kind", "about")),
    sa.column("local_date", sa.Date()),
)


def upgrade() -> None:
    """Give each stored message its kind; alerts stored before get the usual quiet hours."""
    _alerts()
    _name_messages()
    for table in TOLD:
        _hang_on_message(table)
    _outbox()


def _alerts() -> None:
    with op.batch_alter_table("alert", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("wakes_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("quiet_from", sa.Time(), nullable=False, server_default="21:00:00.000000"))
        batch.add_column(sa.Column("quiet_until", sa.Time(), nullable=False, server_default="07:00:00.000000"))
        batch.add_column(sa.Column("daily_cap", sa.Integer(), nullable=False, server_default="5"))
    with op.batch_alter_table("alert", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name, kind in (("quiet_from", sa.Time()), ("quiet_until", sa.Time()), ("daily_cap", sa.Integer())):
            batch.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
    # A snooze from before ends with its date in UTC: at most an hour or two from the alert's own.
    op.execute(sa.text("UPDATE alert SET wakes_at = silent_until WHERE silent_until IS NOT NULL"))


def _name_messages() -> None:
    op.add_column("delivery", sa.Column("kind", sa.String(), nullable=True))
    op.add_column("delivery", sa.Column("about", sa.String(), nullable=True))
    op.add_column("delivery", sa.Column("local_date", sa.Date(), nullable=True))
    day = sa.select(DIGEST.c.local_date).where(DIGEST.c.id == DELIVERY.c.digest_id).scalar_subquery()
    op.execute(sa.update(DELIVERY).values(kind="digest", local_date=day, about=sa.cast(day, sa.String())))


def _hang_on_message(table: str) -> None:
    """An entry without a message cannot be: one was committed with each digest that told something."""
    op.add_column(table, sa.Column("delivery_id", sa.Integer(), nullable=True))
    told = sa.table(table, sa.column("delivery_id", sa.Integer()), sa.column("digest_id", sa.Integer()))
    message = sa.select(DELIVERY.c.id).where(DELIVERY.c.digest_id == told.c.digest_id).scalar_subquery()
    op.execute(sa.update(told).values(delivery_id=message))
    op.drop_index(f"ix_{table}_digest_id", table)
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(f"fk_{table}_digest_id_digest", type_="foreignkey")
        batch.drop_column("digest_id")
        batch.alter_column("delivery_id", existing_type=sa.Integer(), nullable=False)
        batch.create_foreign_key(
            f"fk_{table}_delivery_id_delivery", "delivery", ["delivery_id"], ["id"], ondelete="CASCADE"
        )
    op.create_index(f"ix_{table}_delivery_id", table, ["delivery_id"])


def _outbox() -> None:
    op.drop_index("ix_delivery_alert_id", "delivery")
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint("uq_delivery_digest_id", type_="unique")
        batch.drop_constraint("fk_delivery_digest_id_digest", type_="foreignkey")
        batch.drop_column("digest_id")
        for name, kind in (("kind", sa.String()), ("about", sa.String()), ("local_date", sa.Date())):
            batch.alter_column(name, existing_type=kind, nullable=False)
        batch.create_unique_constraint("uq_delivery_alert_id_kind_about", ["alert_id", "kind", "about"])
