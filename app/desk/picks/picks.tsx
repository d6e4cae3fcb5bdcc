import type { ReactNode } from "react";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";

type Pick = { id: string; label: ReactNode; carried: string };
type Props = {
  /** the field that is posted, and the kind under which its names are carried */
  name: string;
  kind: string;
  picks: readonly Pick[];
  chosen: ReadonlySet<string>;
  /** said where there is nothing to tick */
  none?: string;
  error: string | undefined;
};

/** Things to tick, each with its name in the form: see carriedNames. */
export function Picks({ name, kind, picks, chosen, none, error }: Props) {
  return (
    <>
      <div className="picks">
        {picks.map(({ id, label, carried }) => (
          <div key={id}>
            <Checkbox
              id={`${kind}-${id}`}
              name={name}
              value={id}
              defaultChecked={chosen.has(id)}
              label={<span className="wrap-anywhere">{label}</span>}
            />
            <input type="hidden" name={`${kind}.${id}`} value={carried} />
          </div>
        ))}
        {none && picks.length === 0 ? <p className="muted small">{none}</p> : null}
      </div>
      <FieldError id={`f-${name}`} error={error} />
    </>
  );
}
