import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { NewToken } from "~/components/identity/new-token";
import { TokenList } from "~/components/identity/token-list";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { listApiTokens } from "~/domain/identity/list-api-tokens.server";
import { createTokenForm, TOKEN_DAYS } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({
  tokens: await listApiTokens(ctx, ctx.actor.personId),
  lifetimes: TOKEN_DAYS,
  title: translator(ctx.locale)("identity:account.tokens"),
}));

/** Answers with the token itself: it is shown on this page once and never again. */
export const action = agentAction(async (ctx, { request }) => {
  const { name, days } = await readInput(ctx, request, createTokenForm);
  const expiresAt = days ? new Date(ctx.now.getTime() + days * 86_400_000) : null;
  const { token } = await createApiToken(ctx, { personId: ctx.actor.personId, name, expiresAt });
  return { token, name };
});

export default function Tokens() {
  const { tokens, lifetimes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Failure | { token: string; name: string } | undefined;
  const failed = answer && "failure" in answer ? answer : undefined;
  const made = answer && "token" in answer ? answer : undefined;
  const t = useT();
  const { fields = {} } = failed?.failure ?? {};
  return (
    <>
      {made ? <NewToken name={made.name} token={made.token} /> : null}
      <TokenList tokens={tokens} endHref={(id) => paths.accountPart(`tokens/${id}/end`)} />
      <Card padded id="new-token" title={t("identity:tokens.new")}>
        <p className="muted small mb-3">{t("identity:tokens.lead")}</p>
        <Form method="post" className="form" key={made?.token}>
          <FailureErrors of={failed} />
          <div className="two">
            <TextInput
              name="name"
              label={t("identity:field.tokenName")}
              required
              maxLength={80}
              defaultValue={failed?.values.name}
              error={fields.name}
            />
            <Select
              name="days"
              label={t("identity:field.tokenLife")}
              placeholder={t("identity:tokens.forever")}
              options={lifetimes.map((days) => ({
                value: String(days),
                label: t("identity:tokens.days", { count: days }),
              }))}
              defaultValue={failed?.values.days ?? "90"}
              error={fields.days}
            />
          </div>
          <div className="form-actions">
            <Button variant="primary">{t("identity:tokens.create")}</Button>
          </div>
        </Form>
      </Card>
    </>
  );
}
