import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { isId } from "~/lib/id";

type Props = { data: Record<string, unknown>; /** what ids stand for */ names: Record<string, string> };

/** Whose values are codes of ours, never somebody's words. */
const CODED = new Set(["way", "role", "reason", "act", "purpose", "channel", "from", "to"]);

/** An event's codes: fields, states before and after, and what it was about by name. Ids without a name say nothing to people. */
export function EventDetails({ data, names }: Props) {
  const t = useT();
  const shown = Object.entries(data).flatMap(([key, value]) => {
    const text = say(value, names);
    return text ? [{ key, text: CODED.has(key) ? inWords(t, `desk:audit.value.${text}`, text) : text }] : [];
  });
  if (shown.length === 0) return <span className="faint">—</span>;
  return (
    <ul className="xs">
      {shown.map(({ key, text }) => (
        <li key={key} className="wrap-anywhere">
          <span className="muted">
            {inWords(t, `desk:audit.key.${key.replace(/Id$/, "")}`, key.replace(/Id$/, ""))}:
          </span>{" "}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A code that has no words yet stays as it is. */
function inWords(t: Translate, key: string, code: string): string {
  const word = t(key);
  return word === key ? code : word;
}

function say(value: unknown, names: Record<string, string>): string {
  if (Array.isArray(value))
    return value
      .map((item) => say(item, names))
      .filter(Boolean)
      .join(", ");
  if (typeof value === "number" || value === true) return String(value);
  if (typeof value !== "string") return "";
  return isId(value) ? (names[value] ?? "") : value;
}
