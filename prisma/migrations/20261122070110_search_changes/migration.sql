-- CreateTable
CREATE TABLE "search_change" (
    "id" BIGSERIAL NOT NULL,
    "engine" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_change_engine_id_idx" ON "search_change"("engine", "id");

-- Writes down what an index must read again ('kind:uuid') and wakes the job that does it, unless one is waiting anyway:
-- commands would else queue up behind the lock on its row. Whoever finds it waiting holds the shared lock until the
-- commit, and the job takes the exclusive one before it reads, so that it sees every change that relied on it. Each
-- statement of a volatile function has a snapshot of its own: the second one sees a job that has started meanwhile.
CREATE FUNCTION "search_changed"("engine_name" text, "keys" text[], "changed_at" timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_change (engine, kind, group_id, at)
    SELECT engine_name, split_part(key, ':', 1), split_part(key, ':', 2)::uuid, changed_at FROM unnest(keys) key;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('search.index ' || engine_name, 0));
  IF NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'search.index:' || engine_name
                 AND j.locked_at IS NULL AND j.attempts < j.max_attempts) THEN
    PERFORM graphile_worker.add_job('search.index', json_build_object('engine', engine_name), 'search.index:' || engine_name,
      NULL, 25, 'search.index:' || engine_name, 8, NULL, 'preserve_run_at');
  END IF;
END $$;
