-- What Prisma's schema cannot say.
-- Copies of a mail that waited; few received mails are one.
CREATE INDEX "inbound_mail_duplicate" ON "inbound_mail" ("duplicate_of") WHERE "duplicate_of" IS NOT NULL;
-- A rule of the mailroom reads a serial number out of a mail.
CREATE INDEX "asset_serial" ON "asset" (lower("serial")) WHERE "serial" <> '' AND "archived_at" IS NULL;
