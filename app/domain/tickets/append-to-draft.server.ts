import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";
import { saveDraft } from "./save-draft.server";
import type { MessageKind } from "./states";

type Appended = { kind: MessageKind; text: string; uploadIds?: readonly string[] };

/** Puts text and files behind what the agent's draft says already; what was typed and attached stays. */
export function appendToDraft(ctx: Ctx, number: number, { kind, text, uploadIds = [] }: Appended): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { id } = await findVisibleTicket(ctx, number);
    const [draft] = await ctx.db.$queryRaw<{ text: string; cc: string[]; files: string[] }[]>`
      select text, cc, upload_ids::text[] as files from draft
      where ticket_id = ${id}::uuid and person_id = ${personId}::uuid and kind = ${kind}::message_kind for update`;
    const typed = draft?.text.trimEnd() ?? "";
    await saveDraft(ctx, number, {
      kind,
      text: typed ? `${typed}\n\n${text}` : text,
      cc: draft?.cc ?? [],
      files: [...(draft?.files ?? []), ...uploadIds],
    });
  });
}
