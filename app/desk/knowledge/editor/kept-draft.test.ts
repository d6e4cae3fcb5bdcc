import { expect, test } from "vitest";
import { findKeptDraft, keepDraft, keptDraftKey } from "./kept-draft";

class Store implements Storage {
  private readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  clear = () => this.items.clear();
  getItem = (key: string) => this.items.get(key) ?? null;
  key = (index: number) => [...this.items.keys()][index] ?? null;
  removeItem = (key: string) => void this.items.delete(key);
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

const FIELDS = { title: "Bleeding", slug: "bleeding", summary: "", keywords: "", markdown: "Open the valve." };
const key = keptDraftKey("p", "a", "en");

test("what was typed and never saved comes back with the revision it was typed upon", () => {
  const store = new Store();
  const typed = { ...FIELDS, markdown: "Open the valve slowly." };
  keepDraft(store, key, { revision: 3, fields: typed });
  expect(findKeptDraft(store, key, FIELDS)).toEqual({ revision: 3, fields: typed });
  expect(findKeptDraft(store, keptDraftKey("other", "a", "en"), FIELDS)).toBeNull();
});

test("what equals the saved draft, or is not ours, is forgotten", () => {
  const store = new Store();
  keepDraft(store, key, { revision: 3, fields: FIELDS });
  expect(findKeptDraft(store, key, FIELDS)).toBeNull();
  expect(store.length).toBe(0);
  for (const junk of ["{", "null", '{"revision":1}', '{"revision":1,"fields":{"title":1}}']) {
    store.setItem(key, junk);
    expect(findKeptDraft(store, key, FIELDS)).toBeNull();
  }
});

test("a full store does not stop anybody", () => {
  const full = new Store();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(() => keepDraft(full, key, { revision: 1, fields: FIELDS })).not.toThrow();
});
