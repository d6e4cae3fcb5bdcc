import { Form } from "@remix-run/react";
import { Languages } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { type Locale, LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

type Props = { articleId: string; locale: Locale; source: Locale; mayWrite: boolean };

/** A language that nobody has begun: what its readers see meanwhile, and how it begins. */
export function NotTranslated({ articleId, locale, source, mayWrite }: Props) {
  const t = useT();
  const language = LOCALE_NAMES[locale];
  return (
    <Card>
      <EmptyState
        icon={Languages}
        title={t("knowledge:translation.none", { language })}
        action={
          mayWrite ? (
            <Form method="post" action={paths.desk.knowledge(`${articleId}/translations`, { lang: locale })}>
              <Button variant="primary">{t("knowledge:translation.start")}</Button>
            </Form>
          ) : undefined
        }
      >
        {t("knowledge:translation.fallback", { source: LOCALE_NAMES[source] })}
      </EmptyState>
    </Card>
  );
}
