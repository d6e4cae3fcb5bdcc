import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** Everything about mail that administrators set up and look after. */
export const MAIL_AREAS = [
  "overview",
  "rules",
  "addresses",
  "templates",
  "mailboxes",
  "dkim",
  "blocked",
  "suppressions",
  "settings",
] as const;
export type MailArea = (typeof MAIL_AREAS)[number];

/** From one page about mail to the next. */
export function MailTabs({ current }: { current: MailArea }) {
  const t = useT();
  return (
    <Tabs
      label={t("desk:admin.mail")}
      items={MAIL_AREAS.map((area) => ({
        href: paths.desk.admin(area === "overview" ? "mail" : `mail/${area}`),
        label: t(`mailadmin:tab.${area}`),
        current: area === current,
      }))}
    />
  );
}
