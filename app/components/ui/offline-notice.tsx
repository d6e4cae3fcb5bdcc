import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";

/** Says that the network is gone and that what was typed stays; nothing while online. */
export function OfflineNotice() {
  const t = useT();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
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
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
