import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { MailSent } from "~/components/identity/mail-sent";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { signUp } from "~/domain/access/sign-up.server";
import { signUpForm } from "~/domain/identity/schema";
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
  return { to, sent: query.has("sent"), title: translator(ctx.locale)("identity:signUp.title") };
});

export const action = publicAction(async (ctx, { request }) => {
  const { email, name, to } = await readInput(ctx, request, signUpForm);
  await signUp(ctx, { address: email, name, to: safeReturnPath(to, "") || null });
  return redirect(withQuery(paths.signUp(), { sent: 1, to }));
});

/** Name and address; the account begins with the mailed link. */
export default function SignUp() {
  const { to, sent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  if (sent && !failed)
    return (
      <div className="door">
        <MailSent title={t("identity:sent.title")} again={withQuery(paths.signUp(), { to })}>
          {t("identity:sent.signUp", { count: 24 })}
        </MailSent>
      </div>
    );
  const { fields = {} } = failed?.failure ?? {};
  return (
    <div className="door">
      <Card padded>
        <h1>{t("identity:signUp.title")}</h1>
        <p className="lead">{t("identity:signUp.lead")}</p>
        <Form method="post" className="form" action={withQuery(paths.signUp(), { to })}>
          <FailureErrors of={failed} />
          {to ? <input type="hidden" name="to" value={to} /> : null}
          <TextInput
            name="name"
            label={t("identity:field.name")}
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={failed?.values.name}
            error={fields.name}
          />
          <TextInput
            name="email"
            type="email"
            label={t("identity:field.email")}
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={failed?.values.email}
            error={fields.email}
          />
          <Button variant="primary" wide>
            {t("identity:signUp.do")}
          </Button>
        </Form>
        <p className="other">
          {t("identity:signUp.known")} <a href={paths.signIn(to)}>{t("identity:signIn.do")}</a>
        </p>
      </Card>
    </div>
  );
}
