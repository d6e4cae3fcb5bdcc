-- What a merged ticket was before, who came by the merge, and which messages came by its number: all that taking a
-- merge back needs to know.
ALTER TABLE "merge" ADD COLUMN "snoozed_until" TIMESTAMPTZ(3),
ADD COLUMN "state" "ticket_state" NOT NULL DEFAULT 'closed',
ADD COLUMN "status_id" UUID,
ADD COLUMN "waiting_since" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone;

ALTER TABLE "ticket_follower" ADD COLUMN "by_merge" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "ticket_participant" ADD COLUMN "by_merge" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "detour" (
    "message_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,

    CONSTRAINT "detour_pkey" PRIMARY KEY ("message_id")
);

CREATE INDEX "detour_from_id_idx" ON "detour"("from_id");

CREATE INDEX "merge_status_id_idx" ON "merge"("status_id");

ALTER TABLE "merge" ADD CONSTRAINT "merge_status_id_fkey" FOREIGN KEY ("status_id") REFERENCES "ticket_status"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "detour" ADD CONSTRAINT "detour_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "detour" ADD CONSTRAINT "detour_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Merges made before: the state stands in the event that closed the ticket, the wait in its messages, and whom the merge
-- brought came at its very instant.
UPDATE "merge" m SET "state" = (e."data" ->> 'from')::"ticket_state"
FROM "event" e
WHERE e."ticket_id" = m."from_id" AND e."type" = 'ticket.state_changed' AND e."at" = m."at" AND e."data" ->> 'cause' = 'merge';

UPDATE "merge" m SET "waiting_since" = coalesce((
  SELECT min(w."sent_at") FROM "message" w
  WHERE w."ticket_id" = m."from_id" AND w."side" = 'customer' AND w."kind" = 'public' AND NOT w."automatic"
    AND w."sent_at" > coalesce(t."last_agent_at", '-infinity')), m."waiting_since")
FROM "ticket" t WHERE t."id" = m."from_id" AND m."state" NOT IN ('solved', 'closed');

UPDATE "ticket_participant" p SET "by_merge" = true FROM "merge" m WHERE m."into_id" = p."ticket_id" AND m."at" = p."added_at";

UPDATE "ticket_follower" f SET "by_merge" = true FROM "merge" m WHERE m."into_id" = f."ticket_id" AND m."at" = f."at";
