import { carriedOut, explained, type MeilisearchAccess, patiently, writeClient } from "./client";

const MOST = 1_000;

/** Takes away passing indexes of this kind (`passingName`) that were begun before: their process was killed. */
export async function dropLeftovers(access: MeilisearchAccess, kind: string, before: number): Promise<void> {
  const client = writeClient(access);
  const name = new RegExp(`^${kind}_(\\d{1,12})_[0-9a-z]+(_next)?$`);
  try {
    const { results } = await patiently(() => client.getRawIndexes({ limit: MOST }));
    for (const { uid } of results)
      if (Number(name.exec(uid)?.[1] ?? Infinity) < before / 1_000)
        await carriedOut(client, () => client.deleteIndex(uid), { done: "index_not_found" });
  } catch (error) {
    throw explained(error);
  }
}
