import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { STATE_TONES, type TextState } from "../text-state";

export type Publication = {
  state: TextState;
  work: "none" | "draft" | "in_review";
  /** number of the published version */
  version: number | null;
  updatedAt: string | null;
  publishedAt: string | null;
  publishAt: string | null;
  unpublishAt: string | null;
  /** where readers see it */
  href: string | null;
};

type Props = {
  articleId: string;
  locale: string;
  publication: Publication;
  versions: number;
  mayPublish: boolean;
};

/** What readers see of this language, since when and until when, and what can be done about it. */
export function StatusCard({ articleId, locale, publication, versions, mayPublish }: Props) {
  const { t, timeZone } = useI18n();
  const { state, version, updatedAt, publishedAt, publishAt, unpublishAt, href } = publication;
  const part = (name: string) => paths.desk.knowledge(`${articleId}/${name}`, { lang: locale });
  return (
    <Card
      padded
      id="status"
      title={t("knowledge:status.title")}
      actions={<Chip tone={STATE_TONES[state]}>{t(`knowledge:state.${state}`)}</Chip>}
    >
      <KeyValue
        items={[
          version !== null && { label: t("knowledge:status.version"), value: version, num: true },
          updatedAt !== null && {
            label: t("knowledge:status.updated"),
            value: <TimeText at={updatedAt} style="dated" />,
          },
          publishedAt !== null && {
            label: t("knowledge:status.first"),
            value: <TimeText at={publishedAt} style="date" />,
          },
          publishAt !== null && {
            label: t("knowledge:status.publishAt"),
            value: <TimeText at={publishAt} style="dated" />,
          },
          unpublishAt !== null && {
            label: t("knowledge:status.unpublishAt"),
            value: <TimeText at={unpublishAt} style="dated" />,
          },
        ]}
      />
      {version === null ? <p className="muted small">{t("knowledge:status.nothing")}</p> : null}
      {publishAt || unpublishAt ? <p className="faint xs">{t("knowledge:status.zone", { timeZone })}</p> : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {href ? (
          <LinkButton size="sm" href={href}>
            {t("knowledge:act.view")}
          </LinkButton>
        ) : null}
        {versions > 0 ? (
          <LinkButton size="sm" href={part("versions")}>
            {t("knowledge:status.versions", { count: versions })}
          </LinkButton>
        ) : null}
        {mayPublish ? (
          <>
            <LinkButton size="sm" href={part("schedule")}>
              {t("knowledge:act.schedule")}
            </LinkButton>
            {publishAt || unpublishAt ? (
              <Form method="post" action={part("schedule/cancellation")} preventScrollReset>
                <Button size="sm">{t("knowledge:act.cancelSchedule")}</Button>
              </Form>
            ) : null}
            {version !== null ? (
              <Form method="post" action={part("publication/end")} preventScrollReset>
                <Button size="sm" variant="danger">
                  {t("knowledge:act.unpublish")}
                </Button>
              </Form>
            ) : null}
          </>
        ) : null}
      </div>
    </Card>
  );
}
