import { useLoaderData } from "@remix-run/react";
import { listTemplates } from "~/domain/mail/list-templates.server";
import { previewMail } from "~/domain/mail/preview-mail.server";
import { pageTitle } from "~/http/page-title";
import { withQuery } from "~/http/paths";
import { publicLoader } from "~/http/route.server";
import { isLocale, LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { notFound } from "~/lib/errors";

export const meta = pageTitle;

/** Every mail template in every language, with its plain text; nothing in production. */
export const loader = publicLoader(async (_ctx, { request }) => {
  if (process.env.NODE_ENV === "production") throw notFound();
  const query = new URL(request.url).searchParams;
  const names = await listTemplates();
  const name = query.get("template") ?? names[0] ?? "";
  const wanted = query.get("lang");
  const locale = isLocale(wanted) ? wanted : "en";
  const { subject, text } = await previewMail(name, locale);
  return { title: "Mails", names, name, locale, subject, text };
});

export default function Mails() {
  const { names, name, locale, subject, text } = useLoaderData<typeof loader>();
  const to = (template: string, lang: string) => withQuery("/kit/mails", { template, lang });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{subject}</h1>
      </div>
      <nav className="flex flex-wrap gap-2" aria-label="Templates">
        {names.map((each) => (
          <a key={each} className="tag" href={to(each, locale)} aria-current={each === name ? "page" : undefined}>
            {each}
          </a>
        ))}
      </nav>
      <nav className="my-4 flex gap-2" aria-label="Languages">
        {LOCALES.map((lang) => (
          <a key={lang} className="tag" href={to(name, lang)} aria-current={lang === locale ? "page" : undefined}>
            {LOCALE_NAMES[lang]}
          </a>
        ))}
      </nav>
      <iframe
        title={subject}
        src={withQuery("/kit/mail", { template: name, lang: locale })}
        className="card h-[70vh] w-full"
      />
      <pre className="card pad mt-4 whitespace-pre-wrap">{text}</pre>
    </div>
  );
}
