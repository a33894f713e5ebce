-- Step 3: what fills the places of a step's name, so that it can be told in another language; none in older steps, whose
-- names stand as a whole.
ALTER TABLE revision ADD COLUMN filling TEXT;
