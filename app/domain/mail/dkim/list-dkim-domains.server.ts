import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { domainOf } from "../authentication/mail-domain.server";
import { readTextRecords } from "../authentication/read-text-records.server";
import { type DkimProblem, DKIM_PROBLEMS, dkimRecordName, dkimRecordValue, zoneLine } from "./dkim-record";
import { adviseDmarc, adviseSpf, type DmarcProblem, type PublishedRecord, type SpfProblem } from "./domain-advice";
import { assertKeepsKeys } from "./policy";

export type DkimKeyView = {
  selector: string;
  recordName: string;
  recordValue: string;
  zoneLine: string;
  createdAt: Date;
  activeAt: Date | null;
  checkedAt: Date | null;
  problem: DkimProblem | null;
};

export type DkimDomain = {
  domain: string;
  /** The one in use first. */
  keys: DkimKeyView[];
  spf: PublishedRecord<SpfProblem>;
  dmarc: PublishedRecord<DmarcProblem>;
};

const MOST_DOMAINS = 50;

/** The domains that mails come from (of the addresses, the installation's own, those with keys) with what DNS says of them. */
export async function listDkimDomains(ctx: Ctx, addresses: readonly string[]): Promise<DkimDomain[]> {
  assertKeepsKeys(ctx.actor);
  const rows = await ctx.db.dkimKey.findMany({
    orderBy: [{ activeAt: { sort: "asc", nulls: "last" } }],
    select: {
      domain: true,
      selector: true,
      publicKey: true,
      createdAt: true,
      activeAt: true,
      checkedAt: true,
      problem: true,
    },
  });
  const { domain, from } = config().mail;
  const names = [domain, ...[from, ...addresses].map(domainOf), ...rows.map((row) => row.domain)];
  const domains = [...new Set(names)].filter((name) => name !== "").slice(0, MOST_DOMAINS);
  return Promise.all(
    domains.map(async (name) => {
      const [spf, dmarc] = await Promise.all([readTextRecords(name), readTextRecords(`_dmarc.${name}`)]);
      return {
        domain: name,
        keys: rows
          .filter((row) => row.domain === name)
          .map(({ selector, publicKey, createdAt, activeAt, checkedAt, problem }) => {
            const recordName = dkimRecordName(selector, name);
            const recordValue = dkimRecordValue(publicKey);
            return {
              selector,
              recordName,
              recordValue,
              zoneLine: zoneLine(recordName, recordValue),
              createdAt,
              activeAt,
              checkedAt,
              problem: DKIM_PROBLEMS.find((known) => known === problem) ?? null,
            };
          }),
        spf: adviseSpf(spf),
        dmarc: adviseDmarc(dmarc),
      };
    }),
  );
}
