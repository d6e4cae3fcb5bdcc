/** The shape of lines that are still coming; readers hear nothing. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className={line === 0 ? "skeleton first" : line === lines - 1 ? "skeleton last" : "skeleton"}
        />
      ))}
    </div>
  );
}
