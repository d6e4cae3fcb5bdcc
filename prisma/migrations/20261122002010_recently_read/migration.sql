-- The tickets that a person read last, without sorting all that they ever read.
CREATE INDEX "ticket_read_person_id_read_at_idx" ON "ticket_read"("person_id", "read_at" DESC);

DROP INDEX "ticket_read_person_id_idx";
