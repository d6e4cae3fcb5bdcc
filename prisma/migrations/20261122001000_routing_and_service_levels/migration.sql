-- CreateEnum
CREATE TYPE "fit" AS ENUM ('ignore', 'prefer', 'require');

-- CreateEnum
CREATE TYPE "agent_presence" AS ENUM ('available', 'away', 'off');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('rules', 'assignment');

-- CreateEnum
CREATE TYPE "sla_kind" AS ENUM ('first_reply', 'next_reply', 'resolution');

-- CreateEnum
CREATE TYPE "sla_clock" AS ENUM ('working', 'wall');

-- CreateEnum
CREATE TYPE "contract_unit" AS ENUM ('unlimited', 'hours', 'tickets');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "assignment" ADD VALUE 'least_loaded';
ALTER TYPE "assignment" ADD VALUE 'best_match';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "notification_kind" ADD VALUE 'escalated';
ALTER TYPE "notification_kind" ADD VALUE 'contract';

-- AlterTable
ALTER TABLE "notification" ALTER COLUMN "ticket_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "region" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "queue" ADD COLUMN     "idle_minutes" INTEGER,
ADD COLUMN     "language_fit" "fit" NOT NULL DEFAULT 'prefer',
ADD COLUMN     "last_agent" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "region_fit" "fit" NOT NULL DEFAULT 'ignore',
ADD COLUMN     "team_id" UUID;

-- AlterTable
ALTER TABLE "queue_member" ADD COLUMN     "via_team" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "asset_id" UUID,
ADD COLUMN     "clock_paused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "clock_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contract_id" UUID,
ADD COLUMN     "due_kind" "sla_kind",
ADD COLUMN     "due_soon" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "due_warn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone,
ADD COLUMN     "hand_back_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone,
ADD COLUMN     "wait_reason" TEXT;

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "serial" TEXT NOT NULL DEFAULT '',
    "organization_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lead_id" UUID,
    "manager_id" UUID,
    "calendar_id" UUID,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","person_id")
);

-- CreateTable
CREATE TABLE "agent_profile" (
    "person_id" UUID NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 12,
    "load" INTEGER NOT NULL DEFAULT 0,
    "presence" "agent_presence" NOT NULL DEFAULT 'away',
    "presence_at" TIMESTAMPTZ(3) NOT NULL,
    "auto_away" BOOLEAN NOT NULL DEFAULT true,
    "seen_at" TIMESTAMPTZ(3),
    "calendar_id" UUID,
    "languages" TEXT[],
    "regions" TEXT[],
    "hourly_rate" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "agent_profile_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "priority_weight" (
    "priority" "priority" NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "priority_weight_pkey" PRIMARY KEY ("priority")
);

-- CreateTable
CREATE TABLE "skill" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_skill" (
    "person_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "agent_skill_pkey" PRIMARY KEY ("person_id","skill_id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stand_in_id" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "handed_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "routing_decision" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rules_version" INTEGER,
    "queue_id" UUID,
    "assignee_id" UUID,
    "outcome" TEXT NOT NULL,
    "trace" JSONB NOT NULL,

    CONSTRAINT "routing_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_roster" (
    "id" UUID NOT NULL,
    "members" UUID[],

    CONSTRAINT "routing_roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_epoch" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "sla_epoch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_policy_version" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "sla_policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_target" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "kind" "sla_kind" NOT NULL,
    "cycle" INTEGER NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "calendar_version_id" UUID,
    "calendar_id" UUID,
    "priority" "priority" NOT NULL,
    "clock" "sla_clock" NOT NULL,
    "budget_seconds" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3),
    "used_seconds" INTEGER NOT NULL DEFAULT 0,
    "paused_seconds" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "next_alarm_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sla_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_alarm" (
    "target_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_alarm_pkey" PRIMARY KEY ("target_id","step")
);

-- CreateTable
CREATE TABLE "state_span" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "state" "ticket_state" NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "state_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "policy_id" UUID,
    "unit" "contract_unit" NOT NULL DEFAULT 'unlimited',
    "entitled" INTEGER NOT NULL DEFAULT 0,
    "notice_days" INTEGER[] DEFAULT ARRAY[60, 30, 7]::INTEGER[],
    "notes" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_organization" (
    "contract_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "contract_organization_pkey" PRIMARY KEY ("contract_id","organization_id")
);

-- CreateTable
CREATE TABLE "contract_asset" (
    "contract_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,

    CONSTRAINT "contract_asset_pkey" PRIMARY KEY ("contract_id","asset_id")
);

-- CreateTable
CREATE TABLE "contract_draw" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "time_entry_id" UUID,
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "tickets" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_notice" (
    "contract_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_notice_pkey" PRIMARY KEY ("contract_id","code","ends_at")
);

-- CreateTable
CREATE TABLE "time_entry" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "contract_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "billable" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',
    "rate" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "time_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_skill" (
    "ticket_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ticket_skill_pkey" PRIMARY KEY ("ticket_id","skill_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_name_key" ON "calendar"("name");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_version_calendar_id_version_key" ON "calendar_version"("calendar_id", "version");

-- CreateIndex
CREATE INDEX "asset_organization_id_idx" ON "asset"("organization_id");

-- CreateIndex
CREATE INDEX "asset_name_idx" ON "asset"("name");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_lead_id_idx" ON "team"("lead_id");

-- CreateIndex
CREATE INDEX "team_manager_id_idx" ON "team"("manager_id");

-- CreateIndex
CREATE INDEX "team_calendar_id_idx" ON "team"("calendar_id");

-- CreateIndex
CREATE INDEX "team_member_person_id_idx" ON "team_member"("person_id");

-- CreateIndex
CREATE INDEX "agent_profile_calendar_id_idx" ON "agent_profile"("calendar_id");

-- CreateIndex
CREATE UNIQUE INDEX "skill_name_key" ON "skill"("name");

-- CreateIndex
CREATE INDEX "agent_skill_skill_id_idx" ON "agent_skill"("skill_id");

-- CreateIndex
CREATE INDEX "absence_person_id_to_idx" ON "absence"("person_id", "to");

-- CreateIndex
CREATE INDEX "absence_stand_in_id_idx" ON "absence"("stand_in_id");

-- CreateIndex
CREATE INDEX "absence_from_idx" ON "absence"("from");

-- CreateIndex
CREATE INDEX "routing_decision_ticket_id_id_idx" ON "routing_decision"("ticket_id", "id");

-- CreateIndex
CREATE INDEX "routing_decision_queue_id_idx" ON "routing_decision"("queue_id");

-- CreateIndex
CREATE UNIQUE INDEX "sla_policy_name_key" ON "sla_policy"("name");

-- CreateIndex
CREATE UNIQUE INDEX "sla_policy_version_policy_id_version_key" ON "sla_policy_version"("policy_id", "version");

-- CreateIndex
CREATE INDEX "sla_target_policy_version_id_idx" ON "sla_target"("policy_version_id");

-- CreateIndex
CREATE INDEX "sla_target_calendar_version_id_idx" ON "sla_target"("calendar_version_id");

-- CreateIndex
CREATE INDEX "sla_target_calendar_id_idx" ON "sla_target"("calendar_id");

-- CreateIndex
CREATE UNIQUE INDEX "sla_target_ticket_id_kind_cycle_key" ON "sla_target"("ticket_id", "kind", "cycle");

-- CreateIndex
CREATE INDEX "state_span_ticket_id_idx" ON "state_span"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_number_key" ON "contract"("number");

-- CreateIndex
CREATE INDEX "contract_policy_id_idx" ON "contract"("policy_id");

-- CreateIndex
CREATE INDEX "contract_ends_at_idx" ON "contract"("ends_at");

-- CreateIndex
CREATE INDEX "contract_organization_organization_id_idx" ON "contract_organization"("organization_id");

-- CreateIndex
CREATE INDEX "contract_asset_asset_id_idx" ON "contract_asset"("asset_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_draw_time_entry_id_key" ON "contract_draw"("time_entry_id");

-- CreateIndex
CREATE INDEX "contract_draw_contract_id_at_idx" ON "contract_draw"("contract_id", "at");

-- CreateIndex
CREATE INDEX "contract_draw_ticket_id_idx" ON "contract_draw"("ticket_id");

-- CreateIndex
CREATE INDEX "time_entry_ticket_id_started_at_idx" ON "time_entry"("ticket_id", "started_at");

-- CreateIndex
CREATE INDEX "time_entry_person_id_idx" ON "time_entry"("person_id");

-- CreateIndex
CREATE INDEX "time_entry_contract_id_idx" ON "time_entry"("contract_id");

-- CreateIndex
CREATE INDEX "ticket_skill_skill_id_idx" ON "ticket_skill"("skill_id");

-- CreateIndex
CREATE INDEX "queue_team_id_idx" ON "queue"("team_id");

-- CreateIndex
CREATE INDEX "ticket_asset_id_idx" ON "ticket"("asset_id");

-- CreateIndex
CREATE INDEX "ticket_contract_id_idx" ON "ticket"("contract_id");

-- AddForeignKey
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue" ADD CONSTRAINT "queue_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_profile" ADD CONSTRAINT "agent_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_profile" ADD CONSTRAINT "agent_profile_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_skill" ADD CONSTRAINT "agent_skill_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_skill" ADD CONSTRAINT "agent_skill_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_stand_in_id_fkey" FOREIGN KEY ("stand_in_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "queue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_policy_version" ADD CONSTRAINT "sla_policy_version_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "sla_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "sla_policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_calendar_version_id_fkey" FOREIGN KEY ("calendar_version_id") REFERENCES "calendar_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_alarm" ADD CONSTRAINT "sla_alarm_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "sla_target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_span" ADD CONSTRAINT "state_span_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "sla_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_organization" ADD CONSTRAINT "contract_organization_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_organization" ADD CONSTRAINT "contract_organization_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_asset" ADD CONSTRAINT "contract_asset_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_asset" ADD CONSTRAINT "contract_asset_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_draw" ADD CONSTRAINT "contract_draw_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_draw" ADD CONSTRAINT "contract_draw_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_draw" ADD CONSTRAINT "contract_draw_time_entry_id_fkey" FOREIGN KEY ("time_entry_id") REFERENCES "time_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_notice" ADD CONSTRAINT "contract_notice_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_skill" ADD CONSTRAINT "ticket_skill_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_skill" ADD CONSTRAINT "ticket_skill_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: partial indexes, checks, exclusions, the trigger that keeps agents' load.
CREATE INDEX "ticket_open_queue_due" ON "ticket" ("queue_id", "next_due_at", "id") WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_open_assignee_due" ON "ticket" ("assignee_id", "next_due_at", "id") WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_unassigned_queue_due" ON "ticket" ("queue_id", "next_due_at", "id") WHERE "deleted_at" IS NULL AND "assignee_id" IS NULL AND "state" NOT IN ('solved', 'closed');
CREATE INDEX "ticket_due_soon_queue" ON "ticket" ("queue_id", "next_due_at", "id") WHERE "due_soon" AND "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
-- What automatic assignment reads, most urgent first.
CREATE INDEX "ticket_to_assign" ON "ticket" ("queue_id", "priority", "next_due_at", "id") WHERE "assignee_id" IS NULL AND "deleted_at" IS NULL AND "state" IN ('new', 'open');
CREATE INDEX "ticket_hand_back" ON "ticket" ("hand_back_at") WHERE "hand_back_at" < '9999-12-31 00:00:00+00' AND "assignee_id" IS NOT NULL AND "deleted_at" IS NULL AND "state" IN ('new', 'open');
-- What waits for its clocks to be recomputed.
CREATE INDEX "ticket_open_clock_version" ON "ticket" ("clock_version", "id") WHERE "deleted_at" IS NULL AND "state" NOT IN ('solved', 'closed');
-- The sweep of alarms.
CREATE INDEX "sla_target_alarm" ON "sla_target" ("next_alarm_at", "id") WHERE "met_at" IS NULL AND "cancelled_at" IS NULL AND "next_alarm_at" < '9999-12-31 00:00:00+00';
CREATE INDEX "sla_alarm_to_do" ON "sla_alarm" ("at") WHERE "done_at" IS NULL;

CREATE UNIQUE INDEX "calendar_one_default" ON "calendar" ("is_default") WHERE "is_default";
CREATE UNIQUE INDEX "sla_target_one_running" ON "sla_target" ("ticket_id", "kind") WHERE "met_at" IS NULL AND "cancelled_at" IS NULL;
CREATE UNIQUE INDEX "state_span_one_lasting" ON "state_span" ("ticket_id") WHERE "to" IS NULL;
CREATE UNIQUE INDEX "time_entry_one_timer" ON "time_entry" ("person_id") WHERE "ended_at" IS NULL;

ALTER TABLE "sla_epoch" ADD CONSTRAINT "sla_epoch_one_row" CHECK ("id" = 1);
ALTER TABLE "sla_target" ADD CONSTRAINT "sla_target_budget" CHECK ("budget_seconds" > 0);
ALTER TABLE "state_span" ADD CONSTRAINT "state_span_order" CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "contract" ADD CONSTRAINT "contract_period" CHECK ("ends_at" > "starts_at" AND "ends_on" >= "starts_on");
ALTER TABLE "contract" ADD CONSTRAINT "contract_entitled" CHECK (("unit" = 'unlimited') = ("entitled" = 0) AND "entitled" >= 0);
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_order" CHECK ("seconds" >= 0 AND ("ended_at" IS NULL OR "ended_at" >= "started_at"));
ALTER TABLE "agent_profile" ADD CONSTRAINT "agent_profile_places" CHECK ("capacity" BETWEEN 0 AND 1000 AND "load" >= 0);
ALTER TABLE "agent_skill" ADD CONSTRAINT "agent_skill_level" CHECK ("level" BETWEEN 1 AND 5);
ALTER TABLE "ticket_skill" ADD CONSTRAINT "ticket_skill_level" CHECK ("level" BETWEEN 1 AND 5);
ALTER TABLE "priority_weight" ADD CONSTRAINT "priority_weight_places" CHECK ("weight" BETWEEN 1 AND 100);
ALTER TABLE "queue" ADD CONSTRAINT "queue_idle_minutes" CHECK ("idle_minutes" > 0);
ALTER TABLE "absence" ADD CONSTRAINT "absence_order" CHECK ("from" < "to" AND "stand_in_id" IS DISTINCT FROM "person_id");
ALTER TABLE "absence" ADD CONSTRAINT "absence_one_at_a_time" EXCLUDE USING gist ("person_id" WITH =, tstzrange("from", "to") WITH &&);

INSERT INTO "sla_epoch" ("id", "version") VALUES (1, 0);
INSERT INTO "priority_weight" ("priority", "weight") VALUES ('urgent', 1), ('high', 1), ('normal', 1), ('low', 1);
INSERT INTO "calendar" ("id", "name", "built_in") VALUES ('00000000-0000-7000-8000-000000000024', '24 × 7', true);
INSERT INTO "calendar_version" ("id", "calendar_id", "version", "rules", "at") VALUES
  ('00000000-0000-7000-8000-000000000025', '00000000-0000-7000-8000-000000000024', 1,
   '{"timeZone":"UTC","hours":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]},"holidays":[]}',
   '2026-01-01T00:00:00Z');

-- Places in use: whatever changes a ticket's assignee, state, priority or deletion moves them with it, in order of person.
CREATE FUNCTION "count_agent_load"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was_agent uuid; was_places int := 0; is_agent uuid; is_places int := 0; moved record;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."assignee_id" IS NOT NULL AND OLD."deleted_at" IS NULL AND OLD."state" IN ('new', 'open') THEN
    was_agent := OLD."assignee_id";
    SELECT "weight" INTO was_places FROM "priority_weight" WHERE "priority" = OLD."priority";
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."assignee_id" IS NOT NULL AND NEW."deleted_at" IS NULL AND NEW."state" IN ('new', 'open') THEN
    is_agent := NEW."assignee_id";
    SELECT "weight" INTO is_places FROM "priority_weight" WHERE "priority" = NEW."priority";
  END IF;
  IF was_agent = is_agent AND was_places = is_places THEN
    RETURN NULL;
  END IF;
  FOR moved IN
    SELECT p.agent, sum(p.places)::int AS places FROM (VALUES (was_agent, -was_places), (is_agent, is_places)) AS p (agent, places)
    WHERE p.agent IS NOT NULL GROUP BY p.agent ORDER BY p.agent
  LOOP
    UPDATE "agent_profile" SET "load" = "load" + moved.places WHERE "person_id" = moved.agent;
    IF NOT FOUND THEN
      INSERT INTO "agent_profile" ("person_id", "load", "presence_at") VALUES (moved.agent, moved.places, '1970-01-01T00:00:00Z')
      ON CONFLICT ("person_id") DO UPDATE SET "load" = "agent_profile"."load" + EXCLUDED."load";
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "ticket_load_new" AFTER INSERT ON "ticket" FOR EACH ROW
  WHEN (NEW."assignee_id" IS NOT NULL) EXECUTE FUNCTION "count_agent_load"();
CREATE TRIGGER "ticket_load_gone" AFTER DELETE ON "ticket" FOR EACH ROW
  WHEN (OLD."assignee_id" IS NOT NULL) EXECUTE FUNCTION "count_agent_load"();
CREATE TRIGGER "ticket_load_changed" AFTER UPDATE OF "assignee_id", "state", "priority", "deleted_at" ON "ticket" FOR EACH ROW
  WHEN ((OLD."assignee_id" IS NOT NULL OR NEW."assignee_id" IS NOT NULL)
    AND (OLD."assignee_id", OLD."state", OLD."priority", OLD."deleted_at") IS DISTINCT FROM (NEW."assignee_id", NEW."state", NEW."priority", NEW."deleted_at"))
  EXECUTE FUNCTION "count_agent_load"();

-- Staff that is there already, the work they have in hand, and the pauses of tickets that are open.
INSERT INTO "agent_profile" ("person_id", "load", "presence_at")
  SELECT p."id", (SELECT count(*) FROM "ticket" t WHERE t."assignee_id" = p."id" AND t."deleted_at" IS NULL AND t."state" IN ('new', 'open')), '1970-01-01T00:00:00Z'
  FROM "person" p
  WHERE p."role" <> 'customer' OR EXISTS (SELECT 1 FROM "ticket" t WHERE t."assignee_id" = p."id");
INSERT INTO "state_span" ("id", "ticket_id", "state", "from", "to")
  SELECT gen_random_uuid(), moved."ticket_id", moved."state"::"ticket_state", moved."at", moved."until"
  FROM (
    SELECT e."ticket_id", e."data" ->> 'to' AS "state", e."at", lead(e."at") OVER (PARTITION BY e."ticket_id" ORDER BY e."id") AS "until"
    FROM "ticket" t JOIN "event" e ON e."ticket_id" = t."id" AND e."type" = 'ticket.state_changed'
    WHERE t."deleted_at" IS NULL AND t."state" NOT IN ('solved', 'closed')
  ) moved
  WHERE moved."state" IN ('waiting_customer', 'waiting_third', 'snoozed', 'solved', 'closed');
