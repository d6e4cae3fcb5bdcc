import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Link2Off } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { PasswordInput } from "~/components/ui/password-input";
import { findLink } from "~/domain/access/find-link.server";
import { MIN_PASSWORD } from "~/domain/identity/schema";
import { landingPath } from "~/http/landing-path";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { followLink } from "./follow-link.server";
import { linkKind } from "./link-kind";

export const meta = pageTitle;

/** Says what the link does. Mail scanners come this far and use nothing up. */
export const loader = publicLoader(async (ctx, { params }) => {
  const token = params.token ?? "";
  const t = translator(ctx.locale);
  const link = await findLink(ctx, token);
  if (!link) return data({ link: null, title: t("identity:linkGone.title") }, { status: 410 });
  const kind = linkKind(link);
  if (!kind) throw redirect(paths.invitation(token));
  const signedIn = ctx.actor.kind === "person" ? ctx.actor : null;
  if (kind === "signIn" && signedIn?.personId === link.personId) throw redirect(landingPath(signedIn!.role, link.to));
  if (kind === "addAddress" && !signedIn) throw redirect(paths.signIn(paths.oneTimeLink(token)));
  const foreign = kind === "addAddress" && signedIn?.personId !== link.personId;
  const { address, subject } = link;
  return data({ link: { kind, address, subject, foreign }, title: t(`identity:follow.${kind}.title`) });
});

export const action = publicAction((ctx, args) => followLink(ctx, args));

export default function FollowLink() {
  const { link } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <div className="door">
      <Card padded>
        {link ? (
          <Question link={link} failed={failed} />
        ) : (
          <Gone message={failed?.failure.message ?? t("identity:linkGone.text")} />
        )}
      </Card>
    </div>
  );
}

type Link = { kind: NonNullable<ReturnType<typeof linkKind>>; address: string; subject: string; foreign: boolean };

function Question({ link, failed }: { link: Link; failed?: Failure }) {
  const t = useT();
  const { kind, address, subject, foreign } = link;
  if (foreign)
    return (
      <>
        <h1>{t("identity:follow.addAddress.title")}</h1>
        <p className="lead">{t("identity:follow.foreign", { address })}</p>
      </>
    );
  return (
    <>
      <h1>{t(`identity:follow.${kind}.title`)}</h1>
      <p className="lead wrap-anywhere">{t(`identity:follow.${kind}.lead`, { address, subject })}</p>
      <Form method="post" className="form">
        <FailureErrors of={failed} />
        {kind === "resetPassword" ? (
          <>
            <input type="hidden" name="username" autoComplete="username" value={address} readOnly />
            <PasswordInput
              name="password"
              label={t("identity:field.newPassword")}
              hint={t("identity:password.hint", { count: MIN_PASSWORD })}
              autoComplete="new-password"
              required
              minLength={MIN_PASSWORD}
              error={failed?.failure.fields.password}
            />
          </>
        ) : null}
        <Button variant="primary" wide>
          {t(`identity:follow.${kind}.do`)}
        </Button>
      </Form>
    </>
  );
}

function Gone({ message }: { message: string }) {
  const t = useT();
  return (
    <EmptyState
      icon={Link2Off}
      level={1}
      title={t("identity:linkGone.title")}
      action={
        <a className="btn primary" href={paths.signInLink()}>
          {t("identity:linkGone.again")}
        </a>
      }
    >
      {message}
    </EmptyState>
  );
}
