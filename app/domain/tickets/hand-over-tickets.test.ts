import { expect, test } from "vitest";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { handOverTickets } from "./hand-over-tickets.server";

useDatabase();

test("each ticket is handed on once, even if every one comes back to who is still there", async () => {
  const { pool, prisma } = database();
  const assigneeId = cast.sara.id;
  for (let i = 0; i < 230; i++) await insertTicket({ assigneeId });
  // A queue that assigns quicker than the work is handed on.
  await pool.query(`
    create function give_back() returns trigger language plpgsql as $$
      begin new.assignee_id := old.assignee_id; return new; end $$;
    create trigger give_back before update of assignee_id on ticket for each row execute function give_back()`);
  expect(await handOverTickets(castCtx("sara"), assigneeId)).toEqual({ handed: 230 });
  await pool.query("drop function give_back() cascade");
  expect(await handOverTickets(castCtx("sara"), assigneeId)).toEqual({ handed: 230 });
  expect(await prisma.ticket.count({ where: { assigneeId } })).toBe(0);
});
