import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import type { SaveState } from "./use-autosave";

/** Whether what is typed is saved by now. */
export function SaveLine({ state, savedAt }: { state: SaveState; savedAt: string | null }) {
  const t = useT();
  const at = state.state === "saved" ? state.at : state.state === "idle" ? savedAt : null;
  return (
    <span className="said muted small num" role="status">
      {at ? (
        <>
          {t("knowledge:save.saved")} <TimeText at={at} />
        </>
      ) : state.state === "saving" ? (
        t("knowledge:save.saving")
      ) : state.state === "idle" ? null : (
        t("knowledge:save.kept")
      )}
    </span>
  );
}
