import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { confirmAddress } from "~/domain/access/confirm-address.server";
import { findLink } from "~/domain/access/find-link.server";
import { resetPassword } from "~/domain/access/reset-password.server";
import { signInByLink } from "~/domain/access/sign-in-by-link.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { newPasswordForm } from "~/domain/identity/schema";
import { readForm, readInput } from "~/http/forms.server";
import type { Ctx } from "~/http/ctx.server";
import { landingPath } from "~/http/landing-path";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";
import { conflict } from "~/lib/errors";
import { linkKind } from "./link-kind";
import { openGuestTicket } from "./open-guest-ticket.server";

/** Does what a link is for, once, and leads on. */
export async function followLink(ctx: Ctx, { request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? "";
  const userAgent = request.headers.get("user-agent") ?? "";
  const link = await findLink(ctx, token);
  const kind = link && linkKind(link);
  if (!kind) throw conflict("identity:error.linkUsed");

  if (kind === "resetPassword") {
    const { password } = await readInput(ctx, request, newPasswordForm);
    const { personId, setCookie } = await resetPassword(ctx, { token, password, userAgent });
    context.setCookie(setCookie);
    return redirectWithToast(await landingOf(ctx, personId), { key: "identity:toast.passwordSet" });
  }
  await readForm(ctx, request);
  if (kind === "addAddress") {
    const { address } = await confirmAddress(ctx, token);
    return redirectWithToast(await accountOf(ctx), { key: "identity:toast.addressAdded", params: { address } });
  }
  if (kind === "confirmTicket") {
    const { number, setCookie } = await openGuestTicket(ctx, { token, userAgent });
    context.setCookie(setCookie);
    return redirectWithToast(paths.ticket(number), { key: "identity:toast.ticketOpened", params: { number } });
  }
  const { personId, setCookie, to, signedUp } = await signInByLink(ctx, { token, userAgent });
  context.setCookie(setCookie);
  const next = await landingOf(ctx, personId, to);
  return signedUp ? redirectWithToast(next, { key: "identity:toast.signedUp" }) : redirect(next);
}

async function landingOf(ctx: Ctx, personId: string, to?: string | null): Promise<string> {
  return landingPath((await getAccount(ctx, personId)).role, to);
}

async function accountOf(ctx: Ctx): Promise<string> {
  const staff = ctx.actor.kind === "person" && ctx.actor.role !== "customer";
  return staff ? paths.desk.accountPart("addresses") : paths.accountPart("addresses");
}
