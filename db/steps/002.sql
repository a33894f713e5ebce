-- Step 2: what a results report says of the plan's period and of its basic goals, in the plan's own words.
ALTER TABLE "plan" ADD COLUMN period_text TEXT;
ALTER TABLE "plan" ADD COLUMN basic_goals TEXT;
