import { afterAll, beforeAll, expect, test } from "vitest";
import { ruleSchema } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import type { RulesTrace } from "~/domain/routing/trace";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { sendMail, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { startSmtpReceiver } from "./start-smtp-receiver.server";

useDatabase();
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
beforeAll(async () => void (receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 })));
afterAll(() => receiver.stop());

test("rules are asked for every address of ours that a mail was sent to; the queue of the first gives way to them", async () => {
  const rule = ruleSchema.parse({
    id: newId(),
    name: "Copies to Billing",
    conditions: {
      all: [
        { fact: "address", op: "is", values: [queues.billing.address] },
        { fact: "sender", op: "ends_with", values: ["@marchetti.example"] },
      ],
    },
    actions: { queueId: queues.billing.id },
  });
  await saveRules(castCtx("ada"), { base: 0, rules: [rule] });
  await sendMail(receiver.port, {
    from: cast.giulia.email,
    to: [queues.repairs.address, queues.billing.address],
    subject: "For both of you",
    text: "Please look at the pump and at the invoice.",
    messageId: "<both.1@client.example>",
  });
  await workMail();

  const { prisma } = database();
  const ticket = await prisma.ticket.findFirstOrThrow({ include: { decisions: true } });
  expect(ticket.queueId).toBe(queues.billing.id);
  const trace = ticket.decisions.find(({ kind }) => kind === "rules")?.trace as unknown as RulesTrace;
  expect(trace.facts).toMatchObject({ channel: "mail", queue: queues.repairs.id });
  expect(trace.facts.address).toEqual([queues.repairs.address, queues.billing.address]);
  expect(trace.applied).toEqual([{ rule: 0, queueId: queues.billing.id }]);
});
