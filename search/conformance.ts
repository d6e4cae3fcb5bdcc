import type { SearchEngine } from "./engine";
import { corpus } from "./conformance/corpus";
import { readingCases } from "./conformance/reading";
import { writingCases } from "./conformance/writing";

/** Opens an engine over a new empty index and takes it away afterwards. */
export type OpenEmpty = () => Promise<{ engine: SearchEngine; close(): Promise<void> }>;

/** What every engine must do, each as a check that throws; `close` ends what the checks share. */
export function conformance(open: OpenEmpty): {
  cases: { name: string; run(): Promise<void> }[];
  close(): Promise<void>;
} {
  let shared: ReturnType<OpenEmpty> | undefined;
  const library = () =>
    (shared ??= open().then(async (opened) => {
      await opened.engine.put(corpus);
      return opened;
    }));
  return {
    cases: [
      ...readingCases.map(({ name, check }) => ({ name, run: async () => check((await library()).engine) })),
      ...writingCases.map(({ name, check }) => ({
        name,
        async run() {
          const { engine, close } = await open();
          try {
            await check(engine);
          } finally {
            await close();
          }
        },
      })),
    ],
    close: async () => (await shared)?.close(),
  };
}
