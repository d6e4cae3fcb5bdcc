import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

export type OpenMark = { id: string; kind: string; found: string; replacement: string };

type Props = {
  articleId: string;
  locale: string;
  marks: readonly OpenMark[];
  ticketNumber: number | null;
  mayConfirm: boolean;
};

/** What was taken out of a ticket's answer and nobody has looked at yet: it stands between the text and its readers. */
export function MarksCard({ articleId, locale, marks, ticketNumber, mayConfirm }: Props) {
  const t = useT();
  if (!marks.length) return null;
  return (
    <Card
      padded
      id="marks"
      title={t("knowledge:marks.title", { count: marks.length })}
      actions={
        ticketNumber === null ? undefined : (
          <a className="small num" href={paths.desk.ticket(ticketNumber)}>
            {t("knowledge:marks.ticket", { number: ticketNumber })}
          </a>
        )
      }
    >
      <p className="muted small mb-2">{t("knowledge:marks.text")}</p>
      <ul className="grid gap-2">
        {marks.map(({ id, kind, found, replacement }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Chip plain>{t(`knowledge:mark.${kind}`)}</Chip>
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
              <del>
                <bdi>{found}</bdi>
              </del>{" "}
              <span aria-hidden="true">→</span> <bdi>{replacement || t("knowledge:marks.nothing")}</bdi>
            </span>
            {mayConfirm ? (
              <Form
                method="post"
                action={paths.desk.knowledge(`${articleId}/marks/${id}`, { lang: locale })}
                preventScrollReset
              >
                <Button size="sm" aria-label={t("knowledge:marks.confirmOf", { name: found })}>
                  {t("knowledge:marks.confirm")}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
