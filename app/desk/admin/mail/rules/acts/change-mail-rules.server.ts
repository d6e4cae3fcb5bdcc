import { redirect } from "@remix-run/node";
import type { MailRule } from "~/domain/mailroom/mail-rules";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import type { PersonCtx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { changeVersionedList } from "../../../rules/change-list.server";

type Change = Parameters<typeof changeVersionedList<MailRule>>[2];

/** A one-button change of the mailroom's rules. */
export const changeMailRules = (ctx: PersonCtx, change: Change): Promise<Response> =>
  changeVersionedList<MailRule>(ctx, { area: "mail/rules", read: getMailRules, save: saveMailRules }, change);

/** Looking at an act does nothing. */
export const backToMailRules = () => redirect(paths.desk.admin("mail/rules"));
