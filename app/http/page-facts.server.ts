import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { DEFAULT_LOCALE, isLocale, type Locale, negotiateLocale } from "~/i18n/config";
import { log } from "~/platform/log.server";
import { getSettings } from "~/platform/settings.server";
import { readCookie } from "./cookies.server";
import { requestCtx, sessionOf } from "./ctx.server";
import { halfOf } from "./new-document.server";
import { takeToast } from "./toast.server";

/** `readPageFacts`; when even the frame cannot be read, a 503 that knows the reader's language. */
export async function loadPageFacts(args: LoaderFunctionArgs): Promise<PageFacts> {
  try {
    return await readPageFacts(args);
  } catch (error) {
    if (error instanceof Response) throw error;
    log.error({ err: error, requestId: args.context.requestId }, "frame failed");
    throw data({ locale: browserLocale(args.request) }, { status: 503 });
  }
}

/** What every page's frame shows: language, half, theme, company, who is signed in, the toast. */
async function readPageFacts(args: LoaderFunctionArgs) {
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

export type PageFacts = Awaited<ReturnType<typeof readPageFacts>>;

/** The language by cookie, else by what the browser asks for; needs no database. */
function browserLocale({ headers }: Request): Locale {
  const chosen = readCookie(headers.get("cookie"), "lang");
  return isLocale(chosen) ? chosen : (negotiateLocale(headers.get("accept-language")) ?? DEFAULT_LOCALE);
}
