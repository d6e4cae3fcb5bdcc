import { TextButton } from "~/components/ui/text-button";
import { useT } from "~/i18n/use-t";

/** Says that a text typed before is back, and offers to drop it. */
export function RestoredNote({ shown, onDiscard }: { shown: boolean; onDiscard: () => void }) {
  const t = useT();
  return (
    <p role="status" className="small muted">
      {shown ? (
        <>
          {t("portal:form.restored")} <TextButton onClick={onDiscard}>{t("portal:form.discard")}</TextButton>
        </>
      ) : null}
    </p>
  );
}
