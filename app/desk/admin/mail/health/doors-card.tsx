import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import type { DoorRow } from "~/domain/mailroom/health/list-receivers.server";
import type { MailboxRow } from "~/domain/mailroom/imap/imap-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { ProblemWords } from "../mailboxes/problem-words";
import { StateChip } from "../mailboxes/state-chip";

type Props = { doors: DoorRow[]; mailboxes: MailboxRow[] };

/** Mailboxes elsewhere, the HTTP endpoint, Resend's webhook and the pipe: how each is, or how it is set up. */
export function DoorsCard({ doors, mailboxes }: Props) {
  const t = useT();
  return (
    <Card title={t("mailadmin:health.doors")} id="doors">
      <ul className="grid">
        {mailboxes.map(({ id, name, state, lastMessageAt, problem }) => (
          <li key={id} className="border-t p-(--pad)">
            <div className="flex flex-wrap items-center gap-2">
              <a className="min-w-0 wrap-anywhere" href={paths.desk.admin(`mail/mailboxes/${id}`)}>
                <bdi>{name}</bdi>
              </a>
              <StateChip state={state} />
            </div>
            <Last at={lastMessageAt} />
            {problem && state === "failing" ? (
              <p className="small mt-1">
                <ProblemWords problem={problem} />
              </p>
            ) : null}
          </li>
        ))}
        {mailboxes.length ? null : (
          <li className="border-t p-(--pad)">
            <h3 className="text-base font-semibold">{t("mailadmin:health.door.imap")}</h3>
            <p className="muted small">
              {t("mailadmin:health.noMailbox")}{" "}
              <a href={paths.desk.admin("mail/mailboxes/new")}>{t("mailadmin:imap.new")}</a>
            </p>
          </li>
        )}
        {doors.map(({ source, configured, lastMessageAt }) => (
          <li key={source} className="border-t p-(--pad)">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="text-base font-semibold">{t(`mailadmin:health.door.${source}`)}</h3>
              <Chip tone={configured ? "ok" : "neutral"}>
                {t(configured ? "mailadmin:health.ready" : "mailadmin:health.off")}
              </Chip>
            </div>
            <p className="muted small wrap-anywhere">
              {t(`mailadmin:health.doorText.${source}${configured ? "" : "Off"}`)}
            </p>
            {configured ? <Last at={lastMessageAt} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Last({ at }: { at: Date | null }) {
  const t = useT();
  return (
    <p className="muted small">
      {t("mailadmin:health.lastMessage")}: {at ? <TimeText at={at} className="num" /> : t("mailadmin:health.none")}
    </p>
  );
}
