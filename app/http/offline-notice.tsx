import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { isCutOff, watchCutOff } from "./patient-fetch";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/components/ui/icon";

/** Says that the network or the server is gone and that what was typed stays; nothing while they are there. */
export function OfflineNotice() {
  const t = useT();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine && !isCutOff(),
    () => true,
  );
  return (
    <div role="status" className="offline">
      {online ? null : (
        <div className="banner warn">
          <Icon of={WifiOff} />
          <div className="say">
            <b>{t("common:offline.title")}</b>
            {t("common:offline.text")}
          </div>
        </div>
      )}
    </div>
  );
}

function watch(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  const end = watchCutOff(changed);
  return () => {
    end();
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
