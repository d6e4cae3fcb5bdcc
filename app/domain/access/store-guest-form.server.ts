import { normaliseAddress } from "~/domain/identity/address";
import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { takeMailRequest } from "~/domain/identity/sign-in-limits.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { Prisma } from "~/platform/db.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl } from "./internal/link-url.server";

const HOURS = 48;

/** A second click comes within this time; a form that is sent again later is meant. */
const DOUBLE_CLICK_SECONDS = 30;

/** The form as it was validated; `name` and `subject` are what the mail and the link's page show of it. */
export type GuestForm = Prisma.InputJsonObject & { name: string; subject: string; formId?: string };

/**
 * Keeps a ticket form of somebody not signed in for 48 hours and mails the link that confirms its address. Returns the
 * link's secret, or null for a form's second click. Nothing becomes a ticket before the link is used.
 */
export async function storeGuestForm(ctx: Ctx, rawAddress: string, form: GuestForm): Promise<string | null> {
  const address = normaliseAddress(rawAddress);
  if (!address) throw invalid("common:error.email", { email: "common:error.email" });
  await takeMailRequest(ctx, address);
  return inTransaction(ctx, async (ctx) => {
    if (form.formId && !(await takeRateLimit(ctx, `guest form ${form.formId}`, 1, DOUBLE_CLICK_SECONDS))) return null;
    const { token } = await createOneTimeToken(ctx, {
      purpose: "confirm_ticket",
      address,
      payload: form,
      minutes: HOURS * 60,
    });
    const person = await findPersonByAddress(ctx, address);
    await queueMail(ctx, {
      template: "confirm-ticket",
      props: { url: linkUrl(token), subject: form.subject, hours: HOURS },
      locale: person?.locale ?? ctx.locale,
      to: { address, name: person?.name ?? form.name, personId: person?.id },
    });
    return token;
  });
}
