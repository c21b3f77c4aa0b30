"""The first schema: runs, postings with versions, readings, openings, matches, alerts, digests and the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

UTC = sa.DateTime(timezone=True)
LIVE = sa.text("finished_at IS NULL")


def upgrade() -> None:
    """Create every table."""
    _runs_and_sources()
    _postings()
    _versions_and_contacts()
    _readings()
    _openings()
    _alerts()
    _digests()
    _ledger()
    _outbox()


def _runs_and_sources() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("started_by", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("child_pid", sa.Integer(), nullable=True),
        sa.Column("started_at", UTC, nullable=False),
        sa.Column("heartbeat_at", UTC, nullable=False),
        sa.Column("finished_at", UTC, nullable=True),
        sa.Column("cancel_requested", sa.Boolean(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("spool_offset", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("revived", sa.Integer(), nullable=False),
        sa.Column("not_relevant", sa.Integer(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("first_problem", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_run_source_started_at", "run", ["source", "started_at"])
    op.create_index("uq_run_live_source", "run", ["source"], unique=True, sqlite_where=LIVE, postgresql_where=LIVE)
    op.create_table(
        "source_state",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cursor", sa.JSON(), nullable=False),
        sa.Column("cursor_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_source_state"),
    )
    op.create_table(
        "left_out",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_ref", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("first_seen", UTC, nullable=False),
        sa.Column("last_seen", UTC, nullable=False),
        sa.PrimaryKeyConstraint("source", "source_ref", name="pk_left_out"),
    )
    op.create_index("ix_left_out_run_id", "left_out", ["run_id"])


def _postings() -> None:
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_ref", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("employer", sa.String(), nullable=True),
        sa.Column("employer_orgnr", sa.String(), nullable=True),
        sa.Column("apply_url", sa.String(), nullable=True),
        sa.Column("date_posted", UTC, nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(), nullable=False),
        sa.Column("extent_raw", sa.String(), nullable=True),
        sa.Column("places", sa.Text(), nullable=True),
        sa.Column("salary", sa.Text(), nullable=True),
        sa.Column("description_length", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("status_run", sa.Integer(), nullable=True),
        sa.Column("absences", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("first_seen", UTC, nullable=False),
        sa.Column("last_seen", UTC, nullable=False),
        sa.Column("last_seen_run", sa.Integer(), nullable=True),
        sa.Column("changed_at", UTC, nullable=False),
        sa.Column("closed_at", UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_posting"),
        sa.UniqueConstraint("source", "source_ref", name="uq_posting_source_source_ref"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posting_changed_at", "posting", ["changed_at"])
    op.create_index("ix_posting_status_deadline", "posting", ["status", "deadline"])


def _versions_and_contacts() -> None:
    op.create_table(
        "posting_version",
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_posting_version_posting_id_posting"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("seen_at", UTC, nullable=False),
        sa.Column("description_html", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", "number", name="pk_posting_version"),
    )
    op.create_table(
        "contact",
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_contact_posting_id_posting"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("posting_id", "position", name="pk_contact"),
    )


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_reading_posting_id_posting"),
            nullable=False,
        ),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("vocabulary_version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("relevance", sa.String(), nullable=False),
        sa.Column("relevance_score", sa.Float(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("deadline_kind", sa.String(), nullable=False),
        sa.Column("places", sa.Text(), nullable=True),
        sa.Column("salary", sa.Text(), nullable=True),
        sa.Column("read_at", UTC, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", name="pk_reading"),
    )


def _openings() -> None:
    op.create_table(
        "opening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "founder",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_opening_founder_posting"),
            nullable=False,
        ),
        sa.Column(
            "merged_into",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="SET NULL", name="fk_opening_merged_into_opening"),
            nullable=True,
        ),
        sa.Column("created_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opening"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opening_founder", "opening", ["founder"])
    op.create_index("ix_opening_merged_into", "opening", ["merged_into"])
    op.create_table(
        "opening_member",
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_opening_member_posting_id_posting"),
            nullable=False,
        ),
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_opening_member_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("joined_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("posting_id", name="pk_opening_member"),
    )
    op.create_index("ix_opening_member_opening_id", "opening_member", ["opening_id"])
    op.create_table(
        "opening_match",
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_opening_match_opening_id_opening"),
            nullable=False,
        ),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("matched_at", UTC, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("opening_id", "target", name="pk_opening_match"),
    )
    op.create_index("ix_opening_match_target_score", "opening_match", ["target", "score"])


def _alerts() -> None:
    op.create_table(
        "profile",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("updated_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_profile"),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column(
            "profile",
            sa.String(),
            sa.ForeignKey("profile.name", ondelete="RESTRICT", name="fk_alert_profile_profile"),
            nullable=True,
        ),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("min_score", sa.Integer(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
        sa.UniqueConstraint("email", "name", name="uq_alert_email_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alert_profile", "alert", ["profile"])


def _digests() -> None:
    op.create_table(
        "digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "alert_id",
            sa.Integer(),
            sa.ForeignKey("alert.id", ondelete="CASCADE", name="fk_digest_alert_id_alert"),
            nullable=False,
        ),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("composed_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest"),
        sa.UniqueConstraint("alert_id", "local_date", name="uq_digest_alert_id_local_date"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "digest_item",
        sa.Column(
            "alert_id",
            sa.Integer(),
            sa.ForeignKey("alert.id", ondelete="CASCADE", name="fk_digest_item_alert_id_alert"),
            nullable=False,
        ),
        sa.Column(
            "opening_id",
            sa.Integer(),
            sa.ForeignKey("opening.id", ondelete="CASCADE", name="fk_digest_item_opening_id_opening"),
            nullable=False,
        ),
        sa.Column(
            "digest_id",
            sa.Integer(),
            sa.ForeignKey("digest.id", ondelete="CASCADE", name="fk_digest_item_digest_id_digest"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("alert_id", "opening_id", name="pk_digest_item"),
    )
    op.create_index("ix_digest_item_digest_id", "digest_item", ["digest_id"])
    op.create_index("ix_digest_item_opening_id", "digest_item", ["opening_id"])


def _ledger() -> None:
    op.create_table(
        "alert_ledger",
        sa.Column(
            "alert_id",
            sa.Integer(),
            sa.ForeignKey("alert.id", ondelete="CASCADE", name="fk_alert_ledger_alert_id_alert"),
            nullable=False,
        ),
        sa.Column(
            "posting_id",
            sa.Integer(),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_alert_ledger_posting_id_posting"),
            nullable=False,
        ),
        sa.Column(
            "digest_id",
            sa.Integer(),
            sa.ForeignKey("digest.id", ondelete="CASCADE", name="fk_alert_ledger_digest_id_digest"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("alert_id", "posting_id", name="pk_alert_ledger"),
    )
    op.create_index("ix_alert_ledger_digest_id", "alert_ledger", ["digest_id"])
    op.create_index("ix_alert_ledger_posting_id", "alert_ledger", ["posting_id"])


def _outbox() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "digest_id",
            sa.Integer(),
            sa.ForeignKey("digest.id", ondelete="CASCADE", name="fk_delivery_digest_id_digest"),
            nullable=False,
        ),
        sa.Column(
            "alert_id",
            sa.Integer(),
            sa.ForeignKey("alert.id", ondelete="CASCADE", name="fk_delivery_alert_id_alert"),
            nullable=False,
        ),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", UTC, nullable=False),
        sa.Column("lease_until", UTC, nullable=True),
        sa.Column("worker", sa.String(), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.Column("created_at", UTC, nullable=False),
        sa.Column("sent_at", UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("message_id", name="uq_delivery_message_id"),
        sa.UniqueConstraint("digest_id", name="uq_delivery_digest_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_alert_id", "delivery", ["alert_id"])
    op.create_index("ix_delivery_state_not_before", "delivery", ["state", "not_before"])
    op.create_table(
        "store_flag",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("set_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_store_flag"),
    )
