"""The schema and its upgrades: equal to the tables, backed up first, whole or not at all, never from the future."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from domain.clock import FixedClock
from domain.postings import Contact
from storage import postings, schema_version, sqlite, tables, tables_alerts, tables_matching, tables_search, tables_web
from storage.base import Base
from storage.check import check
from storage.engine import Store
from storage.errors import StoreError
from tests.unit.storage.samples import ad, see

TABLES = (tables, tables_matching, tables_alerts, tables_search, tables_web)

NOW = schema_version.newest_version()
NEXT = '''
"""A later schema, for tests: rewrites a table that others refer to."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{now}"


def upgrade():
    with op.batch_alter_table("posting") as batch:
        batch.add_column(sa.Column("note", sa.String(), nullable=False, server_default="none"))
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
'''.replace("{now}", NOW)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'jobbvakt.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def future(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this program one version newer; the file of that version."""
    scripts = tmp_path / "scripts % folder"
    shutil.copytree(schema_version.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema_version, "SCRIPTS", scripts)
    script = scripts / "versions" / "9999_later.py"
    script.write_text(NEXT)
    return script


@pytest.fixture
def old(url: str, clock: FixedClock, request: pytest.FixtureRequest) -> str:
    """A store of this schema with an ad in it; ask for it before ``future``."""
    store = Store.open(url, clock=clock)
    with store.write() as session:
        see(session, "nav", ad("a", contacts=(Contact("Kari"),)), ad("b"))
    store.close()
    return url


def version_of(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        found = schema_version.stored_version(connection), sorted(inspect(connection).get_table_names())
    engine.dispose()
    return found


def test_the_migrated_schema_equals_the_tables(store: Store):
    with store.read() as session:
        options = {"compare_type": True, "compare_server_default": True, "include_name": outside_full_text}
        context = MigrationContext.configure(session.connection(), opts=options)
        assert compare_metadata(context, Base.metadata) == []


def outside_full_text(name, _kind, _parents):
    """What a database's own full-text index is made of is no table or index of the metadata; see the next test."""
    return not (name or "").startswith(tables_search.DERIVED)


def test_the_migrated_schema_has_what_a_comparison_does_not_see(tmp_path: Path, clock: FixedClock):
    """Partial indexes, AUTOINCREMENT, names of constraints: the text of both schemas, line by line."""
    migrated, created = tmp_path / "migrated.db", tmp_path / "created.db"
    Store.open(f"sqlite:///{migrated}", clock=clock).close()
    engine = create_engine(f"sqlite:///{created}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert schema_lines(migrated) == schema_lines(created)
    assert len(schema_lines(created)) > 30
    assert TABLES


def schema_lines(path):
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    # A table's lines in any order; the key of one column may be named or not.
    plain = {name: re.sub(r"CONSTRAINT pk_\w+ (PRIMARY KEY \(\w+\))", r"\1", sql) for name, sql in rows}
    own = {name: sql for name, sql in plain.items() if name not in ("alembic_version", "sqlite_sequence")}
    return {name: sorted(stated_in(sql)) for name, sql in own.items()}


def stated_in(sql):
    """One column or constraint each; ``ALTER TABLE`` writes its columns behind the last one, in the same line."""
    _, _, body = sql.rstrip().partition("(")
    parts = re.split(r",(?![^()]*\))|\n", body.removesuffix(")") if sql.startswith("CREATE TABLE") else sql)
    return [part.strip(" ,\t") for part in parts if part.strip(" ,\t")]


def test_an_upgraded_store_keeps_everything(old: str, future: Path, clock: FixedClock):
    store = Store.open(old, clock=clock)
    with store.read() as session:
        assert session.execute(text("SELECT DISTINCT note FROM posting")).scalars().all() == ["none"]
        assert postings.active_refs(session, "nav") == ("a", "b")
        number = postings.by_refs(session, "nav", ["a"])["a"].id
        # The table they hang on was rewritten: nothing was cascaded away.
        assert len(postings.versions(session, number)) == 1
        assert postings.contacts(session, [number]) == {number: (Contact("Kari"),)}
    store.close()
    assert version_of(old)[0] == "9999"


def test_an_older_store_is_backed_up_before_it_is_upgraded(tmp_path: Path, clock: FixedClock, request):
    url, folder = f"sqlite:///{tmp_path / 'jobbvakt.db'}", tmp_path / "kept"
    Store.open(url, clock=clock, backup_dir=folder).close()
    assert not folder.exists()
    request.getfixturevalue("future")
    for _ in range(2):
        Store.open(url, clock=clock, backup_dir=folder).close()
    (kept,) = folder.iterdir()
    assert kept.name == f"jobbvakt-schema{NOW}-20261123T110000Z.db"
    version, names = version_of(f"sqlite:///{kept}")
    assert (version, "later" in names, "posting" in names) == (NOW, False, True)


def test_a_backup_that_cannot_be_made_stops_the_upgrade(tmp_path: Path, clock: FixedClock, request):
    url, blocked = f"sqlite:///{tmp_path / 'jobbvakt.db'}", tmp_path / "file"
    Store.open(url, clock=clock).close()
    blocked.touch()
    request.getfixturevalue("future")
    with pytest.raises(StoreError):
        Store.open(url, clock=clock, backup_dir=blocked)
    assert version_of(url)[0] == NOW


def test_an_upgrade_that_fails_leaves_the_old_store(old: str, future: Path, clock: FixedClock):
    future.write_text(NEXT + "    raise RuntimeError('half-way')\n")
    before = version_of(old)
    with pytest.raises(RuntimeError, match="half-way"):
        Store.open(old, clock=clock)
    assert version_of(old) == before
    future.write_text(NEXT)
    Store.open(old, clock=clock).close()
    assert version_of(old)[0] == "9999"


def test_an_upgrade_that_breaks_references_is_undone(tmp_path: Path, clock: FixedClock, request):
    url = f"sqlite:///{tmp_path / 'jobbvakt.db'}"
    store = Store.open(url, clock=clock)
    with store.write() as session:
        see(session, "nav", ad())
    store.close()
    script = request.getfixturevalue("future")
    script.write_text(NEXT + "    op.execute('DELETE FROM posting')\n")
    with pytest.raises(StoreError, match="point nowhere"):
        Store.open(url, clock=clock)
    assert version_of(url)[0] == NOW


def test_an_older_store_is_not_upgraded_without_leave(old: str, future: Path, clock: FixedClock):
    with pytest.raises(StoreError, match="older schema") as refused:
        Store.open(old, clock=clock, upgrade=False)
    assert (NOW in refused.value.why, "9999" in refused.value.why) == (True, True)
    assert "db upgrade" in refused.value.remedy
    assert version_of(old)[0] == NOW


def test_a_newer_store_is_refused_with_both_versions_and_the_remedy(old: str, clock: FixedClock):
    engine = create_engine(old)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0742'"))
    engine.dispose()
    for leave in (True, False):
        with pytest.raises(StoreError, match="newer Jobbvakt") as refused:
            Store.open(old, clock=clock, upgrade=leave)
        assert re.search(rf"0742.*{NOW}", refused.value.why)
        assert "restore" in refused.value.remedy
    assert version_of_raw(old) == "0742"


def version_of_raw(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    engine.dispose()
    return found


def test_somebody_elses_database_is_refused_and_left_alone(url: str, clock: FixedClock):
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    with pytest.raises(StoreError, match="not a store of Jobbvakt") as refused:
        Store.open(url, clock=clock)
    assert "recipes" in refused.value.why
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


def test_a_fresh_store_passes_its_own_check(store: Store):
    assert [finding for finding in check(store) if not finding.ok] == []


def test_references_are_checked_again_after_an_upgrade(old: str, future: Path, clock: FixedClock):
    Store.open(old, clock=clock).close()
    store = Store.open(old, clock=clock)
    if store.dialect == "sqlite":
        with store.write() as session:
            assert session.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    with pytest.raises(Exception, match=r"(?i)foreign key"), store.write() as session:
        session.execute(text("INSERT INTO contact (posting_id, position) VALUES (4711, 0)"))
    store.close()
    assert sqlite.BUSY_SECONDS == 10
