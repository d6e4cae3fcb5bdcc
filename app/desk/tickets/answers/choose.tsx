import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { SearchInput } from "~/components/ui/search-input";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../../desk-handle";
import { AnswerLines } from "./answer-lines";
import { insertAnswer, insertForm } from "./insert-answer.server";
import { listChoices } from "./list-choices.server";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 200).replaceAll("\0", "").trim();
  const kind: "note" | "public" = query.get("kind") === "note" ? "note" : "public";
  const title = translator(ctx.locale)("answers:page.title", { number });
  return { title, number, q, kind, choices: await listChoices(ctx, number, q) };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  await insertAnswer(ctx, number, await readInput(ctx, request, insertForm));
  return redirectWithToast(`${paths.desk.ticket(number)}#composer`, { key: "answers:toast.inserted" });
});

/** Articles and frequent questions for a ticket; one is put into the draft, by its link or whole. */
export default function ChooseAnswer() {
  const { title, number, q, kind, choices } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet">
        <div className="sheet-head">
          <h1 className="min-w-0 flex-1">{title}</h1>
          <LinkButton href={`${paths.desk.ticket(number)}#composer`} size="sm">
            {t("replies:preview.back")}
          </LinkButton>
        </div>
        <div className="sheet-body">
          <FailureErrors of={failed} />
          <Form role="search" method="get" className="max-w-md">
            <input type="hidden" name="kind" value={kind} />
            <SearchInput key={q} label={t("answers:search")} placeholder={t("answers:search")} defaultValue={q} />
          </Form>
          {choices.length === 0 ? (
            <Card>
              <EmptyState icon={BookOpen} title={t(q ? "answers:notFound" : "answers:none")} />
            </Card>
          ) : null}
          <ul className="grid gap-3">
            {choices.map((choice) => (
              <li key={choice.id} className="card pad grid gap-2">
                <AnswerLines choice={choice} />
                <Form method="post" className="flex flex-wrap gap-2">
                  <input type="hidden" name="articleId" value={choice.id} />
                  <input type="hidden" name="locale" value={choice.locale} />
                  <input type="hidden" name="kind" value={kind} />
                  {choice.closed && kind === "public" ? null : (
                    <Button size="sm" name="as" value="link">
                      {t("answers:insertLink")}
                    </Button>
                  )}
                  <Button size="sm" name="as" value="text">
                    {t("answers:insertText")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </main>
  );
}
