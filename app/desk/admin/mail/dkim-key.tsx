import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { CopyButton } from "~/components/ui/copy-button";
import { KeyValue } from "~/components/ui/key-value";
import type { DkimKeyView } from "~/domain/mail/dkim/list-dkim-domains.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = { domain: string; dkim: DkimKeyView };

/** One key of a domain: the record to publish, whether it was found, and what can be done with it. */
export function DkimKey({ domain, dkim }: Props) {
  const t = useT();
  const { selector, problem, activeAt, checkedAt } = dkim;
  return (
    <section className="grid gap-3" aria-label={selector}>
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-mono wrap-anywhere">{selector}</b>
        {activeAt ? (
          <Chip tone="ok">{t("mailadmin:dkim.signs")}</Chip>
        ) : (
          <Chip tone="info">{t("mailadmin:dkim.waits")}</Chip>
        )}
      </p>
      {problem ? (
        <Banner tone={activeAt ? "danger" : "warn"} title={t(`mailadmin:dkim.problem.${problem}`)}>
          {t(activeAt ? "mailadmin:dkim.problemInUse" : "mailadmin:dkim.problemWaiting")}
        </Banner>
      ) : null}
      <KeyValue
        items={[
          {
            label: t("mailadmin:dkim.recordName"),
            value: <Copied text={dkim.recordName} label={t("mailadmin:dkim.copyName")} />,
          },
          { label: t("mailadmin:dkim.recordType"), value: "TXT" },
          {
            label: t("mailadmin:dkim.recordValue"),
            value: <Copied text={dkim.recordValue} label={t("mailadmin:dkim.copyValue")} />,
          },
          { label: t("mailadmin:dkim.made"), value: <TimeText at={dkim.createdAt} style="dateTime" /> },
          activeAt
            ? { label: t("mailadmin:dkim.signsSince"), value: <TimeText at={activeAt} style="dateTime" /> }
            : null,
          checkedAt
            ? { label: t("mailadmin:dkim.checked"), value: <TimeText at={checkedAt} style="dateTime" /> }
            : null,
        ]}
      />
      <details className="small">
        <summary>{t("mailadmin:dkim.zoneFile")}</summary>
        <Copied text={dkim.zoneLine} label={t("mailadmin:dkim.copyLine")} />
      </details>
      <div className="form-actions">
        <KeyAct act="check" domain={domain} selector={selector} primary={!activeAt}>
          {t("mailadmin:dkim.check")}
        </KeyAct>
        <KeyAct act="removal" domain={domain} selector={selector}>
          {t(activeAt ? "mailadmin:dkim.removeInUse" : "mailadmin:dkim.remove")}
        </KeyAct>
      </div>
    </section>
  );
}

/** A text to be taken elsewhere, whole. */
export const Copied = ({ text, label }: { text: string; label: string }) => (
  <span className="flex flex-wrap items-start gap-2">
    <code className="min-w-0 flex-1 basis-60 wrap-anywhere">{text}</code>
    <CopyButton text={text}>{label}</CopyButton>
  </span>
);

type ActProps = { act: string; domain: string; selector: string; primary?: boolean; children: string };

const KeyAct = ({ act, domain, selector, primary, children }: ActProps) => (
  <Form method="post" action={paths.desk.admin(`mail/dkim/${act}`)}>
    <input type="hidden" name="domain" value={domain} />
    <input type="hidden" name="selector" value={selector} />
    <Button size="sm" variant={primary ? "primary" : act === "removal" ? "ghost" : undefined}>
      {children} <span className="sr">{selector}</span>
    </Button>
  </Form>
);
