import { redirect } from "@remix-run/node";
import { removeQueueAddress } from "~/domain/routing/remove-queue-address.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { addressForm } from "../address-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("queues")));

/** Mail to the address lands nowhere of its own from now on. */
export const action = adminAction(async (ctx, { request, params }) => {
  const { address } = await readInput(ctx, request, addressForm);
  await removeQueueAddress(ctx, address);
  return redirectWithToast(paths.desk.admin(`queues/${idParam(params, "queueId")}/addresses`), {
    key: "desk:toast.addressRemoved",
  });
});
