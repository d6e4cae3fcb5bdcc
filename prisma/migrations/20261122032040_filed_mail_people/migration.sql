CREATE TABLE "filed_mail_person" (
    "inbound_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filed_mail_person_pkey" PRIMARY KEY ("inbound_id","person_id")
);

CREATE INDEX "filed_mail_person_person_id_at_idx" ON "filed_mail_person"("person_id", "at" DESC);

ALTER TABLE "filed_mail_person" ADD CONSTRAINT "filed_mail_person_inbound_id_fkey" FOREIGN KEY ("inbound_id") REFERENCES "filed_mail"("inbound_id") ON DELETE CASCADE ON UPDATE CASCADE;
