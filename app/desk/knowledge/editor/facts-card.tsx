import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

export type ArticleFacts = {
  id: string;
  kind: "article" | "faq";
  categoryId: string;
  /** names from the top down */
  category: string;
  audience: string;
  organizations: readonly string[];
  owner: string | null;
  createdBy: string | null;
  createdAt: string;
  reviewBy: string | null;
  reviewDue: boolean;
  needsReview: boolean;
  ticketNumber: number | null;
};

/** What is the same in all languages. */
export function FactsCard({ facts, mayWrite }: { facts: ArticleFacts; mayWrite: boolean }) {
  const t = useT();
  return (
    <Card
      padded
      id="facts-of-article"
      title={t("knowledge:facts.title")}
      actions={
        mayWrite ? (
          <a className="small" href={paths.desk.knowledge(`${facts.id}/settings`)}>
            {t("knowledge:facts.edit")}
          </a>
        ) : undefined
      }
    >
      <KeyValue
        items={[
          { label: t("knowledge:field.kind"), value: t(`knowledge:kind.${facts.kind}`) },
          { label: t("knowledge:field.category"), value: <bdi className="wrap-anywhere">{facts.category}</bdi> },
          { label: t("knowledge:field.audience"), value: t(`knowledge:audience.${facts.audience}`) },
          facts.organizations.length > 0 && {
            label: t("knowledge:field.organizations"),
            value: <bdi className="wrap-anywhere">{facts.organizations.join(", ")}</bdi>,
          },
          { label: t("knowledge:field.owner"), value: <bdi>{facts.owner ?? t("knowledge:field.nobody")}</bdi> },
          facts.reviewBy !== null && {
            label: t("knowledge:field.reviewBy"),
            value: (
              <>
                <TimeText at={facts.reviewBy} style="date" />{" "}
                {facts.reviewDue ? <Chip tone="warn">{t("knowledge:view.review_due")}</Chip> : null}
              </>
            ),
          },
          facts.needsReview && { label: t("knowledge:facts.review"), value: t("knowledge:facts.reviewText") },
          {
            label: t("knowledge:facts.begun"),
            value: (
              <>
                <TimeText at={facts.createdAt} style="date" />
                {facts.createdBy ? (
                  <>
                    {" · "}
                    <bdi>{facts.createdBy}</bdi>
                  </>
                ) : null}
              </>
            ),
          },
          facts.ticketNumber !== null && {
            label: t("knowledge:facts.ticket"),
            value: (
              <a className="num" href={paths.desk.ticket(facts.ticketNumber)}>
                #{facts.ticketNumber}
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
