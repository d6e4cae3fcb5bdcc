import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { hashSecret } from "./internal/secrets.server";
import type { OneTimeToken, TokenPurpose } from "./one-time-token";

type Row = Omit<OneTimeToken, "personId" | "expiresAt"> & { person_id: string | null; expires_at: Date };

/** Uses a link up in the caller's transaction and returns what it was for. Of several at once one succeeds. */
export async function useOneTimeToken(
  ctx: Ctx,
  token: string,
  purposes: readonly [TokenPurpose, ...TokenPurpose[]],
): Promise<OneTimeToken> {
  const [row] = await ctx.db.$queryRaw<Row[]>`
    update one_time_token set used_at = ${ctx.now}
    where hash = ${hashSecret(token)} and used_at is null and expires_at > ${ctx.now}
      and purpose = any(${[...purposes]}::token_purpose[])
    returning id, purpose::text as purpose, address, person_id, payload, expires_at`;
  if (!row) throw conflict("identity:error.linkUsed");
  const { id, purpose, address, payload } = row;
  return { id, purpose, address, payload, personId: row.person_id, expiresAt: row.expires_at };
}
