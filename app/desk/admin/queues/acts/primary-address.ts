import { redirect } from "@remix-run/node";
import { makeQueueAddressPrimary } from "~/domain/routing/make-queue-address-primary.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { addressForm } from "../address-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("queues")));

/** The queue's mails come from this address from now on. */
export const action = adminAction(async (ctx, { request, params }) => {
  const { address } = await readInput(ctx, request, addressForm);
  await makeQueueAddressPrimary(ctx, address);
  return redirectWithToast(paths.desk.admin(`queues/${idParam(params, "queueId")}/addresses`), {
    key: "desk:toast.saved",
  });
});
