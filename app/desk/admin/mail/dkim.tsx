import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listDkimDomains } from "~/domain/mail/dkim/list-dkim-domains.server";
import { listQueues } from "~/domain/routing/list-queues.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { DkimKey } from "./dkim-key";
import { MailTabs } from "./mail-tabs";
import { PublishedRecord } from "./published-record";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const queues = await listQueues(ctx);
  const addresses = queues
    .filter(({ archivedAt }) => archivedAt === null)
    .flatMap((queue) => queue.addresses.map(({ address }) => address));
  return { title: translator(ctx.locale)("mailadmin:dkim.title"), domains: await listDkimDomains(ctx, addresses) };
});

/** Each domain that mails come from: its keys, and what DNS says of it. */
export default function Dkim() {
  const { title, domains } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailadmin:dkim.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <MailTabs current="dkim" />
      <h2 className="sr">{title}</h2>
      {domains.map(({ domain, keys, spf, dmarc }) => {
        const waits = keys.some(({ activeAt }) => activeAt === null);
        return (
          <Card padded key={domain} title={<span className="wrap-anywhere">{domain}</span>} level={3}>
            <div className="grid gap-6">
              {keys.length === 0 ? <p className="muted">{t("mailadmin:dkim.none")}</p> : null}
              {keys.map((key) => (
                <DkimKey key={key.selector} domain={domain} dkim={key} />
              ))}
              {waits ? null : (
                <Form method="post" action={paths.desk.admin("mail/dkim/key")}>
                  <input type="hidden" name="domain" value={domain} />
                  <Button size="sm" variant={keys.length === 0 ? "primary" : undefined}>
                    {t(keys.length === 0 ? "mailadmin:dkim.create" : "mailadmin:dkim.rotate")}{" "}
                    <span className="sr">{domain}</span>
                  </Button>
                </Form>
              )}
              <div className="grid gap-4 border-t pt-4">
                <PublishedRecord kind="spf" domain={domain} published={spf} />
                <PublishedRecord kind="dmarc" domain={domain} published={dmarc} />
              </div>
            </div>
          </Card>
        );
      })}
    </Sheet>
  );
}
