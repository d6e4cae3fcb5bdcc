import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { SearchInput } from "~/components/ui/search-input";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = {
  number: number;
  title: string;
  q: string;
  kind: "public" | "note";
  label: string;
  icon: Parameters<typeof EmptyState>[0]["icon"];
  /** said when nothing is there to choose */
  empty: string | null;
  actions?: ReactNode;
  /** above the search: why the last choice was refused */
  failure?: ReactNode;
  /** the choices, each an `li` */
  children: ReactNode;
  foot?: ReactNode;
};

/** Where something is found and put into a ticket's draft without a script: what the pickers do over the field. */
export function ChoicePage({ number, title, q, kind, label, icon, empty, actions, failure, children, foot }: Props) {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet">
        <div className="sheet-head">
          <h1 className="min-w-0 flex-1">{title}</h1>
          <LinkButton href={`${paths.desk.ticket(number)}#composer`} size="sm">
            {t("replies:preview.back")}
          </LinkButton>
          {actions}
        </div>
        <div className="sheet-body">
          {failure}
          <Form role="search" method="get" className="max-w-md">
            <input type="hidden" name="kind" value={kind} />
            <SearchInput key={q} label={label} placeholder={label} defaultValue={q} />
          </Form>
          {empty ? (
            <Card>
              <EmptyState icon={icon} title={empty} />
            </Card>
          ) : null}
          <ul className="grid gap-3">{children}</ul>
          {foot}
        </div>
      </div>
    </main>
  );
}
