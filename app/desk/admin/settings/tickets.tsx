import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import { getSavedSettings } from "~/domain/admin/get-saved-settings.server";
import { saveSettings } from "~/domain/admin/save-settings.server";
import { ticketRanges, ticketSettingsForm } from "~/domain/admin/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { SettingTabs } from "./setting-tabs";

const FIELDS = ["undoSeconds", "closeAfterDays", "binDays", "uploadMegabytes"] as const;

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.settings"),
  settings: await getSavedSettings(ctx, "tickets"),
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  await saveSettings(ctx, "tickets", parse(ticketSettingsForm, Object.fromEntries(form)));
  return redirectWithToast(paths.desk.admin("settings/tickets"), { key: "desk:toast.saved" });
});

/** Delays and limits of tickets. */
export default function TicketSettings() {
  const { title, settings } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet slim title={title} crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}>
      <SettingTabs current="tickets" />
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          {FIELDS.map((name) => {
            const [min, max] = ticketRanges[name];
            return (
              <TextInput
                key={name}
                name={name}
                type="number"
                label={t(`desk:admin.${name}`)}
                hint={`${t(`desk:admin.${name}Hint`)} ${t("desk:admin.range", { min, max })}`}
                className="short"
                defaultValue={failed?.values[name] ?? String(settings[name])}
                error={failed?.failure.fields[name]}
                required
                min={min}
                max={max}
              />
            );
          })}
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
