import { useT } from "~/i18n/use-t";

const SIZES = [100, 500, 1_000];

/** Over how many of the last mails a list is tried. */
export function DryRunSize({ asked = SIZES[0] }: { asked?: number | undefined }) {
  const t = useT();
  return (
    <select className="field w-auto" name="count" aria-label={t("mailrules:dry.size")} defaultValue={String(asked)}>
      {SIZES.map((count) => (
        <option key={count} value={count}>
          {t("mailrules:dry.last", { count })}
        </option>
      ))}
    </select>
  );
}
