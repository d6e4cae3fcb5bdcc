import { classNames } from "./class-names";

type Props = {
  /** what is measured, for readers; leave it out when words beside it say everything */
  label?: string;
  /** what the value means in words, for instance "41 min left" */
  text?: string;
  value: number;
  max?: number;
  tone?: "neutral" | "ok" | "warn" | "danger" | "brand";
};

/** A bar filled to value / max. */
export function Meter({ label, text, value, max = 1, tone = "neutral" }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const spoken = label
    ? {
        role: "meter",
        "aria-label": label,
        "aria-valuemin": 0,
        "aria-valuemax": max,
        "aria-valuenow": Math.min(max, Math.max(0, value)),
        "aria-valuetext": text,
      }
    : { "aria-hidden": true };
  return (
    <svg className="meter" {...spoken}>
      <rect className="track" width="100%" height="5" rx="2.5" />
      {share > 0 ? (
        <rect
          className={classNames("fill", tone !== "neutral" && tone)}
          width={`${(share * 100).toFixed(1)}%`}
          height="5"
          rx="2.5"
        />
      ) : null}
    </svg>
  );
}
