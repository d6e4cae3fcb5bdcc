import { Form } from "@remix-run/react";
import { PRESENCES, type AgentPresence } from "~/domain/routing/presence";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { PresenceDot } from "./presence-word";

/** Menu lines with which an agent says whether to give them tickets. */
export function PresenceItems({ personId, presence }: { personId: string; presence: AgentPresence }) {
  const t = useT();
  return (
    <>
      <h3>{t("agents:presence.label")}</h3>
      <Form method="post" action={paths.desk.agent(personId, "presence")} preventScrollReset>
        {PRESENCES.map((value) => (
          <button key={value} name="presence" value={value} aria-pressed={value === presence}>
            <PresenceDot presence={value} />
            {t(`agents:presence.${value}`)}
          </button>
        ))}
      </Form>
    </>
  );
}
