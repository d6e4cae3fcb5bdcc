import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { takeMailRequest } from "~/domain/identity/sign-in-limits.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl, signInUrl } from "./internal/link-url.server";
import { takeTheSameTime } from "./internal/take-the-same-time.server";

const HOURS = 24;

type Input = { address: string; name: string; to?: string | null };

/**
 * Mails a link that makes the account; nothing is stored about the person before it is used, and no password is asked
 * for before the address is proven. An address with an account gets a mail that says so; the answer is the same.
 */
export async function signUp(ctx: Ctx, { address, name, to = null }: Input): Promise<void> {
  await takeMailRequest(ctx, address);
  await takeTheSameTime(() =>
    inTransaction(ctx, async (ctx) => {
      const person = await findPersonByAddress(ctx, address);
      if (person?.deactivated) return;
      const locale = person?.locale ?? ctx.locale;
      if (person?.verified) {
        const to = { address, name: person.name, personId: person.id };
        await queueMail(ctx, { template: "already-registered", props: { url: signInUrl() }, locale, to });
        return;
      }
      const payload = { name, to };
      const { token } = await createOneTimeToken(ctx, {
        purpose: "verify_address",
        address,
        payload,
        minutes: HOURS * 60,
      });
      await queueMail(ctx, {
        template: "verify-address",
        props: { url: linkUrl(token), hours: HOURS },
        locale,
        to: { address, name, personId: person?.id },
      });
    }),
  );
}
