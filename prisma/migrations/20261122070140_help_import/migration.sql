-- CreateEnum
CREATE TYPE "help_import_state" AS ENUM ('checking', 'ready', 'importing', 'done', 'failed');

-- CreateTable
CREATE TABLE "help_import" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "help_import_state" NOT NULL DEFAULT 'checking',
    "upload_id" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "problem" JSONB,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "help_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "help_import_upload_id_key" ON "help_import"("upload_id");

-- CreateIndex
CREATE INDEX "help_import_created_at_id_idx" ON "help_import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "help_import_by_id_idx" ON "help_import"("by_id");

-- AddForeignKey
ALTER TABLE "help_import" ADD CONSTRAINT "help_import_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_import" ADD CONSTRAINT "help_import_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
