"""Alembic's entry: runs on the connection that ``storage.upgrade`` hands over, inside its transaction.

There is no alembic.ini and no offline mode; ``config.attributes["connection"]`` is the only way in.
"""

from alembic import context

from storage import tables, tables_alerts, tables_matching, tables_search, tables_web
from storage.base import Base

# The tables are known to the metadata once their modules are imported.
TABLES = (tables, tables_matching, tables_alerts, tables_search, tables_web)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite cannot alter a table in place: batch mode writes a new one and moves the rows.
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
