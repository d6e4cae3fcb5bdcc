// Queues, people and everything else that exists a few times only.

export const QUEUES = 30;
export const AGENTS = 40;
/** Customers in the organization that has seven tickets of a hundred. */
export const bigContacts = (/** @type {number} */ tickets) => Math.max(4, Math.round(tickets / 5_000));
export const customers = (/** @type {number} */ tickets) => Math.max(50, Math.round(tickets / 10));
const organizations = (/** @type {number} */ tickets) => Math.max(10, Math.round(tickets / 400));

/** Kinds of bench.entity(). */
export const KIND = {
  queue: 1,
  agent: 2,
  customer: 3,
  organization: 4,
  type: 5,
  tag: 6,
  status: 7,
  address: 8,
  policy: 9,
};

/** Budgets of the one policy, in days on wall time. */
export const DAYS = { reply: 60, resolution: 120 };

const BEFORE = "bench.newest() - interval '3 years 1 day'";

/** @param {number} tickets @returns {string[]} */
export const smallTables = (tickets) => [
  `insert into queue (id, name, position, locale, signature)
   select bench.entity(${KIND.queue}, n), 'Queue ' || n, n, (array['en', 'it', 'ro', 'ru'])[1 + n % 4], 'Northwind'
   from generate_series(1, ${QUEUES}) n`,
  `insert into queue_address (address, queue_id, name, "primary")
   select 'queue' || n || '@northwind.example', bench.entity(${KIND.queue}, n), 'Northwind ' || n, true
   from generate_series(1, ${QUEUES}) n`,
  `insert into queue_address (address, queue_id, name) values
   ('support@northwind.example', bench.entity(${KIND.queue}, 1), 'Northwind')`,
  `insert into request_type (id, queue_id, name, hint, priority, position)
   select bench.entity(${KIND.type}, n), bench.entity(${KIND.queue}, 1 + n % ${QUEUES}),
     jsonb_build_object('en', 'Request ' || n, 'it', 'Richiesta ' || n), '{}', 'normal', n
   from generate_series(1, ${2 * QUEUES}) n`,
  `insert into ticket_status (id, state, name, position)
   select bench.entity(${KIND.status}, n), 'waiting_third', jsonb_build_object('en', 'At supplier ' || n), 10 + n
   from generate_series(1, 3) n`,
  `insert into tag (id, name) select bench.entity(${KIND.tag}, n), 'tag-' || n from generate_series(1, 100) n`,
  `insert into organization (id, name, domain, sharing, created_at)
   select bench.entity(${KIND.organization}, n), 'Company ' || n, 'company' || n || '.example',
     (case when n = 1 or n % 3 = 0 then 'organization' else 'own' end)::ticket_sharing, ${BEFORE}
   from generate_series(1, ${organizations(tickets)}) n`,
  `insert into person (id, name, role, locale, time_zone, created_at)
   select bench.entity(${KIND.agent}, n), 'Agent ' || n, (case when n = ${AGENTS} then 'administrator' else 'agent' end)::role,
     'en', 'Europe/Rome', ${BEFORE}
   from generate_series(1, ${AGENTS}) n`,
  `insert into person (id, name, role, locale, time_zone, created_at)
   select bench.entity(${KIND.customer}, n), 'Customer ' || n, 'customer',
     case when n = 1 then 'en' when n % 3 = 0 then (array['en', 'it', 'ro', 'ru'])[1 + n % 4] end, 'Europe/Rome', ${BEFORE}
   from generate_series(1, ${customers(tickets)}) n`,
  `insert into email_address (id, person_id, address, verified_at, created_at)
   select bench.entity(${KIND.address}, n), bench.entity(${KIND.agent}, n), 'agent' || n || '@northwind.example', ${BEFORE}, ${BEFORE}
   from generate_series(1, ${AGENTS}) n`,
  `insert into email_address (id, person_id, address, verified_at, created_at)
   select bench.entity(${KIND.address}, 1000 + n), bench.entity(${KIND.customer}, n), 'customer' || n || '@shop' || n % 5000 || '.example',
     case when n % 2 = 1 then ${BEFORE} end, ${BEFORE}
   from generate_series(1, ${customers(tickets)}) n`,
  `insert into contact (person_id, organization_id)
   select bench.entity(${KIND.customer}, n), case when n <= ${bigContacts(tickets)} then bench.entity(${KIND.organization}, 1)
     when n % 2 = 0 then bench.entity(${KIND.organization}, 2 + n % ${organizations(tickets) - 1}) end
   from generate_series(1, ${customers(tickets)}) n`,
  // The first agent works in every queue; most agents have switched off mails about customers' answers.
  `insert into queue_member (queue_id, person_id)
   select bench.entity(${KIND.queue}, q), bench.entity(${KIND.agent}, a) from generate_series(1, ${QUEUES}) q, generate_series(1, ${AGENTS - 1}) a
   where a = 1 or (q * 7 + a * 3) % 8 = 0`,
  `insert into notification_preference (person_id, kind, screen, mail)
   select bench.entity(${KIND.agent}, n), 'customer_replied', true, false from generate_series(1, ${AGENTS}) n where n % 4 <> 0`,
  // One policy for every ticket, on wall time, so that due times can be made here without a calendar.
  `insert into sla_policy (id, name, position) values (bench.entity(${KIND.policy}, 1), 'Standard', 1)`,
  `insert into sla_policy_version (id, policy_id, version, rules, at)
   select bench.entity(${KIND.policy}, 2), bench.entity(${KIND.policy}, 1), 1, jsonb_build_object(
     'conditions', '{"all":[],"any":[],"none":[]}'::jsonb, 'calendarId', null, 'pauses', '["waiting_customer","waiting_third","snoozed"]'::jsonb,
     'ladder', '[]'::jsonb, 'targets', jsonb_build_object('first_reply', reply, 'next_reply', reply, 'resolution', resolution)), ${BEFORE}
   from (select ${wall(DAYS.reply)} as reply, ${wall(DAYS.resolution)} as resolution) targets`,
  `update sla_epoch set version = 1`,
];

/** A target of so many days whatever the priority. @param {number} days */
function wall(days) {
  const seconds = days * 86_400;
  return `'{"clock":"wall","seconds":{"urgent":${seconds},"high":${seconds},"normal":${seconds},"low":${seconds}}}'::jsonb`;
}
