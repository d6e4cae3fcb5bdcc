-- What the mailroom's list is searched by, and one queue's discarded mail. All of it is partial or an expression.
CREATE INDEX "inbound_mail_words" ON "inbound_mail" USING gin (to_tsvector('simple'::regconfig, "subject" || ' ' || "from_name")) WHERE "stage" NOT IN ('received', 'read');
CREATE INDEX "inbound_mail_domain" ON "inbound_mail" (lower(split_part("from_address", '@', 2)), "received_at" DESC) WHERE "from_address" <> '';
CREATE INDEX "inbound_mail_message_id" ON "inbound_mail" USING hash ("message_id") WHERE "message_id" <> '';
CREATE INDEX "inbound_mail_discarded_queue" ON "inbound_mail" ("queue_id", "received_at" DESC, "id" DESC) WHERE "outcome" = 'discarded';
