import { Form } from "@remix-run/react";
import { Square, Timer } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import type { RunningTimer } from "~/domain/sla/time-entry-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { spentWords } from "./time-words";
import { useNow } from "./use-now";

type Props = { number: number; timer: RunningTimer | null; /** ISO instant of loading */ now: string };

/** Starts one's own timer on a ticket, or stops the one that runs there. */
export function TimerButton({ number, timer, now }: Props) {
  const { t } = useI18n();
  const here = timer?.number === number;
  return (
    <Form method="post" action={paths.desk.ticketPart(number, "timer")}>
      <Button size="sm" name="act" value={here ? "stop" : "start"} icon={<Icon of={here ? Square : Timer} size={15} />}>
        {t(here ? "contracts:timer.stop" : "contracts:timer.start")}
        {here ? <Elapsed timer={timer} now={now} /> : null}
      </Button>
    </Form>
  );
}

/** How long a timer has been running, moving on each minute. */
export function Elapsed({ timer, now }: { timer: RunningTimer; now: string }) {
  const { locale } = useI18n();
  const present = useNow(now);
  const seconds = Math.max(0, (present - new Date(timer.startedAt).getTime()) / 1_000);
  return (
    <span className="num" suppressHydrationWarning>
      {` ${spentWords(seconds, locale)}`}
    </span>
  );
}
