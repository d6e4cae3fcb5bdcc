import { expect, it } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { listUploads } from "./list-uploads.server";
import { storeUpload } from "./store-upload.server";

useDatabase();

const store = (name: string) =>
  storeUpload(castCtx("giulia"), { name, type: "text/plain", bytes: Buffer.from(name.repeat(2)) });

it("lists one's own unsent uploads in the order asked; others', unknown and broken ids are left out", async () => {
  const [first, second] = [await store("first.txt"), await store("second.txt")];
  const asked = [second, "no id", newId(), first, second];
  expect(await listUploads(castCtx("giulia"), asked)).toEqual([
    { id: second, name: "second.txt", size: 20 },
    { id: first, name: "first.txt", size: 18 },
  ]);
  expect(await listUploads(castCtx("hana"), asked)).toEqual([]);
  expect(await listUploads(systemCtx({ actor: { kind: "anonymous" } }), asked)).toEqual([]);
});
