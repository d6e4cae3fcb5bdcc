import pg from "pg";
import { database } from "~/platform/db.server";

export type Statement = { text: string; values: unknown[] };

/** Every statement that reached the database while `act` ran, in Prisma's and in raw SQL alike. Not for parallel tests. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const query = pg.Client.prototype.query;
  const record = (first: unknown, values?: unknown) => {
    if (typeof first === "string") seen.push({ text: first, values: Array.isArray(values) ? values : [] });
    else if (isConfig(first)) seen.push({ text: first.text, values: first.values ?? [] });
  };
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    record(args[0], args[1]);
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = query;
  }
  return seen;
}

const isConfig = (value: unknown): value is { text: string; values?: unknown[] } =>
  typeof value === "object" && value !== null && typeof (value as { text?: unknown }).text === "string";

export const countStatements = async (act: () => Promise<unknown>): Promise<number> => (await statementsOf(act)).length;

export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: PlanNode[];
};
export type Plan = {
  nodes: PlanNode[];
  buffers: number;
  milliseconds: number;
  planning: number;
  indexes: string[];
  scanned: string[];
};

/** Runs EXPLAIN ANALYZE. `indexes` are those used, `scanned` the tables read by a sequential scan that was executed. */
export async function explain({ text, values }: Statement): Promise<Plan> {
  const { rows } = await database().pool.query(`explain (analyze, buffers, format json) ${text}`, values);
  const [plan] = rows[0]["QUERY PLAN"] as [{ Plan: PlanNode; "Execution Time": number; "Planning Time": number }];
  const nodes = flatten(plan.Plan);
  return {
    nodes,
    buffers: plan.Plan["Shared Hit Blocks"] + plan.Plan["Shared Read Blocks"],
    milliseconds: plan["Execution Time"],
    planning: plan["Planning Time"],
    indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))],
    scanned: nodes.filter((node) => node["Node Type"] === "Seq Scan").flatMap((node) => node["Relation Name"] ?? []),
  };
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
