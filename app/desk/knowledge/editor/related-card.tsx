import { Chip } from "~/components/ui/chip";
import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = {
  articleId: string;
  related: readonly { id: string; title: string; chosen: boolean; published: boolean }[];
  mayWrite: boolean;
};

/** What readers are offered below the text. */
export function RelatedCard({ articleId, related, mayWrite }: Props) {
  const t = useT();
  const chosen = related.some((one) => one.chosen);
  return (
    <Card
      padded
      id="related"
      title={t("knowledge:related.title")}
      actions={
        mayWrite ? (
          <a className="small" href={paths.desk.knowledge(`${articleId}/related`)}>
            {t("knowledge:related.choose")}
          </a>
        ) : undefined
      }
    >
      {related.length > 0 ? (
        <>
          <p className="muted small mb-1">{t(chosen ? "knowledge:related.chosen" : "knowledge:related.found")}</p>
          <ul className="grid gap-1">
            {related.map(({ id, title, published }) => (
              <li key={id}>
                <a className="wrap-anywhere" href={paths.desk.knowledge(id)}>
                  <bdi>{title || t("knowledge:list.untitled")}</bdi>
                </a>{" "}
                {published ? null : <Chip>{t("knowledge:state.draft")}</Chip>}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="muted small">{t("knowledge:related.none")}</p>
      )}
    </Card>
  );
}
