import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = {
  articleId: string;
  locale: string;
  /** of the draft that is shown */
  revision: number | undefined;
  deleted: boolean;
  mayDelete: boolean;
  mayDiscard: boolean;
};

/** Throwing a draft away, the bin, and back. */
export function RemovalCard({ articleId, locale, revision, deleted, mayDelete, mayDiscard }: Props) {
  const t = useT();
  if (!mayDelete && !mayDiscard) return null;
  return (
    <Card padded id="removal" title={t("knowledge:removal.title")}>
      <div className="grid gap-3">
        {mayDiscard ? (
          <Form method="post" action={paths.desk.knowledge(`${articleId}/draft/removal`, { lang: locale })}>
            <input type="hidden" name="revision" value={revision} />
            <p className="muted small mb-2">{t("knowledge:removal.discardText")}</p>
            <Button size="sm">{t("knowledge:act.discardDraft")}</Button>
          </Form>
        ) : null}
        {mayDelete ? (
          <Form method="post" action={paths.desk.knowledge(`${articleId}/removal`)}>
            {deleted ? <input type="hidden" name="restore" value="yes" /> : null}
            <p className="muted small mb-2">
              {t(deleted ? "knowledge:removal.restoreText" : "knowledge:removal.deleteText")}
            </p>
            <Button size="sm" variant={deleted ? "default" : "danger"}>
              {t(deleted ? "knowledge:act.restore" : "knowledge:act.delete")}
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
