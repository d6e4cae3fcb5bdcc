import { mailProps, type MailPropsInput } from "#emails/props";
import type { Ctx } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";

export type AutomaticMail =
  { template: "receipt"; props: MailPropsInput<"receipt"> } | { template: "solved"; props: MailPropsInput<"solved"> };

/** An automatic mail as it would go out in a language now; nothing is queued. */
export async function renderAutomaticMail(
  ctx: Ctx,
  mail: AutomaticMail,
  locale: string,
): Promise<{ subject: string; html: string; text: string }> {
  const company = await getSettings(ctx, "company");
  const { renderMail } = await import("#emails/render-mail");
  const facts = { company, unsubscribeUrl: null };
  return mail.template === "solved"
    ? renderMail("solved", mailProps.solved.parse(mail.props), locale, facts)
    : renderMail("receipt", mailProps.receipt.parse(mail.props), locale, facts);
}
