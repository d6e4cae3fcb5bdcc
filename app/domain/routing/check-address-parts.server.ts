import { invalid } from "~/lib/errors";
import { assertKnownVariables } from "~/lib/known-variables";
import { SIGNATURE_VARIABLES } from "~/lib/signature-words";
import type { Ctx } from "~/platform/ctx.server";
import { textIdOf } from "./address-answer";
import type { QueueAddressForm } from "./schema";

type Parts = Pick<QueueAddressForm, "typeId" | "answer" | "signature">;

/** Refuses an unknown variable in the signature, and a request type or a text that is gone or archived. */
export async function checkAddressParts(ctx: Ctx, { typeId, answer, signature }: Parts): Promise<void> {
  assertKnownVariables({ signature }, SIGNATURE_VARIABLES);
  const textId = textIdOf(answer);
  const [found] = await ctx.db.$queryRaw<{ type: boolean; text: boolean }[]>`
    select exists (select from request_type where id = ${typeId}::uuid and archived_at is null) as type,
      exists (select from mail_template where id = ${textId}::uuid and key is null and archived_at is null) as text`;
  const fields = {
    ...(typeId && !found?.type ? { typeId: "common:error.invalid" } : {}),
    ...(textId && !found?.text ? { answer: "common:error.invalid" } : {}),
  };
  if (Object.keys(fields).length) throw invalid("common:error.checkFields", fields);
}
