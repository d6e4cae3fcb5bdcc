-- The mailroom: held mail, block list, rules in versions, files of contacts, mailboxes by IMAP, keys to sign with, texts and
-- saved replies. New columns are empty or have what the running version means.
DROP INDEX "inbound_mail_received_at_idx";

ALTER TABLE "agent_profile" ADD COLUMN     "filing_key" TEXT;

ALTER TABLE "inbound_mail" ADD COLUMN     "auth" JSONB,
ADD COLUMN     "blocked_by" TEXT,
ADD COLUMN     "from_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "imap_id" UUID,
ADD COLUMN     "purge_at" TIMESTAMPTZ(3),
ADD COLUMN     "queue_id" UUID,
ADD COLUMN     "trace" JSONB;

ALTER TABLE "queue_address" ADD COLUMN     "answer" TEXT NOT NULL DEFAULT 'queue',
ADD COLUMN     "locale" TEXT,
ADD COLUMN     "priority" "priority",
ADD COLUMN     "signature" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "tags" TEXT[],
ADD COLUMN     "template_id" UUID,
ADD COLUMN     "type_id" UUID;

ALTER TABLE "ticket" ADD COLUMN     "address" TEXT;

CREATE TABLE "mail_template" (
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "texts" JSONB NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "mail_template_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "dkim_key" (
    "domain" TEXT NOT NULL,
    "selector" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "dkim_key_pkey" PRIMARY KEY ("domain")
);

CREATE TABLE "mail_hold" (
    "inbound_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "queue_id" UUID,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "alert_at" TIMESTAMPTZ(3) NOT NULL,
    "alerted_at" TIMESTAMPTZ(3),
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision" TEXT,

    CONSTRAINT "mail_hold_pkey" PRIMARY KEY ("inbound_id")
);

CREATE TABLE "blocked_sender" (
    "address" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "blocked_sender_pkey" PRIMARY KEY ("address")
);

CREATE TABLE "mail_rule_set" (
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "mail_rule_set_pkey" PRIMARY KEY ("version")
);

CREATE TABLE "mail_rule_match" (
    "rule_id" UUID NOT NULL,
    "inbound_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_rule_match_pkey" PRIMARY KEY ("rule_id","inbound_id")
);

CREATE TABLE "filed_mail" (
    "inbound_id" UUID NOT NULL,
    "person_id" UUID,
    "organization_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filed_mail_pkey" PRIMARY KEY ("inbound_id")
);

CREATE TABLE "imap_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "security" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT 'INBOX',
    "afterwards" TEXT NOT NULL DEFAULT 'seen',
    "move_to" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "uid_validity" BIGINT,
    "last_uid" BIGINT NOT NULL DEFAULT 0,
    "connected_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "imap_account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "imap_message" (
    "account_id" UUID NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "uid" BIGINT NOT NULL,
    "inbound_id" UUID,
    "left" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "imap_message_pkey" PRIMARY KEY ("account_id","uid_validity","uid")
);

CREATE TABLE "mail_receiver" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_message_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "mail_receiver_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "saved_reply" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "owner_id" UUID,
    "queue_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_reply_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "saved_reply_file" (
    "id" UUID NOT NULL,
    "saved_reply_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "saved_reply_file_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "mail_template_key_key" ON "mail_template"("key");

CREATE INDEX "mail_rule_match_rule_id_at_idx" ON "mail_rule_match"("rule_id", "at");

CREATE INDEX "mail_rule_match_inbound_id_idx" ON "mail_rule_match"("inbound_id");

CREATE INDEX "filed_mail_person_id_at_idx" ON "filed_mail"("person_id", "at" DESC);

CREATE INDEX "filed_mail_organization_id_at_idx" ON "filed_mail"("organization_id", "at" DESC);

CREATE UNIQUE INDEX "imap_account_name_key" ON "imap_account"("name");

CREATE INDEX "saved_reply_owner_id_idx" ON "saved_reply"("owner_id");

CREATE INDEX "saved_reply_file_saved_reply_id_position_idx" ON "saved_reply_file"("saved_reply_id", "position");

CREATE INDEX "saved_reply_file_file_id_idx" ON "saved_reply_file"("file_id");

CREATE UNIQUE INDEX "agent_profile_filing_key_key" ON "agent_profile"("filing_key");

CREATE INDEX "inbound_mail_received_at_id_idx" ON "inbound_mail"("received_at" DESC, "id" DESC);

CREATE INDEX "inbound_mail_queue_id_received_at_id_idx" ON "inbound_mail"("queue_id", "received_at" DESC, "id" DESC);

CREATE INDEX "inbound_mail_from_address_received_at_idx" ON "inbound_mail"("from_address", "received_at" DESC);

CREATE INDEX "queue_address_type_id_idx" ON "queue_address"("type_id");

CREATE INDEX "queue_address_template_id_idx" ON "queue_address"("template_id");

ALTER TABLE "mail_hold" ADD CONSTRAINT "mail_hold_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "inbound_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "filed_mail" ADD CONSTRAINT "filed_mail_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "inbound_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "imap_message" ADD CONSTRAINT "imap_message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "imap_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "queue_address" ADD CONSTRAINT "queue_address_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "request_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "queue_address" ADD CONSTRAINT "queue_address_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "mail_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "saved_reply" ADD CONSTRAINT "saved_reply_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "saved_reply_file" ADD CONSTRAINT "saved_reply_file_saved_reply_id_fkey" FOREIGN KEY ("saved_reply_id") REFERENCES "saved_reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "saved_reply_file" ADD CONSTRAINT "saved_reply_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
CREATE INDEX "mail_hold_open" ON "mail_hold" ("held_at", "inbound_id") WHERE "decided_at" IS NULL;
CREATE INDEX "mail_hold_open_queue" ON "mail_hold" ("queue_id", "held_at", "inbound_id") WHERE "decided_at" IS NULL;
CREATE INDEX "mail_hold_alert" ON "mail_hold" ("alert_at") WHERE "decided_at" IS NULL AND "alerted_at" IS NULL;
CREATE INDEX "inbound_mail_purge" ON "inbound_mail" ("purge_at") WHERE "purge_at" IS NOT NULL;
CREATE INDEX "inbound_mail_discarded" ON "inbound_mail" ("received_at" DESC, "id" DESC) WHERE "outcome" = 'discarded';
CREATE INDEX "inbound_mail_blocked" ON "inbound_mail" ("blocked_by", "received_at" DESC) WHERE "blocked_by" IS NOT NULL;
CREATE INDEX "imap_message_unsettled" ON "imap_message" ("account_id", "uid_validity", "uid") WHERE "settled_at" IS NULL AND "left" IS NULL;
DROP INDEX "inbound_mail_unfinished";
CREATE INDEX "inbound_mail_unfinished" ON "inbound_mail" ("received_at") WHERE "stage" NOT IN ('held', 'done', 'failed');
ALTER TABLE "mail_rule_match" ADD CONSTRAINT "mail_rule_match_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "inbound_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "queue_address" ADD CONSTRAINT "queue_address_answer_check" CHECK ("answer" IN ('queue', 'none', 'template'));
ALTER TABLE "imap_account" ADD CONSTRAINT "imap_account_security_check" CHECK ("security" IN ('tls', 'starttls', 'none'));
ALTER TABLE "imap_account" ADD CONSTRAINT "imap_account_auth_check" CHECK ("auth" IN ('password', 'microsoft', 'google'));
ALTER TABLE "imap_account" ADD CONSTRAINT "imap_account_afterwards_check" CHECK ("afterwards" IN ('seen', 'move', 'delete'));
