import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSettings } from "~/platform/settings.server";
import { requestCtx, sessionOf } from "./ctx.server";
import { halfOf } from "./new-document.server";
import { takeToast } from "./toast.server";

/** What every page's frame shows: language, half, theme, company, who is signed in, the toast. */
export async function loadPageFacts(args: LoaderFunctionArgs) {
  const [ctx, session, toast] = await Promise.all([requestCtx(args), sessionOf(args), takeToast(args)]);
  const [company, { uploadMegabytes }] = await Promise.all([getSettings(ctx, "company"), getSettings(ctx, "tickets")]);
  const half = halfOf(new URL(args.request.url).pathname);
  const person = session?.person;
  return {
    half,
    locale: ctx.locale,
    timeZone: ctx.timeZone,
    theme: person?.theme ?? null,
    brandHue: company.brandHue,
    company: { name: company.name, hours: company.hours, phone: company.phone, email: company.email },
    person: person
      ? { id: person.id, name: person.name, email: person.email, role: person.role, shortcuts: person.shortcuts }
      : null,
    /** The largest file a form takes. */
    maxUploadBytes: uploadMegabytes * 1_000_000,
    toast,
  };
}

export type PageFacts = Awaited<ReturnType<typeof loadPageFacts>>;
