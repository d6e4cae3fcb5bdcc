import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { getSavedSettings } from "~/domain/admin/get-saved-settings.server";
import { saveSettings } from "~/domain/admin/save-settings.server";
import { companyForm } from "~/domain/admin/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { SettingTabs } from "./setting-tabs";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.settings"),
  company: await getSavedSettings(ctx, "company"),
  currencies: Intl.supportedValuesOf("currency"),
  zones: [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])],
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  await saveSettings(ctx, "company", parse(companyForm, Object.fromEntries(form)));
  return redirectWithToast(paths.desk.admin("settings"), { key: "desk:toast.saved" });
});

/** What customers read of the company. */
export default function CompanySettings() {
  const { title, company, zones, currencies } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const values = failed?.values;
  const errors = failed?.failure.fields;
  return (
    <Sheet slim title={title} crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}>
      <SettingTabs current="company" />
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={errors} />
          <TextInput
            name="name"
            label={t("desk:admin.companyName")}
            hint={t("desk:admin.companyNameHint")}
            defaultValue={values?.name ?? company.name}
            error={errors?.name}
            required
            maxLength={80}
            autoComplete="organization"
          />
          <TextInput
            name="hours"
            label={t("desk:admin.hours")}
            hint={t("desk:admin.hoursHint")}
            defaultValue={values?.hours ?? company.hours}
            error={errors?.hours}
            maxLength={120}
            optional
          />
          <div className="two">
            <TextInput
              name="phone"
              type="tel"
              label={t("desk:facts.phone")}
              defaultValue={values?.phone ?? company.phone}
              error={errors?.phone}
              maxLength={40}
              optional
            />
            <TextInput
              name="email"
              type="email"
              label={t("desk:admin.companyEmail")}
              defaultValue={values?.email ?? company.email}
              error={errors?.email}
              maxLength={120}
              optional
            />
            <Select
              name="timeZone"
              label={t("desk:admin.timeZone")}
              defaultValue={values?.timeZone ?? company.timeZone}
              error={errors?.timeZone}
              options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            />
            <Select
              name="currency"
              label={t("contracts:currency")}
              hint={t("contracts:currencyHint")}
              defaultValue={values?.currency ?? company.currency}
              error={errors?.currency}
              options={currencies.map((code) => ({ value: code, label: code }))}
            />
            <TextInput
              name="brandHue"
              type="number"
              label={t("desk:admin.hue")}
              defaultValue={values?.brandHue ?? String(company.brandHue)}
              error={errors?.brandHue}
              required
              min={0}
              max={360}
            />
          </div>
          <p className="muted small">{t("desk:admin.hueHint")}</p>
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
