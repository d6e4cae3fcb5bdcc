import { assertManagesPeople } from "~/domain/identity/policy";
import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import type { StaffRole } from "~/domain/identity/schema";
import { isStaff } from "~/domain/identity/session-person";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { conflict } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import { invitationUrl } from "./internal/link-url.server";

const DAYS = 7;

type Input = { address: string; role: StaffRole; queueIds: readonly string[] };

/** Invites somebody to the desk by mail, for seven days. A new invitation to the same address replaces the old one. */
export async function invitePerson(ctx: Ctx, { address, role, queueIds }: Input): Promise<{ invitationId: string }> {
  assertManagesPeople(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const known = await findPersonByAddress(ctx, address);
    if (known && isStaff(known.role)) throw conflict("identity:error.alreadyStaff", { name: known.name });
    if (known?.deactivated) throw conflict("identity:error.deactivated");
    await ctx.db.oneTimeToken.deleteMany({ where: { purpose: "invitation", address, usedAt: null } });
    const inviterId = actorPersonId(ctx);
    const payload = { role, queueIds: [...queueIds], inviterId };
    const minutes = DAYS * 24 * 60;
    const { id, token } = await createOneTimeToken(ctx, { purpose: "invitation", address, payload, minutes });
    const [inviter, company] = [await nameOf(ctx, inviterId), (await getSettings(ctx, "company")).name];
    await queueMail(ctx, {
      template: "invitation",
      props: { url: invitationUrl(token), inviter: inviter ?? company, company },
      locale: known?.locale ?? ctx.locale,
      to: { address, name: known?.name ?? "" },
    });
    await recordEvent(ctx, "person.invited", { personId: known?.id }, { role, tokenId: id });
    return { invitationId: id };
  });
}

async function nameOf(ctx: Ctx, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  return (await ctx.db.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? null;
}
