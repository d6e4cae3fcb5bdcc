/** Keeps workers from building the search index of a loaded database, which is measured by itself. Changes are still
 * indexed. @param {{ query(text: string): Promise<unknown> }} client */
export const leaveIndex = (client) =>
  client.query(`select graphile_worker.add_job('search.rebuild', '{"engine":"postgres"}', run_at := now() + interval '1 year',
    job_key := 'search.rebuild:postgres')`);
