import { Form } from "@remix-run/react";
import { useState } from "react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import type { PolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import type { ConditionChoices } from "../conditions/choices";
import type { PolicyDraft } from "./policy-draft";
import { PolicyFields } from "./policy-fields";
import { errorIds, type PolicyFormAnswer, readAnswer } from "./policy-form-answer";

type Props = {
  saved: PolicyDraft;
  /** The version that `saved` is; a new policy has none. */
  version?: number;
  answer: PolicyFormAnswer;
  choices: PolicyChoices;
  conditionChoices: ConditionChoices;
  submit: string;
  /** Where the newest version is shown. */
  newest?: string;
};

/**
 * The form of a policy. What is typed goes on from the version it began with, also when the page's data are asked for
 * again or the form was refused: it is never put on top of a newer version unseen. Give it the visit as its key.
 */
export function PolicyForm({ answer, choices, conditionChoices, submit, newest, ...begun }: Props) {
  const t = useT();
  const [{ saved, version }] = useState(begun);
  const { draft, failed } = readAnswer(answer, saved);
  const typedFrom = answer && ("edited" in answer ? answer.version : answer.values.version);
  return (
    <Form method="post" className="form" preventScrollReset>
      <FormErrors message={failed?.message} errors={failed?.fields} ids={errorIds(failed?.fields)} />
      {newest && failed?.code === "sla:policy.error.changedMeanwhile" ? (
        <p>
          <a className="lk" href={newest} target="_blank" rel="noreferrer">
            {t("sla:policy.openNewest")}
          </a>
        </p>
      ) : null}
      {version === undefined ? null : <input type="hidden" name="version" value={typedFrom ?? version} />}
      <PolicyFields draft={draft} choices={choices} conditionChoices={conditionChoices} errors={failed?.fields} />
      <div className="form-actions">
        <Button variant="primary">{submit}</Button>
        <LinkButton href={paths.desk.admin("sla")}>{t("common:cancel")}</LinkButton>
      </div>
    </Form>
  );
}
