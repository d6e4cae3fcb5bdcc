import { beforeEach, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, organizations } from "#tests/support/cast";
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
/** What the audit log says since it was last asked. */
async function said() {
  const lines = await database().prisma.event.findMany({ omit: { id: true } });
  await database().prisma.event.deleteMany();
  return lines;
}
const assetOf = (id: string) => database().prisma.asset.findUniqueOrThrow({ where: { id } });

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

test("each command keeps what the form says, and the audit log has who did it, when and to what", async () => {
  const ctx = ada();
  const about = { at: ctx.now, actorKind: "person", actorId: cast.ada.id, ticketId: null, personId: null };
  const { organizationId } = await createOrganization(ctx, form({ domain: "fontana.example", region: "Piemonte" }));
  expect(await said()).toEqual([{ ...about, type: "organization.created", data: { organizationId } }]);
  await changeOrganization(ctx, organizationId, form({ name: "Fontana & Figli", sharing: "organization" }));
  expect(await getOrganization(ctx, organizationId)).toEqual({
    id: organizationId,
    name: "Fontana & Figli",
    domain: null,
    sharing: "organization",
    region: "",
    assets: [],
    contracts: [],
  });
  const fields = ["name", "domain", "sharing", "region"];
  expect(await said()).toEqual([{ ...about, type: "organization.changed", data: { organizationId, fields } }]);

  const { assetId } = await createAsset(ctx, organizationId, product({ serial: "A-1" }));
  expect(await assetOf(assetId)).toMatchObject({ organizationId, name: "Pump", serial: "A-1", createdAt: ctx.now });
  expect(await said()).toEqual([{ ...about, type: "asset.created", data: { assetId, organizationId } }]);
  await changeAsset(ctx, organizationId, assetId, product({ name: "Boiler", serial: "A-1" }));
  expect(await assetOf(assetId)).toMatchObject({ name: "Boiler", serial: "A-1", archivedAt: null });
  expect(await said()).toEqual([{ ...about, type: "asset.changed", data: { assetId, fields: ["name"] } }]);
  await archiveAsset(ctx, organizationId, assetId);
  expect(await assetOf(assetId)).toMatchObject({ name: "Boiler", archivedAt: ctx.now });
  expect(await said()).toEqual([{ ...about, type: "asset.archived", data: { assetId } }]);
  await archiveAsset(ctx, organizationId, assetId, { restore: true });
  expect(await assetOf(assetId)).toMatchObject({ archivedAt: null });
  expect(await said()).toEqual([{ ...about, type: "asset.restored", data: { assetId } }]);
});

test("the product's own seed makes them as well, and the audit log says that no person did", async () => {
  const { organizationId } = await createOrganization(systemCtx(), form());
  expect(await said()).toMatchObject([{ type: "organization.created", actorKind: "system", actorId: null }]);
  await createAsset(systemCtx(), organizationId, product());
  expect(await said()).toMatchObject([{ type: "asset.created", actorKind: "system", actorId: null }]);
});

test.each([
  [organizationForm, {}, "name", "common:error.required"],
  [organizationForm, { name: " " }, "name", "common:error.required"],
  [organizationForm, { name: "F".repeat(121) }, "name", "common:error.tooLong"],
  [organizationForm, { name: "Fontana", domain: "no domain" }, "domain", "contracts:error.domain"],
  [organizationForm, { name: "Fontana", region: "P".repeat(61) }, "region", "common:error.tooLong"],
  [assetForm, { serial: "A-1" }, "name", "common:error.required"],
  [assetForm, { name: "P".repeat(121) }, "name", "common:error.tooLong"],
  [assetForm, { name: "Pump", serial: "1".repeat(81) }, "serial", "common:error.tooLong"],
])("a form that does not hold is told at its field (%#)", (schema, typed, field, message) => {
  const { error } = schema.safeParse(typed);
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([[field, message]]);
});

test("a change that is refused leaves everything as it was, and the audit log silent", async () => {
  const { organizationId } = await createOrganization(ada(), form({ region: "Piemonte" }));
  const { assetId } = await createAsset(ada(), organizationId, product());
  const before = await getOrganization(ada(), organizationId);
  await said();
  const change = form({ name: "Fontana & Figli", domain: tanaka.domain });
  await expect(changeOrganization(ada(), organizationId, change)).rejects.toMatchObject(taken);
  await expect(createOrganization(ada(), change)).rejects.toMatchObject(taken);
  await expect(changeAsset(ada(), tanaka.id, assetId, product({ name: "Boiler" }))).rejects.toMatchObject(gone);
  await expect(archiveAsset(ada(), organizationId, newId())).rejects.toMatchObject(gone);
  expect(await getOrganization(ada(), organizationId)).toEqual(before);
  expect(await said()).toEqual([]);
});
