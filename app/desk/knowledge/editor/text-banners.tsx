import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { paths } from "~/http/paths";
import { LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import type { EditorText, EditorView } from "./editor-view";
import { ReviewBanner } from "./review-banner";

type View = Pick<EditorView, "facts" | "locale" | "sourceLocale" | "may" | "deleted" | "purgeAt" | "sides"> & {
  text: Pick<EditorText, "review" | "verdict" | "staleSince" | "publication">;
};

/** What stands in the way of this text, and what to do about it. */
export function TextBanners({ view }: { view: View }) {
  const t = useT();
  const { facts, locale, may, text } = view;
  const here = (part: string) => paths.desk.knowledge(`${facts.id}/${part}`, { lang: locale });
  if (view.deleted)
    return (
      <Banner tone="warn" title={t("knowledge:banner.deleted")}>
        {view.purgeAt ? (
          <>
            {t("knowledge:banner.purged")} <TimeText at={view.purgeAt} style="date" />
          </>
        ) : null}
      </Banner>
    );
  const approval = facts.needsReview && may.publish && !text.review && text.publication.work === "draft";
  return (
    <>
      {may.write ? null : <Banner tone="info">{t("knowledge:banner.readOnly")}</Banner>}
      <ReviewBanner review={text.review} verdict={text.verdict} work={text.publication.work} here={here} />
      {text.staleSince ? (
        <Banner
          tone="warn"
          title={t("knowledge:banner.stale", { source: LOCALE_NAMES[view.sourceLocale] })}
          action={
            <>
              {view.sides.includes("changes") ? (
                <LinkButton size="sm" href={paths.desk.knowledge(facts.id, { lang: locale, side: "changes" })}>
                  {t("knowledge:side.changes")}
                </LinkButton>
              ) : null}
              {may.publish ? (
                <Form method="post" action={here("translations/current")} preventScrollReset>
                  <Button size="sm">{t("knowledge:banner.markCurrent")}</Button>
                </Form>
              ) : null}
            </>
          }
        >
          {t("knowledge:banner.staleSince")} <TimeText at={text.staleSince} style="date" />
        </Banner>
      ) : null}
      {approval ? <Banner tone="info">{t("knowledge:banner.needsReview")}</Banner> : null}
    </>
  );
}
