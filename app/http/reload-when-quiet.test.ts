import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadWhenQuiet } from "./reload-when-quiet";

const quiet = { navigation: { state: "idle" }, revalidation: "idle", actionData: null, fetchers: new Map() };

function routerIs(state: object): void {
  vi.stubGlobal("window", { __remixRouter: { state: { ...quiet, ...state } } });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("reloads at once when nothing is on its way", () => {
  routerIs({});
  const reload = vi.fn<() => void>();
  reloadWhenQuiet(reload);
  expect(reload).toHaveBeenCalledOnce();
});

test.each([
  ["a navigation", { navigation: { state: "loading" } }],
  ["a reload", { revalidation: "loading" }],
  ["something fetched beside the page", { fetchers: new Map([["answers", { state: "loading" }]]) }],
  ["an answer to a form", { actionData: { failure: {} } }],
])("waits for the end of %s", (_, state) => {
  routerIs(state);
  const reload = vi.fn<() => void>();
  reloadWhenQuiet(reload, () => true);
  vi.advanceTimersByTime(5_000);
  expect(reload).not.toHaveBeenCalled();
  routerIs({});
  vi.advanceTimersByTime(300);
  expect(reload).toHaveBeenCalledOnce();
});

test("does not wait for what the router has forgotten, but for what it is about to ask", () => {
  routerIs({ fetchers: new Map([["picker", { state: "loading" }]]) });
  const asking = vi.fn<() => boolean>(() => true).mockReturnValueOnce(false);
  const reload = vi.fn<() => void>();
  reloadWhenQuiet(reload, asking);
  vi.advanceTimersByTime(900);
  expect(reload).not.toHaveBeenCalled();
  asking.mockReturnValue(false);
  vi.advanceTimersByTime(300);
  expect(reload).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(reload).toHaveBeenCalledOnce();
});

test("given up, it never reloads", () => {
  routerIs({ revalidation: "loading" });
  const reload = vi.fn<() => void>();
  reloadWhenQuiet(reload)();
  routerIs({});
  vi.advanceTimersByTime(5_000);
  expect(reload).not.toHaveBeenCalled();
});
