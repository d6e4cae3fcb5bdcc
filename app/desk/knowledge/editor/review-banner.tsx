import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import type { EditorText } from "./editor-view";
import type { Publication } from "./status-card";

type Props = Pick<EditorText, "review" | "verdict"> & { work: Publication["work"]; here: (part: string) => string };

/** That the text is being read by a colleague, or what the colleague said. */
export function ReviewBanner({ review, verdict, work, here }: Props) {
  const t = useT();
  if (review)
    return (
      <Banner
        tone="info"
        title={t("knowledge:banner.inReview")}
        action={
          <>
            <LinkButton size="sm" variant={review.mayApprove ? "primary" : "default"} href={here("review")}>
              {t("knowledge:act.decide")}
            </LinkButton>
            {review.mayWithdraw ? (
              <Form method="post" action={here("review/withdrawal")} preventScrollReset>
                <Button size="sm">{t("knowledge:act.withdraw")}</Button>
              </Form>
            ) : null}
          </>
        }
      >
        {t("knowledge:banner.inReviewText")} <Who name={review.requestedBy?.name} at={review.requestedAt} />
        {review.note ? <Words>{review.note}</Words> : null}
      </Banner>
    );
  if (!verdict || verdict.verdict === "withdrawn" || work === "none") return null;
  const approved = verdict.verdict === "approved";
  return (
    <Banner
      tone={approved ? "ok" : "warn"}
      title={t(approved ? "knowledge:banner.approved" : "knowledge:banner.sentBack", { version: verdict.version })}
    >
      <Who name={verdict.decidedBy?.name} at={verdict.decidedAt} />
      {verdict.comment ? <Words>{verdict.comment}</Words> : null}
    </Banner>
  );
}

function Who({ name, at }: { name: string | undefined; at: string }) {
  return (
    <span className="num">
      {name ? (
        <>
          <bdi>{name}</bdi>
          {" · "}
        </>
      ) : null}
      <TimeText at={at} style="dated" />
    </span>
  );
}

const Words = ({ children }: { children: string }) => (
  <p className="mt-1 wrap-anywhere whitespace-pre-line">
    <bdi>{children}</bdi>
  </p>
);
