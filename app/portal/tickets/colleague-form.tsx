import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

/** A colleague's address: from then on that person reads and writes along. */
export function ColleagueForm({ number, failure }: { number: number; failure?: Failure }) {
  const t = useT();
  const navigation = useNavigation();
  const action = paths.ticketPart(number, "participants");
  return (
    <Form method="post" action={action} className="form">
      <FormErrors message={failure?.failure.message} errors={failure?.failure.fields} />
      <TextInput
        type="email"
        name="address"
        label={t("portal:colleague.address")}
        hint={t("portal:colleague.hint")}
        autoComplete="off"
        required
        maxLength={254}
        defaultValue={failure?.values.address}
        error={failure?.failure.fields.address}
      />
      <div className="form-actions">
        <Button busy={navigation.formAction === action}>{t("portal:colleague.submit")}</Button>
      </div>
    </Form>
  );
}
