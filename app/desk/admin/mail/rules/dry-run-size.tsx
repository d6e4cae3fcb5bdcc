import { DRY_RUN_SIZES } from "~/domain/mailroom/rules/dry-run-sizes";
import { useT } from "~/i18n/use-t";

/** Over how many of the last mails a list is tried. */
export function DryRunSize({ asked = DRY_RUN_SIZES[0] }: { asked?: number | undefined }) {
  const t = useT();
  return (
    <select className="field w-auto" name="count" aria-label={t("mailrules:dry.size")} defaultValue={String(asked)}>
      {DRY_RUN_SIZES.map((count) => (
        <option key={count} value={count}>
          {t("mailrules:dry.last", { count })}
        </option>
      ))}
    </select>
  );
}
