import { Outlet } from "@remix-run/react";
import { Menu as MenuIcon } from "lucide-react";
import { AccountTabs } from "~/components/identity/account-tabs";
import { DrawerButton } from "~/components/ui/drawer";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

const PARTS = [
  { href: paths.desk.account(), key: "identity:account.profile" },
  { href: paths.desk.accountPart("addresses"), key: "identity:account.addresses" },
  { href: paths.desk.accountPart("security"), key: "identity:account.security" },
  { href: paths.desk.accountPart("notifications"), key: "identity:account.notifications" },
  { href: paths.desk.accountPart("tokens"), key: "identity:account.tokens" },
];

export const loader = agentLoader(async () => null);

/** The agent's own account. */
export default function AccountLayout() {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <DrawerButton opens="desk-menu" className="ghost icon sm nav" label={t("common:menu")}>
            <Icon of={MenuIcon} size={16} />
          </DrawerButton>
          <h1>{t("identity:account.title")}</h1>
        </div>
        <div className="sheet-body">
          <AccountTabs parts={PARTS} />
          <Outlet />
        </div>
      </div>
    </main>
  );
}
