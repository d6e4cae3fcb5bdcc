import { useActionData, useLoaderData } from "@remix-run/react";
import { ProfileForm } from "~/components/identity/profile-form";
import { Card } from "~/components/ui/card";
import { changeProfile } from "~/domain/identity/change-profile.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { getFilingAddress } from "~/domain/mailroom/get-filing-address.server";
import { deskProfileForm } from "~/domain/identity/schema";
import { getSignatureValues } from "~/domain/routing/get-signature-values.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { FilingCard } from "./filing-card";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({
  profile: await getAccount(ctx, ctx.actor.personId),
  filingAddress: await getFilingAddress(ctx),
  signatureValues: await getSignatureValues(ctx),
  timeZones: Intl.supportedValuesOf("timeZone"),
  title: translator(ctx.locale)("identity:account.title"),
}));

export const action = agentAction(async (ctx, { request }) => {
  await changeProfile(ctx, ctx.actor.personId, await readInput(ctx, request, deskProfileForm));
  return redirectWithToast(paths.desk.account(), { key: "identity:toast.saved" });
});

export default function Profile() {
  const { profile, filingAddress, signatureValues, timeZones } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  return (
    <>
      <Card padded>
        <ProfileForm profile={profile} timeZones={timeZones} failed={failed} desk={{ ...profile, signatureValues }} />
      </Card>
      <FilingCard address={filingAddress} />
    </>
  );
}
