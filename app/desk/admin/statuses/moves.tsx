import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Table } from "~/components/ui/table";
import { listStatuses } from "~/domain/tickets/list-statuses.server";
import { setStateMoves } from "~/domain/tickets/set-state-moves.server";
import { STATES, type TicketState } from "~/domain/tickets/states";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { StatusTabs } from "./status-tabs";

/** Nothing moves by hand back to new. */
const TARGETS = STATES.filter((state) => state !== "new");
const isState = (text: string | undefined): text is TicketState => STATES.some((state) => state === text);

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const { moves } = await listStatuses(ctx);
  return {
    title: translator(ctx.locale)("desk:admin.moves"),
    moves: moves.map(({ from, to }) => `${from} ${to}`),
  };
});

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  const moves = form.getAll("moves").flatMap((pair) => {
    const [from, to] = String(pair).split(" ");
    return isState(from) && isState(to) ? [{ from, to }] : [];
  });
  await setStateMoves(ctx, moves);
  return redirectWithToast(paths.desk.admin("statuses/moves"), { key: "desk:toast.saved" });
});

/** Which moves agents may make by hand: a row per state, a box per state that can follow. */
export default function StateMoves() {
  const { title, moves } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const ticked = new Set(failed ? (failed.values.moves ?? "").split(",") : moves);
  const word = (state: TicketState) => t(`tickets:state.${state}`);
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.movesLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <StatusTabs current="moves" />
      <Card>
        <Form method="post">
          {failed ? (
            <div className="p-(--pad)">
              <FormErrors message={failed.failure.message} errors={failed.failure.fields} />
            </div>
          ) : null}
          <Table
            caption={title}
            narrow="scroll"
            rows={STATES}
            rowKey={(from) => from}
            columns={[
              { label: t("desk:admin.from"), heading: true, cell: word },
              ...TARGETS.map((to) => ({
                label: word(to),
                end: true,
                cell: (from: TicketState) =>
                  from === to ? (
                    <span className="faint" aria-hidden="true">
                      —
                    </span>
                  ) : (
                    <label className="inline-grid min-h-6 min-w-6 place-items-center">
                      <input
                        type="checkbox"
                        className="size-4 accent-brand"
                        name="moves"
                        value={`${from} ${to}`}
                        defaultChecked={ticked.has(`${from} ${to}`)}
                      />
                      <span className="sr">{t("desk:admin.moveOf", { from: word(from), to: word(to) })}</span>
                    </label>
                  ),
              })),
            ]}
          />
          <div className="form-actions p-(--pad)">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
