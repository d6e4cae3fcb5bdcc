import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getAgent } from "~/domain/routing/get-agent.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { PresenceWord } from "../../presence-word";
import { Sheet } from "../../sheet";
import { AbsenceCard } from "./absence-card";
import { DutyFacts } from "./duty-facts";
import { OffCard } from "./off-card";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const { hourlyRate: _cost, mark: _mark, ...agent } = await getAgent(ctx, idParam(params, "personId"));
  return { title: agent.name, agent, administers: ctx.actor.role === "administrator" };
});

/** A colleague's duty, for the lead of the team and for administrators. */
export default function Duty() {
  const { agent, administers } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      slim
      title={<bdi>{agent.name}</bdi>}
      lead={<PresenceWord presence={agent.presence} />}
      crumbs={[
        administers
          ? { href: paths.desk.admin("agents"), label: t("desk:admin.agents") }
          : { href: paths.desk.accountPart("duty"), label: t("agents:duty.tab") },
      ]}
      actions={
        administers ? (
          <LinkButton size="sm" href={paths.desk.admin(`agents/${agent.id}`)}>
            {t("agents:profile.title")}
          </LinkButton>
        ) : null
      }
    >
      <Card padded>
        <DutyFacts agent={agent} />
      </Card>
      <AbsenceCard personId={agent.id} absences={agent.absences} />
      {agent.presence === "off" && agent.inHand === 0 ? null : (
        <OffCard personId={agent.id} inHand={agent.inHand} own={false} />
      )}
    </Sheet>
  );
}
