import type { ImapProblem } from "~/domain/mailroom/imap/imap-problem";
import { useT } from "~/i18n/use-t";

/** What is wrong with a mailbox, in words, and what its server said of it. */
export function ProblemWords({ problem: { code, detail } }: { problem: ImapProblem }) {
  const t = useT();
  return (
    <span className="wrap-anywhere">
      {t(`mailadmin:imap.problem.${code}`)}
      {detail ? (
        <span className="muted xs block">
          <bdi>{detail}</bdi>
        </span>
      ) : null}
    </span>
  );
}
