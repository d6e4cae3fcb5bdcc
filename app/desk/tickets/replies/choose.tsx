import { Form, useLoaderData } from "@remix-run/react";
import { MessageSquareText } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { listReplyChoices } from "~/domain/tickets/list-reply-choices.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../../desk-handle";
import { ChoicePage } from "../picker/choice-page";
import { readPickerQuery } from "../picker/read-picker-query.server";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, args) => {
  const asked = readPickerQuery(args);
  const title = translator(ctx.locale)("replies:choose.title", { number: asked.number });
  return { title, ...asked, ...(await listReplyChoices(ctx, asked.number, asked.q)) };
});

/** The saved replies for a ticket, as they would read there; one is put into the draft. */
export default function ChooseReply() {
  const { title, number, q, kind, choices, more } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <ChoicePage
      number={number}
      title={title}
      q={q}
      kind={kind}
      label={t("replies:search")}
      icon={MessageSquareText}
      empty={choices.length ? null : t(q ? "replies:notFound" : "replies:empty")}
      actions={
        <LinkButton href={paths.desk.savedReplies()} size="sm">
          {t("replies:manage")}
        </LinkButton>
      }
      foot={more ? <p className="muted small">{t("replies:choose.more")}</p> : null}
    >
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
    </ChoicePage>
  );
}
