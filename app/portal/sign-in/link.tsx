import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { MailSent } from "~/components/identity/mail-sent";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { requestSignInLink } from "~/domain/access/request-sign-in-link.server";
import { signInLinkForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { landingPath } from "~/http/landing-path";
import { pageTitle } from "~/http/page-title";
import { paths, safeReturnPath, withQuery } from "~/http/paths";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = publicLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const to = query.get("to");
  if (ctx.actor.kind === "person") throw redirect(landingPath(ctx.actor.role, to));
  return { to, sent: query.has("sent"), title: translator(ctx.locale)("identity:link.title") };
});

export const action = publicAction(async (ctx, { request }) => {
  const { email, to } = await readInput(ctx, request, signInLinkForm);
  await requestSignInLink(ctx, { address: email, to: safeReturnPath(to, "") || null });
  return redirect(withQuery(paths.signInLink(), { sent: 1, to }));
});

/** Asks for the address that a link is mailed to. */
export default function SignInLink() {
  const { to, sent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  if (sent && !failed)
    return (
      <div className="door">
        <MailSent title={t("identity:sent.title")} again={withQuery(paths.signInLink(), { to })}>
          {t("identity:sent.link", { count: 15 })}
        </MailSent>
      </div>
    );
  return (
    <div className="door">
      <Card padded>
        <h1>{t("identity:link.title")}</h1>
        <p className="lead">{t("identity:link.lead")}</p>
        <Form method="post" className="form" action={withQuery(paths.signInLink(), { to })}>
          <FailureErrors of={failed} />
          {to ? <input type="hidden" name="to" value={to} /> : null}
          <TextInput
            name="email"
            type="email"
            label={t("identity:field.email")}
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={failed?.values.email}
            error={failed?.failure.fields.email}
          />
          <Button variant="primary" wide>
            {t("identity:link.do")}
          </Button>
        </Form>
        <p className="other">
          <a href={paths.signIn(to)}>{t("identity:back.signIn")}</a>
        </p>
      </Card>
    </div>
  );
}
