import { CircleCheck } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { useForgetText } from "../../use-kept-text";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx) => ({ title: translator(ctx.locale)("portal:answers.thanksTitle") }));

/** An answer spared a ticket: what was typed for it is forgotten. */
export default function SolvedByAnswer() {
  const t = useT();
  useForgetText(paths.newTicket());
  return (
    <div className="page slim">
      <EmptyState
        level={1}
        icon={CircleCheck}
        title={t("portal:answers.thanksTitle")}
        action={<LinkButton href={paths.home()}>{t("common:error.home")}</LinkButton>}
      >
        {t("portal:answers.thanksText")}
      </EmptyState>
    </div>
  );
}
