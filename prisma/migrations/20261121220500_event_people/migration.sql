-- The audit log asks what a person did and what was done to a person. Mail from strangers writes neither.
CREATE INDEX "event_actor" ON "event" ("actor_id", "id") WHERE "actor_id" IS NOT NULL;
CREATE INDEX "event_person" ON "event" ("person_id", "id") WHERE "person_id" IS NOT NULL;
