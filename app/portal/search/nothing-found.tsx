import { Search } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

type Props = { /** empty before anything was asked */ words: string; popular: readonly string[] };

/** No result, or no question yet: other ways on. */
export function NothingFound({ words, popular }: Props) {
  const { t, locale } = useI18n();
  return (
    <div className="mt-2 grid gap-2">
      <EmptyState
        icon={Search}
        title={words ? t("portal:search.none", { words }) : t("portal:search.start")}
        action={
          <>
            <LinkButton href={paths.help(locale)}>{t("portal:search.browse")}</LinkButton>
            {words ? (
              <LinkButton href={paths.newTicket({ subject: words })} variant="primary">
                {t("portal:nav.newTicket")}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {t(words ? "portal:search.noneText" : "portal:search.startText")}
      </EmptyState>
      {popular.length > 0 ? (
        <p className="try">
          {t("portal:search.popular")}
          {popular.map((query) => (
            <a key={query} href={paths.search({ q: query })}>
              {query}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}
