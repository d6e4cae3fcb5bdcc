import { Banner } from "~/components/ui/banner";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = { area: string; conflict: { base: number; newest: number } | null | undefined };

/** That the list was saved by somebody else since the rule's form was shown, with what it says now. */
export function ConflictBanner({ area, conflict }: Props) {
  const t = useT();
  if (!conflict) return null;
  return (
    <Banner tone="warn" role="alert" title={t("routing:rules.conflictTitle")}>
      {t("routing:rules.conflictText", conflict)}{" "}
      <a href={paths.desk.admin(`${area}/versions/${conflict.newest}`)}>
        {t("routing:rules.versionNumber", { version: conflict.newest })}
      </a>
    </Banner>
  );
}
