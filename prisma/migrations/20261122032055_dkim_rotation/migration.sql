-- A domain has two keys while one takes over from the other: the old one signs until the new one's record is found.
ALTER TABLE "dkim_key" DROP CONSTRAINT "dkim_key_pkey", ADD CONSTRAINT "dkim_key_pkey" PRIMARY KEY ("domain", "selector");

CREATE UNIQUE INDEX "dkim_key_one_active" ON "dkim_key" ("domain") WHERE "active_at" IS NOT NULL;
CREATE UNIQUE INDEX "dkim_key_one_waiting" ON "dkim_key" ("domain") WHERE "active_at" IS NULL;
