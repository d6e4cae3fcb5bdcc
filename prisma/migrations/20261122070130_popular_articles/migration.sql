-- What is read most, first; deleted articles are in nobody's list.
CREATE INDEX "article_popular" ON "article"("views" DESC, "id") WHERE "deleted_at" IS NULL;
