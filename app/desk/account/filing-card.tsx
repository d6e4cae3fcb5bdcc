import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** The private address that files what the agent writes in the own mail program, when it stands in Bcc. */
export function FilingCard({ address }: { address: string }) {
  const t = useT();
  return (
    <Card padded id="filing" title={t("replies:filing.title")}>
      <p className="muted small mb-3">{t("replies:filing.text")}</p>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <code className="wrap-anywhere">{address}</code>
        <CopyButton text={address}>{t("replies:filing.copy")}</CopyButton>
      </p>
      <Form method="post" action={paths.desk.accountPart("filing-address")}>
        <Button size="sm">{t("replies:filing.renew")}</Button>
        <p className="hint mt-2">{t("replies:filing.renewHint")}</p>
      </Form>
    </Card>
  );
}
