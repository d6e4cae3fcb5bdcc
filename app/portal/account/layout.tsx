import { redirect } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { AccountTabs } from "~/components/identity/account-tabs";
import { isStaff } from "~/domain/identity/session-person";
import { paths } from "~/http/paths";
import { personLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

const PARTS = [
  { href: paths.account(), key: "identity:account.profile" },
  { href: paths.accountPart("addresses"), key: "identity:account.addresses" },
  { href: paths.accountPart("security"), key: "identity:account.security" },
  { href: paths.accountPart("notifications"), key: "identity:account.notifications" },
];

/** Agents have their account at the desk, with the same parts. */
export const loader = personLoader(async (ctx, { request }) => {
  if (isStaff(ctx.actor.role)) throw redirect(`/desk${new URL(request.url).pathname.replace(/\.data$/, "")}`);
  return null;
});

export default function AccountLayout() {
  const t = useT();
  return (
    <div className="page slim">
      <div className="page-head">
        <h1>{t("identity:account.title")}</h1>
      </div>
      <div className="grid gap-5">
        <AccountTabs parts={PARTS} />
        <Outlet />
      </div>
    </div>
  );
}
