import { Form } from "@remix-run/react";
import type { DeliveryView } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

const BAD = new Set(["bounced", "failed", "suppressed"]);

/** Where an answer went: delivered in one line, trouble in a line of its own with a way to try again. */
export function DeliveryLines({ deliveries, number }: { deliveries: readonly DeliveryView[]; number: number }) {
  const t = useT();
  const sent = deliveries.filter((d) => d.state === "sent");
  return (
    <div className="xs muted mt-2">
      {sent.length > 0 ? <p>{t("desk:delivery.sent", { to: sent.map((d) => d.recipient).join(", ") })}</p> : null}
      {deliveries
        .filter((d) => d.state !== "sent")
        .map((d) => (
          <p key={d.id} className={BAD.has(d.state) ? "text-danger" : undefined}>
            {t(`desk:delivery.${d.state}`, { to: d.recipient, reason: d.reason ? t(`desk:reason.${d.reason}`) : "" })}
            {d.state === "deferred" && d.nextTryAt ? (
              <>
                {" "}
                {t("desk:delivery.nextTry")} <TimeText at={d.nextTryAt} style="dateTime" />
              </>
            ) : null}
            {d.detail && BAD.has(d.state) ? <span className="block faint">{d.detail}</span> : null}
            {BAD.has(d.state) ? (
              <Form method="post" action={paths.desk.ticketPart(number, `deliveries/${d.id}`)} className="inline">
                {" "}
                <button className="lk">{t("desk:delivery.again")}</button>
              </Form>
            ) : null}
          </p>
        ))}
    </div>
  );
}
