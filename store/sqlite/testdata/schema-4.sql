-- The record of onrecord, for SQLite 3.40 or later. Plain SQL: no triggers, no
-- functions of ours, so that the sqlite3 shell reads it too.
--
-- Rows are never deleted: withdrawn = 1 takes one out of every reading, so an
-- id is never given twice. rev counts a row's changes. created is the seq of
-- the change that made the row, and so tells when and by whom. Columns marked
-- "derived" follow from others and are kept, and checked, by the program.
--
-- Offsets count Unicode code points into articles.text from 0. A place is
-- written start+length: '120+34' is substr(text, 121, 34).

PRAGMA application_id = 1332630115; -- "OnRc"
PRAGMA user_version = 4;

CREATE TABLE changes (
  seq       INTEGER PRIMARY KEY,
  op        INTEGER NOT NULL,            -- groups the changes of one command
  at        TEXT    NOT NULL,            -- RFC 3339 in UTC
  who       TEXT    NOT NULL,
  command   TEXT    NOT NULL,
  note      TEXT    NOT NULL,
  undoes    INTEGER,                     -- the op that this one takes back
  entity    TEXT    NOT NULL,            -- article, quote, speaker, …
  entity_id INTEGER NOT NULL,
  before    TEXT,                        -- JSON of the row; null: made by this change
  after     TEXT,                        -- null: withdrawn by it
  prev_hash BLOB    NOT NULL,            -- of the change before; 32 zeros for the first
  hash      BLOB    NOT NULL             -- SHA-256 over all of the above
) STRICT;
CREATE INDEX changes_by_op     ON changes (op);
CREATE INDEX changes_by_entity ON changes (entity, entity_id);
CREATE INDEX changes_by_undoes ON changes (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE articles (
  id            INTEGER PRIMARY KEY,
  rev           INTEGER NOT NULL DEFAULT 1,
  created       INTEGER NOT NULL,
  withdrawn     INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  url           TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  outlet        TEXT    NOT NULL,
  byline        TEXT    NOT NULL,
  published     TEXT    NOT NULL,        -- YYYY-MM-DD or empty
  language      TEXT    NOT NULL,        -- BCP 47 or empty
  sha256        TEXT    NOT NULL,        -- of text, in hex; empty without a text
  retrieved     TEXT    NOT NULL,
  extractor     TEXT    NOT NULL,
  supersedes    INTEGER REFERENCES articles (id),
  superseded_by INTEGER,                 -- derived
  state         TEXT    NOT NULL CHECK (state IN ('current', 'rejected')),
  text          TEXT                     -- never changes; null: source of a quote added by hand
) STRICT;
CREATE INDEX articles_by_sha256     ON articles (substr(sha256, 1, 16)) WHERE sha256 <> '';
CREATE INDEX articles_by_url        ON articles (url) WHERE url <> '';
CREATE INDEX articles_by_supersedes ON articles (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE speakers (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  created     INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  name        TEXT    NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('person', 'organisation', 'group', 'unnamed')),
  wikidata    TEXT    NOT NULL,
  note        TEXT    NOT NULL,
  merged_into INTEGER REFERENCES speakers (id) -- always one that is not merged itself
) STRICT;
CREATE INDEX speakers_by_merged_into ON speakers (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE aliases (
  id        INTEGER PRIMARY KEY,
  rev       INTEGER NOT NULL DEFAULT 1,
  created   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  speaker   INTEGER NOT NULL REFERENCES speakers (id),
  alias     TEXT    NOT NULL,            -- the speaker's own name is one too
  key       TEXT    NOT NULL,            -- alias folded: case, diacritics, punctuation
  source    TEXT    NOT NULL CHECK (source IN ('name', 'printed', 'hand')),
  links     INTEGER NOT NULL CHECK (links IN (0, 1)) -- later articles' speakers of this name are this one
) STRICT;
CREATE INDEX aliases_by_key     ON aliases (key);
CREATE INDEX aliases_by_speaker ON aliases (speaker);

CREATE TABLE quotes (
  id                   INTEGER PRIMARY KEY,
  rev                  INTEGER NOT NULL DEFAULT 1,
  created              INTEGER NOT NULL,
  withdrawn            INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  listed               INTEGER NOT NULL CHECK (listed IN (0, 1)), -- derived: listings show it
  date                 INTEGER NOT NULL,  -- derived: said_on, else published, else created; 20260131
  status               TEXT    NOT NULL,  -- derived from the claims; empty: unchecked
  verdict              TEXT    NOT NULL,  -- derived from the claims
  article              INTEGER NOT NULL REFERENCES articles (id),
  speaker              INTEGER REFERENCES speakers (id), -- null: unknown
  kind                 TEXT    NOT NULL CHECK (kind IN ('full', 'partial', 'scare')),
  state                TEXT    NOT NULL CHECK (state IN ('new', 'accepted', 'rejected')),
  fidelity             TEXT    NOT NULL,  -- empty: unchecked
  confidence           INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 10000), -- ten-thousandths
  mention_confidence   INTEGER NOT NULL CHECK (mention_confidence BETWEEN 0 AND 10000),
  runner_up            TEXT    NOT NULL,
  runner_up_confidence INTEGER NOT NULL CHECK (runner_up_confidence BETWEEN 0 AND 10000),
  method               TEXT    NOT NULL,
  reason               TEXT    NOT NULL,  -- why the speaker is unknown
  role                 TEXT    NOT NULL,  -- as printed
  spans                TEXT    NOT NULL,  -- places joined by commas; empty: added by hand
  mention              TEXT    NOT NULL,  -- place, or empty
  cue                  TEXT    NOT NULL,  -- place, or empty
  context              TEXT    NOT NULL,  -- place, or empty
  own_context          TEXT    NOT NULL,  -- of a quote added by hand
  said_on              TEXT    NOT NULL,  -- YYYY-MM-DD or empty
  confirmed_by         TEXT    NOT NULL,
  note                 TEXT    NOT NULL,
  text                 TEXT    NOT NULL,
  worth                INTEGER NOT NULL DEFAULT 0, -- derived from text: how worth checking, 0 to 100
  fingerprint          INTEGER  -- derived from text: the least hash of its runs of three words; null: too short
) STRICT;
-- Where an index says WHERE listed = 1 it holds the column as well, or SQLite
-- would read every row to see what the index says already; and holds it first,
-- so that rows of one date come in the order of their ids without a sort.
CREATE INDEX quotes_by_date       ON quotes (listed, date) WHERE listed = 1;
CREATE INDEX quotes_by_speaker    ON quotes (listed, speaker, date) WHERE listed = 1;
CREATE INDEX quotes_by_confidence ON quotes (listed, confidence) WHERE listed = 1;
CREATE INDEX quotes_by_worth      ON quotes (listed, worth) WHERE listed = 1;
CREATE INDEX quotes_by_fingerprint ON quotes (fingerprint, listed) WHERE fingerprint IS NOT NULL;
CREATE INDEX quotes_by_status     ON quotes (status, date) WHERE status <> '';
CREATE INDEX quotes_by_verdict    ON quotes (verdict, date) WHERE verdict <> '';
CREATE INDEX quotes_by_article    ON quotes (article, listed);
CREATE INDEX quotes_rejected      ON quotes (date) WHERE state = 'rejected';
CREATE INDEX quotes_scare         ON quotes (date) WHERE kind = 'scare';

CREATE TABLE tags (
  id        INTEGER PRIMARY KEY,
  rev       INTEGER NOT NULL DEFAULT 1,
  created   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  quote     INTEGER NOT NULL REFERENCES quotes (id),
  tag       TEXT    NOT NULL COLLATE NOCASE
) STRICT;
CREATE INDEX tags_by_tag   ON tags (tag, quote) WHERE withdrawn = 0;
CREATE INDEX tags_by_quote ON tags (quote, tag);

CREATE TABLE claims (
  id        INTEGER PRIMARY KEY,
  rev       INTEGER NOT NULL DEFAULT 1,
  created   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  text      TEXT    NOT NULL,
  workflow  TEXT    NOT NULL CHECK (workflow IN
              ('flagged', 'checking', 'checked', 'published', 'blocked', 'wont-check')),
  assignee  TEXT    NOT NULL,
  due       TEXT    NOT NULL,            -- YYYY-MM-DD or empty
  priority  TEXT    NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  note      TEXT    NOT NULL,
  verdict   TEXT    NOT NULL DEFAULT '', -- derived: that of the latest assessment
  worth     INTEGER NOT NULL DEFAULT 0,  -- derived from text: how worth checking, 0 to 100
  urgency   INTEGER GENERATED ALWAYS AS (CASE WHEN withdrawn = 0 AND workflow IN ('flagged', 'checking')
              THEN CAST(replace(CASE due WHEN '' THEN '9999-99-99' ELSE due END, '-', '') AS INTEGER) * 4
                + CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END
              END) VIRTUAL -- place in the queue, by the day it is due, then priority; null: not in it
) STRICT;
CREATE INDEX claims_queue       ON claims (urgency, worth DESC) WHERE urgency IS NOT NULL;
CREATE INDEX claims_queue_of    ON claims (assignee COLLATE NOCASE, urgency, worth DESC) WHERE urgency IS NOT NULL;
CREATE INDEX claims_by_workflow ON claims (workflow) WHERE withdrawn = 0;
CREATE INDEX claims_by_verdict  ON claims (verdict) WHERE withdrawn = 0 AND verdict <> '';

CREATE TABLE appearances (
  id        INTEGER PRIMARY KEY,
  rev       INTEGER NOT NULL DEFAULT 1,
  created   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  claim     INTEGER NOT NULL REFERENCES claims (id),
  quote     INTEGER NOT NULL REFERENCES quotes (id),
  part      TEXT    NOT NULL,            -- place in quotes.text
  stance    TEXT    NOT NULL CHECK (stance IN ('asserts', 'denies'))
) STRICT;
CREATE INDEX appearances_by_claim ON appearances (claim) WHERE withdrawn = 0;
CREATE INDEX appearances_by_quote ON appearances (quote) WHERE withdrawn = 0;

CREATE TABLE assessments (
  id         INTEGER PRIMARY KEY,
  rev        INTEGER NOT NULL DEFAULT 1,
  created    INTEGER NOT NULL,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  claim      INTEGER NOT NULL REFERENCES claims (id),
  verdict    TEXT    NOT NULL,
  scale      TEXT    NOT NULL,           -- name/version
  rationale  TEXT    NOT NULL,
  as_of      TEXT    NOT NULL,           -- YYYY-MM-DD or empty
  supersedes INTEGER REFERENCES assessments (id),
  correction TEXT                        -- what the public is told was wrong before, if anything
) STRICT;
CREATE INDEX assessments_by_claim ON assessments (claim) WHERE withdrawn = 0;

CREATE TABLE evidence (
  id          INTEGER PRIMARY KEY,
  rev         INTEGER NOT NULL DEFAULT 1,
  created     INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  claim       INTEGER NOT NULL REFERENCES claims (id),
  url         TEXT    NOT NULL,
  archived    TEXT    NOT NULL,
  passage     TEXT    NOT NULL,
  stance      TEXT    NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  kind        TEXT    NOT NULL,
  accessed    TEXT    NOT NULL,          -- YYYY-MM-DD or empty
  independent INTEGER NOT NULL CHECK (independent IN (0, 1))
) STRICT;
CREATE INDEX evidence_by_claim ON evidence (claim) WHERE withdrawn = 0;

CREATE TABLE settings (
  id        INTEGER PRIMARY KEY,
  rev       INTEGER NOT NULL DEFAULT 1,
  created   INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  key       TEXT    NOT NULL UNIQUE,
  value     TEXT    NOT NULL
) STRICT;

-- The words. A quote's context is found through its article's text, but for
-- its own context if it was added by hand.
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
  text, own_context, content = 'quotes', content_rowid = 'id', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content = 'articles', content_rowid = 'id', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE aliases_fts USING fts5 (
  key, content = 'aliases', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  text, content = 'claims', content_rowid = 'id', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');

-- For reading by hand: what listings show, in words, with merged speakers
-- followed and what was withdrawn left out. Nothing of the program reads them.

-- A quote that `onrecord list` shows: full or partial, not rejected, of an
-- article neither rejected nor superseded.
CREATE VIEW v_quotes AS
SELECT q.id, q.text,
  coalesce(r.name, s.name, '') AS speaker, -- empty: unknown
  coalesce(r.id, s.id) AS speaker_id,
  CASE WHEN q.said_on <> '' THEN q.said_on WHEN a.published <> '' THEN a.published ELSE substr(c.at, 1, 10) END AS date,
  q.said_on, a.outlet, a.title, a.url, a.published, a.id AS article_id, q.kind, q.state,
  CASE q.status WHEN '' THEN 'unchecked' ELSE q.status END AS status,
  q.verdict,
  CASE q.fidelity WHEN '' THEN 'unchecked' ELSE q.fidelity END AS fidelity,
  q.confidence / 10000.0 AS confidence, -- that the speaker is right, 0 to 1
  q.worth / 100.0 AS worthiness,
  coalesce((SELECT group_concat(tag, ', ') FROM (SELECT t.tag FROM tags t WHERE t.quote = q.id AND t.withdrawn = 0 ORDER BY t.tag)), '') AS tags,
  q.note,
  CASE q.context WHEN '' THEN q.own_context
    ELSE substr(a.text, CAST(q.context AS INTEGER) + 1, CAST(substr(q.context, instr(q.context, '+') + 1) AS INTEGER)) END AS context,
  q.confirmed_by, c.at AS created_at, c.who AS created_by
FROM quotes q JOIN articles a ON a.id = q.article JOIN changes c ON c.seq = q.created
  LEFT JOIN speakers s ON s.id = q.speaker LEFT JOIN speakers r ON r.id = s.merged_into
WHERE q.listed = 1 AND q.withdrawn = 0;

-- A claim with its verdict, the grounds of that, and how much there is of it.
CREATE VIEW v_claims AS
SELECT k.id, k.text, k.workflow, k.verdict,
  coalesce((SELECT m.rationale FROM assessments m WHERE m.claim = k.id AND m.withdrawn = 0 ORDER BY m.id DESC LIMIT 1), '') AS rationale,
  coalesce((SELECT m.as_of FROM assessments m WHERE m.claim = k.id AND m.withdrawn = 0 ORDER BY m.id DESC LIMIT 1), '') AS as_of,
  k.assignee, k.due, k.priority, k.note, k.worth / 100.0 AS worthiness,
  (SELECT count(*) FROM appearances p WHERE p.claim = k.id AND p.withdrawn = 0) AS quotes,
  (SELECT count(*) FROM evidence e WHERE e.claim = k.id AND e.withdrawn = 0) AS evidence,
  c.at AS created_at, c.who AS created_by
FROM claims k JOIN changes c ON c.seq = k.created
WHERE k.withdrawn = 0;

-- Which claims appear in which quotes.
CREATE VIEW v_appearances AS
SELECT p.claim AS claim_id, p.quote AS quote_id, p.stance,
  substr(q.text, CAST(p.part AS INTEGER) + 1, CAST(substr(p.part, instr(p.part, '+') + 1) AS INTEGER)) AS words -- of the quote that make the claim
FROM appearances p JOIN quotes q ON q.id = p.quote JOIN claims k ON k.id = p.claim
WHERE p.withdrawn = 0 AND q.withdrawn = 0 AND k.withdrawn = 0;

-- A speaker that was not merged into another, with the quotes of all that were
-- merged into it.
CREATE VIEW v_speakers AS
SELECT s.id, s.name, s.kind, s.wikidata, s.note,
  (SELECT count(*) FROM quotes q WHERE q.listed = 1 AND q.withdrawn = 0
    AND q.speaker IN (SELECT m.id FROM speakers m WHERE m.id = s.id OR m.merged_into = s.id AND m.withdrawn = 0)) AS quotes
FROM speakers s
WHERE s.withdrawn = 0 AND s.merged_into IS NULL;
