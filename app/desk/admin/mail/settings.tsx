import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { getSavedSettings } from "~/domain/admin/get-saved-settings.server";
import { saveSettings } from "~/domain/admin/save-settings.server";
import { mailChoices, mailRanges, mailSettingsForm } from "~/domain/admin/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { MailTabs } from "./mail-tabs";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("templates:settings.title"),
  settings: await getSavedSettings(ctx, "mail"),
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  await saveSettings(ctx, "mail", parse(mailSettingsForm, Object.fromEntries(form)));
  return redirectWithToast(paths.desk.admin("mail/settings"), { key: "desk:toast.saved" });
});

/** What happens to doubtful mail and to mail for closed tickets. */
export default function MailSettings() {
  const { title, settings } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const errors = failed?.failure.fields;
  const choice = (name: keyof typeof mailChoices) => (
    <RadioGroup
      name={name}
      label={t(`templates:settings.${name}`)}
      hint={t(`templates:settings.${name}Hint`)}
      defaultValue={failed?.values[name] ?? settings[name]}
      error={errors?.[name]}
      options={mailChoices[name].map((value) => ({ value, label: t(`templates:settings.${name}.${value}`) }))}
    />
  );
  const number = (name: keyof typeof mailRanges) => {
    const [min, max, step] = mailRanges[name];
    return (
      <TextInput
        name={name}
        type="number"
        label={t(`templates:settings.${name}`)}
        hint={`${t(`templates:settings.${name}Hint`)} ${t("desk:admin.range", { min, max })}`}
        className="short"
        defaultValue={failed?.values[name] ?? String(settings[name])}
        error={errors?.[name]}
        required
        {...{ min, max, step }}
      />
    );
  };
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("templates:settings.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <MailTabs current="settings" />
      <h2 className="sr">{title}</h2>
      <Card padded>
        <Form method="post" className="form max-w-2xl">
          <FormErrors message={failed?.failure.message} errors={errors} />
          {choice("closedTickets")}
          {number("reopenDays")}
          {choice("unknownSender")}
          {choice("dmarcFail")}
          {number("spamScore")}
          <TextArea
            name="trustedRelays"
            label={t("templates:settings.trustedRelays")}
            hint={t("templates:settings.trustedRelaysHint")}
            rows={3}
            defaultValue={failed?.values.trustedRelays ?? settings.trustedRelays.join("\n")}
            error={errors?.trustedRelays}
            optional
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
