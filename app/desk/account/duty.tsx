import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { PRESENCES } from "~/domain/routing/presence";
import { getAgent } from "~/domain/routing/get-agent.server";
import { listLedAgents } from "~/domain/routing/list-led-agents.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { AbsenceCard } from "../admin/agents/absence-card";
import { DutyFacts } from "../admin/agents/duty-facts";
import { LoadMeter } from "../admin/agents/load-meter";
import { OffCard } from "../admin/agents/off-card";
import { PresenceDot, PresenceWord } from "../presence-word";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const { hourlyRate: _cost, mark: _mark, ...agent } = await getAgent(ctx, ctx.actor.personId);
  return {
    title: translator(ctx.locale)("agents:duty.tab"),
    agent,
    team: await listLedAgents(ctx),
    asksOff: new URL(request.url).searchParams.has("off"),
  };
});

/** The agent's own duty: presence, absences, and what an administrator has set. */
export default function OwnDuty() {
  const { agent, team, asksOff } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      {asksOff && agent.presence !== "off" ? <OffCard personId={agent.id} inHand={agent.inHand} own /> : null}
      <Card padded title={t("agents:presence.label")} id="presence">
        <p className="muted small mb-3">{t("agents:presence.text")}</p>
        <Form method="post" action={paths.desk.agent(agent.id, "presence")} className="flex flex-wrap gap-2">
          {PRESENCES.map((value) => (
            <Button key={value} name="presence" value={value} aria-pressed={value === agent.presence}>
              <PresenceDot presence={value} /> {t(`agents:presence.${value}`)}
            </Button>
          ))}
        </Form>
      </Card>
      <AbsenceCard personId={agent.id} absences={agent.absences} />
      <Card padded title={t("agents:duty.set")} id="set">
        <p className="muted small mb-3">{t("agents:duty.setText")}</p>
        <DutyFacts agent={agent} />
      </Card>
      {team.length ? (
        <Card title={t("agents:duty.team")} id="team">
          <ul className="divide-y divide-line">
            {team.map(({ id, name, presence, load, capacity, absentUntil }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-(--pad) py-3">
                <a className="min-w-0 flex-1 basis-40 wrap-anywhere" href={paths.desk.agent(id)}>
                  <bdi>{name}</bdi>
                </a>
                <PresenceWord presence={presence} />
                {absentUntil ? (
                  <span className="muted small">
                    {t("agents:absence.until")} <TimeText at={absentUntil} style="dateTime" />
                  </span>
                ) : null}
                <LoadMeter load={load} capacity={capacity} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
