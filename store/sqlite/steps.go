package sqlite

// steps are the ways from each earlier format of the record to the next.
var steps = []string{
	worthAndFingerprints,
	claimsDesk,
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
