// How much dearer a page is with a million tickets than with ten thousand: CPU time of web and PostgreSQL, in turns, so that
// whatever else the machine does meets both.
import pg from "pg";
import { Client, median } from "./client.mjs";
import { cpuOf } from "./processes.mjs";

const BATCH = 60;
const WARM_UP = 60;

/** @typedef {{ url: string, web: import("./processes.mjs").Running, company: Awaited<ReturnType<import("./company.mjs").visitCompany>> }} Site */

/** Median milliseconds of CPU per request, by page, for each site in the order given.
 * @param {Site[]} sites @param {number} rounds @param {(text: string) => void} say
 * @returns {Promise<Record<string, { total: number[], web: number[] }>>} */
export async function compareSizes(sites, rounds, say) {
  /** @type {Record<string, { total: number[], web: number[] }>} */
  const result = {};
  for (const { name, who } of sites[0]?.company.pages ?? []) {
    const measured = await Promise.all(
      sites.map(async ({ url, web, company }) => {
        const client = new Client(web.port, company.cookies[who] ?? "");
        const path = company.pages.find((page) => page.name === name)?.path ?? "/";
        return { url, web, client, path, total: /** @type {number[]} */ ([]), own: /** @type {number[]} */ ([]) };
      }),
    );
    for (const { client, path } of measured) for (let i = 0; i < WARM_UP; i++) await client.get(path);
    for (let round = 0; round < rounds; round++) {
      for (const site of measured) {
        const backends = await listBackends(site.url);
        const [web, all] = [cpuOf([site.web.pid]), cpuOf([site.web.pid, ...backends])];
        for (let i = 0; i < BATCH; i++) await site.client.get(site.path);
        site.own.push((cpuOf([site.web.pid]) - web) / BATCH);
        site.total.push((cpuOf([site.web.pid, ...backends]) - all) / BATCH);
      }
    }
    for (const { client } of measured) client.close();
    result[name] = { total: measured.map(({ total }) => median(total)), web: measured.map(({ own }) => median(own)) };
    say(`${name}: ${result[name]?.total.map((ms) => ms.toFixed(2)).join(" and ")} ms of CPU`);
  }
  return result;
}

/** @param {string} url */
async function listBackends(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}
