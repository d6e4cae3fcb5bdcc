import { Archive } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { HelpSearch } from "./search-form";

/** Something that was here and was taken back: says so, and offers the search. */
export function GonePage() {
  const { t, locale } = useI18n();
  return (
    <div className="page slim">
      <EmptyState
        level={1}
        icon={Archive}
        title={t("help:gone.title")}
        action={
          <LinkButton href={paths.help(locale)} variant="primary">
            {t("help:title")}
          </LinkButton>
        }
      >
        {t("help:gone.text")}
      </EmptyState>
      <HelpSearch />
    </div>
  );
}
