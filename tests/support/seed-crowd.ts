import { Prisma, type Db } from "~/platform/db.server";
import { cast, organizations, STORY_TIME } from "./cast";

/** A uuid v7 of an instant; `seed` makes it the same on every run. */
const idAt = (
  at: Prisma.Sql,
  seed: Prisma.Sql,
) => Prisma.sql`(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')
  || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 4, 15))::uuid`;
const QUEUES = 30;

export type Crowd = { queueIds: string[]; longTicket: number };

/**
 * Fills a database that holds the cast with tickets skewed as in life: 3 % open, thirty queues, 7 % of them Marchetti's,
 * the first with 2,000 messages (`longTicket`), three of four that are worked on with a due time, three messages and four events each. Runs `analyze` at the end.
 */
export async function seedCrowd(db: Db, tickets: number): Promise<Crowd> {
  const customers = Math.max(20, Math.round(tickets / 10));
  await db.$executeRaw`
    insert into queue (id, name, position)
    select ${idAt(Prisma.sql`${STORY_TIME}::timestamptz`, Prisma.sql`'queue' || n`)}, 'Queue ' || n, n + 10
    from generate_series(1, ${QUEUES - 2}::int) n`;
  await db.$executeRaw`
    insert into person (id, name, role, created_at)
    select ${idAt(Prisma.sql`'2024-01-01'::timestamptz`, Prisma.sql`'person' || n`)}, 'Customer ' || n, 'customer', '2024-01-01'
    from generate_series(1, ${customers}::int) n`;
  await db.$executeRaw`
    insert into email_address (id, person_id, address, created_at)
    select p.id, p.id, 'c' || p.id || '@example.net', p.created_at from person p where p.name like 'Customer %'`;
  const rows = await db.$queryRaw<{ id: string }[]>`select id from queue order by position`;
  const queueIds = rows.map((row) => row.id);
  await insertTickets(db, tickets, customers, queueIds);
  await insertConversations(db);
  for (const table of ["ticket", "message", "event", "person", "ticket_participant", "ticket_read", "email_address"])
    await db.$executeRawUnsafe(`vacuum analyze ${table}`);
  const [long] = await db.$queryRaw<{ number: number }[]>`select min(number) as number from ticket`;
  return { queueIds, longTicket: long!.number };
}

async function insertTickets(db: Db, tickets: number, customers: number, queueIds: string[]) {
  const end = Prisma.sql`${STORY_TIME}::timestamptz`;
  await db.$executeRaw`
    insert into ticket (id, subject, requester_id, organization_id, queue_id, state, status_id, priority, channel,
      assignee_id, created_at, activity_at, public_at, last_customer_at, waiting_since, next_due_at, due_kind, due_soon,
      solved_at, message_count, snippet)
    select ${idAt(Prisma.sql`at`, Prisma.sql`'ticket' || n`)}, 'Pump ' || n || ' stopped', requester, organization, queue, state,
      ('00000000-0000-7000-8000-00000000000' || array_position(enum_range(null::ticket_state), state))::uuid,
      'normal', 'mail', assignee, at, at + interval '1 hour', at + interval '50 minutes', at,
      case when state in ('new', 'open') then at else '9999-12-31Z' end,
      case when due then at + (n % 9) * interval '1 day' else '9999-12-31Z' end,
      case when due then 'next_reply'::sla_kind end, due and n % 3 = 0,
      case when state in ('solved', 'closed') then at + interval '1 hour' end, 3, 'The pump stopped and does not start again'
    from (
      select *, state in ('new', 'open') and n % 4 < 3 as due from (
      select n, ${end} - n * interval '1 minute' as at,
        (${queueIds}::uuid[])[1 + (n::bigint * 7919) % ${queueIds.length}::int] as queue,
        case when n % 20 = 0 then ${cast.giulia.id}::uuid
          else ${idAt(Prisma.sql`'2024-01-01'::timestamptz`, Prisma.sql`'person' || (1 + (n::bigint * 104729) % ${customers}::int)`)} end as requester,
        case when n % 14 = 0 or n % 20 = 0 then ${organizations.marchetti.id}::uuid end as organization,
        case when r % 33 = 0 then (enum_range(null::ticket_state))[1 + (r / 33) % 5]
          when r % 33 = 1 then 'solved' else 'closed' end::ticket_state as state,
        case when r % 33 <> 0 or (r / 33) % 3 = 0
          then (${[cast.sara.id, cast.elena.id, cast.marco.id]}::uuid[])[1 + n % 3] end as assignee
      from (select n, n::bigint * 48271 % 2147483647 % 9973 as r from generate_series(1, ${tickets}::int) n) numbers
      ) states
    ) crowd order by at`;
  await db.$executeRaw`
    insert into ticket_participant (ticket_id, person_id, added_at)
    select t.id, ${cast.paolo.id}::uuid, t.created_at from ticket t where t.number % 500 = 0`;
  await db.$executeRaw`
    insert into ticket_participant (ticket_id, person_id, added_at)
    select t.id, o.requester_id, t.created_at from ticket t join ticket o on o.number = t.number + 1
    where t.number % 6 = 0 and o.requester_id <> t.requester_id
      and (o.requester_id <> ${cast.giulia.id}::uuid or t.number % 30 = 0 and t.number < 13000)`;
  await db.$executeRaw`
    insert into ticket_read (ticket_id, person_id, read_at)
    select t.id, ${cast.sara.id}::uuid, t.activity_at from ticket t where t.number % 5 = 0`;
}

async function insertConversations(db: Db) {
  const at = Prisma.sql`t.created_at + k * interval '10 minutes'`;
  await db.$executeRaw`
    insert into message (id, ticket_id, kind, side, author_id, channel, text, sent_at)
    select ${idAt(at, Prisma.sql`'m' || k || t.id`)}, t.id, (case when k % 5 = 4 then 'note' else 'public' end)::message_kind,
      (case when k % 2 = 0 then 'customer' else 'agent' end)::message_side,
      case when k % 2 = 0 then t.requester_id else t.assignee_id end, 'mail',
      'Good morning, the pump on line 2 stopped. ' || repeat('It does not start again. ', 8), ${at}
    from ticket t, generate_series(0, case when t.number = (select min(number) from ticket) then 1999 else 2 end) k`;
  await db.$executeRaw`
    insert into event (id, type, at, actor_kind, actor_id, ticket_id, data)
    select ${idAt(at, Prisma.sql`'e' || k || t.id`)},
      (array['ticket.opened', 'ticket.assigned', 'ticket.replied', 'ticket.state_changed'])[1 + k % 4], ${at},
      'person', coalesce(t.assignee_id, ${cast.sara.id}::uuid), t.id,
      case k % 4 when 1 then jsonb_build_object('from', null, 'to', t.assignee_id, 'reason', 'manual')
        when 3 then '{"from":"open","to":"solved","cause":"agent"}' else '{}' end
    from ticket t, generate_series(0, 3) k`;
}
