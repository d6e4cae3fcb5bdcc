import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { Pagination } from "~/components/ui/pagination";
import { Person } from "~/components/ui/person";
import { listPolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { listPolicyVersions } from "~/domain/sla/list-policy-versions.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { conditionChoices } from "../conditions/condition-choices.server";
import { ConditionWords } from "../conditions/condition-words";
import { LadderWords } from "./ladder-words";
import { TargetsWords } from "./targets-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request, params }) => {
  const before = Number(new URL(request.url).searchParams.get("before"));
  const history = await listPolicyVersions(
    ctx,
    idParam(params, "policyId"),
    Number.isSafeInteger(before) && before > 0 && before < 2 ** 31 ? before : null,
  );
  const { queues, people } = await listPolicyChoices(ctx);
  return {
    title: translator(ctx.locale)("sla:policy.history", { name: history.name }),
    history,
    first: before > 0 ? null : history.rows[0]?.version,
    names: Object.fromEntries([...queues, ...people].map(({ id, name }) => [id, name])),
    choices: await conditionChoices(
      ctx,
      history.rows.map(({ rules }) => rules.conditions),
    ),
  };
});

/** A policy's versions, newest first: who, when, and what each said. */
export default function PolicyHistory() {
  const { title, history, names, choices, first } = useLoaderData<typeof loader>();
  const t = useT();
  const here = paths.desk.admin(`sla/${history.id}`);
  return (
    <Sheet
      slim
      title={title}
      lead={t("sla:policy.historyLead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("sla"), label: t("desk:admin.sla") },
        { href: here, label: <bdi>{history.name}</bdi> },
      ]}
    >
      {history.rows.map(({ id, version, at, by, calendar, rules }) => (
        <Card
          key={id}
          id={`version-${version}`}
          padded
          title={
            <>
              {t("sla:policy.version", { version })}{" "}
              {version === first ? <Chip tone="ok">{t("sla:policy.current")}</Chip> : null}
            </>
          }
        >
          <p className="muted small mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
            {by ? <Person name={by} size="sm" /> : t("sla:policy.byProduct")}
            <TimeText at={at} style="dated" className="num" />
          </p>
          <KeyValue
            wide
            items={[
              {
                label: t("sla:policy.appliesTo"),
                value: <ConditionWords conditions={rules.conditions} choices={choices} />,
              },
              { label: t("sla:policy.calendar"), value: calendar ?? t("sla:policy.calendarOwnShort") },
              { label: t("sla:policy.targets"), value: <TargetsWords targets={rules.targets} /> },
              {
                label: t("sla:policy.pauses"),
                value: rules.pauses.map((state) => t(`tickets:state.${state}`)).join(", ") || "—",
              },
              rules.ladder.length > 0 && {
                label: t("sla:ladder.title"),
                value: <LadderWords ladder={rules.ladder} names={names} />,
              },
            ]}
          />
        </Card>
      ))}
      <Pagination next={history.next ? `${here}/history?before=${history.next}` : null} />
    </Sheet>
  );
}
