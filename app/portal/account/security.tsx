import { useActionData, useLoaderData } from "@remix-run/react";
import { PasswordCard } from "~/components/identity/password-card";
import { SessionList } from "~/components/identity/session-list";
import { changePassword } from "~/domain/identity/change-password.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { listSessions } from "~/domain/identity/list-sessions.server";
import { changePasswordForm, MIN_PASSWORD } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, customerAction, customerLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";

export const meta = pageTitle;

export const loader = customerLoader(async (ctx) => {
  const { personId } = ctx.actor;
  const { hasPassword, passwordChangedAt } = await getAccount(ctx, personId);
  return {
    hasPassword,
    passwordChangedAt,
    minLength: MIN_PASSWORD,
    email: ctx.person.email,
    sessions: await listSessions(ctx, personId, ctx.sessionId),
    title: translator(ctx.locale)("identity:account.security"),
  };
});

export const action = customerAction(async (ctx, { request }) => {
  const { current, password } = await readInput(ctx, request, changePasswordForm);
  await changePassword(ctx, { personId: ctx.actor.personId, current, password, sessionId: ctx.sessionId });
  return redirectWithToast(paths.accountPart("security"), { key: "identity:toast.passwordSet" });
});

export default function Security() {
  const { hasPassword, passwordChangedAt, minLength, email, sessions } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  return (
    <>
      <PasswordCard
        hasPassword={hasPassword}
        changedAt={passwordChangedAt}
        minLength={minLength}
        email={email}
        removalHref={paths.accountPart("password-removal")}
        failed={failed}
      />
      <SessionList
        sessions={sessions}
        endHref={(id) => paths.accountPart(`sessions/${id}/end`)}
        endOthersHref={paths.accountPart("sessions/others/end")}
      />
    </>
  );
}
