import { randomBytes } from "node:crypto";
import { toBase32 } from "~/domain/mail/base32";
import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

/** Sixteen letters of base32: 80 bits that nobody guesses. */
export const makeFilingKey = (): string => toBase32(randomBytes(10));

/** The key of the acting agent's private filing address, made when there was none; of two at once one is kept. */
export async function getFilingKey(ctx: Ctx): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !isStaff(actor.role)) throw forbidden();
  const [row] = await ctx.db.$queryRaw<{ key: string }[]>`
    insert into agent_profile (person_id, presence_at, filing_key)
    values (${actor.personId}::uuid, ${ctx.now}, ${makeFilingKey()})
    on conflict (person_id) do update set filing_key = coalesce(agent_profile.filing_key, excluded.filing_key)
    returning filing_key as key`;
  return row!.key;
}
