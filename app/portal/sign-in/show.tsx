import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { PasswordInput } from "~/components/ui/password-input";
import { TextInput } from "~/components/ui/text-input";
import { signInForm } from "~/domain/identity/schema";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password.server";
import { readInput } from "~/http/forms.server";
import { landingPath } from "~/http/landing-path";
import { pageTitle } from "~/http/page-title";
import { paths, withQuery } from "~/http/paths";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = publicLoader(async (ctx, { request }) => {
  const to = new URL(request.url).searchParams.get("to");
  if (ctx.actor.kind === "person") throw redirect(landingPath(ctx.actor.role, to));
  return { to, title: translator(ctx.locale)("identity:signIn.title") };
});

export const action = publicAction(async (ctx, { request }) => {
  const { email, password, to } = await readInput(ctx, request, signInForm);
  const userAgent = request.headers.get("user-agent") ?? "";
  const { setCookie, role } = await signInWithPassword(ctx, { address: email, password, userAgent });
  return redirect(landingPath(role, to), { headers: { "Set-Cookie": setCookie } });
});

/** The door: a password, or a mailed link with the address that is typed already. */
export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const busy = useNavigation().state === "submitting";
  const t = useT();
  const { fields = {} } = failed?.failure ?? {};
  return (
    <div className="door">
      <Card padded>
        <h1>{t("identity:signIn.title")}</h1>
        <Form method="post" id="sign-in" className="form mt-4" action={paths.signIn(to)}>
          <FailureErrors of={failed} />
          {to ? <input type="hidden" name="to" value={to} /> : null}
          <TextInput
            name="email"
            type="email"
            label={t("identity:field.email")}
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={failed?.values.email}
            error={fields.email}
          />
          <PasswordInput
            name="password"
            label={t("identity:field.password")}
            autoComplete="current-password"
            required
            error={fields.password}
          />
          <Button variant="primary" wide busy={busy}>
            {t("identity:signIn.do")}
          </Button>
        </Form>
        <p className="or">{t("identity:signIn.or")}</p>
        <Button wide form="sign-in" formAction={withQuery(paths.signInLink(), { to })} formNoValidate>
          {t("identity:signIn.byLink")}
        </Button>
        <p className="other">
          <a href={paths.forgotPassword()}>{t("identity:signIn.forgot")}</a> ·{" "}
          <a href={withQuery(paths.signUp(), { to })}>{t("identity:signIn.signUp")}</a>
        </p>
      </Card>
    </div>
  );
}
