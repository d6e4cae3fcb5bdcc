import { isId } from "~/lib/id";

type Props = { data: Record<string, unknown>; /** what ids stand for */ names: Record<string, string> };

/** An event's codes: fields, states before and after, and what it was about by name. Ids without a name say nothing to people. */
export function EventDetails({ data, names }: Props) {
  const shown = Object.entries(data).flatMap(([key, value]) => {
    const text = say(value, names);
    return text ? [{ key, text }] : [];
  });
  if (shown.length === 0) return <span className="faint">—</span>;
  return (
    <ul className="xs">
      {shown.map(({ key, text }) => (
        <li key={key} className="wrap-anywhere">
          <code className="muted">{key.replace(/Id$/, "")}</code> <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
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
