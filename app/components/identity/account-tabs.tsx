import { useLocation } from "@remix-run/react";
import { Tabs } from "~/components/ui/tabs";
import { useT } from "~/i18n/use-t";

/** The parts of an account, each at its own address. */
export function AccountTabs({ parts }: { parts: readonly { href: string; key: string }[] }) {
  const { pathname } = useLocation();
  const t = useT();
  return (
    <Tabs
      label={t("identity:account.parts")}
      items={parts.map(({ href, key }) => ({ href, label: t(key), current: pathname === href }))}
    />
  );
}
