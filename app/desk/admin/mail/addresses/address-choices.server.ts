import { listAnswerTexts } from "~/domain/mail/templates/list-answer-texts.server";
import { getSignatureValues } from "~/domain/routing/get-signature-values.server";
import { listQueues } from "~/domain/routing/list-queues.server";
import { listRequestTypesForAdmin } from "~/domain/routing/list-request-types-for-admin.server";
import { inLanguage } from "~/domain/routing/schema";
import type { PersonCtx } from "~/http/ctx.server";

/** What an address may name, and what its signature is shown with. */
export async function addressChoices(ctx: PersonCtx, queueId?: string) {
  const [queues, types, texts, values] = await Promise.all([
    listQueues(ctx),
    listRequestTypesForAdmin(ctx),
    listAnswerTexts(ctx),
    getSignatureValues(ctx, queueId),
  ]);
  return {
    queues: queues.filter(({ archivedAt, id }) => !archivedAt || id === queueId).map(({ id, name }) => ({ id, name })),
    types: types
      .filter(({ archivedAt }) => !archivedAt)
      .map(({ id, name, queue }) => ({ id, name: `${inLanguage(name, ctx.locale)} (${queue.name})` })),
    texts,
    values,
  };
}

export type AddressChoices = Awaited<ReturnType<typeof addressChoices>>;
