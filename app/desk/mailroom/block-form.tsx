import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { RadioGroup } from "~/components/ui/radio-group";
import type { SenderCounts } from "~/domain/mailroom/count-mails-of-sender.server";
import type { MailFacts } from "~/domain/mailroom/mail-views";
import type { Failure } from "~/http/route.server";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";

type Props = { mail: MailFacts; counts: SenderCounts | null; failed: Failure | undefined; back: string };

/** Discards the mail and blocks its address or the whole domain, knowing how much came from there lately. */
export function BlockForm({ mail, counts, failed, back }: Props) {
  const t = useT();
  const address = mail.fromAddress.toLowerCase();
  const domain = address.slice(address.lastIndexOf("@"));
  const came = (count: number) => lately(count, counts?.cap ?? 0, t);
  return (
    <Form method="post" className="form mail-form">
      <input type="hidden" name="kind" value="block" />
      <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
      <RadioGroup
        name="entry"
        label={t("mailroom:block.what")}
        options={[
          {
            value: "address",
            label: <bdi className="wrap-anywhere">{address}</bdi>,
            hint: counts && came(counts.address),
          },
          {
            value: "domain",
            label: <span className="wrap-anywhere">{t("mailroom:block.domain", { domain })}</span>,
            hint: counts && came(counts.domain),
          },
        ]}
        defaultValue={failed?.values.entry ?? "address"}
        error={failed?.failure.fields.entry}
        required
      />
      <p className="small muted">{t("mailroom:block.means")}</p>
      <div className="form-actions">
        <Button variant="danger">{t("mailroom:block.submit")}</Button>
        <LinkButton href={back}>{t("common:cancel")}</LinkButton>
      </div>
    </Form>
  );
}

const lately = (count: number, cap: number, t: Translate): string =>
  t("mailroom:block.lately", { count, shown: count >= cap ? `${cap}+` : String(count) });
