import { useActionData, useLoaderData } from "@remix-run/react";
import { ProfileForm } from "~/components/identity/profile-form";
import { Card } from "~/components/ui/card";
import { changeProfile } from "~/domain/identity/change-profile.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { profileForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, customerAction, customerLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";

export const meta = pageTitle;

export const loader = customerLoader(async (ctx) => ({
  profile: await getAccount(ctx, ctx.actor.personId),
  timeZones: Intl.supportedValuesOf("timeZone"),
  title: translator(ctx.locale)("identity:account.title"),
}));

export const action = customerAction(async (ctx, { request }) => {
  await changeProfile(ctx, ctx.actor.personId, await readInput(ctx, request, profileForm));
  return redirectWithToast(paths.account(), { key: "identity:toast.saved" });
});

export default function Profile() {
  const { profile, timeZones } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  return (
    <Card padded>
      <ProfileForm profile={profile} timeZones={timeZones} failed={failed} />
    </Card>
  );
}
