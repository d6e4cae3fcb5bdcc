import { Form, useLoaderData } from "@remix-run/react";
import { Lightbulb } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Tabs } from "~/components/ui/tabs";
import { WANTED_ORDERS } from "~/domain/insights/knowledge-views";
import { listWantedAnswers, WANTED_LIMIT } from "~/domain/insights/list-wanted-answers.server";
import { isEditor } from "~/domain/knowledge/policy";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { KnowledgeTabs } from "./knowledge-tabs";
import { LanguageFilter } from "./language-filter";
import { readChoice, readLocale } from "./read-filters";
import { WantedRow } from "./wanted-row";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const order = readChoice(query, "order", WANTED_ORDERS) ?? "wanted";
  const locale = readLocale(query);
  const wanted = await listWantedAnswers(ctx, { order, locale });
  return {
    title: translator(ctx.locale)("knowledge:wanted.title"),
    order,
    orders: [...WANTED_ORDERS],
    locale,
    wanted,
    more: wanted.length >= WANTED_LIMIT,
    editor: isEditor(ctx.actor),
  };
});

/** What readers looked for and did not find, and what they said does not help. */
export default function ToWrite() {
  const { title, order, orders, locale, wanted, more, editor } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={title}
      lead={t("knowledge:wanted.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <KnowledgeTabs current="to-write" />
      <div className="flex flex-wrap items-center gap-3">
        <Tabs
          label={t("knowledge:wanted.order")}
          look="pill"
          items={orders.map((name) => ({
            href: paths.desk.knowledge("to-write", { order: name === "wanted" ? null : name, lang: locale }),
            label: t(`knowledge:wanted.order.${name}`),
            current: name === order,
          }))}
        />
        <Form method="get" className="flex items-center gap-2">
          {order === "wanted" ? null : <input type="hidden" name="order" value={order} />}
          <LanguageFilter value={locale} />
          <Button size="sm">{t("knowledge:filter.show")}</Button>
        </Form>
      </div>
      <Card>
        {wanted.length > 0 ? (
          <ul>
            {wanted.map((wish) => (
              <WantedRow key={`${wish.locale} ${wish.query}`} wish={wish} editor={editor} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={Lightbulb} title={t("knowledge:wanted.empty")}>
            {t("knowledge:wanted.emptyText")}
          </EmptyState>
        )}
      </Card>
      {more ? <p className="muted small">{t("knowledge:wanted.more", { count: wanted.length })}</p> : null}
    </Sheet>
  );
}
