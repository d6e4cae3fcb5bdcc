import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import type { SaveState } from "./use-autosave";

type Props = { state: SaveState; restored: boolean; here: string; onDiscard: () => void };

/** Why the draft is not saved by itself now; nothing that was typed is lost. */
export function SaveBanner({ state, restored, here, onDiscard }: Props) {
  const t = useT();
  if (state.state === "signed-out")
    return (
      <Banner
        tone="warn"
        role="alert"
        title={t("knowledge:save.signedOut")}
        action={
          <a className="btn sm" href={paths.signIn(here)} data-reload>
            {t("knowledge:save.signIn")}
          </a>
        }
      >
        {t("knowledge:save.signedOutText")}
      </Banner>
    );
  if (state.state === "failed")
    return (
      <Banner tone="warn" role="alert" title={t("knowledge:save.failed")}>
        {t("knowledge:save.failedText")}
      </Banner>
    );
  if (state.state === "refused")
    return (
      <Banner
        tone="warn"
        role="alert"
        action={
          state.code === "knowledge:error.draftMoved" ? (
            <Button size="sm" form="text">
              {t("knowledge:save.compare")}
            </Button>
          ) : null
        }
      >
        {state.message}
      </Banner>
    );
  if (restored)
    return (
      <Banner
        tone="info"
        role="status"
        title={t("knowledge:save.restored")}
        action={
          <Button size="sm" type="button" onClick={onDiscard}>
            {t("knowledge:save.discard")}
          </Button>
        }
      >
        {t("knowledge:save.restoredText")}
      </Banner>
    );
  return null;
}
