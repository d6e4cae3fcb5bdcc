-- A save names the revision that it began from: of two editors the second sees what the first saved.
ALTER TABLE "news" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "news" ADD COLUMN     "saved_by_id" UUID;

CREATE INDEX "news_saved_by_id_idx" ON "news"("saved_by_id");
ALTER TABLE "news" ADD CONSTRAINT "news_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
