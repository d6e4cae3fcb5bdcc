import { beforeEach, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { castCtx, organizations } from "#tests/support/cast";
import { race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { archiveAsset } from "./archive-asset.server";
import { changeAsset } from "./change-asset.server";
import { changeOrganization } from "./change-organization.server";
import { createAsset } from "./create-asset.server";
import { createOrganization } from "./create-organization.server";
import { getOrganization } from "./get-organization.server";
import { assetForm, organizationForm } from "./organization-schema";

useDatabase();
const ada = () => castCtx("ada");
const { marchetti, tanaka } = organizations;
const form = (over: object = {}) => organizationForm.parse({ name: "Fontana", ...over });
const product = (over: object = {}) => assetForm.parse({ name: "Pump", ...over });
const taken = { kind: "invalid", fields: { domain: "contracts:error.domainTaken" } };
const gone = { kind: "not_found" };
const events = () => database().prisma.event.findMany({ orderBy: { id: "asc" }, select: { type: true, data: true } });

beforeEach(() => database().pool.query("delete from organization where name like 'Fontana%'; delete from event"));

test("only administrators make and change organizations and their products", async () => {
  const { assetId } = await createAsset(ada(), tanaka.id, product());
  for (const ctx of [castCtx("sara"), castCtx("giulia")])
    for (const act of [
      () => createOrganization(ctx, form()),
      () => changeOrganization(ctx, marchetti.id, form()),
      () => createAsset(ctx, marchetti.id, product()),
      () => changeAsset(ctx, tanaka.id, assetId, product()),
      () => archiveAsset(ctx, tanaka.id, assetId),
    ])
      await expect((async () => act())()).rejects.toMatchObject({ kind: "forbidden" });
});

test("a domain is kept as addresses have it and belongs to one organization", async () => {
  const { organizationId } = await createOrganization(
    ada(),
    form({ domain: "@Fontana.EXAMPLE", region: " Piemonte " }),
  );
  expect(await getOrganization(ada(), organizationId)).toMatchObject({ domain: "fontana.example", region: "Piemonte" });
  await expect(createOrganization(ada(), form({ domain: "fontana.example" }))).rejects.toMatchObject(taken);
  await expect(changeOrganization(ada(), organizationId, form({ domain: tanaka.domain }))).rejects.toMatchObject(taken);
  await createOrganization(ada(), form());
  await createOrganization(ada(), form());
  expect(organizationForm.safeParse({ name: "Fontana", domain: "no domain" }).success).toBe(false);
});

test("a change says which fields it touched, and nothing when it touched none", async () => {
  const { organizationId } = await createOrganization(ada(), form());
  await changeOrganization(ada(), organizationId, form());
  await changeOrganization(ada(), organizationId, form({ domain: "fontana.example", sharing: "organization" }));
  expect(await events()).toEqual([
    { type: "organization.created", data: { organizationId } },
    { type: "organization.changed", data: { organizationId, fields: ["domain", "sharing"] } },
  ]);
});

test("of two who take one domain at once, one has it and the other is told", async () => {
  const [first, second] = await Promise.all([createOrganization(ada(), form()), createOrganization(ada(), form())]);
  const domain = "fontana.example";
  const change = (id: string) => () => changeOrganization(ada(), id, form({ domain }));
  const results = await race<unknown>(change(first.organizationId), change(second.organizationId), () =>
    createOrganization(ada(), form({ domain })),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused).toMatchObject([taken, taken]);
});

test("a product is found, changed and archived at its own organization alone", async () => {
  const { assetId } = await createAsset(ada(), tanaka.id, product({ serial: "A-1" }));
  await changeAsset(ada(), tanaka.id, assetId, product({ serial: "A-2" }));
  await changeAsset(ada(), tanaka.id, assetId, product({ serial: "A-2" }));
  await expect(changeAsset(ada(), marchetti.id, assetId, product())).rejects.toMatchObject(gone);
  await expect(archiveAsset(ada(), marchetti.id, assetId)).rejects.toMatchObject(gone);
  await expect(createAsset(ada(), newId(), product())).rejects.toMatchObject(gone);
  await expect(changeOrganization(ada(), newId(), form())).rejects.toMatchObject(gone);
  expect((await events()).map(({ type }) => type)).toEqual(["asset.created", "asset.changed"]);
});

test("archiving and restoring twice, or twice at once, is written down once", async () => {
  const { assetId } = await createAsset(ada(), tanaka.id, product());
  const archive = () => archiveAsset(ada(), tanaka.id, assetId);
  await race(archive, archive);
  expect((await getOrganization(ada(), tanaka.id)).assets.find(({ id }) => id === assetId)?.archivedAt).not.toBeNull();
  const restore = () => archiveAsset(ada(), tanaka.id, assetId, { restore: true });
  await race(restore, restore);
  expect((await events()).map(({ type }) => type)).toEqual(["asset.created", "asset.archived", "asset.restored"]);
});
