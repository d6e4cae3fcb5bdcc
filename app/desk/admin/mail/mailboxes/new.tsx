import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { createImapAccount } from "~/domain/mailroom/imap/create-imap-account.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { listOurAddresses } from "./list-our-addresses.server";
import { MailboxFields } from "./mailbox-fields";
import { type MailboxTest, readMailboxForm, testMailboxForm } from "./read-mailbox-form.server";
import { TrialBanner } from "./trial-banner";

const HERE = "mail/mailboxes";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("mailadmin:imap.new"),
  addresses: await listOurAddresses(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  if (form.has("test")) return testMailboxForm(ctx, form);
  const { mailboxId } = await createImapAccount(ctx, readMailboxForm(form), { kept: String(form.get("kept") ?? "") });
  return redirectWithToast(paths.desk.admin(`${HERE}/${mailboxId}`), { key: "mailadmin:imap.toast.added" });
});

/** One more mailbox. */
export default function NewMailbox() {
  const { title, addresses } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Partial<Failure & MailboxTest> | undefined;
  const t = useT();
  const { values, failure, trial } = answer ?? {};
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin(HERE), label: t("mailadmin:imap.title") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form" preventScrollReset>
          <FormErrors message={failure?.message} errors={failure?.fields} />
          {trial ? <TrialBanner trial={trial} /> : null}
          <MailboxFields mailbox={{}} addresses={addresses} trial={trial} values={values} errors={failure?.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("mailadmin:imap.add")}</Button>
            <Button name="test" value="yes">
              {t("mailadmin:imap.test.do")}
            </Button>
            <LinkButton href={paths.desk.admin(HERE)}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
