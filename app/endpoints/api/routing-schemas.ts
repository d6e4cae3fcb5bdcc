import { z } from "zod";
import { ASSIGNMENTS, FITS } from "~/domain/routing/schema";
import { LEFT_OUT, WAIT_REASONS } from "~/domain/routing/trace";
import { PRIORITIES } from "~/domain/tickets/states";
import { id, instant } from "./schemas";

// Why a ticket is where it is.

const condition = z.object({ fact: z.string(), op: z.string(), values: z.array(z.string()) });
const answered = z.array(z.object({ condition, holds: z.boolean() }));

const rulesDecision = z
  .object({
    kind: z.literal("rules"),
    id,
    at: instant,
    queue: z.string().nullable(),
    version: z.int(),
    kept: z.array(z.enum(["queue", "priority"])).describe("Chosen by hand: rules left it alone"),
    keptByMail: z.array(z.enum(["queue", "priority"])).describe("Chosen by the mailroom: rules left it alone"),
    steps: z.array(
      z.object({
        rule: z.object({ id, name: z.string() }),
        outcome: z.enum(["applied", "no_match", "off", "not_reached"]),
        answers: z.object({ all: answered, any: answered, none: answered }),
        applied: z
          .object({
            rule: z.int(),
            queueId: id.optional(),
            priority: z.enum(PRIORITIES).optional(),
            tags: z.array(z.string()).optional(),
            followerIds: z.array(id).optional(),
            skills: z.array(z.tuple([id, z.int()])).optional(),
            stop: z.literal(true).optional(),
            over: z
              .array(z.enum(["queue", "priority"]))
              .optional()
              .describe("Chosen earlier, or by a person"),
            gone: z.array(z.string()).optional().describe("Named, but archived or deleted"),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: "RulesDecision" });

const assignmentDecision = z
  .object({
    kind: z.literal("assignment"),
    id,
    at: instant,
    queue: z.string().nullable(),
    method: z.enum(ASSIGNMENTS),
    assignee: z.string().nullable(),
    by: z.enum(["round_robin", "least_loaded", "best_match", "last_agent", "stand_in"]).nullable(),
    waits: z.enum(WAIT_REASONS).nullable(),
    weight: z.int(),
    skills: z.array(z.object({ name: z.string(), level: z.int() })),
    language: z.string(),
    languageFit: z.enum(FITS),
    region: z.string(),
    regionFit: z.enum(FITS),
    lastAgent: z.string().nullable(),
    avoided: z.string().nullable().describe("Comes last: has just handed it back"),
    candidates: z.array(
      z.object({
        personId: id,
        name: z.string(),
        chosen: z.boolean(),
        leftOut: z.enum(LEFT_OUT).nullable(),
        speaks: z.boolean(),
        inRegion: z.boolean(),
        load: z.number().nullable(),
        capacity: z.number().nullable(),
        score: z.number().nullable(),
        lastAssignedAt: instant.nullable(),
        standsInFor: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "AssignmentDecision" });

export const routing = z
  .object({
    assignee: z.string().nullable(),
    queue: z.string(),
    method: z.enum(ASSIGNMENTS),
    waitReason: z.enum(WAIT_REASONS).nullable(),
    decisions: z.array(z.discriminatedUnion("kind", [rulesDecision, assignmentDecision])).describe("Newest first, 30"),
    names: z.record(z.string(), z.string()).describe("Words for the ids that rules name"),
  })
  .meta({ id: "Routing" });
