import { SearchInput } from "~/components/ui/search-input";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** The large search field on top of the help centre's pages. */
export function HelpSearch() {
  const t = useT();
  return (
    <form role="search" method="get" action={paths.search()}>
      <SearchInput big label={t("help:search")} placeholder={t("help:searchHint")} maxLength={200} />
    </form>
  );
}
