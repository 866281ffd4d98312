"""The tables of a ledger. Everything but reports, decisions and the lists of others can be rebuilt from reports and decisions."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA = MetaData()

meta = Table("meta", SCHEMA, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

sources = Table(  # one row an input file: what was read, so that it need not be read again
    "sources",
    SCHEMA,
    Column("path", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("reading", String, nullable=False),  # program, codebook and hints it was read with
)

reports = Table(
    "reports",
    SCHEMA,
    Column("number", Integer, primary_key=True),  # what the index of words knows it by
    Column("id", String, nullable=False, unique=True),  # SHA-256 of the bytes
    Column("path", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("text", Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("url", Text),
    Column("published", Text),
    Column("language", String),
    Column("media_type", String, nullable=False),
    Column("relevant", Integer),  # NULL: not extracted
    Column("reading", String, nullable=False),
)

copies = Table(  # every path a report was met at
    "copies",
    SCHEMA,
    Column("path", String, primary_key=True),
    Column("source", String, nullable=False, index=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
)

problems = Table(
    "problems",
    SCHEMA,
    Column("path", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("source", String, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("report", String),
)

mentions = Table(
    "mentions",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("nth", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("role", String, nullable=False),
    Column("state", String),
    Column("values", Text, nullable=False),
    Column("derived_values", Text, nullable=False),
    Column("shots", Text, nullable=False),
)

claims = Table(
    "claims",
    SCHEMA,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("mention", String, ForeignKey("mentions.id"), primary_key=True, index=True),
    Column("nth", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("written", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("voices", Text, nullable=False),
    Column("inherited", Integer, nullable=False),
    Column("cue", Text),
    Column("stance", String, nullable=False),
    Column("rule", String, nullable=False),
)

incidents = Table(
    "incidents",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("label", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("state", String),
    Column("earliest", String),  # the settled date, or the only span positions leave; NULL: undated
    Column("latest", String),
    Column("dated", String),  # the date as shown: a day, a span, or a day without a year
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("speakers", Integer, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("contested", Text, nullable=False),  # names of contested fields, by commas
    Column("values", Text, nullable=False),
    Column("shots", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("support", Text, nullable=False),
    Index("incidents_by_date", "earliest", "latest", "id"),
    Index("incidents_by_state", "state", "earliest", "latest"),
    Index("incidents_by_kind", "id", "type", "state"),  # so that counting by kind reads no whole rows, which are long
)

members = Table(
    "incident_members",
    SCHEMA,
    Column("mention", String, primary_key=True),
    Column("report", String, nullable=False),
    Column("incident", String, ForeignKey("incidents.id"), nullable=False, index=True),
)

facets = Table(  # by what a reader narrows a list: "weapon", "site", "speaker", "outlet", "status"
    "facets",
    SCHEMA,
    Column("kind", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("incident", String, ForeignKey("incidents.id"), primary_key=True, index=True),
    Column("shown", Text, nullable=False),
)

spots = Table(  # where an incident may be drawn: a row a place that somebody asserts and the gazetteer knows
    "spots",
    SCHEMA,
    Column("incident", String, ForeignKey("incidents.id"), primary_key=True),
    Column("place", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    Column("precision", Integer, nullable=False),
    Column("settled", Integer, nullable=False),  # whether it is the one the incident is settled at
)

decisions = Table(
    "decisions",
    SCHEMA,
    Column("id", String, primary_key=True),
    Column("decision", Text, nullable=False),
)

runs = Table(
    "runs",
    SCHEMA,
    Column("started", String, primary_key=True),
    Column("finished", String),
    Column("program", String, nullable=False),
    Column("codebook", String, nullable=False),
    Column("reports_read", Integer),
)

history_lists = Table(  # lists that others keep; never mixed with what reports claim
    "history_lists",
    SCHEMA,
    Column("id", String, primary_key=True),  # the voice that keeps it
    Column("list", Text, nullable=False),
)

history_rows = Table(
    "history_rows",
    SCHEMA,
    Column("list", String, ForeignKey("history_lists.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # its line in the file
    Column("state", String, nullable=False),
    Column("earliest", String),  # the days at the place it may have been
    Column("latest", String),
    Column("row", Text, nullable=False),
    Index("history_by_date", "state", "earliest", "latest"),
)

# The words of all reports, kept in step by the database itself; text and title stay where they are.
WORDS = (
    "CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER report_words_in AFTER INSERT ON reports BEGIN "
    "INSERT INTO report_words(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER report_words_out AFTER DELETE ON reports BEGIN "
    "INSERT INTO report_words(report_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
