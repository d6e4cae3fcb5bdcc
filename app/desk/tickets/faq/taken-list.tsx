import { Chip } from "~/components/ui/chip";
import { useT } from "~/i18n/use-t";

type Taken = { kind: string; found: string; replacement: string };

/** What was taken out, in the order of the text; the numbers are those at the places. */
export function TakenList({ marks }: { marks: readonly Taken[] }) {
  const t = useT();
  if (!marks.length) return <p className="muted small">{t("answers:faq.nothingTaken")}</p>;
  return (
    <>
      <p className="muted small mb-3">{t("answers:faq.takenText")}</p>
      <ol className="grid gap-2">
        {marks.map(({ kind, found, replacement }, i) => (
          <li key={i} className="flex flex-wrap items-baseline gap-2">
            <span className="num faint small">{i + 1}</span>
            <Chip plain>{t(`knowledge:mark.${kind}`)}</Chip>
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere whitespace-pre-line small">
              <del>
                <bdi>{found}</bdi>
              </del>{" "}
              <span aria-hidden="true">→</span> <bdi>{replacement || t("knowledge:marks.nothing")}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
