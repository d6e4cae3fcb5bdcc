-- How many tickets run under a policy: its open cycles alone, whatever the policy has seen before.
CREATE INDEX "sla_target_running_policy" ON "sla_target" ("policy_version_id", "ticket_id") WHERE "met_at" IS NULL AND "cancelled_at" IS NULL;
