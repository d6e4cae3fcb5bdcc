-- Addresses that topics had before: bookmarks and links to a renamed topic lead on to it.
CREATE TABLE "article_category_slug" (
    "slug" TEXT NOT NULL,
    "category_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_category_slug_pkey" PRIMARY KEY ("slug")
);

CREATE INDEX "article_category_slug_category_id_idx" ON "article_category_slug"("category_id");
ALTER TABLE "article_category_slug" ADD CONSTRAINT "article_category_slug_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "article_category"("id") ON DELETE CASCADE ON UPDATE CASCADE;
