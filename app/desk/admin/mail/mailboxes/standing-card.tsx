import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import type { MailboxRow } from "~/domain/mailroom/imap/imap-views";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { ProblemWords } from "./problem-words";
import { StateChip } from "./state-chip";

type Standing = Omit<MailboxRow, "connectedAt" | "lastMessageAt" | "problemAt"> &
  Record<"connectedAt" | "lastMessageAt" | "problemAt", Date | string | null>;
type Props = { standing: Standing; /** where the switch posts to */ action: string; enabled: boolean };

/** How a mailbox stands, with its switch. */
export function StandingCard({ standing, action, enabled }: Props) {
  const { state, connectedAt, lastMessageAt, problem, problemAt, waiting, unread, left } = standing;
  const t = useT();
  return (
    <Card padded title={t("mailadmin:imap.stateLabel")}>
      <KeyValue
        items={[
          {
            label: t("mailadmin:imap.stateLabel"),
            value: (
              <>
                <StateChip state={state} />
                <span className="muted small block">{t(`mailadmin:imap.stateText.${state}`)}</span>
              </>
            ),
          },
          connectedAt !== null && {
            label: t("mailadmin:imap.connectedSince"),
            value: <TimeText at={connectedAt} style="dated" className="num" />,
          },
          {
            label: t("mailadmin:imap.lastMessage"),
            value: lastMessageAt ? <TimeText at={lastMessageAt} style="dated" className="num" /> : "—",
          },
          { label: t("mailadmin:imap.waitingThere"), value: waiting, num: true },
          { label: t("mailadmin:imap.waitingHere"), value: unread, num: true },
          left > 0 && { label: t("mailadmin:imap.leftLabel"), value: t("mailadmin:imap.leftText", { count: left }) },
          problem !== null && {
            label: t("mailadmin:imap.lastProblem"),
            value: (
              <>
                <ProblemWords problem={problem} />
                {problemAt ? <TimeText at={problemAt} style="dated" className="muted xs num block" /> : null}
              </>
            ),
          },
        ]}
      />
      <Form method="post" action={action} className="mt-3">
        {enabled ? null : <input type="hidden" name="enabled" value="yes" />}
        <Button>{t(enabled ? "mailadmin:imap.switchOff" : "mailadmin:imap.switchOn")}</Button>
      </Form>
    </Card>
  );
}
