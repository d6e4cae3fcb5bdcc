import { Form, useLoaderData } from "@remix-run/react";
import { MessageSquareText } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { SearchInput } from "~/components/ui/search-input";
import { listReplyChoices } from "~/domain/tickets/list-reply-choices.server";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../../desk-handle";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 100).replaceAll("\0", "");
  const kind = query.get("kind") === "note" ? "note" : "public";
  const title = translator(ctx.locale)("replies:choose.title", { number });
  return { title, number, q, kind, ...(await listReplyChoices(ctx, number, q)) };
});

/** The saved replies for a ticket, as they would read there; one is put into the draft. */
export default function ChooseReply() {
  const { title, number, q, kind, choices, more } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet">
        <div className="sheet-head">
          <h1 className="min-w-0 flex-1">{title}</h1>
          <LinkButton href={`${paths.desk.ticket(number)}#composer`} size="sm">
            {t("replies:preview.back")}
          </LinkButton>
          <LinkButton href={paths.desk.savedReplies()} size="sm">
            {t("replies:manage")}
          </LinkButton>
        </div>
        <div className="sheet-body">
          <Form role="search" method="get" className="max-w-md">
            <input type="hidden" name="kind" value={kind} />
            <SearchInput key={q} label={t("replies:search")} placeholder={t("replies:search")} defaultValue={q} />
          </Form>
          {choices.length === 0 ? (
            <Card>
              <EmptyState icon={MessageSquareText} title={t(q ? "replies:notFound" : "replies:empty")} />
            </Card>
          ) : null}
          <ul className="grid gap-3">
            {choices.map(({ id, name, shared, locale, text, files }) => (
              <li key={id} className="card pad grid gap-2">
                <div className="flex flex-wrap items-center gap-2">
                  <h2 className="text-base font-semibold wrap-anywhere">
                    <bdi>{name}</bdi>
                  </h2>
                  {shared ? null : <Chip plain>{t("replies:scope.personal")}</Chip>}
                  {files ? <span className="muted small">{t("replies:choose.files", { count: files })}</span> : null}
                  <Form
                    method="post"
                    action={paths.desk.ticketPart(number, `saved-replies/${id}`)}
                    className="ml-auto flex-none"
                  >
                    <Button size="sm" name="kind" value={kind}>
                      {t("replies:choose.insert")} <span className="sr">{name}</span>
                    </Button>
                  </Form>
                </div>
                <p lang={locale} className="muted small whitespace-pre-line wrap-anywhere">
                  {text}
                </p>
              </li>
            ))}
          </ul>
          {more ? <p className="muted small">{t("replies:choose.more")}</p> : null}
        </div>
      </div>
    </main>
  );
}
