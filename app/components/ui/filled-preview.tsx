import { useEffect, useState } from "react";
import { fillLines } from "~/lib/fill-words";

type Props = {
  label: string;
  /** id of the field that is shown */
  of: string;
  /** what stands in it when the page comes */
  text: string;
  values: Readonly<Record<string, string>>;
};

/** A text with its variables in place, below the field it is typed in; follows the typing where scripts run. */
export function FilledPreview({ label, of, text, values }: Props) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const field = document.getElementById(of);
    if (!(field instanceof HTMLTextAreaElement)) return undefined;
    const follow = () => setTyped(field.value);
    follow();
    field.addEventListener("input", follow);
    return () => field.removeEventListener("input", follow);
  }, [of, text]);
  const filled = fillLines(typed, values);
  if (!filled) return null;
  return (
    <div className="small">
      <p className="muted">{label}</p>
      <p className="mt-1 border-l-2 pl-3 wrap-anywhere whitespace-pre-line">{filled}</p>
    </div>
  );
}
