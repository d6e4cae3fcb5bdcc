import { useLoaderData } from "@remix-run/react";
import { Mail } from "lucide-react";
import { Banner } from "~/components/ui/banner";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { KeyValue } from "~/components/ui/key-value";
import { Tabs } from "~/components/ui/tabs";
import { type PreviewedMail, previewReply } from "~/domain/tickets/preview-reply.server";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { formatSize } from "~/i18n/format";
import { translator } from "~/i18n/t.server";
import { useI18n, useT } from "~/i18n/use-t";
import { DomainError } from "~/lib/errors";
import type { DeskHandle } from "../desk-handle";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const query = new URL(request.url).searchParams;
  const t = translator(ctx.locale);
  const title = t("replies:preview.title", { number });
  const preview = await previewReply(ctx, number).catch((error: unknown) => {
    if (error instanceof DomainError && error.kind === "conflict") return { refused: t(error.code, error.params) };
    throw error;
  });
  if ("refused" in preview) return { title, number, refused: preview.refused, preview: null, kind: 0, plain: false };
  const mails = preview.mails.map(({ html: _html, ...mail }) => mail);
  const kind = Math.min(Math.max(0, Number(query.get("kind")) || 0), Math.max(0, mails.length - 1));
  const plain = query.get("view") === "text";
  return { title, number, refused: null, preview: { ...preview, mails }, kind, plain };
});

/** The draft as mail, once for each kind of recipient; nothing is sent. */
export default function Preview() {
  const { title, number, refused, preview, kind, plain } = useLoaderData<typeof loader>();
  const t = useT();
  const mail = preview?.mails[kind];
  const back = `${paths.desk.ticket(number)}#composer`;
  const here = (query: Record<string, string | number | null>) => paths.desk.ticketPart(number, "preview", query);
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet">
        <div className="sheet-head">
          <h1 className="min-w-0 flex-1">{title}</h1>
          <LinkButton href={back} size="sm">
            {t("replies:preview.back")}
          </LinkButton>
          <p className="lead">{t("replies:preview.lead")}</p>
        </div>
        <div className="sheet-body">
          {refused ? <Banner tone="warn">{refused}</Banner> : null}
          {preview?.withheld.map(({ address, reason }) => (
            <Banner key={address} tone="warn" title={t("replies:suppressed.title", { address })}>
              {t("replies:suppressed.why", { reason: t(`desk:reason.${reason}`) })}
            </Banner>
          ))}
          {preview && !mail ? (
            <Card>
              <EmptyState icon={Mail} title={t(preview.written ? "replies:preview.nobody" : "replies:preview.empty")} />
            </Card>
          ) : null}
          {preview && mail ? (
            <>
              {preview.mails.length > 1 ? (
                <Tabs
                  look="pill"
                  label={t("replies:preview.kinds")}
                  items={preview.mails.map((other, index) => ({
                    href: here({ kind: index || null, view: plain ? "text" : null }),
                    label: kindName(other, t),
                    current: index === kind,
                  }))}
                />
              ) : null}
              <Card padded>
                <Facts mail={mail} />
              </Card>
              <Card>
                <Tabs
                  label={t("desk:outbox.views")}
                  items={[
                    { href: here({ kind: kind || null }), label: t("desk:outbox.view.html"), current: !plain },
                    {
                      href: here({ kind: kind || null, view: "text" }),
                      label: t("desk:outbox.view.text"),
                      current: plain,
                    },
                  ]}
                />
                {plain ? (
                  <pre lang={mail.locale} className="wrap-anywhere p-(--pad) font-mono whitespace-pre-wrap">
                    {mail.text}
                  </pre>
                ) : (
                  <iframe
                    title={t("desk:outbox.view.html")}
                    src={here({ kind }).replace("/preview", "/preview/html")}
                    sandbox="allow-popups allow-popups-to-escape-sandbox"
                    className="block h-140 w-full border-0"
                  />
                )}
              </Card>
            </>
          ) : null}
        </div>
      </div>
    </main>
  );
}

type Mail = Omit<PreviewedMail, "html">;

const kindName = ({ template, locale }: Mail, t: ReturnType<typeof useT>): string =>
  `${t(`replies:preview.kind.${template}`)} · ${locale.toUpperCase()}`;

function Facts({ mail }: { mail: Mail }) {
  const { t, locale } = useI18n();
  const written = ({ name, address }: { name: string; address: string }) => (name ? `${name} <${address}>` : address);
  return (
    <KeyValue
      wide
      items={[
        { label: t("replies:preview.from"), value: <span className="wrap-anywhere">{written(mail.from)}</span> },
        {
          label: t("replies:preview.to"),
          value: (
            <>
              {mail.to.map((person) => (
                <span key={person.address} className="block wrap-anywhere">
                  {written(person)}
                </span>
              ))}
              {mail.to.length > 1 ? <span className="muted small">{t("replies:preview.each")}</span> : null}
            </>
          ),
        },
        { label: t("replies:preview.subject"), value: <bdi className="wrap-anywhere">{mail.subject}</bdi> },
        isLocale(mail.locale) && { label: t("replies:preview.language"), value: LOCALE_NAMES[mail.locale] },
        mail.attachments.length > 0 && {
          label: t("tickets:field.attachments"),
          value: mail.attachments.map(({ name, size }) => `${name} (${formatSize(size, locale)})`).join(", "),
        },
      ]}
    />
  );
}
