import { Meter } from "~/components/ui/meter";
import type { ContractBalance } from "~/domain/sla/contract-views";
import { useI18n } from "~/i18n/use-t";
import { spentWords } from "../../tickets/time-words";

/** What is left of a contract, in words and as a bar. */
export function Balance({ contract: { unit, entitled, used, left } }: { contract: ContractBalance }) {
  const { t, locale } = useI18n();
  if (left === null) return <span className="muted">{t("contracts:unit.unlimited")}</span>;
  const amount = (value: number) =>
    unit === "hours" ? spentWords(value, locale) : t("contracts:tickets", { count: value });
  const text =
    left < 0
      ? t("contracts:overdrawn", { amount: amount(-left) })
      : t("contracts:left", { left: amount(left), of: unit === "hours" ? amount(entitled) : entitled });
  return (
    <span className="block min-w-0">
      <span className="num small block" title={t("contracts:used", { used: amount(used) })}>
        {text}
      </span>
      <Meter
        value={Math.max(0, left)}
        max={entitled}
        tone={left <= 0 ? "danger" : 5 * left <= entitled ? "warn" : "ok"}
      />
    </span>
  );
}
