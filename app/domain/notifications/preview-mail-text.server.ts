import { renderAutomaticMail } from "~/domain/mail/templates/render-automatic-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { type DraftMail, makeDraftMail } from "./internal/draft-mail.server";

export { draftMail, type DraftMail } from "./internal/draft-mail.server";

export type MailPreview = {
  subject: string;
  html: string;
  text: string;
  /** The ticket it was filled with, whom it would go to, and from where. */
  number: number;
  to: { name: string; address: string };
  from: { name: string; address: string | null };
};

/** The words on screen, filled with a real ticket; nothing is saved or sent. */
export async function previewMailText(ctx: Ctx, draft: DraftMail): Promise<MailPreview> {
  const mail = await makeDraftMail(ctx, draft);
  const { number, name, address, fromName, fromAddress } = mail.from;
  return {
    ...(await renderAutomaticMail(ctx, mail, mail.locale)),
    number,
    to: { name, address },
    from: { name: fromName, address: fromAddress },
  };
}
