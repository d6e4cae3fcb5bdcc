import { MailCheck } from "lucide-react";
import { publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { FormDone } from "./form-done";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx) => ({ title: translator(ctx.locale)("portal:guest.sentTitle") }));

/** A stranger's form waits; the mail that makes it a ticket is on its way. */
export default function GuestTicketSent() {
  const t = useT();
  return (
    <FormDone icon={MailCheck} title={t("portal:guest.sentTitle")}>
      {t("portal:guest.sentText")}
    </FormDone>
  );
}
