import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { findUnsubscription } from "~/domain/notifications/find-unsubscription.server";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { notFound } from "~/lib/errors";
import { pageTitle } from "~/http/page-title";
import { publicAction, publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

/** Looking at the link changes nothing: mail scanners follow every link. */
export const loader = publicLoader(async (ctx, { params }) => {
  const about = await findUnsubscription(ctx, params.token ?? "");
  if (!about) throw notFound();
  return { about, title: translator(ctx.locale)("portal:unsubscribe.title") };
});

/** The button, or a mail program's one click (RFC 8058): it posts without cookies and wants no redirect. */
export const action = publicAction(async (ctx, { params }) => {
  if (!(await unsubscribe(ctx, params.token ?? ""))) throw notFound();
  return { done: true };
});

/** Stops the copies of a ticket, or one kind of notice, for the recipient of the mail that held the link. */
export default function Unsubscribe() {
  const { about } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useT();
  const what =
    about.what === "ticket"
      ? t("portal:unsubscribe.ticket", { number: about.number, subject: about.subject })
      : about.what === "news"
        ? t("portal:unsubscribe.news", { subject: about.subject })
        : t("portal:unsubscribe.notices");
  return (
    <div className="door">
      <Card padded>
        <h1>{t(done ? "portal:unsubscribe.done" : "portal:unsubscribe.title")}</h1>
        <p className="lead wrap-anywhere">{done ? t("portal:unsubscribe.doneText") : what}</p>
        {done ? null : (
          <Form method="post" className="form">
            <Button variant="primary" wide>
              {t("portal:unsubscribe.do")}
            </Button>
          </Form>
        )}
      </Card>
    </div>
  );
}
