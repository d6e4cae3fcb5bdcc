import { Banner } from "~/components/ui/banner";
import type { MailboxTrial } from "~/domain/mailroom/imap/imap-views";
import { useT } from "~/i18n/use-t";
import { ProblemWords } from "./problem-words";

/** What trying a connection has shown. */
export function TrialBanner({ trial: { problem, messages, folders } }: { trial: MailboxTrial }) {
  const t = useT();
  return (
    <Banner
      tone={problem ? "danger" : "ok"}
      role={problem ? "alert" : "status"}
      title={t(problem ? "mailadmin:imap.test.failed" : "mailadmin:imap.test.ok", { count: messages ?? 0 })}
    >
      {problem ? <ProblemWords problem={problem} /> : null}
      {folders.length ? (
        <p className="small wrap-anywhere">
          {t("mailadmin:imap.test.folders")} <bdi>{folders.slice(0, 40).join(", ")}</bdi>
          {folders.length > 40 ? " …" : null}
        </p>
      ) : null}
    </Banner>
  );
}
