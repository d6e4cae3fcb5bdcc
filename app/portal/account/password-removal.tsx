import { useActionData } from "@remix-run/react";
import { RemovePasswordForm } from "~/components/identity/remove-password-form";
import { Card } from "~/components/ui/card";
import { removePassword } from "~/domain/identity/remove-password.server";
import { removePasswordForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, customerAction, customerLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = customerLoader(async (ctx) => ({ title: translator(ctx.locale)("identity:password.remove") }));

export const action = customerAction(async (ctx, { request }) => {
  const { current } = await readInput(ctx, request, removePasswordForm);
  await removePassword(ctx, { personId: ctx.actor.personId, current });
  return redirectWithToast(paths.accountPart("security"), { key: "identity:toast.passwordRemoved" });
});

export default function PasswordRemoval() {
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Card padded id="remove" title={t("identity:password.remove")}>
      <p className="muted small mb-3">{t("identity:password.removeLead")}</p>
      <RemovePasswordForm backHref={paths.accountPart("security")} failed={failed} />
    </Card>
  );
}
