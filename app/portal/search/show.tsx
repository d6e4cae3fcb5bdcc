import { type LinksFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { SearchForm } from "~/components/ui/search-form";
import { Tabs } from "~/components/ui/tabs";
import { CorrectedNotice } from "~/components/search/corrected-notice";
import { correctedText } from "~/domain/search/corrected-text";
import { listPopularSearches } from "~/domain/search/list-popular-searches.server";
import { plainCookie } from "~/http/cookies.server";
import { paths } from "~/http/paths";
import { publicLoader } from "~/http/route.server";
import { isLocale } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/portal-search.css?url";
import { FoundGroups } from "./found-groups";
import { logPortalSearch } from "./log-portal-search.server";
import { NothingFound } from "./nothing-found";
import { readSearch, searchQuery } from "./read-search";
import { groupsFor, searchPortal } from "./search-portal.server";
import { Topics } from "./topics";

export { pageTitle as meta } from "~/http/page-title";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = publicLoader(async (ctx, { request }) => {
  const query = readSearch(request.url);
  const lang = new URL(request.url).searchParams.get("lang");
  // A page of the help centre carries its language in the address; a stranger keeps it from here on.
  if (lang !== null) {
    const headers = isLocale(lang) && lang !== ctx.locale ? { "Set-Cookie": plainCookie("lang", lang) } : undefined;
    throw redirect(paths.search(searchQuery(query)), { headers: { ...headers, "X-Remix-Reload-Document": "true" } });
  }
  const t = translator(ctx.locale);
  const asked = query.q.trim() !== "";
  const [answer, popular] = await Promise.all([
    asked ? searchPortal(ctx, query) : null,
    asked ? null : listPopularSearches(ctx),
  ]);
  const userAgent = request.headers.get("user-agent") ?? "";
  const search = { typed: query.q, results: answer?.count ?? 0, final: true, userAgent };
  const nothing = answer?.count === 0 ? await listPopularSearches(ctx) : [];
  return {
    title: asked ? `${query.q} · ${t("portal:search.title")}` : t("portal:search.title"),
    query,
    answer,
    tickets: groupsFor(ctx).includes("ticket"),
    popular: popular ?? nothing,
    intentionId: asked ? await logPortalSearch(ctx, search) : null,
  };
});

/** What the help centre, and for customers their tickets, have on some words: a few of each kind, or one kind whole. */
export default function Search() {
  const { query, answer, tickets, popular, intentionId } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (over: Parameters<typeof searchQuery>[1]) => paths.search(searchQuery(query, over));
  return (
    <div className="page mid">
      <h1 className="sr">{t("portal:search.title")}</h1>
      <SearchForm
        key={query.q}
        big
        action={paths.search()}
        suggest={paths.searchSuggestions()}
        label={t("portal:search.title")}
        placeholder={t(tickets ? "portal:search.hint" : "portal:search.hintGuest")}
        defaultValue={query.q}
        maxLength={300}
      />
      {answer ? (
        <div className="mt-5 grid gap-4">
          {answer.standIn ? <Banner tone="note">{t("portal:search.standIn")}</Banner> : null}
          <div className="found">
            <p role="status" className={answer.count === 0 ? "sr" : undefined}>
              {t("portal:search.count", { count: answer.count })}
            </p>
            {answer.corrected.length > 0 ? (
              <CorrectedNotice
                said={t("portal:search.corrected", { words: correctedText(query.q, answer.corrected) })}
                href={at({ exact: true })}
                link={t("portal:search.asTyped", { words: query.q })}
              />
            ) : null}
          </div>
          {answer.count > 0 ? (
            <>
              <Tabs
                look="pill"
                label={t("portal:search.kinds")}
                items={[
                  {
                    href: at({ kind: null, category: null }),
                    label: t("portal:search.everything"),
                    current: !query.kind,
                  },
                  ...answer.groups
                    .filter(({ kind, total }) => total.count > 0 || kind === query.kind)
                    .map(({ kind, total }) => ({
                      href: at({ kind, category: null }),
                      label: t(`portal:search.group.${kind}`),
                      count: total.capped ? `${total.count}+` : total.count,
                      current: kind === query.kind,
                    })),
                ]}
              />
              <Topics categories={answer.categories} chosen={query.category} at={(category) => at({ category })} />
              <FoundGroups groups={answer.groups} query={query} intentionId={intentionId} />
            </>
          ) : (
            <NothingFound words={query.q} popular={popular} />
          )}
        </div>
      ) : (
        <NothingFound words="" popular={popular} />
      )}
    </div>
  );
}
