import { describe, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { castActor, castCtx, organizations, queues } from "./cast";
import { useDatabase } from "./use-database";

useDatabase();

describe("the cast", () => {
  it("stands in the database", async () => {
    const people = await database().prisma.person.findMany({ orderBy: { id: "asc" }, select: { name: true } });
    expect(people.map((p) => p.name.split(" ")[0])).toEqual([
      "Giulia",
      "Paolo",
      "Hana",
      "Sara",
      "Elena",
      "Marco",
      "Ada",
    ]);
  });

  it("has the actor that a session would give", () => {
    expect(castActor("giulia").sharedOrganizationId).toBe(organizations.marchetti.id);
    expect(castActor("paolo").sharedOrganizationId).toBeNull();
    expect(castActor("hana").sharedOrganizationId).toBeNull();
    expect(castCtx("elena").actor.queueIds).toEqual([queues.repairs.id]);
  });
});
