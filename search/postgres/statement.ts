import type { SearchFilter } from "../engine";
import { FAMILIES, FRESHNESS, type Family } from "../settings";
import { DIGEST } from "./prepare-documents";
import { facet, kind, principal, titleWord } from "./scopes";
import type { Asked } from "./asked";
import type { Place } from "./tables";
import { inOrder, oneOf, within } from "./tsquery";

/** What one statement is to find: everything is already decided but the page. */
export type Wanted = {
  place: Place;
  family: Family;
  locale: string;
  kinds: readonly string[];
  principals: readonly string[] | null;
  filters: readonly SearchFilter[];
  /** Null: everything the filters leave. */
  match: string | null;
  /** Base forms of which one in the title makes a document of the help family an earlier candidate … */
  titles: readonly string[];
  /** … and one even where `match` does not hold. */
  orTitles: boolean;
  /** Months and days to look in; null for all. */
  window: readonly string[] | null;
  /** What documents are ranked by; nothing: the newest first. */
  asked: readonly Asked[];
  weights: readonly number[];
  /** Of the best match's weight a hit must have at least this share. */
  share: number;
  facets: readonly string[];
  now: number;
  /** Documents that are ranked. */
  most: number;
  after: { score: number; group: string; capped: boolean } | null;
  limit: number;
};

/** Values of a statement, each named by its place. */
class Values {
  readonly list: unknown[] = [];
  private readonly places = new Map<string, string>();
  add(value: unknown, type: string) {
    const key = `${type} ${JSON.stringify(value)}`;
    const place = this.places.get(key) ?? `$${this.list.push(value)}::${type}`;
    this.places.set(key, place);
    return place;
  }
}

/** Weights of ts_rank for body, nothing, keywords and title. */
const FIELDS = "{0.4,0.5,0.7,1}";
/** A word once in the title ranks 0.61; in the body at most 0.4, among keywords at most 0.7. */
const IN_TITLE = 0.6;
/** The same without the body. */
const HEADS = "{0,0,0.7,1}";
/** Different words of a text that is called long. */
const LONG = 100;
/** How often a word must stand in a long text's body for the half of what it can tell; null for others. */
const SLACK = `case when length(v.vector) > ${LONG} then 0.65 * (0.25 + 0.75 * power(length(v.vector) / ${LONG}.0, 1.4)) end`;
const LOOSE = 0.75;

/**
 * Conditions on what a reader may see and asked to see, answered by the index. Who may read all tickets is checked on
 * the rows found: going through that many entries of the index would cost more than it saves.
 */
export function scopeConditions(
  values: { add(value: unknown, type: string): string },
  wanted: Pick<Wanted, "family" | "kinds" | "principals" | "filters">,
  row: string,
): string[] {
  const has = (scopes: string[]) => `${row}.scopes && ${values.add(scopes, "text[]")}`;
  const conditions: string[] = [];
  if (FAMILIES[wanted.family].some((one) => !wanted.kinds.includes(one))) conditions.push(has(wanted.kinds.map(kind)));
  if (wanted.principals) {
    const readable = has(wanted.principals.map(principal));
    conditions.push(wanted.principals.includes("all-tickets") ? `(${readable}) is true` : readable);
  }
  for (const filter of wanted.filters) {
    if (filter.field === "at") {
      if ("from" in filter && filter.from)
        conditions.push(`${row}.at >= ${values.add(filter.from.toISOString(), "timestamptz")}`);
      if ("before" in filter && filter.before)
        conditions.push(`${row}.at < ${values.add(filter.before.toISOString(), "timestamptz")}`);
    } else if ("any" in filter) {
      const condition = has(filter.any.map((value) => facet(filter.field, value)));
      conditions.push(filter.not ? `not (${condition})` : condition);
    }
  }
  return conditions;
}

/** A text that is read from where long rows keep it once, and not by every comparison of a sort. */
const inMemory = (column: string) => `(${column} || '') collate "C"`;

/** One page of groups, best first, with how many groups there are and the facets asked for. */
export function writeStatement(wanted: Wanted): { text: string; values: unknown[] } {
  const values = new Values();
  const { document } = wanted.place;
  const scopes = scopeConditions(values, wanted, "d");
  const visible = () => [`x.family = '${wanted.family}'`, ...scopeConditions(values, wanted, "x")].join(" and ");
  const ranked = wanted.asked.length > 0;
  const help = wanted.family === "help";
  const titles = help && wanted.titles.length ? values.add(wanted.titles.map(titleWord), "text[]") : null;
  const matching: string[] = [];
  const query = wanted.match && `d.vector @@ ${values.add(wanted.match, "tsquery")}`;
  if (wanted.window) matching.push(`d.scopes && ${values.add(wanted.window, "text[]")}`);
  if (!ranked && wanted.after?.capped)
    matching.push(`d.at <= to_timestamp(${values.add(wanted.after.score, "float8")})`);
  const locale = help ? values.add(wanted.locale, "text") : "";
  const facets = wanted.facets.length
    ? values.add(
        wanted.facets.map((name) => `=${name}=%`),
        "text[]",
      )
    : null;
  const terms = wanted.asked.map((asked, i) => scoreOf(values, asked, `s${i}`, help));
  const score = ranked ? totalOf(values, wanted) : "extract(epoch from c.at)::float8";
  const after = wanted.after
    ? `where (r.score, r.group_id) < (${values.add(wanted.after.score, "float8")}, ${values.add(wanted.after.group, "text")} collate "C")`
    : "";
  const newer =
    !ranked && wanted.after?.capped
      ? `and not exists (select 1 from ${document} x where x.group_id = r.group_id and x.at > to_timestamp(${values.add(wanted.after.score, "float8")}) and ${visible()})`
      : "";
  const newest = (having: (string | null)[], most: string) => `
      (select d.ctid as place from ${document} d
       where ${[`d.family = '${wanted.family}'`, ...having.filter(Boolean), ...matching, ...scopes].join(" and ")}
       order by d.at desc, d.ctid limit ${most})`;
  // Asked of the index twice: comparing the scopes of every row found takes longer than all else.
  const titled = titles && newest([wanted.orTitles ? null : query, `d.scopes && ${titles}`], `${wanted.most}`);
  const others = titled
    ? newest([query, "d.ctid not in (select place from titled)"], `${wanted.most} - (select count(*) from titled)`)
    : newest([query], `${wanted.most}`);
  const text = `
    with ${titled ? `titled as materialized (${titled}), ` : ""}candidate as materialized (
      ${titled ? "select place from titled union all" : ""} ${others}
    ), scored as materialized (
      select ${["id", "group_id"].map((name) => `${inMemory(`c.${name}`)} as ${name}`).join(", ")}, c.kind, c.locale, (${score})::float8 as score, ${matchedOf(values, wanted)} as matched${facets ? ", c.scopes" : ""}
      from candidate join ${document} c on c.ctid = candidate.place
      ${terms.length ? `cross join lateral (select ts_delete(c.vector, '') as vector offset 0) v ${help ? `cross join lateral (select ${SLACK} as slack offset 0) l` : ""} cross join lateral (select ${terms.join(", ")} offset 0) s` : ""}
    ), kept as (
      select * from scored${wanted.share ? ` where matched >= ${wanted.share} * (select max(matched) from scored)` : ""}
    ), ranked as (
      select distinct on (group_id) group_id, id, kind, locale, ${help ? "max(score) over (partition by group_id) as score" : "score"}
      from kept order by group_id, ${help ? `(locale = ${locale}) desc, ` : ""}score desc, id
    ), page as (
      select * from ranked r ${after} ${newer} order by r.score desc, r.group_id desc limit ${wanted.limit + 1}
    )${
      facets
        ? `, counted as (
      select f.value, count(distinct kept.group_id)::int as groups
      from kept cross join lateral unnest(kept.scopes) as f(value)
      where f.value like any(${facets}) group by f.value
    )`
        : ""
    }
    select (select count(*) from ranked)::int as groups, (select count(*) from candidate)::int as candidates,
      ${facets ? "(select jsonb_object_agg(value, groups) from counted)" : "null::jsonb"} as facets,
      p.score, p.group_id, t.id, t.kind, t.locale, t.title, t.body, t.data - '${DIGEST}' as data, extract(epoch from t.at)::float8 * 1000 as at
    from (values (1)) as one left join page p on true
    left join ${document} t on t.id = ${
      help
        ? `coalesce(case when p.locale <> ${locale} then (select x.id from ${document} x where x.group_id = p.group_id and x.kind = p.kind and x.locale = ${locale} and ${visible()} order by x.id limit 1) end, p.id)`
        : "p.id"
    }
    order by p.score desc, p.group_id desc`;
  return { text, values: values.list };
}

/** How well a document answers one term: 0 for not at all, 1 for as well as can be. */
function scoreOf(values: Values, asked: Asked, name: string, help: boolean): string {
  const parts: string[] = [];
  if (asked.exactQuery) {
    const inTitle = values.add(asked.exactQuery("A"), "tsquery");
    const inKeywords = values.add(asked.exactQuery("AB"), "tsquery");
    parts.push(
      `case when v.vector @@ ${values.add(asked.exactQuery(), "tsquery")} then case when v.vector @@ ${inTitle} then 0.9 when v.vector @@ ${inKeywords} then 0.55 else 0.4 end else 0 end`,
    );
  } else parts.push(rankOf(values, asked.exact, help));
  if (asked.loose.size) parts.push(`${LOOSE} * ${rankOf(values, [...asked.loose], help)}`);
  for (const phrase of asked.loosePhrases)
    parts.push(
      `case when v.vector @@ ${values.add(phrase, "tsquery")} then case when v.vector @@ ${values.add(within(phrase, "A"), "tsquery")} then ${LOOSE * 0.9} else ${LOOSE * 0.4} end else 0 end`,
    );
  return `${parts.length > 1 ? `greatest(${parts.join(", ")})` : parts[0]} as ${name}`;
}

/**
 * ts_rank of the words; of a long text less, the longer it is: a word tells little of it that stands there once. There
 * ts_rank_cd counts how often it stands in the body.
 */
function rankOf(values: Values, lexemes: readonly string[], help: boolean): string {
  const query = values.add(oneOf(lexemes), "tsquery");
  const rank = (fields: string) => `${lexemes.length} * ts_rank('${fields}', v.vector, ${query})`;
  if (!help) return `least(1, ${rank(FIELDS)})`;
  const times = `ts_rank_cd('{1,1,0,0}', v.vector, ${query})`;
  const long = `${rank(HEADS)} + 0.4 * (1 - l.slack / (${times} + l.slack))`;
  return `least(1, case when l.slack is null then ${rank(FIELDS)} else ${long} end)`;
}

function matchedOf(values: Values, { asked, weights }: Wanted): string {
  if (!asked.length) return "1";
  return asked
    .map((one, i) => `(s.s${i} > 0)::int * ${one.filler ? "0" : values.add(weights[i] ?? 0, "float8")}`)
    .join(" + ");
}

function totalOf(values: Values, wanted: Wanted): string {
  const { asked, weights, family } = wanted;
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const share = weights.map((weight) => values.add(weight / sum, "float8"));
  const base = share.map((weight, i) => `${weight} * s.s${i}`).join(" + ");
  const covered = share.map((weight, i) => `(s.s${i} > 0)::int * ${weight}`).join(" + ");
  const titled = share.map((weight, i) => `(s.s${i} >= ${IN_TITLE * LOOSE})::int * ${weight}`).join(" + ");
  const heads = share.map((_, i) => `(s.s${i} >= ${IN_TITLE * LOOSE})::int`).join(" + ");
  const near = pairsOf(values, asked, weights, sum);
  const { days, bonus } = FRESHNESS[family];
  const age = `greatest(0, ${values.add(wanted.now / 1000, "float8")} - extract(epoch from c.at)::float8)`;
  return `((${base}) * (0.5 + 0.5 * (${covered})) + 0.25 * (${titled}) * least(1, (${heads})::float8 / greatest(1, c.heads)) ${near})
    * (case when c.locale = ${values.add(wanted.locale, "text")} then ${family === "help" ? 1.8 : 1.02} else 1 end)
    * (1 + ${bonus} * exp(-${age} / ${days * 86_400 * 1.44}))
    * (1 + 0.1 * c.quality)`;
}

/** Words of the question that stand side by side in the text too. */
function pairsOf(values: Values, asked: readonly Asked[], weights: readonly number[], sum: number): string {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < asked.length && pairs.length < 6; i++) {
    const [a, b] = [asked[i], asked[i + 1]];
    if (!a || !b || a.exactQuery || b.exactQuery || a.filler || b.filler) continue;
    const weight = (0.3 * Math.min(weights[i] ?? 0, weights[i + 1] ?? 0)) / sum;
    const left = [...new Set([...a.exact, ...a.loose])].slice(0, 6);
    const right = [...new Set([...b.exact, ...b.loose])].slice(0, 6);
    const beside = inOrder([
      { lexemes: left, gap: 0 },
      { lexemes: right, gap: 1 },
    ]);
    const close = inOrder([
      { lexemes: left, gap: 0 },
      { lexemes: right, gap: 2 },
    ]);
    pairs.push(
      `+ case when s.s${i} > 0 and s.s${i + 1} > 0 and v.vector @@ ${values.add(`${beside}|${close}`, "tsquery")} then ${values.add(weight, "float8")} else 0 end`,
    );
  }
  return pairs.join(" ");
}
