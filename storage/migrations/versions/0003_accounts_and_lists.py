"""Accounts and their keys, saved openings, shortlists, reports, the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _account()
    _login_token()
    _attempt()
    _api_key()
    _saved_opening()
    _shortlist()
    _shortlist_item()
    _opening_report()
    _audit()
    _answered()


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("created_at", UTC, nullable=False),
        sa.Column("last_seen", UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
        sqlite_autoincrement=True,
    )


def _login_token() -> None:
    op.create_table(
        "login_token",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("expires_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_login_token"),
    )
    op.create_index("ix_login_token_email", "login_token", ["email"])


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_key_at", "attempt", ["key", "at"])


def _api_key() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "account_id",
            sa.Integer(),
            sa.ForeignKey("account.id", ondelete="CASCADE", name="fk_api_key_account_id_account"),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("created_at", UTC, nullable=False),
        sa.Column("expires_at", UTC, nullable=False),
        sa.Column("last_used_at", UTC, nullable=True),
        sa.Column("revoked_at", UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_api_key"),
        sa.UniqueConstraint("digest", name="uq_api_key_digest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_api_key_account_id", "api_key", ["account_id"])


def _saved_opening() -> None:
    op.create_table(
        "saved_opening",
        sa.Column(
            "account_id",
            sa.Integer(),
            sa.ForeignKey("account.id", ondelete="CASCADE", name="fk_saved_opening_account_id_account"),
            nullable=False,
        ),
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_saved_opening_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("saved_at", UTC, nullable=False),
        sa.Column("changed_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "opening_id", name="pk_saved_opening"),
    )
    op.create_index("ix_saved_opening_opening_id", "saved_opening", ["opening_id"])


def _shortlist() -> None:
    op.create_table(
        "shortlist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "account_id",
            sa.Integer(),
            sa.ForeignKey("account.id", ondelete="CASCADE", name="fk_shortlist_account_id_account"),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("share_digest", sa.String(), nullable=True),
        sa.Column("created_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shortlist"),
        sa.UniqueConstraint("account_id", "name", name="uq_shortlist_account_id_name"),
        sa.UniqueConstraint("share_digest", name="uq_shortlist_share_digest"),
        sqlite_autoincrement=True,
    )


def _shortlist_item() -> None:
    op.create_table(
        "shortlist_item",
        sa.Column(
            "shortlist_id",
            sa.Integer(),
            sa.ForeignKey("shortlist.id", ondelete="CASCADE", name="fk_shortlist_item_shortlist_id_shortlist"),
            nullable=False,
        ),
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_shortlist_item_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("shortlist_id", "opening_id", name="pk_shortlist_item"),
    )
    op.create_index("ix_shortlist_item_opening_id", "shortlist_item", ["opening_id"])


def _opening_report() -> None:
    op.create_table(
        "opening_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_opening_report_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reported_at", UTC, nullable=False),
        sa.Column("handled_at", UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_opening_report"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opening_report_opening_id", "opening_report", ["opening_id"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )


def _answered() -> None:
    op.create_table(
        "answered",
        sa.Column(
            "account_id",
            sa.Integer(),
            sa.ForeignKey("account.id", ondelete="CASCADE", name="fk_answered_account_id_account"),
            nullable=False,
        ),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "key", name="pk_answered"),
    )
