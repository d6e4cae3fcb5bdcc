import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { assertOwnAccount } from "~/domain/identity/policy";
import { takeMailRequest } from "~/domain/identity/sign-in-limits.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl } from "./internal/link-url.server";

const HOURS = 24;

/** Mails a link that adds the address to one's account; until it is used nothing changes. */
export async function addAddress(ctx: Ctx, input: { personId: string; address: string; name: string }): Promise<void> {
  const { personId, address, name } = input;
  assertOwnAccount(ctx.actor, personId);
  await takeMailRequest(ctx, address);
  await inTransaction(ctx, async (ctx) => {
    const { token } = await createOneTimeToken(ctx, {
      purpose: "verify_address",
      address,
      personId,
      minutes: HOURS * 60,
    });
    await queueMail(ctx, {
      template: "verify-address",
      props: { url: linkUrl(token), hours: HOURS },
      locale: ctx.locale,
      to: { address, name },
    });
  });
}
