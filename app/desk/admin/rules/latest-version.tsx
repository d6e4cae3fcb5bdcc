import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = { area: string; version: number; at: Date | string; by: string | null };

/** Who saved the list when, and the way to earlier ones. */
export function LatestVersion({ area, version, at, by }: Props) {
  const t = useT();
  return (
    <p className="muted small">
      {t("routing:rules.versionNumber", { version })} · <TimeText at={at} style="dated" />{" "}
      {by ? (
        <>
          · <bdi>{by}</bdi>{" "}
        </>
      ) : null}
      · <a href={paths.desk.admin(`${area}/versions`)}>{t("routing:rules.versions")}</a>
    </p>
  );
}
