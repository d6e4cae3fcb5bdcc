-- CreateEnum
CREATE TYPE "ticket_sharing" AS ENUM ('own', 'organization');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('customer', 'agent', 'editor', 'administrator');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('sign_in', 'verify_address', 'invitation', 'password_reset', 'confirm_ticket');

-- CreateEnum
CREATE TYPE "mail_source" AS ENUM ('smtp', 'pipe', 'http', 'resend');

-- CreateEnum
CREATE TYPE "inbound_stage" AS ENUM ('received', 'read', 'decided', 'done', 'failed');

-- CreateEnum
CREATE TYPE "inbound_outcome" AS ENUM ('opened', 'joined', 'linked', 'duplicate', 'bounce', 'feedback', 'unreadable');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'sending', 'sent', 'deferred', 'bounced', 'failed', 'suppressed');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('assigned', 'mentioned', 'customer_replied', 'receipt', 'reply', 'solved');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'system', 'rule', 'anonymous');

-- CreateEnum
CREATE TYPE "assignment" AS ENUM ('manual', 'round_robin');

-- CreateEnum
CREATE TYPE "send_mode" AS ENUM ('wait', 'keep_open', 'solve');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('urgent', 'high', 'normal', 'low');

-- CreateEnum
CREATE TYPE "ticket_state" AS ENUM ('new', 'open', 'waiting_customer', 'waiting_third', 'snoozed', 'solved', 'closed');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('portal', 'mail', 'agent', 'api');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('public', 'note');

-- CreateEnum
CREATE TYPE "message_side" AS ENUM ('customer', 'agent', 'system');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('follow_up', 'unknown_sender', 'related');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "sharing" "ticket_sharing" NOT NULL DEFAULT 'own',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "person_id" UUID NOT NULL,
    "organization_id" UUID,
    "sharing" "ticket_sharing",
    "phone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contact_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'customer',
    "locale" TEXT,
    "time_zone" TEXT,
    "theme" TEXT,
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "signature" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_address" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ip" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "id" UUID NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "person_id" UUID,
    "address" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_mail" (
    "id" UUID NOT NULL,
    "source" "mail_source" NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "envelope_from" TEXT NOT NULL,
    "recipients" TEXT[],
    "client_ip" TEXT NOT NULL DEFAULT '',
    "helo" TEXT NOT NULL DEFAULT '',
    "tls" BOOLEAN NOT NULL DEFAULT false,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "stage" "inbound_stage" NOT NULL DEFAULT 'received',
    "outcome" "inbound_outcome",
    "rule" TEXT,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "subject" TEXT NOT NULL DEFAULT '',
    "from_address" TEXT NOT NULL DEFAULT '',
    "message_id" TEXT NOT NULL DEFAULT '',
    "thread_id" UUID,
    "entry_id" UUID,
    "duplicate_of" UUID,

    CONSTRAINT "inbound_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "raw_mail" (
    "inbound_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "raw_mail_pkey" PRIMARY KEY ("inbound_id")
);

-- CreateTable
CREATE TABLE "seen_mail" (
    "id_hash" UUID NOT NULL,
    "content_hash" UUID NOT NULL,
    "inbound_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_mail_pkey" PRIMARY KEY ("id_hash","content_hash")
);

-- CreateTable
CREATE TABLE "thread_key" (
    "id_hash" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "entry_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_key_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "outbound_mail" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "recipient" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL DEFAULT '',
    "person_id" UUID,
    "from_address" TEXT,
    "from_name" TEXT,
    "message_id" TEXT NOT NULL,
    "in_reply_to" TEXT,
    "references" TEXT[],
    "auto_submitted" TEXT,
    "thread_id" UUID,
    "entry_id" UUID,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "transport" TEXT,
    "transport_id" TEXT,
    "status" TEXT,
    "reason" TEXT,
    "detail" TEXT,

    CONSTRAINT "outbound_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "outbound_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("outbound_id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "ticket_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "screen" BOOLEAN NOT NULL DEFAULT true,
    "mail" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "ticket_id" UUID,
    "person_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","start_at")
);

-- CreateTable
CREATE TABLE "worker_process" (
    "id" UUID NOT NULL,
    "lock_key" BIGINT NOT NULL,
    "worker_ids" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "assignment" "assignment" NOT NULL DEFAULT 'manual',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "send_mode" "send_mode" NOT NULL DEFAULT 'wait',
    "receipt" BOOLEAN NOT NULL DEFAULT true,
    "signature" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_address" (
    "address" TEXT NOT NULL,
    "queue_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "primary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "queue_address_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "queue_member" (
    "queue_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "assignable" BOOLEAN NOT NULL DEFAULT true,
    "last_assigned_at" TIMESTAMPTZ(3),

    CONSTRAINT "queue_member_pkey" PRIMARY KEY ("queue_id","person_id")
);

-- CreateTable
CREATE TABLE "request_type" (
    "id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "hint" JSONB NOT NULL,
    "priority" "priority" NOT NULL DEFAULT 'normal',
    "position" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_status" (
    "id" UUID NOT NULL,
    "state" "ticket_state" NOT NULL,
    "name" JSONB,
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_move" (
    "from" "ticket_state" NOT NULL,
    "to" "ticket_state" NOT NULL,

    CONSTRAINT "state_move_pkey" PRIMARY KEY ("from","to")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "requester_id" UUID NOT NULL,
    "organization_id" UUID,
    "queue_id" UUID NOT NULL,
    "type_id" UUID,
    "state" "ticket_state" NOT NULL DEFAULT 'new',
    "status_id" UUID NOT NULL,
    "priority" "priority" NOT NULL DEFAULT 'normal',
    "channel" "channel" NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "assignee_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activity_at" TIMESTAMPTZ(3) NOT NULL,
    "public_at" TIMESTAMPTZ(3) NOT NULL,
    "last_customer_at" TIMESTAMPTZ(3),
    "last_agent_at" TIMESTAMPTZ(3),
    "first_reply_at" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,
    "solved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reopen_count" INTEGER NOT NULL DEFAULT 0,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "snippet" TEXT NOT NULL DEFAULT '',
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_participant" (
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "muted_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_participant_pkey" PRIMARY KEY ("ticket_id","person_id")
);

-- CreateTable
CREATE TABLE "ticket_follower" (
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_follower_pkey" PRIMARY KEY ("ticket_id","person_id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_tag" (
    "ticket_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "ticket_tag_pkey" PRIMARY KEY ("ticket_id","tag_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "side" "message_side" NOT NULL,
    "author_id" UUID,
    "channel" "channel" NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "quoted_text" TEXT,
    "quoted_html" TEXT,
    "remote_images" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "inbound_id" UUID,
    "rule" TEXT,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "marked" BOOLEAN NOT NULL DEFAULT false,
    "addressees" JSONB,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_version" (
    "message_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "message_version_pkey" PRIMARY KEY ("message_id","version")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "inline" BOOLEAN NOT NULL DEFAULT false,
    "content_id" TEXT,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("message_id","person_id")
);

-- CreateTable
CREATE TABLE "ticket_read" (
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_read_pkey" PRIMARY KEY ("ticket_id","person_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "cc" TEXT[],
    "upload_ids" UUID[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("ticket_id","person_id","kind")
);

-- CreateTable
CREATE TABLE "outgoing_reply" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "cc" TEXT[],
    "upload_ids" UUID[],
    "mode" "send_mode" NOT NULL,
    "pressed_at" TIMESTAMPTZ(3) NOT NULL,
    "release_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outgoing_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tab" TEXT NOT NULL,
    "typing" BOOLEAN NOT NULL DEFAULT false,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("ticket_id","person_id","tab")
);

-- CreateTable
CREATE TABLE "snooze" (
    "ticket_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snooze_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateTable
CREATE TABLE "merge" (
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("from_id")
);

-- CreateTable
CREATE TABLE "ticket_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "link_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_link_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "ticket_banner" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_banner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_domain_key" ON "organization"("domain");

-- CreateIndex
CREATE INDEX "organization_name_idx" ON "organization"("name");

-- CreateIndex
CREATE INDEX "contact_organization_id_idx" ON "contact"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_sha256_key" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "stored_file_created_at_idx" ON "stored_file"("created_at");

-- CreateIndex
CREATE INDEX "upload_file_id_idx" ON "upload"("file_id");

-- CreateIndex
CREATE INDEX "upload_owner_id_idx" ON "upload"("owner_id");

-- CreateIndex
CREATE INDEX "upload_created_at_idx" ON "upload"("created_at");

-- CreateIndex
CREATE INDEX "person_role_name_idx" ON "person"("role", "name");

-- CreateIndex
CREATE UNIQUE INDEX "email_address_address_key" ON "email_address"("address");

-- CreateIndex
CREATE INDEX "email_address_person_id_idx" ON "email_address"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_token_hash_key" ON "one_time_token"("hash");

-- CreateIndex
CREATE INDEX "one_time_token_person_id_idx" ON "one_time_token"("person_id");

-- CreateIndex
CREATE INDEX "one_time_token_expires_at_idx" ON "one_time_token"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_person_id_idx" ON "api_token"("person_id");

-- CreateIndex
CREATE INDEX "inbound_mail_received_at_idx" ON "inbound_mail"("received_at");

-- CreateIndex
CREATE INDEX "inbound_mail_thread_id_idx" ON "inbound_mail"("thread_id");

-- CreateIndex
CREATE INDEX "inbound_mail_entry_id_idx" ON "inbound_mail"("entry_id");

-- CreateIndex
CREATE INDEX "thread_key_thread_id_idx" ON "thread_key"("thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_mail_message_id_key" ON "outbound_mail"("message_id");

-- CreateIndex
CREATE INDEX "outbound_mail_entry_id_idx" ON "outbound_mail"("entry_id");

-- CreateIndex
CREATE INDEX "outbound_mail_thread_id_idx" ON "outbound_mail"("thread_id");

-- CreateIndex
CREATE INDEX "outbound_mail_recipient_created_at_idx" ON "outbound_mail"("recipient", "created_at");

-- CreateIndex
CREATE INDEX "outbound_mail_state_next_try_at_idx" ON "outbound_mail"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "outbound_mail_created_at_idx" ON "outbound_mail"("created_at");

-- CreateIndex
CREATE INDEX "outbox_mail_at_outbound_id_idx" ON "outbox_mail"("at" DESC, "outbound_id" DESC);

-- CreateIndex
CREATE INDEX "suppression_until_idx" ON "suppression"("until");

-- CreateIndex
CREATE INDEX "notification_person_id_at_id_idx" ON "notification"("person_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_ticket_id_idx" ON "notification"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_person_id_event_id_kind_key" ON "notification"("person_id", "event_id", "kind");

-- CreateIndex
CREATE INDEX "event_ticket_id_id_idx" ON "event"("ticket_id", "id");

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id");

-- CreateIndex
CREATE INDEX "rate_window_start_at_idx" ON "rate_window"("start_at");

-- CreateIndex
CREATE UNIQUE INDEX "queue_name_key" ON "queue"("name");

-- CreateIndex
CREATE INDEX "queue_address_queue_id_idx" ON "queue_address"("queue_id");

-- CreateIndex
CREATE INDEX "queue_member_person_id_idx" ON "queue_member"("person_id");

-- CreateIndex
CREATE INDEX "request_type_queue_id_idx" ON "request_type"("queue_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_number_key" ON "ticket"("number");

-- CreateIndex
CREATE INDEX "ticket_requester_id_public_at_id_idx" ON "ticket"("requester_id", "public_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_organization_id_public_at_id_idx" ON "ticket"("organization_id", "public_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_assignee_id_idx" ON "ticket"("assignee_id");

-- CreateIndex
CREATE INDEX "ticket_queue_id_activity_at_id_idx" ON "ticket"("queue_id", "activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_type_id_idx" ON "ticket"("type_id");

-- CreateIndex
CREATE INDEX "ticket_status_id_idx" ON "ticket"("status_id");

-- CreateIndex
CREATE INDEX "ticket_participant_person_id_idx" ON "ticket_participant"("person_id");

-- CreateIndex
CREATE INDEX "ticket_follower_person_id_idx" ON "ticket_follower"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_name_key" ON "tag"("name");

-- CreateIndex
CREATE INDEX "ticket_tag_tag_id_idx" ON "ticket_tag"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_inbound_id_key" ON "message"("inbound_id");

-- CreateIndex
CREATE INDEX "message_ticket_id_sent_at_id_idx" ON "message"("ticket_id", "sent_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "message_author_id_idx" ON "message"("author_id");

-- CreateIndex
CREATE INDEX "attachment_message_id_position_idx" ON "attachment"("message_id", "position");

-- CreateIndex
CREATE INDEX "attachment_file_id_idx" ON "attachment"("file_id");

-- CreateIndex
CREATE INDEX "mention_person_id_idx" ON "mention"("person_id");

-- CreateIndex
CREATE INDEX "ticket_read_person_id_idx" ON "ticket_read"("person_id");

-- CreateIndex
CREATE INDEX "draft_person_id_idx" ON "draft"("person_id");

-- CreateIndex
CREATE INDEX "outgoing_reply_ticket_id_idx" ON "outgoing_reply"("ticket_id");

-- CreateIndex
CREATE INDEX "outgoing_reply_agent_id_idx" ON "outgoing_reply"("agent_id");

-- CreateIndex
CREATE INDEX "outgoing_reply_release_at_idx" ON "outgoing_reply"("release_at");

-- CreateIndex
CREATE INDEX "presence_person_id_idx" ON "presence"("person_id");

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");

-- CreateIndex
CREATE INDEX "snooze_until_idx" ON "snooze"("until");

-- CreateIndex
CREATE INDEX "merge_into_id_idx" ON "merge"("into_id");

-- CreateIndex
CREATE INDEX "ticket_link_to_id_idx" ON "ticket_link"("to_id");

-- CreateIndex
CREATE INDEX "ticket_banner_ticket_id_idx" ON "ticket_banner"("ticket_id");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_address" ADD CONSTRAINT "email_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raw_mail" ADD CONSTRAINT "raw_mail_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "inbound_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_outbound_id_fkey" FOREIGN KEY ("outbound_id") REFERENCES "outbound_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_address" ADD CONSTRAINT "queue_address_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_member" ADD CONSTRAINT "queue_member_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_member" ADD CONSTRAINT "queue_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_type" ADD CONSTRAINT "request_type_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "request_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_status_id_fkey" FOREIGN KEY ("status_id") REFERENCES "ticket_status"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_participant" ADD CONSTRAINT "ticket_participant_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_participant" ADD CONSTRAINT "ticket_participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_tag" ADD CONSTRAINT "ticket_tag_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_tag" ADD CONSTRAINT "ticket_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_version" ADD CONSTRAINT "message_version_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_read" ADD CONSTRAINT "ticket_read_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_read" ADD CONSTRAINT "ticket_read_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_reply" ADD CONSTRAINT "outgoing_reply_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_reply" ADD CONSTRAINT "outgoing_reply_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_banner" ADD CONSTRAINT "ticket_banner_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: extensions, partial indexes, checks, the first ticket number.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

ALTER SEQUENCE "ticket_number_seq" RESTART WITH 10001;

-- The desk's lists read open rows only.
CREATE INDEX "ticket_open_queue_activity" ON "ticket" ("queue_id", "activity_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_open_queue_waiting" ON "ticket" ("queue_id", "waiting_since", "id") WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_open_assignee_activity" ON "ticket" ("assignee_id", "activity_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_open_assignee_waiting" ON "ticket" ("assignee_id", "waiting_since", "id") WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_unassigned_queue_activity" ON "ticket" ("queue_id", "activity_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "assignee_id" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_unassigned_queue_waiting" ON "ticket" ("queue_id", "waiting_since", "id") WHERE "deleted_at" IS NULL AND "assignee_id" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_waiting_customer_queue" ON "ticket" ("queue_id", "activity_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "state" = 'waiting_customer';
-- The portal's lists of open tickets.
CREATE INDEX "ticket_open_requester" ON "ticket" ("requester_id", "public_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_open_organization" ON "ticket" ("organization_id", "public_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
-- The scheduler's sweeps.
CREATE INDEX "ticket_solved_at" ON "ticket" ("solved_at") WHERE "state" = 'solved' AND "deleted_at" IS NULL;
CREATE INDEX "ticket_deleted_at" ON "ticket" ("deleted_at" DESC, "id" DESC) WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "inbound_mail_unfinished" ON "inbound_mail" ("received_at") WHERE "stage" NOT IN ('done', 'failed');
CREATE INDEX "notification_unread" ON "notification" ("person_id", "ticket_id") WHERE "read_at" IS NULL;

CREATE UNIQUE INDEX "email_address_one_primary" ON "email_address" ("person_id") WHERE "primary";
CREATE UNIQUE INDEX "queue_address_one_primary" ON "queue_address" ("queue_id") WHERE "primary";
CREATE UNIQUE INDEX "ticket_status_one_built_in" ON "ticket_status" ("state") WHERE "built_in";

ALTER TABLE "email_address" ADD CONSTRAINT "email_address_normal" CHECK ("address" = lower("address") AND "address" LIKE '%_@_%');
ALTER TABLE "queue_address" ADD CONSTRAINT "queue_address_normal" CHECK ("address" = lower("address") AND "address" LIKE '%_@_%');
ALTER TABLE "merge" ADD CONSTRAINT "merge_not_itself" CHECK ("from_id" <> "into_id");
ALTER TABLE "ticket_link" ADD CONSTRAINT "ticket_link_not_itself" CHECK ("from_id" <> "to_id");
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_subject_length" CHECK (length("subject") BETWEEN 1 AND 500);

-- Every installation needs a word for each state and the moves between them.
INSERT INTO "ticket_status" ("id", "state", "built_in", "position") VALUES
  ('00000000-0000-7000-8000-000000000001', 'new', true, 1),
  ('00000000-0000-7000-8000-000000000002', 'open', true, 2),
  ('00000000-0000-7000-8000-000000000003', 'waiting_customer', true, 3),
  ('00000000-0000-7000-8000-000000000004', 'waiting_third', true, 4),
  ('00000000-0000-7000-8000-000000000005', 'snoozed', true, 5),
  ('00000000-0000-7000-8000-000000000006', 'solved', true, 6),
  ('00000000-0000-7000-8000-000000000007', 'closed', true, 7);
INSERT INTO "state_move" ("from", "to")
  SELECT f."state", t."state" FROM "ticket_status" f, "ticket_status" t
  WHERE f."state" <> t."state" AND t."state" <> 'new' AND (f."state" <> 'closed' OR t."state" = 'open');
