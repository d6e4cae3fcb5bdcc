const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A pause that long means that the connection is gone; shorter ones are nobody's business. */
const CUT_OFF_MS = 2_000;

const waiting = new Set<object>();
const watchers = new Set<() => void>();

let underWay = 0;
let asked: Asked | undefined;

/** When the page's data was asked for by the server's clock (milliseconds since 1970), and by how much that is ahead of ours. */
type Asked = { at: number; ahead: number };

/** When the server was asked for the data of this page; what it was read anew for since does not count. Its own clock. */
export const pageAskedAt = (): number => (asked ??= documentAsked()).at;

/** The server's clock now; rather a moment behind it. */
export const serverNow = (): number => Date.now() + (asked ??= documentAsked()).ahead;

function documentAsked(): Asked {
  const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const at = document?.serverTiming.find(({ name }) => name === "asked")?.description;
  return document && at ? askedBy(at, performance.timeOrigin + document.responseStart) : { at: Date.now(), ahead: 0 };
}

const askedBy = (at: string, heardAt: number): Asked => ({ at: Number(at), ahead: Number(at) - heardAt });

function notePage({ headers }: Response): void {
  const at = /\basked;desc=(\d+)/.exec(headers.get("Server-Timing") ?? "")?.[1];
  if (at) asked = askedBy(at, Date.now());
}

/** Whether the router waits for an answer of the server's at this moment. */
export const isFetching = (): boolean => underWay > 0;

/** Whether something that the page fetches by itself has not been answered for some seconds. */
export const isCutOff = (): boolean => waiting.size > 0;

export function watchCutOff(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/**
 * What a page fetches by itself (its data anew, what a picker finds, a draft that is saved while one types) is asked for
 * until the server answers: for a lost connection or a server's fault the router would put an error page in the place
 * of the page, and of what is being typed. A form that the server takes only once (`formId`) is sent until it arrives.
 * What else a person asks for is told at once.
 */
export function fetchPatiently(): void {
  const fetchOnce = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    // Only the router's own requests have an address as an object.
    if (!(input instanceof URL)) return fetchOnce(input, init);
    underWay++;
    try {
      if (!input.pathname.endsWith(".data")) return await fetchOnce(input, init);
      const alone = isByItself(input.pathname);
      const again = whenToAskAgain(alone, init?.body);
      const answer = await (again ? insist(() => fetchOnce(input, init), again, init?.signal) : fetchOnce(input, init));
      if (!alone) notePage(answer);
      return answer;
    } finally {
      underWay--;
    }
  };
}

type Again = (status: number) => boolean;

function whenToAskAgain(alone: boolean, body: unknown): Again | null {
  if (alone) return (status) => status >= 500;
  const once = (body instanceof FormData || body instanceof URLSearchParams) && body.has("formId");
  return once ? (status) => status > 500 : null; // 500 is a fault of the form's own act
}

function isByItself(pathname: string): boolean {
  const { location, formAction } = window.__remixRouter.state.navigation;
  const asked = [location?.pathname, formAction && new URL(formAction, window.location.href).pathname];
  return !asked.some((path) => path && dataPath(path) === pathname);
}

/** Where Remix has a page's data. */
const dataPath = (path: string): string => (path === "/" ? "/_root.data" : `${path.replace(/\/$/, "")}.data`);

async function insist(
  ask: () => Promise<Response>,
  again: Again,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  const mark = {};
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await whole(ask).catch(() => null);
      signal?.throwIfAborted();
      if (answer && !again(answer.status)) return answer;
      if (pause >= CUT_OFF_MS) tell(() => waiting.add(mark));
      await rest(pause, signal);
    }
  } finally {
    tell(() => waiting.delete(mark));
  }
}

/** The answer once all of it is here: a connection may break off behind its head. */
async function whole(ask: () => Promise<Response>): Promise<Response> {
  const answer = await ask();
  await answer.clone().arrayBuffer();
  return answer;
}

function tell(change: () => void): void {
  const before = isCutOff();
  change();
  if (before !== isCutOff()) for (const changed of watchers) changed();
}

/** Waits, unless the network comes back or nobody wants the answer any more. */
function rest(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    function end() {
      over.abort();
      clearTimeout(timer);
      resolve();
    }
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end, { signal: over.signal });
    signal?.addEventListener("abort", end, { signal: over.signal });
  });
}
