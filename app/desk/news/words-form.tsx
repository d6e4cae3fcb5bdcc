import { Form, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { Option } from "~/components/ui/select";
import type { DeskNews } from "~/domain/knowledge/news-views";
import { useT } from "~/i18n/use-t";
import { MovedNews } from "./moved-news";
import { type NewsAnswer, NewsFields } from "./news-fields";

type Props = { news: DeskNews; topics: readonly Option[]; answer: NewsAnswer | undefined };

/** The words of news and who reads them, saved upon the revision that they were typed upon. */
export function WordsForm({ news, topics, answer }: Props) {
  const t = useT();
  const moved = answer?.failure?.code === "news:error.moved";
  const revision = useSeenRevision(news.revision, moved ? news.revision : answer?.values?.revision);
  return (
    <>
      {moved ? <MovedNews news={news} typed={answer.values ?? {}} topics={topics} /> : null}
      <Card padded title={t("news:words")}>
        <Form method="post" className="form" preventScrollReset>
          {/* Enter in a field presses a form's first button: it saves. */}
          <button hidden aria-label={t("desk:admin.save")} />
          <FailureErrors of={answer?.failure ? { failure: answer.failure } : undefined} />
          <input type="hidden" name="revision" value={revision} />
          <NewsFields news={news} topics={topics} answer={answer} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
    </>
  );
}

/**
 * The newest revision whose words stood in this form: those it was drawn with, those it saved itself (the address says
 * so), or those it was told of. What a live reload brings while somebody types is none of them.
 */
function useSeenRevision(newest: number, told: number | string | undefined): number {
  const [drawn] = useState(newest);
  const [query] = useSearchParams();
  return Math.max(drawn, Number(query.get("saved")) || 0, Number(told) || 0);
}
