// The tables that grow with the tickets. Each statement makes the rows of the tickets from $1 up to $2, and says about how
// many rows come on a ticket. Ids are made from ticket and message numbers, so that tables agree without reading each other.
import { AGENTS, bigContacts, customers, DAYS, KIND, QUEUES } from "./small-tables.mjs";

export const FIRST_NUMBER = 10_001;
const NEVER = "'9999-12-31Z'::timestamptz";
const MESSAGE_COUNTS = "array[1, 2, 3, 3, 4, 5, 5, 6, 8, 13]"; // five on average

/** One ticket has two thousand messages, the first customer asked. @param {number} tickets */
export const longTicketNumber = (tickets) => FIRST_NUMBER + tickets - 50;

const agent = (/** @type {string} */ n) => `bench.entity(${KIND.agent}, 1 + bench.h(${n}, 21) % ${AGENTS})`;
const messageId = "bench.id(m.at, 'message' || t.number || '.' || m.j)";
const inboundId = "bench.id(m.at, 'inbound' || t.number || '.' || m.j)";
const byMail = "t.channel = 'mail' and bench.side(m.j) = 'customer'";
const author = `case bench.side(m.j) when 'customer' then t.requester_id else coalesce(t.assignee_id, ${agent("t.number")}) end`;
const done = "t.state in ('solved', 'closed')";
const range = "t.number >= $1 and t.number < $2";
// "offset 0" keeps the planner from computing the same expression once per use.
const paced = "ticket t cross join lateral (select bench.gap(t.number) as gap offset 0) g";
const turns = (/** @type {number} */ first, step = 1, where = "true") =>
  `(select j, t.created_at + j * g.gap as at from generate_series(${first}, t.message_count - 1, ${step}) j where ${where} offset 0) m`;
const conversation = `${paced} cross join lateral ${turns(0)}`;
const address = '(select e.address from email_address e where e.person_id = p.id and e."primary")';
const queueAddress = '(select a.address from queue_address a where a.queue_id = t.queue_id and a."primary")';
const reference = (/** @type {string} */ seed) =>
  `'<k.' || substr(md5('a' || ${seed}), 1, 26) || '.' || substr(md5('b' || ${seed}), 1, 16) || '@northwind.example>'`;

/** @typedef {{ table: string, perTicket: number, sql: string }} Load */

/** @param {number} tickets @returns {Load} */
export const ticketTable = (tickets) => ({
  table: "ticket",
  perTicket: 1,
  sql: `
  insert into ticket (id, number, subject, requester_id, organization_id, queue_id, type_id, state, status_id, priority, channel,
    locale, assignee_id, created_at, activity_at, public_at, last_customer_at, last_agent_at, first_reply_at, waiting_since,
    next_due_at, due_kind, due_warn_at, due_soon, clock_paused, clock_version, solved_at, closed_at, message_count, snippet)
  select bench.id(created, 'ticket' || number), number, left(bench.sentence(bench.h(number, 31)), 60) || ' (' || number || ')',
    bench.entity(${KIND.customer}, customer),
    case when customer <= ${bigContacts(tickets)} then bench.entity(${KIND.organization}, 1)
      else (select c.organization_id from contact c where c.person_id = bench.entity(${KIND.customer}, customer)) end,
    bench.entity(${KIND.queue}, queue),
    case when bench.h(number, 32) % 2 = 0 then bench.entity(${KIND.type}, queue + (bench.h(number, 33) % 2) * ${QUEUES}) end,
    state, case when state = 'waiting_third' and number % 2 = 0 then bench.entity(${KIND.status}, 1 + number % 3)
      else ('00000000-0000-7000-8000-00000000000' || array_position(enum_range(null::ticket_state), state))::uuid end,
    (array['urgent', 'high', 'normal', 'normal', 'normal', 'normal', 'low', 'normal'])[1 + bench.h(number, 34) % 8]::priority,
    (case when bench.h(number, 35) % 4 = 0 then 'portal' else 'mail' end)::channel,
    (array['en', 'it', 'ro', 'ru'])[1 + bench.h(number, 36) % 4],
    case when closed or bench.h(number, 37) % 10 < 6 then ${agent("number")} end,
    created, case when closed then ended else last_at end, case when closed then ended else last_public end, last_customer, last_agent, first_reply,
    case when state in ('new', 'open') then last_customer else ${NEVER} end, coalesce(due, ${NEVER}), kind, coalesce(warn, ${NEVER}),
    coalesce(warn <= bench.newest(), false), state in ('waiting_customer', 'waiting_third'), 1,
    case when closed then ended end, case when state = 'closed' then least(ended + interval '7 days', bench.newest()) end,
    messages, left(bench.words(number::bigint * 4096), 140)
  from (
    select *, created + (messages - 1) * gap as last_at, created + (messages - 1 - ((messages - 1) % 5 = 4)::int) * gap as last_public,
      created + (case when messages > 2 then 2 else 0 end) * gap as last_customer,
      case when messages > 1 then created + gap end as first_reply,
      case when messages > 1 then created + (messages - 1 - ((messages - 1) % 2 = 0 and (messages - 1) % 5 <> 4)::int) * gap end as last_agent,
      created + (messages - 1) * gap + interval '5 minutes' as ended, state in ('solved', 'closed') as closed
    from (
      select number, case when long then 2000 else (${MESSAGE_COUNTS})[1 + bench.h(number, 41) % 10] end as messages,
        bench.gap(number) as gap,
        least(case when long then bench.newest() - 2010 * bench.gap(number)
          else bench.newest() - (${FIRST_NUMBER + tickets} - number) * (interval '3 years' / ${tickets}) end,
          bench.newest() - 14 * bench.gap(number) * (not long)::int) as created,
        case when long then 1 when bench.h(number, 42) % 100 < 7 then 1 + bench.h(number, 43) % ${bigContacts(tickets)}
          else 1 + ${bigContacts(tickets)} + floor((${customers(tickets) - bigContacts(tickets)}) * power(bench.u(number, 44), 2))::bigint end as customer,
        1 + floor(${QUEUES} * power(bench.u(number, 45), 1.7))::int as queue,
        -- Three of a hundred are open, most of them young.
        (case when long then 'open'
          when bench.u(number, 46) < case when number > ${FIRST_NUMBER + Math.round(tickets * 0.9)} then 0.25 else 0.0056 end
          then (array['new', 'open', 'open', 'waiting_customer', 'waiting_customer', 'waiting_third'])[1 + bench.h(number, 47) % 6]
          when number > ${FIRST_NUMBER + Math.round(tickets * 0.99)} then 'solved' else 'closed' end)::ticket_state as state
      from (select number, number = ${longTicketNumber(tickets)} as long from generate_series($1::int, $2::int - 1) number) numbers
    ) chosen
  ) timed left join lateral (
    -- Resolution takes longer than a reply may, so the reply is next when one is owed.
    select starts + interval '${DAYS.reply} days' as due, starts + interval '${DAYS.reply * 0.75} days' as warn,
      (case when first_reply is null then 'first_reply' else 'next_reply' end)::sla_kind as kind
    from (select case when first_reply is null then created else last_customer end as starts) waiting where state in ('new', 'open')
  ) clock_of_open on true order by created`,
});

/** @returns {Load[]} */
export const conversationTables = () => [
  {
    table: "message",
    perTicket: 5,
    sql: `
    insert into message (id, ticket_id, kind, side, author_id, channel, text, html, sent_at, inbound_id, rule, addressees)
    select ${messageId}, t.id, bench.kind(m.j), bench.side(m.j), ${author},
      case bench.side(m.j) when 'customer' then t.channel else 'agent' end, w.words,
      case when ${byMail} and t.number % 2 = 0 then '<p>' || replace(w.words, E'\\n\\n', '</p><p>') || '</p>' end, m.at,
      case when ${byMail} then ${inboundId} end, case when ${byMail} and m.j > 0 then 'reply_key' end,
      case when ${byMail} then '{"to":[{"name":"Northwind","address":"support@northwind.example"}],"cc":[]}'::jsonb end
    from ${conversation} cross join lateral (select bench.words(t.number::bigint * 4096 + m.j) as words offset 0) w
    where ${range}`,
  },
  {
    table: "event",
    perTicket: 11,
    sql: `
    insert into event (id, type, at, actor_kind, actor_id, ticket_id, data)
    select bench.id(e.at, e.type || t.number || '.' || e.j), e.type, e.at, e.kind::actor_kind, e.actor, t.id, e.data
    from ${paced} cross join lateral (
      select 0 as j, 'ticket.opened' as type, t.created_at as at, case t.channel when 'mail' then 'system' else 'person' end as kind,
        case t.channel when 'mail' then null else t.requester_id end as actor,
        jsonb_build_object('channel', t.channel, 'queueId', t.queue_id, 'messageId', bench.id(t.created_at, 'message' || t.number || '.0'), 'automatic', false) as data
      union all select 0, 'ticket.assigned', t.created_at + interval '2 minutes', 'person', ${agent("t.number + 1")},
        jsonb_build_object('from', null, 'to', t.assignee_id, 'reason', 'manual') where t.assignee_id is not null
      union all select m.j, case when bench.kind(m.j) = 'note' then 'ticket.noted' when bench.side(m.j) = 'agent' then 'ticket.replied'
          else 'ticket.customer_replied' end, m.at, case when ${byMail} then 'system' else 'person' end,
        case when ${byMail} then null else ${author} end,
        case when bench.kind(m.j) = 'note' then jsonb_build_object('messageId', ${messageId}, 'mentions', '[]'::jsonb)
          when bench.side(m.j) = 'agent' then jsonb_build_object('channel', 'agent', 'messageId', ${messageId}, 'mode', 'wait')
          else jsonb_build_object('channel', t.channel, 'messageId', ${messageId}, 'automatic', false) end
        from ${turns(1)}
      union all select m.j, 'ticket.state_changed', m.at, case when ${byMail} then 'system' else 'person' end,
        case when ${byMail} then null else ${author} end,
        case bench.side(m.j) when 'agent' then '{"from":"open","to":"waiting_customer","cause":"reply"}'::jsonb
          else '{"from":"waiting_customer","to":"open","cause":"customer"}'::jsonb end
        from ${turns(1, 1, "j % 5 <> 4")}
      union all select 9000, 'ticket.state_changed', t.solved_at, 'person', coalesce(t.assignee_id, ${agent("t.number")}),
        '{"from":"waiting_customer","to":"solved","cause":"agent"}'::jsonb where ${done}
      union all select 9001, 'ticket.state_changed', t.closed_at, 'system', null,
        '{"from":"solved","to":"closed","cause":"timer"}'::jsonb where t.closed_at is not null
    ) e
    where ${range}`,
  },
  {
    table: "outbound_mail",
    perTicket: 4.2,
    sql: `
    insert into outbound_mail (id, template, locale, props, recipient, recipient_name, person_id, from_address, from_name, message_id,
      auto_submitted, thread_id, entry_id, state, attempts, next_try_at, created_at, sent_at, transport, status)
    select bench.id(o.at, o.template || t.number || '.' || o.j), o.template, t.locale, o.props || jsonb_build_object('number', t.number, 'subject', t.subject,
        'url', 'http://localhost:3000/tickets/' || t.number),
      ${address}, p.name, p.id, ${queueAddress}, 'Northwind', ${reference("o.template || t.number || '.' || o.j")},
      case o.template when 'receipt' then 'auto-replied' when 'reply' then null else 'auto-generated' end, t.id, o.entry,
      (case when bench.h(t.number, 61) % 200 = 0 then 'bounced' else 'sent' end)::delivery_state, 1, o.at, o.at, o.at + interval '2 seconds', 'smtp', '2.0.0'
    from ${paced} cross join lateral (
      select 0 as j, 'receipt' as template, t.created_at as at, t.requester_id as person, null::uuid as entry,
        jsonb_build_object('text', t.snippet) as props
      union all select m.j, 'reply', m.at, t.requester_id, ${messageId},
        jsonb_build_object('text', bench.words(t.number::bigint * 4096 + m.j), 'author', 'Agent', 'signature', 'Northwind', 'attachments', '[]'::jsonb)
        from ${turns(1, 2, "j % 5 <> 4")}
      union all select m.j, 'agent-notice', m.at, t.assignee_id, null, jsonb_build_object('kind', 'customer_replied', 'actor', 'Customer', 'text', t.snippet)
        from ${turns(2, 2, "j % 5 <> 4")}
        where t.number % 4 = 0 and t.assignee_id is not null
      union all select 0, 'solved', t.solved_at, t.requester_id, null, '{}'::jsonb where ${done}
    ) o join person p on p.id = o.person
    where ${range}`,
  },
  {
    table: "thread_key",
    perTicket: 6.5,
    sql: `
    insert into thread_key (id_hash, thread_id, entry_id, at)
    select md5(k.seed || t.number || '.' || k.j)::uuid, t.id, k.entry, k.at
    from ${paced} cross join lateral (
      select 'in' as seed, m.j, ${messageId} as entry, m.at
        from ${turns(0)} where ${byMail}
      union all select 'out', m.j, case when bench.side(m.j) = 'agent' then ${messageId} end, m.at
        from ${turns(0)} where bench.kind(m.j) = 'public'
      union all select 'solved', 0, null, t.solved_at where ${done}
    ) k
    where ${range}`,
  },
  {
    table: "inbound_mail",
    perTicket: 1.7,
    sql: `
    insert into inbound_mail (id, source, received_at, envelope_from, recipients, client_ip, helo, size, sha256, stage, outcome, rule,
      attempts, subject, from_address, message_id, thread_id, entry_id)
    select ${inboundId}, 'smtp', m.at, ${address}, array['support@northwind.example'], '192.0.2.7', 'mail.example', 4000,
      md5('x' || t.number || '.' || m.j) || md5('y' || t.number || '.' || m.j), 'done', (case when m.j = 0 then 'opened' else 'joined' end)::inbound_outcome,
      case when m.j = 0 then 'none' else 'reply_key' end, 1, t.subject, ${address}, '<' || t.number || '.' || m.j || '@shop.example>', t.id, ${messageId}
    from ${conversation} join person p on p.id = t.requester_id
    where ${range} and ${byMail}`,
  },
  {
    table: "seen_mail",
    perTicket: 1.7,
    sql: `
    insert into seen_mail (id_hash, content_hash, inbound_id, at)
    select md5('in' || t.number || '.' || m.j)::uuid, md5('content' || t.number || '.' || m.j)::uuid, ${inboundId}, m.at
    from ${conversation} where ${range} and ${byMail}`,
  },
  {
    table: "notification",
    perTicket: 2.2,
    sql: `
    insert into notification (id, person_id, kind, ticket_id, event_id, at, read_at)
    select bench.id(n.at, 'notification' || n.type || t.number || '.' || n.j), t.assignee_id, n.kind::notification_kind, t.id,
      bench.id(n.at, n.type || t.number || '.' || n.j), n.at,
      case when ${done} or bench.h(t.number, 62) % 3 > 0 then n.at + interval '1 hour' end
    from ${paced} cross join lateral (
      select 0 as j, 'ticket.assigned' as type, t.created_at + interval '2 minutes' as at, 'assigned' as kind
      union all select m.j, 'ticket.customer_replied', m.at, 'customer_replied'
        from ${turns(2, 2, "j % 5 <> 4")}
    ) n
    where ${range} and t.assignee_id is not null`,
  },
  {
    table: "ticket_read",
    perTicket: 1.9,
    sql: `
    insert into ticket_read (ticket_id, person_id, read_at)
    select t.id, r.person, r.at
    from ${paced} cross join lateral (
      select t.assignee_id as person, t.activity_at as at where t.assignee_id is not null
      union all select t.requester_id, t.public_at where bench.h(t.number, 63) % 2 = 0
      union all select ${agent("t.number + 3")}, t.created_at where bench.h(t.number, 64) % 2 = 0
    ) r
    where ${range} on conflict do nothing`,
  },
  {
    table: "ticket_participant",
    perTicket: 0.1,
    sql: `
    insert into ticket_participant (ticket_id, person_id, added_by_id, added_at)
    select t.id, case when bench.h(t.number, 65) % 100 < 7 then bench.entity(${KIND.customer}, 1 + bench.h(t.number, 66) % 4)
      else bench.entity(${KIND.customer}, 1 + bench.h(t.number, 67) % 50) end, t.requester_id, t.created_at
    from ticket t where ${range} and bench.h(t.number, 68) % 10 = 0 on conflict do nothing`,
  },
  {
    table: "ticket_follower",
    perTicket: 0.05,
    sql: `
    insert into ticket_follower (ticket_id, person_id, at)
    select t.id, ${agent("t.number + 5")}, t.created_at from ticket t where ${range} and bench.h(t.number, 69) % 20 = 0`,
  },
  {
    table: "ticket_tag",
    perTicket: 0.4,
    sql: `
    insert into ticket_tag (ticket_id, tag_id)
    select t.id, bench.entity(${KIND.tag}, 1 + bench.h(t.number, 70) % 100) from ticket t where ${range} and bench.h(t.number, 71) % 5 < 2`,
  },
  {
    table: "sla_target",
    perTicket: 2.1,
    sql: `
    insert into sla_target (id, ticket_id, kind, cycle, policy_version_id, priority, clock, budget_seconds, started_at, due_at, warn_at,
      used_seconds, paused_at, met_at, breached_at, next_alarm_at)
    select bench.id(c.starts, c.kind || t.number), t.id, c.kind::sla_kind, 1, bench.entity(${KIND.policy}, 2), t.priority, 'wall', c.days * 86400, c.starts,
      case when p.stands then null else d.due end, case when p.stands then null else d.warn end,
      extract(epoch from coalesce(c.met, t.activity_at) - c.starts)::int, case when p.stands then t.activity_at end, c.met,
      case when coalesce(c.met, bench.newest()) > d.due and not p.stands then d.due end,
      case when c.met is not null or p.stands or d.due < bench.newest() then ${NEVER} when d.warn > bench.newest() then d.warn else d.due end
    from ticket t cross join lateral (
      select 'first_reply' as kind, ${DAYS.reply} as days, t.created_at as starts, t.first_reply_at as met
      union all select 'resolution', ${DAYS.resolution}, t.created_at, t.solved_at
      union all select 'next_reply', ${DAYS.reply}, t.last_customer_at, null where t.state in ('new', 'open') and t.first_reply_at is not null
    ) c
    cross join lateral (select c.starts + c.days * interval '1 day' as due, c.starts + c.days * interval '18 hours' as warn) d
    cross join lateral (select c.met is null and t.state in ('waiting_customer', 'waiting_third') as stands) p
    where ${range}`,
  },
  {
    table: "state_span",
    perTicket: 3.5,
    sql: `
    insert into state_span (id, ticket_id, state, "from", "to")
    select bench.id(s.at, 'span' || t.number || '.' || s.j), t.id, s.state, s.at, s.until
    from ${paced} cross join lateral (
      select m.j, case when m.j = t.message_count - 1 and not ${done} then t.state else 'waiting_customer' end as state, m.at,
        case when m.j < t.message_count - 1 then m.at + g.gap when ${done} then t.solved_at end as until
        from ${turns(1, 2, "j % 5 <> 4")} where m.j < t.message_count - 1 or ${done} or t.state in ('waiting_customer', 'waiting_third')
      union all select 8000, t.state, t.activity_at, null where t.state in ('waiting_customer', 'waiting_third')
        and not (t.message_count % 2 = 0 and (t.message_count - 1) % 5 <> 4)
      union all select 9000, 'solved', t.solved_at, t.closed_at where ${done}
      union all select 9001, 'closed', t.closed_at, null where t.closed_at is not null
    ) s
    where ${range}`,
  },
];

/** What triggers would have counted, for they sleep during the load. */
export const countLoads = `
  insert into agent_profile (person_id, capacity, load, presence, auto_away, presence_at)
  select p.id, 1000, (select count(*) from ticket t where t.assignee_id = p.id and t.deleted_at is null and t.state in ('new', 'open')),
    'available', false, bench.newest()
  from person p where p.role <> 'customer'`;
