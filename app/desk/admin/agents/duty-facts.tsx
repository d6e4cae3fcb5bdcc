import { KeyValue } from "~/components/ui/key-value";
import type { AgentState } from "~/domain/routing/agent-views";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { HoursWords } from "./hours-words";
import { LoadMeter } from "./load-meter";

type Facts = Pick<
  AgentState,
  "load" | "capacity" | "hours" | "languages" | "ownLanguage" | "regions" | "skills" | "teams"
>;

/** What automatic assignment knows of somebody. */
export function DutyFacts({ agent }: { agent: Facts }) {
  const t = useT();
  const none = <span className="faint">—</span>;
  const spoken = agent.languages.length ? agent.languages : agent.ownLanguage ? [agent.ownLanguage] : [];
  return (
    <KeyValue
      wide
      items={[
        { label: t("agents:field.load"), value: <LoadMeter load={agent.load} capacity={agent.capacity} /> },
        { label: t("agents:field.hours"), value: <HoursWords hours={agent.hours} source /> },
        {
          label: t("agents:field.skills"),
          value: agent.skills.length ? <SkillWords skills={agent.skills} /> : none,
        },
        {
          label: t("agents:field.languages"),
          value: spoken.map((code) => (isLocale(code) ? LOCALE_NAMES[code] : code)).join(", ") || none,
        },
        { label: t("agents:field.regions"), value: agent.regions.join(", ") || none },
        { label: t("agents:field.teams"), value: agent.teams.map(({ name }) => name).join(", ") || none },
      ]}
    />
  );
}

/** "Pumps 4, Steam 2" */
export function SkillWords({ skills }: { skills: AgentState["skills"] }) {
  const t = useT();
  return (
    <span className="wrap-anywhere">
      {skills.map(({ id, name, level }, i) => (
        <span key={id}>
          {i ? ", " : ""}
          <bdi>{name}</bdi>{" "}
          <span className="num muted" aria-label={t("agents:level", { level })} role="img">
            {level}
          </span>
        </span>
      ))}
    </span>
  );
}
