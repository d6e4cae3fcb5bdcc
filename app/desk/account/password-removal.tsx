import { useActionData } from "@remix-run/react";
import { RemovePasswordForm } from "~/components/identity/remove-password-form";
import { Card } from "~/components/ui/card";
import { removePassword } from "~/domain/identity/remove-password.server";
import { removePasswordForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({ title: translator(ctx.locale)("identity:password.remove") }));

export const action = agentAction(async (ctx, { request }) => {
  const { current } = await readInput(ctx, request, removePasswordForm);
  await removePassword(ctx, { personId: ctx.actor.personId, current });
  return redirectWithToast(paths.desk.accountPart("security"), { key: "identity:toast.passwordRemoved" });
});

export default function PasswordRemoval() {
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Card padded id="remove" title={t("identity:password.remove")}>
      <p className="muted small mb-3">{t("identity:password.removeLead")}</p>
      <RemovePasswordForm backHref={paths.desk.accountPart("security")} failed={failed} />
    </Card>
  );
}
