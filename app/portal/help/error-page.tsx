import { LogIn, SearchX } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useI18n } from "~/i18n/use-t";
import { useLocation } from "@remix-run/react";
import { HelpSearch } from "./search-form";

/** Nothing that this reader may see is here: the search, and for strangers the door. The same whether it exists or not. */
export function HelpNotFound() {
  const { person } = usePageFacts();
  const { pathname } = useLocation();
  const { t, locale } = useI18n();
  return (
    <div className="page slim">
      <EmptyState
        level={1}
        icon={SearchX}
        title={t("common:error.404.title")}
        action={
          <>
            <LinkButton href={paths.help(locale)} variant="primary">
              {t("help:title")}
            </LinkButton>
            {person ? null : (
              <LinkButton href={paths.signIn(pathname)} icon={<Icon of={LogIn} />}>
                {t("portal:nav.signIn")}
              </LinkButton>
            )}
          </>
        }
      >
        {t(person ? "help:error.moved" : "help:error.notFound")}
      </EmptyState>
      <HelpSearch />
    </div>
  );
}
