import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { takeMailRequest } from "~/domain/identity/sign-in-limits.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl } from "./internal/link-url.server";
import { takeTheSameTime } from "./internal/take-the-same-time.server";

const MINUTES = 15;

/**
 * Mails a link that signs the owner of the address in once and leads to `to` (a path). An unknown address gets one too
 * and becomes a customer by using it, so that the answer is the same for all. Deactivated people get none.
 */
export async function requestSignInLink(ctx: Ctx, input: { address: string; to?: string | null }): Promise<void> {
  const { address, to = null } = input;
  await takeMailRequest(ctx, address);
  await takeTheSameTime(() =>
    inTransaction(ctx, async (ctx) => {
      const person = await findPersonByAddress(ctx, address);
      if (person?.deactivated) return;
      const personId = person?.id ?? null;
      const { token } = await createOneTimeToken(ctx, {
        purpose: "sign_in",
        address,
        personId,
        payload: { to },
        minutes: MINUTES,
      });
      await queueMail(ctx, {
        template: "sign-in-link",
        props: { url: linkUrl(token), minutes: MINUTES },
        locale: person?.locale ?? ctx.locale,
        to: { address, name: person?.name ?? "", personId },
      });
      await recordEvent(ctx, "person.link_sent", { personId: person?.id }, { purpose: "sign_in" });
    }),
  );
}
