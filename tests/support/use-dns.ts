import { afterAll, beforeAll, beforeEach } from "vitest";
import { forgetDns } from "~/domain/mail/authentication/dns-cache.server";
import { forgetConfig } from "~/platform/config.server";
import { type DnsZone, startDnsStub } from "./dns-stub.mjs";

/**
 * Gives the test file a DNS server of its own: what stands in `zone` exists, `questions` are what was asked, as
 * "TYPE name". Each test begins with an empty zone and nothing asked or remembered.
 */
export function useDns(): { zone: DnsZone; questions: string[] } {
  const dns: { zone: DnsZone; questions: string[] } = { zone: {}, questions: [] };
  const nobody = process.env.MAIL_DNS;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const server = await startDnsStub(dns.zone);
    dns.questions = server.questions;
    stop = () => server.stop();
    process.env.MAIL_DNS = server.address;
    forgetConfig();
  });
  beforeEach(() => {
    forgetDns();
    dns.questions.length = 0;
    for (const name of Object.keys(dns.zone)) delete dns.zone[name];
  });
  afterAll(async () => {
    if (nobody === undefined) delete process.env.MAIL_DNS;
    else process.env.MAIL_DNS = nobody;
    forgetConfig();
    await stop?.();
  });
  return dns;
}
