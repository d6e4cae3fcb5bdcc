import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { MailSent } from "~/components/identity/mail-sent";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { requestPasswordReset } from "~/domain/access/request-password-reset.server";
import { forgotPasswordForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths, withQuery } from "~/http/paths";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = publicLoader(async (ctx, { request }) => ({
  sent: new URL(request.url).searchParams.has("sent"),
  title: translator(ctx.locale)("identity:forgot.title"),
}));

export const action = publicAction(async (ctx, { request }) => {
  const { email } = await readInput(ctx, request, forgotPasswordForm);
  await requestPasswordReset(ctx, { address: email });
  return redirect(withQuery(paths.forgotPassword(), { sent: 1 }));
});

/** Asks where to mail the link that sets a new password. */
export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  if (sent && !failed)
    return (
      <div className="door">
        <MailSent title={t("identity:sent.title")} again={paths.forgotPassword()}>
          {t("identity:sent.reset", { count: 60 })}
        </MailSent>
      </div>
    );
  return (
    <div className="door">
      <Card padded>
        <h1>{t("identity:forgot.title")}</h1>
        <p className="lead">{t("identity:forgot.lead")}</p>
        <Form method="post" className="form" action={paths.forgotPassword()}>
          <FailureErrors of={failed} />
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
            {t("identity:forgot.do")}
          </Button>
        </Form>
        <p className="other">
          <a href={paths.signIn()}>{t("identity:back.signIn")}</a>
        </p>
      </Card>
    </div>
  );
}
