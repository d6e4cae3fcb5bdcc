import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** The words, and the moves between them. */
export function StatusTabs({ current }: { current: "statuses" | "moves" }) {
  const t = useT();
  return (
    <Tabs
      label={t("desk:admin.statuses")}
      items={[
        { href: paths.desk.admin("statuses"), label: t("desk:admin.statuses"), current: current === "statuses" },
        { href: paths.desk.admin("statuses/moves"), label: t("desk:admin.moves"), current: current === "moves" },
      ]}
    />
  );
}
