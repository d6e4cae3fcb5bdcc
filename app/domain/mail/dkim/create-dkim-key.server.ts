import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";

import { conflict, invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { seal } from "~/platform/secret-box.server";
import { inTransaction } from "~/platform/transaction.server";
import { asciiDomain } from "../authentication/mail-domain.server";
import "./events";
import { assertKeepsKeys } from "./policy";

const KEY_BITS = 2048;

/**
 * Makes a key for a domain under a selector of the month; it signs once its record is found in DNS, and the key in use
 * until then. A second one cannot wait at the same time.
 */
export async function createDkimKey(ctx: Ctx, input: { domain: string }): Promise<{ selector: string }> {
  assertKeepsKeys(ctx.actor);
  const domain = asciiDomain(input.domain.trim());
  if (!domain.includes(".")) throw invalid("mailadmin:dkim.error.domain");
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`lock table dkim_key in share row exclusive mode`;
    const held = await ctx.db.dkimKey.findMany({ where: { domain }, select: { selector: true, activeAt: true } });
    if (held.some(({ activeAt }) => activeAt === null)) throw conflict("mailadmin:dkim.error.waiting", { domain });
    const selector = freeSelector(
      ctx.now,
      held.map((key) => key.selector),
    );
    await ctx.db.dkimKey.create({
      data: {
        domain,
        selector,
        privateKey: seal("dkim", privateKey),
        publicKey: publicKey.toString("base64"),
        createdAt: ctx.now,
      },
    });
    await recordEvent(ctx, "mail.dkim_created", {}, { domain, selector });
    return { selector };
  });
}

function freeSelector(now: Date, taken: string[]): string {
  const month = `sportello-${now.toISOString().slice(0, 7).replace("-", "")}`;
  let selector = month;
  for (let n = 2; taken.includes(selector); n++) selector = `${month}-${n}`;
  return selector;
}
