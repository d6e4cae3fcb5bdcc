import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { DeskNews } from "~/domain/knowledge/news-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

/** When it came out or will, who follows it, and what can be done with it now. */
export function NewsActs({ news, writes }: { news: DeskNews; writes: boolean }) {
  const t = useT();
  const { id, kind, revision, state, publishedAt, solvedAt, followers } = news;
  return (
    <Card padded title={t("news:publication")}>
      <p className="muted">
        {publishedAt ? (
          <>
            {t(state === "scheduled" ? "news:comesOut" : "news:cameOut")} <TimeText at={publishedAt} style="dated" />
            .{" "}
          </>
        ) : (
          `${t("news:notOut")} `
        )}
        {solvedAt ? (
          <>
            {t("news:solvedOn")} <TimeText at={solvedAt} style="dated" />.{" "}
          </>
        ) : null}
        {t("news:followers", { count: followers })}
      </p>
      {writes ? (
        <div className="form-actions mt-3 flex flex-wrap gap-2">
          {publishedAt ? null : (
            <LinkButton variant="primary" href={paths.desk.news(`${id}/publication`, { seen: revision })}>
              {t("news:publish")}
            </LinkButton>
          )}
          {state === "published" || state === "solved" ? (
            <LinkButton href={paths.desk.news(`${id}/update`)}>{t("news:addUpdate")}</LinkButton>
          ) : null}
          {kind === "problem" && (state === "published" || state === "solved") ? (
            <Form method="post" action={paths.desk.news(`${id}/solution`)}>
              <Button name="reopen" value={state === "solved" ? "yes" : "no"}>
                {t(state === "solved" ? "news:reopen" : "news:solve")}
              </Button>
            </Form>
          ) : null}
          {publishedAt ? (
            <Form method="post" action={paths.desk.news(`${id}/publication/end`)}>
              <Button variant="ghost">{t(state === "scheduled" ? "news:unschedule" : "news:unpublish")}</Button>
            </Form>
          ) : null}
          <Form method="post" action={paths.desk.news(`${id}/removal`)}>
            <Button variant="danger">{t("news:delete")}</Button>
          </Form>
        </div>
      ) : null}
    </Card>
  );
}
