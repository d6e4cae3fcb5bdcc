-- What a receiver says of itself: its machine and its certificate.
ALTER TABLE "mail_receiver" ADD COLUMN     "certificate" JSONB,
ADD COLUMN     "machine" TEXT NOT NULL DEFAULT '';

-- Mails set aside, and the rare ways in: the overview finds the newest of each without reading the rest.
CREATE INDEX "inbound_mail_failed" ON "inbound_mail" ("received_at" DESC, "id" DESC) WHERE "stage" = 'failed';
CREATE INDEX "inbound_mail_rare_source" ON "inbound_mail" ("source", "received_at" DESC) WHERE "source" IN ('pipe', 'http', 'resend');
