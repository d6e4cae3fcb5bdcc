// 200 mailroom rules as a busy company has them: senders, words, patterns, sizes; nearly all fail, a few tag.
const RULES = 200;

/** Makes them the newest version. @param {import("pg").Pool} client @returns {Promise<void>} */
export async function saveMailRules(client) {
  const rules = Array.from({ length: RULES }, (_, i) => rule(i));
  await client.query(
    `insert into mail_rule_set (version, rules, at)
     select coalesce(max(version), 0) + 1, $1::jsonb, now() from mail_rule_set`,
    [JSON.stringify(rules)],
  );
}

/** @param {number} i */
function rule(i) {
  const all = [conditions(i), { fact: "body", op: "contains", values: [i % 40 ? `serial XK-${i}` : "spare part"] }];
  return {
    id: `00000000-0000-7000-8000-0000006e1${String(i).padStart(3, "0")}`,
    name: `Rule ${i}`,
    enabled: true,
    conditions: { all, any: [], none: [] },
    actions: {
      queueId: null,
      priority: null,
      typeId: null,
      tags: [`rule-${i}`],
      assigneeId: null,
      followerIds: [],
      fields: [],
      answer: null,
      forwardTo: [],
      appendTo: null,
      file: null,
      quarantine: false,
      discard: false,
      stop: false,
    },
  };
}

/** @param {number} i */
function conditions(i) {
  const kinds = [
    { fact: "subject", op: "contains", values: i % 40 ? [`tender ${i}`] : ["delivery"] },
    { fact: "subject", op: "matches", values: [`(?<order>order|ordine) no\\. ${i}\\d{3}`] },
    { fact: "body", op: "matches", values: [`(?:invoice|fattura) (?<number>${i}-\\d{4,8})`] },
    { fact: "domain", op: "is", values: [`partner${i}.example`] },
    { fact: "text", op: "contains", values: [`contract number ${i} of`] },
  ];
  return kinds[i % kinds.length];
}
