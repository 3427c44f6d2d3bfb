"""The tables of the ledger, as the steps that lead from an empty file to them; a step is never changed, only added."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE editions (
        id INTEGER PRIMARY KEY,
        brief TEXT NOT NULL,
        edition TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        marking TEXT,
        as_of TEXT NOT NULL,
        first_at TEXT NOT NULL,
        UNIQUE (brief, edition),
        UNIQUE (brief, number)
    );
    CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        edition INTEGER NOT NULL REFERENCES editions (id),
        length TEXT NOT NULL,
        format TEXT NOT NULL,
        language TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        record BLOB NOT NULL,
        UNIQUE (edition, length, format)
    );
    CREATE TABLE recipients (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        organisation TEXT
    );
    CREATE TABLE copies (
        edition INTEGER NOT NULL REFERENCES editions (id),
        recipient TEXT NOT NULL REFERENCES recipients (id),
        number INTEGER NOT NULL,
        PRIMARY KEY (edition, recipient),
        UNIQUE (edition, number)
    ) WITHOUT ROWID;
    CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY,
        recipient TEXT NOT NULL REFERENCES recipients (id),
        number INTEGER NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('folder', 'eml', 'smtp')),
        address TEXT,
        reason TEXT NOT NULL CHECK (reason IN ('new', 'superseding', 'again')),
        message TEXT,
        UNIQUE (recipient, number)
    );
    CREATE TABLE steps (
        id INTEGER PRIMARY KEY,
        delivery INTEGER NOT NULL REFERENCES deliveries (id),
        state TEXT NOT NULL CHECK (state IN
            ('planned', 'packed', 'sending', 'handed', 'done', 'deferred', 'refused', 'dropped')),
        at TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX steps_of_delivery ON steps (delivery, id);
    CREATE TABLE parts (
        delivery INTEGER NOT NULL REFERENCES deliveries (id),
        file INTEGER NOT NULL REFERENCES files (id),
        name TEXT NOT NULL,
        sha256 TEXT,
        size INTEGER,
        marked INTEGER NOT NULL DEFAULT 0,
        locked INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (delivery, file)
    ) WITHOUT ROWID;
    CREATE INDEX parts_of_file ON parts (file);
    CREATE VIEW states AS
        SELECT d.id AS delivery, s.state AS state, s.at AS at, s.detail AS detail
        FROM deliveries d JOIN steps s ON s.id = (SELECT max(id) FROM steps WHERE delivery = d.id);
    """,
)
