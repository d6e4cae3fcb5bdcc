import { Laptop, Smartphone } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { Icon } from "~/components/ui/icon";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Session = {
  id: string;
  device: { browser: string | null; system: string | null; phone: boolean };
  ip: string;
  createdAt: string | Date;
  lastSeenAt: string | Date;
  current: boolean;
};
type Props = { sessions: readonly Session[]; endHref: (id: string) => string; endOthersHref: string };

/** Where one is signed in, with a button to end each. */
export function SessionList({ sessions, endHref, endOthersHref }: Props) {
  const t = useT();
  return (
    <Card
      id="sessions"
      title={t("identity:sessions.title")}
      actions={
        sessions.length > 1 ? (
          <form method="post" action={endOthersHref}>
            <Button size="sm">{t("identity:sessions.endOthers")}</Button>
          </form>
        ) : null
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
            <Icon of={session.device.phone ? Smartphone : Laptop} />
            <div className="min-w-0 flex-1 basis-60">
              <p>
                <DeviceWords device={session.device} />{" "}
                {session.current ? <Chip tone="ok">{t("identity:sessions.here")}</Chip> : null}
              </p>
              <p className="muted small num">
                {session.ip ? <bdi>{session.ip} · </bdi> : null}
                {t("identity:sessions.lastSeen")} <TimeText at={session.lastSeenAt} />
              </p>
            </div>
            {session.current ? null : (
              <form method="post" action={endHref(session.id)}>
                <Button size="sm" aria-label={t("identity:sessions.endOne", { device: session.device.system ?? "" })}>
                  {t("identity:sessions.end")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DeviceWords({ device: { browser, system } }: { device: Session["device"] }) {
  const t = useT();
  if (browser && system) return <>{t("identity:sessions.device", { browser, system })}</>;
  return <>{browser ?? system ?? t("identity:sessions.unknown")}</>;
}
