import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { AFTERWARDS } from "~/domain/mailroom/imap/imap-schema";
import type { MailboxTrial } from "~/domain/mailroom/imap/imap-views";
import { useT } from "~/i18n/use-t";
import type { MailboxFieldsProps } from "./mailbox-fields-props";
import { ServerFields } from "./server-fields";
import { SignInFields } from "./sign-in-fields";

type Props = MailboxFieldsProps & {
  /** addresses of our queues */
  addresses: readonly { address: string; queue: string }[];
  trial: MailboxTrial | undefined;
};

/** What a mailbox is, where it is, how to get in, and what happens to its mail. */
export function MailboxFields({ addresses, trial, ...common }: Props) {
  const { mailbox, values, errors } = common;
  const t = useT();
  const address = values?.address ?? mailbox.address ?? "";
  const known = addresses.some((each) => each.address === address);
  return (
    <>
      <input type="hidden" name="kept" value={values?.kept ?? ""} />
      <div className="two">
        <TextInput
          name="name"
          label={t("mailadmin:imap.field.name")}
          defaultValue={values?.name ?? mailbox.name}
          error={errors?.name}
          maxLength={80}
          required
        />
        <Select
          name="address"
          label={t("mailadmin:imap.field.address")}
          hint={t("mailadmin:imap.field.addressHint")}
          defaultValue={address}
          error={errors?.address}
          placeholder={t("mailadmin:imap.field.choose")}
          options={[
            ...addresses.map((each) => ({ value: each.address, label: `${each.address} · ${each.queue}` })),
            ...(address && !known ? [{ value: address, label: address }] : []),
          ]}
          required
        />
      </div>
      <ServerFields {...common} />
      <SignInFields {...common} />
      <fieldset className="group fl grid gap-3">
        <legend>{t("mailadmin:imap.messages")}</legend>
        <div className="two">
          <TextInput
            name="folder"
            label={t("mailadmin:imap.field.folder")}
            hint={t("mailadmin:imap.field.folderHint")}
            defaultValue={values?.folder ?? mailbox.folder ?? "INBOX"}
            error={errors?.folder}
            list="mailbox-folders"
            maxLength={300}
            autoComplete="off"
          />
          <TextInput
            name="since"
            type="date"
            label={t("mailadmin:imap.field.since")}
            hint={t(mailbox.id ? "mailadmin:imap.field.sinceHint" : "mailadmin:imap.field.sinceNewHint")}
            defaultValue={values?.since ?? mailbox.since}
            error={errors?.since}
            optional={!mailbox.id}
          />
        </div>
        <RadioGroup
          name="afterwards"
          label={t("mailadmin:imap.field.afterwards")}
          hint={t("mailadmin:imap.field.afterwardsHint")}
          defaultValue={values?.afterwards ?? mailbox.afterwards ?? "seen"}
          error={errors?.afterwards}
          options={AFTERWARDS.map((value) => ({ value, label: t(`mailadmin:imap.afterwards.${value}`) }))}
        />
        <div className="group-has-[[name=afterwards][value=delete]:checked]:hidden group-has-[[name=afterwards][value=seen]:checked]:hidden">
          <TextInput
            name="moveTo"
            label={t("mailadmin:imap.field.moveTo")}
            hint={t("mailadmin:imap.field.moveToHint")}
            defaultValue={values?.moveTo ?? mailbox.moveTo}
            error={errors?.moveTo}
            list="mailbox-folders"
            maxLength={300}
            autoComplete="off"
          />
        </div>
        <datalist id="mailbox-folders">
          {(trial?.folders ?? []).map((path) => (
            <option key={path}>{path}</option>
          ))}
        </datalist>
      </fieldset>
    </>
  );
}
