// Who asks for what: the people signed in and the pages measured, in one loaded database.
import { createHash } from "node:crypto";
import pg from "pg";
import { KIND } from "./load/small-tables.mjs";
import { longTicketNumber } from "./load/large-tables.mjs";

/** @typedef {{ name: string, title: string, path: string, who: "agent" | "customer", proof: string, times: number }} Page */

const entity = (/** @type {number} */ kind, /** @type {number} */ n) =>
  `00000000-0000-7000-80${kind.toString(16).padStart(2, "0")}-${n.toString(16).padStart(12, "0")}`;

/** Signs in the agent of all queues and the first customer of the large organization; picks the tickets to look at.
 * @param {string} url @param {number} tickets */
export async function visitCompany(url, tickets) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const customer = entity(KIND.customer, 1);
  const cookies = {
    agent: await signIn(client, entity(KIND.agent, 1)),
    customer: await signIn(client, customer),
  };
  const { rows } = await client.query(
    `select number from ticket where organization_id = $1 and state = 'waiting_customer' and message_count between 5 and 8
     order by number desc limit 1`,
    [entity(KIND.organization, 1)],
  );
  await client.end();
  const normal = rows[0].number;
  const long = longTicketNumber(tickets);
  /** @type {Page[]} */
  const pages = [
    {
      name: "queue",
      title: "desk queue page",
      path: "/desk/tickets?view=open",
      who: "agent",
      proof: 'class="when num"',
      times: 25,
    },
    {
      name: "queue-due",
      title: "desk queue page, due first",
      path: "/desk/tickets?view=open&sort=due",
      who: "agent",
      proof: 'class="due',
      times: 25,
    },
    {
      name: "ticket",
      title: "desk ticket page",
      path: `/desk/tickets/${normal}`,
      who: "agent",
      proof: `#${normal}`,
      times: 1,
    },
    {
      name: "long",
      title: "desk ticket page, 2,000 messages",
      path: `/desk/tickets/${long}`,
      who: "agent",
      proof: `#${long}`,
      times: 1,
    },
    {
      name: "portal-list",
      title: "portal list, organization",
      path: "/tickets?scope=organization",
      who: "customer",
      proof: 'class="m num"',
      times: 25,
    },
    {
      name: "portal-ticket",
      title: "portal ticket page",
      path: `/tickets/${normal}`,
      who: "customer",
      proof: `${normal}`,
      times: 1,
    },
  ];
  return { cookies, pages };
}

/** @param {pg.Client} client @param {string} personId */
async function signIn(client, personId) {
  const id = createHash("sha256").update(`bench ${personId}`).digest("hex").slice(0, 40);
  await client.query(
    `insert into session (id, person_id, expires_at, created_at, last_seen_at, ip, user_agent)
     values ($1, $2, now() + interval '30 days', now(), now(), '127.0.0.1', 'bench')
     on conflict (id) do update set expires_at = excluded.expires_at, last_seen_at = excluded.last_seen_at`,
    [createHash("sha256").update(id).digest("hex"), personId],
  );
  return `sid=${id}`;
}
