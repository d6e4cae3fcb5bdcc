import { useState, useSyncExternalStore } from "react";

const RADIUS = 10;
const LENGTH = 2 * Math.PI * RADIUS;

/** The seconds left until an instant, as a number in a ring that empties; decoration beside words. */
export function CountdownRing({ until }: { until: string }) {
  const [whole] = useState(() => Math.max(1, secondsUntil(until)));
  const left = useSyncExternalStore(
    everyQuarter,
    () => secondsUntil(until),
    () => null,
  );
  if (left === null) return null;
  return (
    <svg className="countdown" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <g fill="none" strokeWidth="2.5">
        <circle className="track" cx="13" cy="13" r={RADIUS} />
        <circle
          cx="13"
          cy="13"
          r={RADIUS}
          stroke="currentColor"
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - left / whole)}
          transform="rotate(-90 13 13)"
        />
      </g>
      <text x="13" y="13" textAnchor="middle" dominantBaseline="central">
        {left}
      </text>
    </svg>
  );
}

const secondsUntil = (until: string): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));

function everyQuarter(changed: () => void): () => void {
  const timer = setInterval(changed, 250);
  return () => clearInterval(timer);
}
