export type ByteBudget = {
  /** Waits until so many bytes are free and gives the function that frees them again; more than all waits for all. */
  take(bytes: number): Promise<() => void>;
};

/** Bounds what several workers hold in memory together; who came first is served first. */
export function makeByteBudget(total: number): ByteBudget {
  let free = total;
  const waiting: { bytes: number; go: () => void }[] = [];
  const serve = () => {
    while (waiting[0] && waiting[0].bytes <= free) {
      const next = waiting.shift()!;
      free -= next.bytes;
      next.go();
    }
  };
  return {
    async take(wanted) {
      const bytes = Math.min(wanted, total);
      await new Promise<void>((go) => {
        waiting.push({ bytes, go });
        serve();
      });
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        free += bytes;
        serve();
      };
    },
  };
}
