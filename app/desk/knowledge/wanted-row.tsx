import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import type { WantedAnswer } from "~/domain/insights/knowledge-views";
import { paths } from "~/http/paths";
import { LOCALE_NAMES, isLocale } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = { wish: WantedAnswer; editor: boolean };

/** One wanted answer with what can be done about it. */
export function WantedRow({ wish, editor }: Props) {
  const t = useT();
  const name = wish.kind === "search" ? wish.query : wish.title;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t p-(--pad) first:border-t-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          {wish.kind === "search" ? (
            <b className="wrap-anywhere" lang={wish.locale}>
              <q>
                <bdi>{wish.query}</bdi>
              </q>
            </b>
          ) : (
            <a className="font-semibold wrap-anywhere" href={articleHref(wish)}>
              <bdi>{wish.title}</bdi>
            </a>
          )}
          <Chip plain>{isLocale(wish.locale) ? LOCALE_NAMES[wish.locale] : wish.locale}</Chip>
          {wish.kind === "article" ? <Chip tone="warn">{t("knowledge:wanted.improve")}</Chip> : null}
        </p>
        <p className="muted small num">
          {wish.kind === "search"
            ? t("knowledge:wanted.searched", { count: wish.times })
            : t("knowledge:wanted.noVotes", { count: wish.times })}
          {wish.kind === "search" && wish.without > 0
            ? ` · ${t("knowledge:wanted.without", { count: wish.without })}`
            : null}
          {" · "}
          {t("knowledge:wanted.newest")} <TimeText at={wish.newest} />
        </p>
        {wish.kind === "article" ? (
          <ul className="mt-2 grid gap-1">
            {wish.comments.map(({ reason, comment, at }) => (
              <li key={`${at.getTime()} ${comment}`} className="small border-l-2 pl-3 wrap-anywhere">
                {reason ? <span className="muted">{t(`knowledge:reason.${reason}`)}: </span> : null}
                <bdi lang={wish.locale}>{comment}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {wish.kind === "search" ? (
          <LinkButton size="sm" href={draftHref(wish)} aria-label={t("knowledge:wanted.writeOf", { name })}>
            {t("knowledge:wanted.write")}
          </LinkButton>
        ) : (
          <LinkButton size="sm" href={articleHref(wish)} aria-label={t("knowledge:wanted.openOf", { name })}>
            {t("knowledge:wanted.open")}
          </LinkButton>
        )}
        {editor
          ? (["done", "dismissed"] as const).map((verdict) => (
              <Form key={verdict} method="post" action={paths.desk.knowledge("to-write/verdict")} preventScrollReset>
                <Hidden wish={wish} />
                <Button
                  size="sm"
                  variant="ghost"
                  name="verdict"
                  value={verdict}
                  aria-label={t(`knowledge:wanted.${verdict}Of`, { name })}
                >
                  {t(`knowledge:wanted.${verdict}`)}
                </Button>
              </Form>
            ))
          : null}
      </div>
    </li>
  );
}

const articleHref = (wish: { articleId: string; locale: string }) =>
  paths.desk.knowledge(wish.articleId, { lang: wish.locale });

/** A new question whose words are those that were searched for; only its place is still asked. */
const draftHref = ({ query, locale }: { query: string; locale: string }) =>
  paths.desk.knowledge("new", {
    kind: "faq",
    title: query.charAt(0).toUpperCase() + query.slice(1),
    lang: locale,
    keywords: query,
  });

function Hidden({ wish: { locale, query } }: { wish: { locale: string; query: string } }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="query" value={query} />
    </>
  );
}
