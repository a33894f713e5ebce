-- Step 2: what a results report says of the plan's period and of its basic goals in the plan's own words, and what an
-- evaluation sheet names in its schedules without saying from when to when.
ALTER TABLE "plan" ADD COLUMN period_text TEXT;
ALTER TABLE "plan" ADD COLUMN basic_goals TEXT;
ALTER TABLE evaluation_sheet ADD COLUMN planned_undrawn TEXT;
ALTER TABLE evaluation_sheet ADD COLUMN actual_undrawn TEXT;
