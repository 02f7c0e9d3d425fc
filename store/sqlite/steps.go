package sqlite

// steps are the ways from each earlier format of the record to the next.
var steps = []string{
	worthAndFingerprints,
	claimsDesk,
	views,
	rulings,
}

// worthAndFingerprints (1 to 2) keeps how worth checking quotes are, their
// fingerprints, and the words of claims.
const worthAndFingerprints = `
ALTER TABLE quotes ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN fingerprint INTEGER;
UPDATE quotes SET worth = ` + derivedWorth + `, fingerprint = ` + derivedFingerprint + `;
CREATE INDEX quotes_by_worth ON quotes (listed, worth) WHERE listed = 1;
CREATE INDEX quotes_by_fingerprint ON quotes (fingerprint, listed) WHERE fingerprint IS NOT NULL;
CREATE VIRTUAL TABLE claims_fts USING fts5 (
	text, content = 'claims', content_rowid = 'id', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
`

// claimsDesk (2 to 3) gives claims the verdict and the worth that lists and the
// queue go by, and assessments the note for the corrections log.
const claimsDesk = `
ALTER TABLE claims ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN urgency INTEGER GENERATED ALWAYS AS (CASE WHEN withdrawn = 0 AND workflow IN ('flagged', 'checking')
	THEN CAST(replace(CASE due WHEN '' THEN '9999-99-99' ELSE due END, '-', '') AS INTEGER) * 4
		+ CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END
	END) VIRTUAL;
UPDATE claims SET verdict = ` + derivedClaimVerdict + `, worth = ` + derivedWorth + `;
CREATE INDEX claims_queue       ON claims (urgency, worth DESC) WHERE urgency IS NOT NULL;
CREATE INDEX claims_queue_of    ON claims (assignee COLLATE NOCASE, urgency, worth DESC) WHERE urgency IS NOT NULL;
CREATE INDEX claims_by_workflow ON claims (workflow) WHERE withdrawn = 0;
CREATE INDEX claims_by_verdict  ON claims (verdict) WHERE withdrawn = 0 AND verdict <> '';
CREATE INDEX quotes_by_verdict  ON quotes (verdict, date) WHERE verdict <> '';
ALTER TABLE assessments ADD COLUMN correction TEXT;
`

// views (3 to 4) adds those for reading by hand.
const views = `
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
`

// rulings (4 to 5) has a place for what other publishers ruled, and for who
// claimed what no quote on record says.
const rulings = `
ALTER TABLE claims ADD COLUMN speaker INTEGER REFERENCES speakers (id);
CREATE INDEX claims_by_speaker  ON claims (speaker) WHERE speaker IS NOT NULL;
ALTER TABLE assessments ADD COLUMN publisher TEXT;
ALTER TABLE assessments ADD COLUMN url TEXT;
ALTER TABLE assessments ADD COLUMN rating TEXT;
CREATE INDEX assessments_by_url ON assessments (url) WHERE url IS NOT NULL;
CREATE INDEX assessments_abroad ON assessments (verdict) WHERE publisher IS NOT NULL;
`
