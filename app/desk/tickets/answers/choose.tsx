import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../../desk-handle";
import { ChoicePage } from "../picker/choice-page";
import { readPickerQuery } from "../picker/read-picker-query.server";
import { AnswerLines } from "./answer-lines";
import { insertAnswer, insertForm } from "./insert-answer.server";
import { listChoices } from "./list-choices.server";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, args) => {
  const asked = readPickerQuery(args);
  const title = translator(ctx.locale)("answers:page.title", { number: asked.number });
  return { title, ...asked, choices: await listChoices(ctx, asked.number, asked.q) };
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
    <ChoicePage
      number={number}
      title={title}
      q={q}
      kind={kind}
      label={t("answers:search")}
      icon={BookOpen}
      empty={choices.length ? null : t(q ? "answers:notFound" : "answers:none")}
      failure={<FailureErrors of={failed} />}
    >
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
    </ChoicePage>
  );
}
