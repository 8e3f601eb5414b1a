"""The database itself refuses to change or delete an answer. Frozen: write the next number instead."""

from peewee import Database, SqliteDatabase
from playhouse.migrate import SchemaMigrator

# All columns but the session: that one is emptied when an old login is cleared away.
COLUMNS = (
    "id, request_id, signer_id, unit_id, answer, kinds, until, language, text_version, way, registered_by_id, given_on,"
    " how_sealed, at"
)
CHANGES = {"changed": f"UPDATE OF {COLUMNS}", "deleted": "DELETE"}

REFUSE = """
CREATE FUNCTION answers_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = 'an answer is never ' || TG_ARGV[0];
END $$
"""


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    lite = isinstance(db, SqliteDatabase)
    if not lite:
        db.execute_sql(REFUSE)
    for word, change in CHANGES.items():
        refused = (f"BEGIN SELECT RAISE(ABORT, 'an answer is never {word}'); END" if lite
                   else f"FOR EACH ROW EXECUTE FUNCTION answers_stand('{word}')")
        db.execute_sql(f"CREATE TRIGGER answer_never_{word} BEFORE {change} ON consent_decision {refused}")
