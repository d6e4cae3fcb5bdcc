import { CircleCheck } from "lucide-react";
import { publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { FormDone } from "../form-done";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx) => ({ title: translator(ctx.locale)("portal:answers.thanksTitle") }));

/** An answer spared a ticket. */
export default function SolvedByAnswer() {
  const t = useT();
  return (
    <FormDone icon={CircleCheck} title={t("portal:answers.thanksTitle")}>
      {t("portal:answers.thanksText")}
    </FormDone>
  );
}
