-- When the clocks' facts changed last, and how many open tickets that left to recompute.
ALTER TABLE "sla_epoch" ADD COLUMN "at" TIMESTAMPTZ(3), ADD COLUMN "stale" INTEGER;
