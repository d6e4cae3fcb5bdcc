import { forbidden } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockPerson } from "./internal/lock-person.server";
import { hashSecret, newSecret } from "./internal/secrets.server";
import { assertOwnAccount } from "./policy";
import { isStaff } from "./session-person";

type Input = { personId: string; name: string; expiresAt?: Date | null };

/** A bearer token of the REST API with its person's rights, for staff. The token is returned once; its hash is kept. */
export async function createApiToken(ctx: Ctx, input: Input): Promise<{ token: string; id: string }> {
  const { personId, name, expiresAt = null } = input;
  assertOwnAccount(ctx.actor, personId);
  const token = `sp_${newSecret()}`;
  const id = newId(ctx.now.getTime());
  return inTransaction(ctx, async (ctx) => {
    const person = await lockPerson(ctx, personId);
    if (!isStaff(person.role) || person.deactivatedAt) throw forbidden();
    await ctx.db.apiToken.create({
      data: { id, personId, name, hash: hashSecret(token), createdAt: ctx.now, expiresAt },
    });
    await recordEvent(ctx, "person.token_created", { personId }, { tokenId: id });
    return { token, id };
  });
}
