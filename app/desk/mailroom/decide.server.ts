import { decideHeldMail } from "~/domain/mailroom/decide-held-mail.server";
import type { DecisionForm } from "~/domain/mailroom/decision-schema";
import { findFileTarget } from "~/domain/mailroom/find-file-target.server";
import { paths } from "~/http/paths";
import type { PersonCtx } from "~/http/ctx.server";
import type { Toast } from "~/http/toast.server";

export type Decided = { to: string; toast: Toast };

const UNDO_MS = 30_000;

/** Carries a decision out; says where to go on: at the ticket that the mail is part of now, or at what waits next. */
export async function decide(ctx: PersonCtx, id: string, form: DecisionForm): Promise<Decided> {
  switch (form.kind) {
    case "open":
    case "join": {
      const { number } = await decideHeldMail(ctx, id, form);
      const toast = { key: `mailroom:toast.${form.kind}`, params: { number: number ?? 0 } };
      return { to: number === null ? paths.desk.mailroom() : paths.desk.ticket(number), toast };
    }
    case "file":
      await decideHeldMail(ctx, id, { kind: "file", ...(await findFileTarget(ctx, form)) });
      return { to: paths.desk.mailroom(), toast: { key: "mailroom:toast.file" } };
    case "discard":
      await decideHeldMail(ctx, id, { kind: "discard" });
      return { to: paths.desk.mailroom(), toast: { key: "mailroom:toast.discard", undo: again(ctx, id) } };
    case "block":
      await decideHeldMail(ctx, id, { kind: "discard", block: form.entry });
      return { to: paths.desk.mailroom(), toast: { key: "mailroom:toast.block" } };
  }
}

/** A discarded mail comes back by being processed again. */
const again = ({ now }: PersonCtx, id: string) => ({
  action: paths.desk.mail(id, "again"),
  until: new Date(now.getTime() + UNDO_MS).toISOString(),
});
