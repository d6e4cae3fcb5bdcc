import { createCalendar } from "~/domain/calendars/create-calendar.server";
import { makeCalendarDefault } from "~/domain/calendars/make-calendar-default.server";
import { storedRules } from "~/domain/calendars/stored-rules";
import { createAsset } from "~/domain/customers/create-asset.server";
import { createTeam } from "~/domain/identity/create-team.server";
import { addAbsence } from "~/domain/routing/add-absence.server";
import { changeAgent } from "~/domain/routing/change-agent.server";
import { changePriorityWeights } from "~/domain/routing/change-priority-weights.server";
import { changeQueue } from "~/domain/routing/change-queue.server";
import { createSkill } from "~/domain/routing/create-skill.server";
import { absenceForm } from "~/domain/routing/absence-schema";
import { profileForm } from "~/domain/routing/profile-schema";
import { saveRules } from "~/domain/routing/save-rules.server";
import { contractForm } from "~/domain/sla/contract-schema";
import { createContract } from "~/domain/sla/create-contract.server";
import { createPolicy } from "~/domain/sla/create-policy.server";
import { policyRules } from "~/domain/sla/schema";
import { newId } from "~/lib/id";
import type { Conditions } from "~/lib/conditions/schema";
import type { Ctx } from "~/platform/ctx.server";
import { idOf, type SeededCompany } from "./seed-company";
import * as work from "./company-at-work";
import * as promises from "./promises";

const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS;

/** Hours, teams, skills, service levels, contracts and rules, a year old: the stories that follow run under them. */
export async function seedCompanyAtWork(now: Ctx, company: SeededCompany): Promise<void> {
  const ctx: Ctx = { ...now, now: new Date(now.now.getTime() - YEAR_MS) };
  const calendarIds = await seedCalendars(ctx);
  const skillIds = await seedSkills(ctx);
  await seedAgents(ctx, company, calendarIds, skillIds);
  await changePriorityWeights(ctx, work.weights);
  for (const { name, lead, manager, members, queues } of work.teams) {
    const { teamId } = await createTeam(ctx, {
      name,
      leadId: idOf(company.people, lead),
      managerId: idOf(company.people, manager),
      calendarId: null,
      members: members.map((key) => idOf(company.people, key)),
    });
    for (const queue of queues) await changeQueue(ctx, idOf(company.queues, queue), { teamId });
  }
  const policyIds = await seedPolicies(ctx, calendarIds);
  await seedContracts(now, ctx, company, policyIds);
  await seedRules(ctx, company, calendarIds, skillIds);
}

type Ids = Map<string, string>;

async function seedCalendars(ctx: Ctx): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, name, timeZone, hours, holidays } of work.calendars) {
    const rules = storedRules.parse({ timeZone, hours, holidays: Object.keys(holidays), names: holidays });
    ids.set(key, (await createCalendar(ctx, { name, rules })).calendarId);
  }
  await makeCalendarDefault(ctx, idOf(ids, "turin"));
  return ids;
}

async function seedSkills(ctx: Ctx): Promise<Ids> {
  const ids: Ids = new Map();
  for (const name of work.skills) ids.set(name, (await createSkill(ctx, name)).skillId);
  return ids;
}

const levels = (skillIds: Ids, skills: Partial<Record<string, number>>): [string, number][] =>
  Object.entries(skills).map(([name, level = 1]) => [idOf(skillIds, name), level]);

async function seedAgents(ctx: Ctx, company: SeededCompany, calendarIds: Ids, skillIds: Ids): Promise<void> {
  for (const { key, calendar, skills, ...rest } of work.agents)
    await changeAgent(
      ctx,
      idOf(company.people, key),
      profileForm.parse({
        ...rest,
        calendarId: calendar ? idOf(calendarIds, calendar) : null,
        skills: Object.fromEntries(levels(skillIds, skills)),
      }),
    );
}

async function seedPolicies(ctx: Ctx, calendarIds: Ids): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, name, conditions, calendar, clock, targets, ladder } of promises.policies) {
    const rules = policyRules.parse({
      conditions,
      calendarId: calendar && idOf(calendarIds, calendar),
      targets: Object.fromEntries(Object.entries(targets).map(([kind, seconds]) => [kind, { clock, seconds }])),
      ladder: ladder.map((step) => ({ id: newId(ctx.now.getTime()), ...step })),
    });
    ids.set(key, (await createPolicy(ctx, { name, rules })).policyId);
  }
  return ids;
}

const dateIn = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function seedContracts(now: Ctx, ctx: Ctx, company: SeededCompany, policyIds: Ids): Promise<void> {
  for (const [key, region] of Object.entries(promises.regions))
    await ctx.db.organization.updateMany({ where: { id: idOf(company.organizations, key) }, data: { region } });
  const assetIds: Ids = new Map();
  for (const { key, organization, name, serial } of promises.assets)
    assetIds.set(key, (await createAsset(ctx, idOf(company.organizations, organization), { name, serial })).assetId);
  for (const { from, to, policy, unit, amount, organizations, assets, number, name, notes } of promises.contracts)
    await createContract(
      ctx,
      contractForm.parse({
        number,
        name,
        notes,
        unit,
        entitled: unit === "hours" ? amount * 3_600 : amount,
        startsOn: dateIn(now.now, from),
        endsOn: dateIn(now.now, to),
        timeZone: "Europe/Rome",
        policyId: policy && idOf(policyIds, policy),
        organizationIds: organizations.map((key) => idOf(company.organizations, key)),
        assetIds: assets.map((key) => idOf(assetIds, key)),
      }),
    );
}

async function seedRules(ctx: Ctx, company: SeededCompany, calendarIds: Ids, skillIds: Ids): Promise<void> {
  const idBehind = (value: string): string =>
    value.replace(/^\{(\w+)\}$/, (_, key: string) => company.types.get(key) ?? idOf(calendarIds, key));
  const named = (conditions: Conditions): Conditions => {
    const list = (part: Conditions["all"]) => part.map((row) => ({ ...row, values: row.values.map(idBehind) }));
    return { all: list(conditions.all), any: list(conditions.any), none: list(conditions.none) };
  };
  await saveRules(ctx, {
    base: 0,
    rules: work.rules.map(({ name, conditions, queue, priority, tags, followers, skills }) => ({
      id: newId(ctx.now.getTime()),
      name,
      enabled: true,
      conditions: named(conditions),
      actions: {
        queueId: queue ? idOf(company.queues, queue) : null,
        priority: priority ?? null,
        tags: tags ?? [],
        followerIds: (followers ?? []).map((key) => idOf(company.people, key)),
        skills: levels(skillIds, skills ?? {}).map(([skillId, level]) => ({ skillId, level })),
        stop: false,
      },
    })),
  });
}

/** Who will be away, and who stands in. */
export async function seedAbsences(ctx: Ctx, company: SeededCompany): Promise<void> {
  for (const { key, inDays, days, standIn, note } of work.absences)
    await addAbsence(
      ctx,
      idOf(company.people, key),
      absenceForm.parse({
        firstDay: dateIn(ctx.now, inDays),
        lastDay: dateIn(ctx.now, inDays + days - 1),
        standInId: idOf(company.people, standIn),
        note,
      }),
    );
}
