import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { changeImapAccount } from "~/domain/mailroom/imap/change-imap-account.server";
import { getImapAccount } from "~/domain/mailroom/imap/get-imap-account.server";
import { listImapAccounts } from "~/domain/mailroom/imap/list-imap-accounts.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { useDrawn } from "../../../use-drawn";
import { listOurAddresses } from "./list-our-addresses.server";
import { MailboxFields } from "./mailbox-fields";
import { type MailboxTest, readMailboxForm, testMailboxForm } from "./read-mailbox-form.server";
import { StandingCard } from "./standing-card";
import { TrialBanner } from "./trial-banner";

const HERE = "mail/mailboxes";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const mailboxId = idParam(params, "mailboxId");
  const mailbox = await getImapAccount(ctx, mailboxId);
  const [rows, addresses] = await Promise.all([listImapAccounts(ctx), listOurAddresses(ctx)]);
  return { title: mailbox.name, mailbox, standing: rows.find(({ id }) => id === mailboxId) ?? null, addresses };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const mailboxId = idParam(params, "mailboxId");
  const form = await readForm(ctx, request);
  if (form.has("test")) return testMailboxForm(ctx, form, mailboxId);
  const kept = String(form.get("kept") ?? "");
  const typed = readMailboxForm(form);
  const { revision } = await changeImapAccount(ctx, mailboxId, Number(form.get("revision")), typed, kept);
  return redirectWithToast(paths.desk.admin(`${HERE}/${mailboxId}`, { saved: revision }), { key: "desk:toast.saved" });
});

/** After a conflict the page learns the revision that is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** A mailbox: how it stands, its form, and the ways to end it. */
export default function EditMailbox() {
  const { mailbox, standing, addresses } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Partial<Failure & MailboxTest> | undefined;
  const t = useT();
  const { values, failure, trial } = answer ?? {};
  const drawn = useDrawn(mailbox);
  const overtaken = failure?.code === "mailadmin:imap.error.changed";
  const here = paths.desk.admin(`${HERE}/${mailbox.id}`);
  return (
    <Sheet
      slim
      title={<bdi>{mailbox.name}</bdi>}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin(HERE), label: t("mailadmin:imap.title") },
      ]}
    >
      {standing ? <StandingCard standing={standing} action={`${here}/enabled`} enabled={mailbox.enabled} /> : null}
      <Card padded title={t("mailadmin:imap.data")}>
        <Form method="post" className="form" preventScrollReset key={drawn.revision}>
          <FormErrors message={failure?.message} errors={failure?.fields} />
          {trial ? <TrialBanner trial={trial} /> : null}
          <input
            type="hidden"
            name="revision"
            value={overtaken ? mailbox.revision : (values?.revision ?? drawn.revision)}
          />
          <MailboxFields mailbox={drawn} addresses={addresses} trial={trial} values={values} errors={failure?.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <Button name="test" value="yes">
              {t("mailadmin:imap.test.do")}
            </Button>
          </div>
        </Form>
      </Card>
      <Card padded title={t("mailadmin:imap.remove")}>
        <p className="muted small mb-3">{t("mailadmin:imap.removeText")}</p>
        <details>
          <summary>{t("mailadmin:imap.removeAsk")}</summary>
          <Form method="post" action={`${here}/removal`} className="mt-3">
            <Button variant="danger">{t("mailadmin:imap.removeDo")}</Button>
          </Form>
        </details>
      </Card>
    </Sheet>
  );
}
