import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import type { VersionRow } from "~/domain/knowledge/article-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = {
  articleId: string;
  locale: string;
  /** of the draft that a restored version takes the place of */
  revision: number;
  versions: readonly VersionRow[];
  mayRestore: boolean;
};

/** Versions, newest first: who made them, why, and what a colleague said of them. */
export function VersionList({ articleId, locale, revision, versions, mayRestore }: Props) {
  const t = useT();
  const here = (query: Record<string, string | number>) =>
    paths.desk.knowledge(`${articleId}/versions`, { lang: locale, ...query });
  return (
    <ul>
      {versions.map((version) => (
        <li
          key={version.number}
          className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t p-(--pad) first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-center gap-2">
              <a className="font-semibold num" href={`${here(comparison(version.number))}#diff`}>
                {t("knowledge:versions.number", { number: version.number })}
              </a>
              {version.published ? <Chip tone="ok">{t("knowledge:state.published")}</Chip> : null}
              {version.scheduled ? <Chip tone="info">{t("knowledge:state.scheduled")}</Chip> : null}
              {version.verdict && version.verdict !== "withdrawn" ? (
                <Chip tone={version.verdict === "approved" ? "ok" : "warn"} plain>
                  {t(`knowledge:verdict.${version.verdict}`)}
                </Chip>
              ) : null}
            </p>
            <p className="muted small num">
              <TimeText at={version.createdAt} style="dated" />
              {version.createdBy ? (
                <>
                  {" · "}
                  <bdi>{version.createdBy.name}</bdi>
                </>
              ) : null}
            </p>
            {version.note ? (
              <p className="small wrap-anywhere">
                <bdi>{version.note}</bdi>
              </p>
            ) : null}
            {version.comment ? (
              <p className="small border-l-2 pl-3 wrap-anywhere whitespace-pre-line">
                {version.decidedBy ? (
                  <>
                    <b>
                      <bdi>{version.decidedBy.name}</bdi>
                    </b>
                    {": "}
                  </>
                ) : null}
                <bdi>{version.comment}</bdi>
              </p>
            ) : null}
          </div>
          {mayRestore ? (
            <Form
              method="post"
              action={paths.desk.knowledge(`${articleId}/versions/restoration`, { lang: locale })}
              preventScrollReset
            >
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="number" value={version.number} />
              <Button
                size="sm"
                aria-label={t("knowledge:act.restoreOf", {
                  name: t("knowledge:versions.number", { number: version.number }),
                })}
              >
                {t("knowledge:act.restore")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** A version beside the one before it; the first one beside the draft. */
const comparison = (number: number) => (number > 1 ? { from: number - 1, to: number } : { from: 1, to: "draft" });
