import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { getAccount } from "~/domain/identity/get-account.server";
import { changeMailText } from "~/domain/mail/templates/change-mail-text.server";
import { getMailText } from "~/domain/mail/templates/get-mail-text.server";
import { mailTextForm, ownTextForm } from "~/domain/mail/templates/schema";
import { isTextKey } from "~/domain/mail/templates/text-keys";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { useDrawn } from "../../../use-drawn";
import { ArchiveCard } from "../../archive-card";
import { readWords } from "./read-draft";
import { sendTest } from "./send-test.server";
import { TextForm } from "./text-form";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const text = await getMailText(ctx, params.ref ?? "");
  const { addresses } = await getAccount(ctx, ctx.actor.personId);
  return {
    title: text.key ? translator(ctx.locale)(`templates:key.${text.key}`) : text.name,
    text,
    addresses: addresses.filter(({ verified }) => verified).map(({ address }) => address),
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const ref = params.ref ?? "";
  const form = await readForm(ctx, request);
  if (form.get("act") === "test") return sendTest(ctx, request, form, ref);
  await changeMailText(ctx, ref, parse(isTextKey(ref) ? mailTextForm : ownTextForm, readWords(form)));
  return redirectWithToast(paths.desk.admin(`mail/templates/${ref}`), { key: "desk:toast.saved" });
});

/** One text of automatic mails in every language, with its preview. */
export default function EditMailText() {
  const { title, text, addresses } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const drawn = useDrawn(text);
  const here = paths.desk.admin(`mail/templates/${text.ref}`);
  return (
    <Sheet
      title={
        <>
          <bdi>{title}</bdi> {text.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      lead={text.key ? t(`templates:keyLead.${text.key}`) : undefined}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/templates"), label: t("templates:title") },
      ]}
    >
      <TextForm
        key={text.ref}
        text={drawn}
        overtaken={text.base !== drawn.base}
        preview={`${here}/preview`}
        saved={`${here}/preview?locale=${locale}`}
        addresses={addresses}
        answer={useActionData<typeof action>() as Parameters<typeof TextForm>[0]["answer"]}
        submit={t("desk:admin.save")}
        newest={here}
      />
      {text.key && text.changed.length > 0 ? (
        <Card padded id="reset" title={t("templates:reset.title")}>
          <p className="muted small mb-3">{t("templates:reset.text")}</p>
          <Form method="post" action={`${here}/reset`} reloadDocument>
            <input type="hidden" name="base" value={drawn.base} />
            <Button>{t("templates:reset.do")}</Button>
          </Form>
        </Card>
      ) : null}
      {text.key ? null : (
        <>
          <Card padded id="uses" title={t("templates:uses.title")}>
            {text.uses.length > 0 ? (
              <ul className="grid gap-1">
                {text.uses.map(({ kind, name }) => (
                  <li key={`${kind} ${name}`} className="wrap-anywhere">
                    {t(`templates:uses.${kind}`)}: <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="muted small">{t("templates:uses.none")}</p>
            )}
          </Card>
          <ArchiveCard action={`${here}/archive`} archived={text.archivedAt !== null}>
            {t("templates:archiveText")}
          </ArchiveCard>
        </>
      )}
    </Sheet>
  );
}
