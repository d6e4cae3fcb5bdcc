import { Outlet } from "@remix-run/react";
import { AccountTabs } from "~/components/identity/account-tabs";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";

const PARTS = [
  { href: paths.desk.account(), key: "identity:account.profile" },
  { href: paths.desk.accountPart("duty"), key: "agents:duty.tab" },
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
    <Sheet slim title={t("identity:account.title")}>
      <AccountTabs parts={PARTS} />
      <Outlet />
    </Sheet>
  );
}
