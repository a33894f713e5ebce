-- Step 4: who saved a returned file last, as the file itself says, and what was found in it, as JSON: what was held back
-- has to be seen again after the window is closed.
ALTER TABLE contribution ADD COLUMN person TEXT;
ALTER TABLE contribution ADD COLUMN findings TEXT;
