-- CreateTable
CREATE TABLE "subject_version" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subject_version_ticket_id_idx" ON "subject_version"("ticket_id");

-- AddForeignKey
ALTER TABLE "subject_version" ADD CONSTRAINT "subject_version_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
