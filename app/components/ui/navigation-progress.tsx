import { useNavigation } from "@remix-run/react";
import { useT } from "~/i18n/use-t";

/** A thin line at the top while a page or form is on its way, seen only after 200 ms. */
export function NavigationProgress() {
  const { state } = useNavigation();
  const t = useT();
  return state === "idle" ? null : <div className="progress" role="progressbar" aria-label={t("common:loading")} />;
}
