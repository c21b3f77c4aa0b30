"""Addresses that refuse mail are kept as marks; each message that may still go has that of its recipient."""

import re

import sqlalchemy as sa
from alembic import context, op

from storage.marks import mark

revision = "0017"
down_revision = "0016"

REFUSED = sa.table("suppressed", *map(sa.column, ("mark", "why")))
MAIL = sa.table("delivery", *map(sa.column, ("recipient", "recipient_mark", "state")))


def upgrade() -> None:
    """Nobody who was suppressed gets mail again, and no plain address is left."""
    key, connection = context.config.attributes["key"], op.get_bind()
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("recipient_mark", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("delivery", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("recipient_mark", existing_type=sa.String(), existing_nullable=False, server_default=None)
    waiting = sa.select(MAIL.c.recipient).where(MAIL.c.state.in_(("ready", "sending"))).distinct()
    for recipient in list(connection.scalars(waiting)):
        own = sa.update(MAIL).where(MAIL.c.recipient == recipient)
        connection.execute(own.values(recipient_mark=mark(key, recipient)))
    with op.batch_alter_table("suppressed") as batch:
        batch.alter_column("address", new_column_name="mark", existing_type=sa.String(), existing_nullable=False)
    for address, why in connection.execute(sa.select(REFUSED.c.mark, REFUSED.c.why)).all():
        words = re.sub(re.escape(address), "…", why, flags=re.IGNORECASE)
        row = sa.update(REFUSED).where(REFUSED.c.mark == address)
        connection.execute(row.values(mark=mark(key, address), why=words))
