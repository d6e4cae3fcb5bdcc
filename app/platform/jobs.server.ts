import type { z } from "zod";
import { Prisma } from "~/generated/prisma/client";
import type { Ctx } from "./ctx.server";
import { prepared } from "./prepared.server";

export type JobOptions = {
  /** One pending job per key; a later call replaces payload and time, or keeps them with `keep`. */
  key?: string;
  keep?: boolean;
  runAt?: Date;
  maxAttempts?: number;
  /** Smaller runs first. Mail in is 0, mail out 10, housekeeping 20. */
  priority?: number;
  /**
   * While jobs of a queue run, no worker fetches more of it; several fetched at once run side by side. What may never run
   * twice at once takes a lock besides.
   */
  queue?: string;
};

/**
 * Where a job waits for a hand. `mail` and `outside` are for jobs that wait for another machine: one that does not answer
 * holds the hands of its lane alone, never those that take in mail, release replies and keep the service levels.
 */
export type Lane = "own" | "mail" | "outside";

/** A job's name, the shape of its payload (ids only) and what it does. Handlers re-read by id and are idempotent. */
export type Job<S extends z.ZodType = z.ZodType> = {
  name: string;
  /** `own` unless told. */
  lane?: Lane;
  payload: S;
  run(ctx: Ctx, payload: z.output<S>): Promise<void>;
  /** What follows when the last try has failed with `error`; the job does not come again. */
  giveUp?(ctx: Ctx, payload: z.output<S>, error: unknown): Promise<void>;
};

export const defineJob = <S extends z.ZodType>(job: Job<S>): Job<S> => job;

/** Adds a job in the caller's transaction (or alone, outside one): it exists if and only if the rest commits. */
export async function enqueue(ctx: Ctx, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  await ctx.db.$executeRaw(prepared(Prisma.sql`select ${addJob(name, payload, options)}`));
}

/** The queue's own call that adds a job, for a statement that does more than that. */
export const addJob = (name: string, payload: object, options: JobOptions = {}): Prisma.Sql =>
  Prisma.sql`graphile_worker.add_job(
    ${name}::text, ${JSON.stringify(payload)}::json, ${options.queue ?? null}::text, ${options.runAt ?? null}::timestamptz,
    ${options.maxAttempts ?? 25}::int, ${options.key ?? null}::text, ${options.priority ?? 10}::int, null::text[],
    ${options.key ? (options.keep ? "preserve_run_at" : "replace") : null}::text)`;
