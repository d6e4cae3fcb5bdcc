import { FormErrors } from "~/components/ui/form-errors";

type Failure = { failure: { message: string; fields: Record<string, string> } };

/** Why a form came back: the message, and each field's own. */
export function FailureErrors({ of }: { of?: Failure }) {
  return of ? <FormErrors message={of.failure.message} errors={of.failure.fields} /> : null;
}
