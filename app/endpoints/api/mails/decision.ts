import { decideHeldMail, type HoldDecision } from "~/domain/mailroom/decide-held-mail.server";
import { getMail } from "~/domain/mailroom/get-mail.server";
import { getMailBody } from "~/domain/mailroom/get-mail-body.server";
import { invalid } from "~/lib/errors";
import { decideMail } from "../mail-operations";
import type { decisionBody } from "../mail-schemas";
import { presentMail } from "../present-mail.server";
import { byMethod, serve } from "../route.server";
import type { z } from "zod";

export const action = byMethod({
  POST: serve(
    decideMail,
    async (ctx, { params: { id }, body }) => {
      await decideHeldMail(ctx, id, decisionOf(body));
      const mail = await getMail(ctx, id);
      const { view } = await getMailBody(ctx, id, () => "");
      return presentMail(mail, view);
    },
    "staff",
  ),
});

function decisionOf({
  decision,
  number,
  personId,
  organizationId,
  block,
}: z.output<typeof decisionBody>): HoldDecision {
  if (decision === "join") {
    if (number === undefined) throw invalid("common:error.checkFields", { number: "mailroom:error.number" });
    return { kind: "join", number, block };
  }
  if (decision === "file") return { kind: "file", personId, organizationId, block };
  return { kind: decision, block };
}
