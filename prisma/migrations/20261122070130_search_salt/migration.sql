-- CreateTable
CREATE TABLE "search_salt" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "search_salt_pkey" PRIMARY KEY ("day")
);
