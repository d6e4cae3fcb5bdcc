import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { takeMailRequest } from "~/domain/identity/sign-in-limits.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl } from "./internal/link-url.server";
import { takeTheSameTime } from "./internal/take-the-same-time.server";

const MINUTES = 60;

/** Mails a link to choose a password, if somebody has the address; the answer does not say. */
export async function requestPasswordReset(ctx: Ctx, { address }: { address: string }): Promise<void> {
  await takeMailRequest(ctx, address);
  await takeTheSameTime(() =>
    inTransaction(ctx, async (ctx) => {
      const person = await findPersonByAddress(ctx, address);
      if (!person || person.deactivated) return;
      const personId = person.id;
      const { token } = await createOneTimeToken(ctx, {
        purpose: "password_reset",
        address,
        personId,
        minutes: MINUTES,
      });
      await queueMail(ctx, {
        template: "password-reset",
        props: { url: linkUrl(token), minutes: MINUTES },
        locale: person.locale ?? ctx.locale,
        to: { address, name: person.name, personId },
      });
      await recordEvent(ctx, "person.link_sent", { personId }, { purpose: "password_reset" });
    }),
  );
}
