import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { useT } from "~/i18n/use-t";

type Preference = { kind: string; mail: boolean; screen: boolean };
/** Agents also choose what is marked on the screen. */
type Props = { preferences: readonly Preference[]; withScreen: boolean };

/** What one hears about, and how. */
export function PreferenceForm({ preferences, withScreen }: Props) {
  const t = useT();
  return (
    <Form method="post" className="form">
      <ul className="divide-y divide-line">
        {preferences.map(({ kind, mail, screen }) => (
          <li key={kind} className="py-3">
            <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <legend className="float-left flex-1 basis-60">{t(`identity:notify.${kind}`)}</legend>
              <label className="pick">
                <input type="checkbox" name="mail[]" value={kind} defaultChecked={mail} />
                <span>{t("identity:notify.byMail")}</span>
              </label>
              {withScreen ? (
                <label className="pick">
                  <input type="checkbox" name="screen[]" value={kind} defaultChecked={screen} />
                  <span>{t("identity:notify.onScreen")}</span>
                </label>
              ) : null}
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button variant="primary">{t("identity:account.save")}</Button>
      </div>
    </Form>
  );
}
