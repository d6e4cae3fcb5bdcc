import type { MailRuleFigures } from "~/domain/mailroom/rules/list-mail-rule-figures.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

/** How often a rule held in the last 30 days; by address when one asks. */
export function MailRuleFigureWords({ figures }: { figures: MailRuleFigures | undefined }) {
  const t = useT();
  if (!figures) return <p className="faint small">{t("mailrules:figures.none")}</p>;
  return (
    <details className="small">
      <summary className="muted w-fit cursor-pointer">
        <span className="num">{t("mailrules:figures.matches", { count: figures.matches })}</span>
      </summary>
      <ul className="mt-1 grid w-fit gap-0.5">
        {figures.addresses.map(({ address, matches }) => (
          <li key={address} className="flex flex-wrap justify-between gap-x-4">
            <bdi className="wrap-anywhere">{address || t("mailrules:noAddress")}</bdi>
            <span className="num">{matches}</span>
          </li>
        ))}
      </ul>
      <p className="faint mt-1">
        {t("mailrules:figures.last")} <TimeText at={figures.lastAt} style="dated" />
      </p>
    </details>
  );
}
