import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** The groups of settings. */
export function SettingTabs({ current }: { current: "company" | "tickets" }) {
  const t = useT();
  return (
    <Tabs
      label={t("desk:admin.settings")}
      items={[
        { href: paths.desk.admin("settings"), label: t("desk:admin.company"), current: current === "company" },
        { href: paths.desk.admin("settings/tickets"), label: t("tickets:tickets"), current: current === "tickets" },
      ]}
    />
  );
}
