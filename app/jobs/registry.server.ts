import type { Job } from "~/platform/jobs.server";
import { dispatchEvents } from "./dispatch-events.server";
import { searchJobs } from "./index-documents.server";
import { followUpJobs } from "./relate-articles.server";

const domains = import.meta.glob<{ jobs: readonly Job[] }>("../domain/*/jobs.server.ts", { eager: true });

/** Every job by name: those of each domain's `jobs.server.ts`, and those that put several domains together. */
export const registry: ReadonlyMap<string, Job> = gather();

function gather(): Map<string, Job> {
  const all = new Map<string, Job>();
  for (const job of [
    dispatchEvents,
    ...searchJobs,
    ...followUpJobs,
    ...Object.values(domains).flatMap(({ jobs }) => jobs),
  ]) {
    if (all.has(job.name)) throw new Error(`two jobs are named ${job.name}`);
    all.set(job.name, job);
  }
  return all;
}
