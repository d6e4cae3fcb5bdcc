import { MailCheck } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { useForgetText } from "../use-kept-text";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx) => ({ title: translator(ctx.locale)("portal:guest.sentTitle") }));

/** A stranger's form waits; the mail that makes it a ticket is on its way. */
export default function GuestTicketSent() {
  const t = useT();
  useForgetText(paths.newTicket());
  return (
    <div className="page slim">
      <EmptyState
        level={1}
        icon={MailCheck}
        title={t("portal:guest.sentTitle")}
        action={<LinkButton href={paths.home()}>{t("common:error.home")}</LinkButton>}
      >
        {t("portal:guest.sentText")}
      </EmptyState>
    </div>
  );
}
