import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { PasswordInput } from "~/components/ui/password-input";
import { TextInput } from "~/components/ui/text-input";
import { acceptInvitation } from "~/domain/access/accept-invitation.server";
import { findLink } from "~/domain/access/find-link.server";
import { acceptInvitationForm, MIN_PASSWORD } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { usePageFacts } from "~/http/use-page-facts";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = publicLoader(async (ctx, { params }) => {
  const link = await findLink(ctx, params.token ?? "");
  const title = translator(ctx.locale)("identity:invitation.title");
  if (link?.purpose !== "invitation") return data({ address: null, role: null, title }, { status: 410 });
  return data({ address: link.address, role: link.role, title });
});

export const action = publicAction(async (ctx, { request, params }) => {
  const { name, password } = await readInput(ctx, request, acceptInvitationForm);
  const userAgent = request.headers.get("user-agent") ?? "";
  const { setCookie } = await acceptInvitation(ctx, { token: params.token ?? "", name, password, userAgent });
  return redirect(paths.desk.home(), { headers: { "Set-Cookie": setCookie } });
});

/** Name and password, and the desk is open. */
export default function Invitation() {
  const { address, role } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { company } = usePageFacts();
  const t = useT();
  const { fields = {} } = failed?.failure ?? {};
  if (!address)
    return (
      <div className="door">
        <Card>
          <EmptyState level={1} title={t("identity:linkGone.title")}>
            {failed?.failure.message ?? t("identity:invitation.gone")}
          </EmptyState>
        </Card>
      </div>
    );
  return (
    <div className="door">
      <Card padded>
        <h1>{t("identity:invitation.title")}</h1>
        <p className="lead wrap-anywhere">
          {t("identity:invitation.lead", { company: company.name, address, role: t(`identity:role.${role}`) })}
        </p>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <input type="hidden" name="username" autoComplete="username" value={address} readOnly />
          <TextInput
            name="name"
            label={t("identity:field.name")}
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={failed?.values.name}
            error={fields.name}
          />
          <PasswordInput
            name="password"
            label={t("identity:field.password")}
            hint={t("identity:password.hint", { count: MIN_PASSWORD })}
            autoComplete="new-password"
            required
            minLength={MIN_PASSWORD}
            error={fields.password}
          />
          <Button variant="primary" wide>
            {t("identity:invitation.do")}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
