-- A mail server with a certificate of its own, and how far a large mailbox is.
ALTER TABLE "imap_account" ADD COLUMN "certificate" TEXT NOT NULL DEFAULT '', ADD COLUMN "waiting" INTEGER NOT NULL DEFAULT 0;
