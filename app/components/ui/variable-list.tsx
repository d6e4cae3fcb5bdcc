import { useEffect, useRef } from "react";

type Props = {
  label: string;
  /** ids of the fields that take variables; the first is meant until another had the focus */
  into: readonly string[];
  variables: readonly { name: string; meaning: string }[];
  /** what a button that inserts a variable is called */
  insertLabel: (name: string) => string;
};

/** Words in double braces that a text may hold. A button puts one where the caret was; without scripts they are typed. */
export function VariableList({ label, into, variables, insertLabel }: Props) {
  const last = useRef<string | null>(null);
  const ids = into.join(" ");
  useEffect(() => {
    const known = ids.split(" ");
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && known.includes(target.id)) last.current = target.id;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [ids]);
  return (
    <details className="small">
      <summary>{label}</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 phone:grid-cols-[max-content_minmax(0,1fr)]">
        {variables.map(({ name, meaning }) => (
          <div key={name} className="contents">
            <dt>
              <noscript>
                <code>{`{{${name}}}`}</code>
              </noscript>
              <button
                type="button"
                className="btn sm js-only num"
                aria-label={insertLabel(`{{${name}}}`)}
                onClick={() => insert(last.current ?? into[0], `{{${name}}}`)}
              >{`{{${name}}}`}</button>
            </dt>
            <dd className="muted self-center">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function insert(id: string | undefined, words: string): void {
  const field = id === undefined ? null : document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.focus();
  field.setRangeText(words, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
