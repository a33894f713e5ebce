-- Step 1: the first form of a plan file. Frozen: a later form is a later step.
CREATE TABLE "plan" (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    city TEXT,
    mayor TEXT,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    document_label TEXT,
    purpose TEXT,
    project_title TEXT,
    project_outline TEXT,
    evaluation_summary TEXT,
    notes TEXT,
    scale_id TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(scale_id) REFERENCES scale (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_plan_scale_id ON "plan" (scale_id);

CREATE TABLE phase (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE level (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE item (
    id TEXT NOT NULL,
    parent_id TEXT,
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT,
    joint TEXT,
    name TEXT,
    mark TEXT,
    narrative TEXT,
    goal TEXT,
    result TEXT,
    reference_id TEXT,
    reference_text TEXT,
    listing_of TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(parent_id) REFERENCES item (id),
    FOREIGN KEY(reference_id) REFERENCES item (id),
    FOREIGN KEY(listing_of) REFERENCES item (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_item_listing_of ON item (listing_of);

CREATE INDEX ix_item_parent_id ON item (parent_id);

CREATE INDEX ix_item_reference_id ON item (reference_id);

CREATE TABLE item_status (
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    status TEXT,
    note TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_item_status_item_id ON item_status (item_id);

CREATE TABLE department (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    division TEXT,
    section TEXT,
    brackets TEXT,
    first_year INTEGER,
    last_year INTEGER,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE succession (
    id TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    fiscal_year INTEGER,
    kind TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(from_id) REFERENCES department (id),
    FOREIGN KEY(to_id) REFERENCES department (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_succession_from_id ON succession (from_id);

CREATE INDEX ix_succession_to_id ON succession (to_id);

CREATE TABLE assignment (
    id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    former_department_id TEXT,
    lead TEXT,
    number TEXT,
    position INTEGER NOT NULL,
    baseline_and_goal TEXT,
    first_year INTEGER,
    ended_year INTEGER,
    ended_reason TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(department_id) REFERENCES department (id),
    FOREIGN KEY(former_department_id) REFERENCES department (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_assignment_department_id ON assignment (department_id);

CREATE INDEX ix_assignment_former_department_id ON assignment (former_department_id);

CREATE INDEX ix_assignment_item_id ON assignment (item_id);

CREATE TABLE year_entry (
    id TEXT NOT NULL,
    assignment_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    target TEXT,
    evaluation TEXT,
    grade TEXT,
    PRIMARY KEY (id),
    UNIQUE (assignment_id, fiscal_year),
    FOREIGN KEY(assignment_id) REFERENCES assignment (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE scale (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE scale_grade (
    id TEXT NOT NULL,
    scale_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    symbol TEXT NOT NULL,
    meaning TEXT,
    achieved INTEGER NOT NULL CHECK (achieved IN (0, 1)),
    reason_required INTEGER NOT NULL CHECK (reason_required IN (0, 1)),
    threshold REAL,
    PRIMARY KEY (id),
    FOREIGN KEY(scale_id) REFERENCES scale (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_scale_grade_scale_id ON scale_grade (scale_id);

CREATE TABLE indicator (
    id TEXT NOT NULL,
    item_id TEXT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT,
    direction TEXT,
    baseline_year INTEGER,
    baseline TEXT,
    method TEXT,
    note TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_indicator_item_id ON indicator (item_id);

CREATE TABLE indicator_target (
    id TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    label TEXT,
    value TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(indicator_id) REFERENCES indicator (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_indicator_target_indicator_id ON indicator_target (indicator_id);

CREATE TABLE indicator_result (
    id TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    value TEXT,
    grade TEXT,
    source TEXT,
    reason TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(indicator_id) REFERENCES indicator (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_indicator_result_indicator_id ON indicator_result (indicator_id);

CREATE TABLE evaluation_sheet (
    id TEXT NOT NULL,
    item_id TEXT,
    department_id TEXT,
    fiscal_year INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number TEXT,
    outline TEXT,
    volume TEXT,
    outcome_goal TEXT,
    interim_result TEXT,
    committee_remark TEXT,
    policy_opinion TEXT,
    actual_volume TEXT,
    outcome_status TEXT,
    summary TEXT,
    committee_opinion TEXT,
    budget_initial TEXT,
    budget_revised TEXT,
    settlement TEXT,
    typed_rate TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(department_id) REFERENCES department (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_evaluation_sheet_department_id ON evaluation_sheet (department_id);

CREATE INDEX ix_evaluation_sheet_item_id ON evaluation_sheet (item_id);

CREATE TABLE schedule_line (
    id TEXT NOT NULL,
    sheet_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'actual')),
    line INTEGER NOT NULL,
    position INTEGER NOT NULL,
    from_month INTEGER NOT NULL CHECK (from_month BETWEEN 4 AND 15),
    to_month INTEGER NOT NULL CHECK (to_month BETWEEN 4 AND 15),
    point INTEGER NOT NULL CHECK (point IN (0, 1)),
    label TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(sheet_id) REFERENCES evaluation_sheet (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_schedule_line_sheet_id ON schedule_line (sheet_id);

CREATE TABLE sheet_grade (
    id TEXT NOT NULL,
    sheet_id TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('interim', 'final')),
    grader TEXT NOT NULL CHECK (grader IN ('own', 'committee')),
    grade TEXT,
    comment TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(sheet_id) REFERENCES evaluation_sheet (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_sheet_grade_sheet_id ON sheet_grade (sheet_id);

CREATE TABLE footnote (
    id TEXT NOT NULL,
    item_id TEXT,
    position INTEGER NOT NULL,
    term TEXT NOT NULL,
    text TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES item (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_footnote_item_id ON footnote (item_id);

CREATE TABLE related_plan (
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE accepted_finding (
    id TEXT NOT NULL,
    check_name TEXT NOT NULL,
    record_id TEXT,
    field TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE setting (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE distribution (
    id TEXT NOT NULL,
    department_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'excel')),
    base_revision INTEGER NOT NULL,
    asked TEXT NOT NULL,
    asked_rows TEXT NOT NULL,
    due TEXT,
    note TEXT,
    coordinator TEXT,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(department_id) REFERENCES department (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_distribution_department_id ON distribution (department_id);

CREATE TABLE contribution (
    id TEXT NOT NULL,
    distribution_id TEXT NOT NULL,
    edition INTEGER,
    hash TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    source TEXT NOT NULL,
    said TEXT NOT NULL,
    added TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(distribution_id) REFERENCES distribution (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_contribution_distribution_id ON contribution (distribution_id);

CREATE TABLE decision (
    id TEXT NOT NULL,
    assignment_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT,
    seen TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE "conflict" (
    id TEXT NOT NULL,
    assignment_id TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    field TEXT NOT NULL,
    contribution_id TEXT NOT NULL,
    base TEXT,
    theirs TEXT,
    said_by TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(contribution_id) REFERENCES contribution (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_conflict_contribution_id ON "conflict" (contribution_id);

CREATE TABLE revision (
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    pc TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    "of" INTEGER,
    PRIMARY KEY (number),
    FOREIGN KEY("of") REFERENCES revision (number)
)
 STRICT;

CREATE TABLE change (
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    record_table TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    "before" ANY,
    "after" ANY,
    PRIMARY KEY (number),
    FOREIGN KEY(revision) REFERENCES revision (number)
)
 STRICT;

CREATE INDEX ix_change_record ON change (record_id, field);

CREATE INDEX ix_change_revision ON change (revision);

CREATE TABLE file (
    plan_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    parent_hash TEXT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (plan_id)
)
 STRICT;

CREATE TABLE edition (
    hash TEXT NOT NULL,
    generation INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('seen', 'intended', 'copy')),
    PRIMARY KEY (hash)
)
 STRICT;
