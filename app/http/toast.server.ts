import { redirect } from "@remix-run/node";
import type { Params } from "~/i18n/translate";
import type { RequestArgs } from "./ctx.server";
import { signedCookie } from "./cookies.server";

/** A line shown once on the next page; `undo` names a resource route that takes the act back by POST until `until`. */
export type Toast = {
  key: string;
  params?: Params;
  tone?: "ok" | "warn" | "danger";
  undo?: { action: string; until: string };
};

const cookie = () => signedCookie("toast", 60);

/** Goes to `to` and shows the toast there. */
export async function redirectWithToast(to: string, toast: Toast): Promise<Response> {
  return redirect(to, { headers: { "Set-Cookie": await cookie().serialize(toast) } });
}

/** Takes the toast that waits for this page, if any. */
export async function takeToast({ request, context }: RequestArgs): Promise<Toast | null> {
  const header = request.headers.get("cookie");
  if (!header) return null;
  const toast = (await cookie().parse(header)) as Toast | null;
  if (toast) context.setCookie(await cookie().serialize("", { maxAge: 0 }));
  return toast || null;
}
