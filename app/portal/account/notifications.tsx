import { useLoaderData } from "@remix-run/react";
import { PreferenceForm } from "~/components/identity/preference-form";
import { Card } from "~/components/ui/card";
import { preferencesForm } from "~/domain/identity/schema";
import { changePreferences } from "~/domain/notifications/change-preferences.server";
import { listPreferences } from "~/domain/notifications/list-preferences.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { customerAction, customerLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = customerLoader(async (ctx) => ({
  preferences: await listPreferences(ctx, ctx.person),
  title: translator(ctx.locale)("identity:account.notifications"),
}));

export const action = customerAction(async (ctx, { request }) => {
  await changePreferences(ctx, ctx.person, await readInput(ctx, request, preferencesForm));
  return redirectWithToast(paths.accountPart("notifications"), { key: "identity:toast.saved" });
});

export default function Notifications() {
  const { preferences } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Card padded id="notifications" title={t("identity:notify.title")}>
      <PreferenceForm preferences={preferences} withScreen={false} />
    </Card>
  );
}
