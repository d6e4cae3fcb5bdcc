import { useActionData, useLoaderData } from "@remix-run/react";
import { AddressList } from "~/components/identity/address-list";
import { addAddress } from "~/domain/access/add-address.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { addressForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { type Failure, customerAction, customerLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";

export const meta = pageTitle;

export const loader = customerLoader(async (ctx) => ({
  addresses: (await getAccount(ctx, ctx.actor.personId)).addresses,
  title: translator(ctx.locale)("identity:account.addresses"),
}));

export const action = customerAction(async (ctx, { request }) => {
  const { email } = await readInput(ctx, request, addressForm);
  await addAddress(ctx, { personId: ctx.actor.personId, address: email, name: ctx.person.name });
  return redirectWithToast(paths.accountPart("addresses"), {
    key: "identity:toast.addressMailed",
    params: { address: email },
  });
});

export default function Addresses() {
  const { addresses } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  return (
    <AddressList
      addresses={addresses}
      primaryHref={(id) => paths.accountPart(`addresses/${id}/primary`)}
      removalHref={(id) => paths.accountPart(`addresses/${id}/removal`)}
      failed={failed}
    />
  );
}
