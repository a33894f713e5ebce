-- Step 5: several items may be described by one text, which stands with one of them.
ALTER TABLE item ADD COLUMN narrative_with TEXT;
