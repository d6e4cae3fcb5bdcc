import { Chip } from "~/components/ui/chip";
import { useT } from "~/i18n/use-t";

type Props = { kind: "spf" | "dmarc"; domain: string; published: { text: string | null; problem: string | null } };

/** What is published of SPF or DMARC for a domain, and in a sentence what would be better. */
export function PublishedRecord({ kind, domain, published }: Props) {
  const t = useT();
  const { text, problem } = published;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <b>{kind.toUpperCase()}</b>
        {problem ? (
          <Chip tone={problem === "no_answer" ? "neutral" : "warn"}>{t(`mailadmin:dkim.advice.${problem}`)}</Chip>
        ) : (
          <Chip tone="ok">{t("mailadmin:dkim.advice.good")}</Chip>
        )}
      </p>
      {text ? <code className="small whitespace-pre-wrap wrap-anywhere">{text}</code> : null}
      {problem && problem !== "no_answer" ? (
        <p className="muted small wrap-anywhere">{t(`mailadmin:dkim.advice.${kind}.${problem}`, { domain })}</p>
      ) : null}
    </div>
  );
}
