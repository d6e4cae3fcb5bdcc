import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = { personId: string; /** tickets that others could take over */ inHand: number; own: boolean };

/** Ends somebody's duty and asks what becomes of the work in hand. */
export function OffCard({ personId, inHand, own }: Props) {
  const t = useT();
  return (
    <Card padded id="off" title={t(own ? "agents:off.own" : "agents:off.other")}>
      <Form method="post" action={paths.desk.agent(personId, "presence")} className="form">
        <p className="muted small">{t(own ? "agents:off.ownText" : "agents:off.otherText")}</p>
        <input type="hidden" name="presence" value="off" />
        <input type="hidden" name="asked" value="yes" />
        {inHand > 0 ? (
          <Checkbox
            name="handOver"
            value="yes"
            label={t("agents:off.handOver", { count: inHand })}
            hint={t("agents:off.handOverHint")}
            defaultChecked
          />
        ) : null}
        <div className="form-actions">
          <Button variant={own ? "primary" : "danger"}>{t(own ? "agents:off.ownDo" : "agents:off.otherDo")}</Button>
        </div>
      </Form>
    </Card>
  );
}
