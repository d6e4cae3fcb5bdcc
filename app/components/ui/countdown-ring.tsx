import { useEffect, useState } from "react";

const RADIUS = 10;
const LENGTH = 2 * Math.PI * RADIUS;

/** The seconds left until an instant, as a number in a ring that empties; decoration beside words. */
export function CountdownRing({ until }: { until: string }) {
  const [left, setLeft] = useState<number | null>(null);
  const [whole, setWhole] = useState(1);
  useEffect(() => {
    const remaining = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
    setWhole(Math.max(1, remaining()));
    setLeft(remaining());
    const timer = setInterval(() => setLeft(remaining()), 250);
    return () => clearInterval(timer);
  }, [until]);
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
