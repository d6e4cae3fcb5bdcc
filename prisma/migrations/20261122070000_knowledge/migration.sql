-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('article', 'faq');

-- CreateEnum
CREATE TYPE "article_audience" AS ENUM ('public', 'customers', 'organizations', 'agents');

-- CreateEnum
CREATE TYPE "article_work" AS ENUM ('none', 'draft', 'in_review');

-- CreateEnum
CREATE TYPE "news_kind" AS ENUM ('news', 'problem');

-- CreateEnum
CREATE TYPE "half" AS ENUM ('portal', 'desk');

-- CreateTable
CREATE TABLE "article_category" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL DEFAULT '{}',
    "icon" TEXT NOT NULL DEFAULT 'book',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "kind" "article_kind" NOT NULL,
    "category_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "audience" "article_audience" NOT NULL DEFAULT 'public',
    "source_locale" TEXT NOT NULL,
    "owner_id" UUID,
    "review_by" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone,
    "ticket_id" UUID,
    "helpful_yes" INTEGER NOT NULL DEFAULT 0,
    "helpful_no" INTEGER NOT NULL DEFAULT 0,
    "views" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "activity_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_text" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "work" "article_work" NOT NULL DEFAULT 'draft',
    "published_version_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "publish_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone,
    "scheduled_version_id" UUID,
    "unpublish_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00+00'::timestamp with time zone,
    "source_version" INTEGER,
    "stale_since" TIMESTAMPTZ(3),

    CONSTRAINT "article_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_draft" (
    "text_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT NOT NULL DEFAULT '',
    "markdown" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID,

    CONSTRAINT "article_draft_pkey" PRIMARY KEY ("text_id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "keywords" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "headings" JSONB NOT NULL,
    "source_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_review" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "article_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_slug" (
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "text_id" UUID NOT NULL,
    "current" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_slug_pkey" PRIMARY KEY ("locale","slug")
);

-- CreateTable
CREATE TABLE "article_organization" (
    "article_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "article_organization_pkey" PRIMARY KEY ("article_id","organization_id")
);

-- CreateTable
CREATE TABLE "article_image" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_related" (
    "article_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "chosen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "article_related_pkey" PRIMARY KEY ("article_id","related_id")
);

-- CreateTable
CREATE TABLE "article_vote" (
    "article_id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "reason" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_vote_pkey" PRIMARY KEY ("article_id","reader")
);

-- CreateTable
CREATE TABLE "article_day" (
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "article_day_pkey" PRIMARY KEY ("article_id","locale","day")
);

-- CreateTable
CREATE TABLE "article_link" (
    "text_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "result" TEXT,
    "status" INTEGER,
    "checked_at" TIMESTAMPTZ(3),
    "broken_since" TIMESTAMPTZ(3),

    CONSTRAINT "article_link_pkey" PRIMARY KEY ("text_id","url")
);

-- CreateTable
CREATE TABLE "article_mark" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "replacement" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,

    CONSTRAINT "article_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deflection" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "person_id" UUID,
    "query" TEXT NOT NULL DEFAULT '',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "solved_at" TIMESTAMPTZ(3),
    "ticket_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "deflection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news" (
    "id" UUID NOT NULL,
    "kind" "news_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "topic_id" UUID,
    "audience" "article_audience" NOT NULL DEFAULT 'public',
    "texts" JSONB NOT NULL,
    "source_locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),
    "solved_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_organization" (
    "news_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "news_organization_pkey" PRIMARY KEY ("news_id","organization_id")
);

-- CreateTable
CREATE TABLE "news_update" (
    "id" UUID NOT NULL,
    "news_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "texts" JSONB NOT NULL,

    CONSTRAINT "news_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_follower" (
    "news_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_follower_pkey" PRIMARY KEY ("news_id","person_id")
);

-- CreateTable
CREATE TABLE "topic_follower" (
    "topic_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_follower_pkey" PRIMARY KEY ("topic_id","person_id")
);

-- CreateTable
CREATE TABLE "search_intention" (
    "id" UUID NOT NULL,
    "half" "half" NOT NULL,
    "locale" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "results" INTEGER NOT NULL,
    "opened" TEXT,
    "session" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_intention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_wish" (
    "locale" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "search_wish_pkey" PRIMARY KEY ("locale","query")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "words" TEXT[],

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recent_search" (
    "person_id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recent_search_pkey" PRIMARY KEY ("person_id","query")
);

-- CreateTable
CREATE TABLE "search_index" (
    "engine" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '',
    "built_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "down_since" TIMESTAMPTZ(3),
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "search_index_pkey" PRIMARY KEY ("engine")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_category_slug_key" ON "article_category"("slug");

-- CreateIndex
CREATE INDEX "article_category_parent_id_position_idx" ON "article_category"("parent_id", "position");

-- CreateIndex
CREATE INDEX "article_category_id_position_id_idx" ON "article"("category_id", "position", "id");

-- CreateIndex
CREATE INDEX "article_activity_at_id_idx" ON "article"("activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_review_by_id_idx" ON "article"("review_by", "id");

-- CreateIndex
CREATE INDEX "article_owner_id_idx" ON "article"("owner_id");

-- CreateIndex
CREATE INDEX "article_created_by_id_idx" ON "article"("created_by_id");

-- CreateIndex
CREATE INDEX "article_ticket_id_idx" ON "article"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_text_published_version_id_key" ON "article_text"("published_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_text_scheduled_version_id_key" ON "article_text"("scheduled_version_id");

-- CreateIndex
CREATE INDEX "article_text_publish_at_idx" ON "article_text"("publish_at");

-- CreateIndex
CREATE INDEX "article_text_unpublish_at_idx" ON "article_text"("unpublish_at");

-- CreateIndex
CREATE UNIQUE INDEX "article_text_article_id_locale_key" ON "article_text"("article_id", "locale");

-- CreateIndex
CREATE INDEX "article_draft_updated_by_id_idx" ON "article_draft"("updated_by_id");

-- CreateIndex
CREATE INDEX "article_version_created_by_id_idx" ON "article_version"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_text_id_number_key" ON "article_version"("text_id", "number");

-- CreateIndex
CREATE INDEX "article_review_text_id_requested_at_idx" ON "article_review"("text_id", "requested_at");

-- CreateIndex
CREATE INDEX "article_review_version_id_idx" ON "article_review"("version_id");

-- CreateIndex
CREATE INDEX "article_review_requested_by_id_idx" ON "article_review"("requested_by_id");

-- CreateIndex
CREATE INDEX "article_review_decided_by_id_idx" ON "article_review"("decided_by_id");

-- CreateIndex
CREATE INDEX "article_slug_text_id_idx" ON "article_slug"("text_id");

-- CreateIndex
CREATE INDEX "article_organization_organization_id_idx" ON "article_organization"("organization_id");

-- CreateIndex
CREATE INDEX "article_image_article_id_idx" ON "article_image"("article_id");

-- CreateIndex
CREATE INDEX "article_image_file_id_idx" ON "article_image"("file_id");

-- CreateIndex
CREATE INDEX "article_related_related_id_idx" ON "article_related"("related_id");

-- CreateIndex
CREATE INDEX "article_vote_at_article_id_reader_idx" ON "article_vote"("at" DESC, "article_id", "reader");

-- CreateIndex
CREATE INDEX "article_day_day_idx" ON "article_day"("day");

-- CreateIndex
CREATE INDEX "article_link_checked_at_idx" ON "article_link"("checked_at");

-- CreateIndex
CREATE INDEX "article_mark_text_id_position_idx" ON "article_mark"("text_id", "position");

-- CreateIndex
CREATE INDEX "article_mark_confirmed_by_id_idx" ON "article_mark"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "deflection_reader_opened_at_idx" ON "deflection"("reader", "opened_at");

-- CreateIndex
CREATE INDEX "deflection_person_id_idx" ON "deflection"("person_id");

-- CreateIndex
CREATE INDEX "deflection_settled_at_opened_at_idx" ON "deflection"("settled_at", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "deflection_article_id_reader_opened_at_key" ON "deflection"("article_id", "reader", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "news_slug_key" ON "news"("slug");

-- CreateIndex
CREATE INDEX "news_published_at_id_idx" ON "news"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "news_topic_id_idx" ON "news"("topic_id");

-- CreateIndex
CREATE INDEX "news_created_by_id_idx" ON "news"("created_by_id");

-- CreateIndex
CREATE INDEX "news_organization_organization_id_idx" ON "news_organization"("organization_id");

-- CreateIndex
CREATE INDEX "news_update_news_id_at_idx" ON "news_update"("news_id", "at");

-- CreateIndex
CREATE INDEX "news_update_by_id_idx" ON "news_update"("by_id");

-- CreateIndex
CREATE INDEX "news_follower_person_id_idx" ON "news_follower"("person_id");

-- CreateIndex
CREATE INDEX "topic_follower_person_id_idx" ON "topic_follower"("person_id");

-- CreateIndex
CREATE INDEX "search_intention_session_updated_at_idx" ON "search_intention"("session", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "search_intention_started_at_id_idx" ON "search_intention"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "search_wish_by_id_idx" ON "search_wish"("by_id");

-- CreateIndex
CREATE INDEX "search_synonym_locale_idx" ON "search_synonym"("locale");

-- CreateIndex
CREATE INDEX "search_view_owner_id_idx" ON "search_view"("owner_id");

-- CreateIndex
CREATE INDEX "recent_search_person_id_at_idx" ON "recent_search"("person_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "article_category" ADD CONSTRAINT "article_category_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "article_category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "article_category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_text" ADD CONSTRAINT "article_text_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_text" ADD CONSTRAINT "article_text_published_version_id_fkey" FOREIGN KEY ("published_version_id") REFERENCES "article_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_text" ADD CONSTRAINT "article_text_scheduled_version_id_fkey" FOREIGN KEY ("scheduled_version_id") REFERENCES "article_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_draft" ADD CONSTRAINT "article_draft_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_draft" ADD CONSTRAINT "article_draft_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_review" ADD CONSTRAINT "article_review_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_review" ADD CONSTRAINT "article_review_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "article_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_review" ADD CONSTRAINT "article_review_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_review" ADD CONSTRAINT "article_review_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_organization" ADD CONSTRAINT "article_organization_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_organization" ADD CONSTRAINT "article_organization_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_image" ADD CONSTRAINT "article_image_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_image" ADD CONSTRAINT "article_image_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_related" ADD CONSTRAINT "article_related_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_related" ADD CONSTRAINT "article_related_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_vote" ADD CONSTRAINT "article_vote_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_day" ADD CONSTRAINT "article_day_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_link" ADD CONSTRAINT "article_link_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_mark" ADD CONSTRAINT "article_mark_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "article_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_mark" ADD CONSTRAINT "article_mark_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deflection" ADD CONSTRAINT "deflection_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deflection" ADD CONSTRAINT "deflection_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "article_category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_organization" ADD CONSTRAINT "news_organization_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "news"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_organization" ADD CONSTRAINT "news_organization_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_update" ADD CONSTRAINT "news_update_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "news"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_update" ADD CONSTRAINT "news_update_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_follower" ADD CONSTRAINT "news_follower_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "news"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_follower" ADD CONSTRAINT "news_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_follower" ADD CONSTRAINT "topic_follower_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "article_category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_follower" ADD CONSTRAINT "topic_follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_wish" ADD CONSTRAINT "search_wish_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_view" ADD CONSTRAINT "search_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_search" ADD CONSTRAINT "recent_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open review per text; one current address per text; what is scheduled.
CREATE UNIQUE INDEX "article_review_open" ON "article_review" ("text_id") WHERE "verdict" IS NULL;
CREATE UNIQUE INDEX "article_slug_current" ON "article_slug" ("text_id") WHERE "current";
CREATE INDEX "article_text_published" ON "article_text" ("locale", "article_id") WHERE "published_version_id" IS NOT NULL;
CREATE INDEX "article_text_stale" ON "article_text" ("stale_since", "id") WHERE "stale_since" IS NOT NULL;
CREATE INDEX "article_text_in_review" ON "article_text" ("id") WHERE "work" = 'in_review';
CREATE INDEX "article_mark_open" ON "article_mark" ("text_id") WHERE "confirmed_at" IS NULL;
CREATE INDEX "article_link_broken" ON "article_link" ("broken_since", "text_id") WHERE "broken_since" IS NOT NULL;
CREATE INDEX "news_problem_open" ON "news" ("published_at" DESC) WHERE "kind" = 'problem' AND "solved_at" IS NULL AND "deleted_at" IS NULL;

-- A scheduled publication names its version; an article is not related to itself.
ALTER TABLE "article_text" ADD CONSTRAINT "article_text_schedule" CHECK ("publish_at" = '9999-12-31 00:00:00+00' OR "scheduled_version_id" IS NOT NULL);
ALTER TABLE "article_related" ADD CONSTRAINT "article_related_other" CHECK ("article_id" <> "related_id");
