import { describe, expect, test } from "vitest";
import { LOCALES } from "~/i18n/config";
import { mailProps, type MailProps, type MailTemplate } from "./props";
import { oklchToHex } from "./parts/palette";
import { renderMail } from "./render-mail";

const url = "https://help.example/tickets/10482";
const ticket = { number: 10482, subject: "Damaged <pump>", url };
const words = {
  ...ticket,
  author: "Sara Bianchi",
  text: "Good morning,\n\na new one leaves today: https://track.example/4711?a=1&b=2.\n<script>alert(1)</script>",
  signature: "Sara\nRepairs",
  attachments: [{ fileId: "01976f3e-0000-7000-8000-000000000001", name: "label.pdf", type: "application/pdf" }],
  previous: [{ author: "Giulia", at: "2026-11-20T10:54:00.000Z", text: "It has a dent.\nOn the left." }],
};
const samples = {
  receipt: { ...ticket, text: "It has a dent." },
  reply: words,
  "participant-message": { ...words, side: "agent" as const },
  solved: ticket,
  "agent-notice": { ...ticket, kind: "mentioned" as const, actor: "Elena Rossi", text: "Look at this" },
  forward: {
    inboundId: "01976f3e-0000-7000-8000-000000000002",
    subject: `Damaged pump ${url}`,
    from: "giulia@marchetti.example",
    to: "support@northwind.example",
    number: 10482,
  },
  "sign-in-link": { url, minutes: 30 },
  "verify-address": { url, hours: 24 },
  "password-reset": { url, minutes: 21 },
  invitation: { url, inviter: "Ada Novak", company: "Northwind" },
  "confirm-ticket": { url, subject: "Damaged pump", hours: 24 },
  "already-registered": { url },
  news: {
    kind: "published" as const,
    problem: true,
    subject: "Deliveries are late",
    text: "Snow on the Brenner.\n\nWe expect a day more.",
    url,
    followed: "topic" as const,
    followedId: "01976f3e-0000-7000-8000-000000000003",
  },
  "mail-test": { url },
};
const facts = {
  company: { name: "Northwind", brandHue: 195, timeZone: "Europe/Rome" },
  unsubscribeUrl: "https://help.example/unsubscribe/abc",
};
const draw = <T extends MailTemplate>(template: T, locale: string) =>
  renderMail(template, mailProps[template].parse(samples[template]) as MailProps<T>, locale, facts);

test.each(Object.keys(samples) as MailTemplate[])(
  "%s has its words in every language and in plain text",
  async (name) => {
    const subjects = new Set<string>();
    for (const locale of LOCALES) {
      const mail = await draw(name, locale);
      subjects.add(mail.html);
      for (const part of [mail.subject, mail.html, mail.text])
        expect(part).not.toMatch(/mail:|\{\{|undefined|\[object/);
      expect(mail.html).toContain(`lang="${locale}"`);
      expect(mail.html).not.toMatch(/<script|oklch|var\(/);
      expect(mail.text).toContain(url);
      expect(mail.html).toContain(url);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
    expect(subjects.size).toBe(LOCALES.length);
  },
);

describe("automatic mails", () => {
  const ask = (over: object, locale = "en", template: "receipt" | "solved" = "receipt") =>
    renderMail(
      template,
      mailProps[template].parse({ ...ticket, text: "It has a dent.", ...over }) as MailProps<typeof template>,
      locale,
      facts,
    );
  const opening = "2026-11-23T07:00:00.000Z";

  test.each(["receipt", "out_of_hours", "follow_up", "reopened"])(
    "%s says what there is to say, in every language",
    async (kind) => {
      for (const locale of LOCALES) {
        const full = await ask({ kind, opening, replyBy: "2026-11-23T11:00:00.000Z", previous: 10001 }, locale);
        const bare = await ask({ kind }, locale);
        for (const part of [full.subject, full.html, full.text, bare.html, bare.text])
          expect(part).not.toMatch(/mail:|\{\{|undefined|\[object|^# /m);
        expect(full.text).toContain("12:00");
        expect(bare.text).not.toMatch(/12:00|08:00/);
        expect(full.text.includes("08:00")).toBe(kind !== "receipt");
        expect(full.text.includes("10001")).toBe(kind === "follow_up");
        expect(full.html).toContain("<h1");
        expect(full.text).toContain("#10482");
      }
    },
  );

  test("the next opening is said in the reader's words and zone, with the zone where it is another", async () => {
    const said = async (locale: string, zone: string | null) =>
      (await ask({ kind: "out_of_hours", opening, zone }, locale)).text.replaceAll("\u00a0", " ");
    expect(await said("en", null)).toContain("We open again on Monday 23 November at 08:00.");
    expect(await said("it", "Europe/Rome")).toMatch(/Riapre lunedì 23 novembre alle (ore )?08:00\./);
    expect(await said("ro", "Europe/Bucharest")).toMatch(/Redeschidem luni, 23 noiembrie la 09:00 EET\./);
    expect(await said("ru", "Asia/Tokyo")).toMatch(/Следующее открытие: понедельник,? 23 ноября в 16:00 .*\+9\./);
  });

  test("an administrator's words take their place; number, link and what was written stay", async () => {
    const text =
      "# Ciao {{customer.firstName}}\n\nGrazie di «{{ticket.subject}}».\n\nTel. {{company.phone}}\n\n{{queue.name}}";
    const mail = await ask({
      words: { subject: "Ricevuto: {{ticket.subject}}", text },
      customer: "Giulia Marchetti",
      queue: "R<b>",
    });
    expect(mail.subject).toBe("[#10482] Ricevuto: Damaged <pump>");
    expect(mail.text).toMatch(/^Ciao Giulia\n\nGrazie di «Damaged <pump>»\.\n\nR<b>\n\nTicket #10482\nhttps:/);
    expect(mail.html).toContain("R&lt;b&gt;");
    expect(mail.html).toContain(url);
    expect(mail.html).toContain("It has a dent.");
  });

  test("words cannot put a line into a header, and an empty subject is the ticket's", async () => {
    const text = "Hello";
    expect((await ask({ words: { subject: "A\r\nBcc: x@y.example", text } })).subject).toBe(
      "[#10482] A Bcc: x@y.example",
    );
    expect((await ask({ words: { subject: " ", text } })).subject).toBe("[#10482] Damaged <pump>");
    expect((await ask({ words: { subject: "{{ticket.subject}}", text } }, "en", "solved")).subject).toBe(
      "Re: [#10482] Damaged <pump>",
    );
  });
});

test("a reply begins with the agent's words and ends with what was said before", async () => {
  const { subject, html, text } = await draw("reply", "en");
  expect(subject).toBe("Re: [#10482] Damaged <pump>");
  expect(text.indexOf("Good morning")).toBe(0);
  expect(text).toContain("-- \nSara\nRepairs");
  expect(text).toMatch(/Giulia wrote on .*2026.*:\n> It has a dent\.\n> On the left\.\n$/);
  expect(html.indexOf("Good morning")).toBeLessThan(html.indexOf("gmail_quote"));
  expect(html).toContain('href="https://track.example/4711?a=1&amp;b=2"');
  expect(html).toContain("&lt;script&gt;");
  expect(html).toContain("label.pdf");
});

test("a subject keeps one prefix and one number, whatever came back", async () => {
  const { subject } = await renderMail(
    "reply",
    mailProps.reply.parse({ ...words, subject: "RE: Re: [#10482] AW: Pump\r\nBcc: x@y.example" }),
    "en",
    facts,
  );
  expect(subject).toBe("Re: [#10482] Pump Bcc: x@y.example");
});

test("only copies can be stopped with one click", async () => {
  expect((await draw("participant-message", "en")).html).toContain(facts.unsubscribeUrl);
  expect((await draw("reply", "en")).html).not.toContain(facts.unsubscribeUrl);
});

test("in plain text the address that stops the mails says what it does", async () => {
  for (const name of ["news", "agent-notice", "participant-message"] as const)
    expect((await draw(name, "en")).text).toContain(`\nStop these e-mails: ${facts.unsubscribeUrl}\n`);
});

test("a long address breaks instead of widening the mail", async () => {
  for (const name of ["news", "reply", "sign-in-link"] as const)
    expect((await draw(name, "en")).html).toMatch(/max-width:600px;[^"]*word-break:break-word/);
});

test("an unknown language is English", async () => {
  expect((await draw("solved", "xx")).html).toContain('lang="en"');
});

test("colours of known value", () => {
  expect(oklchToHex([1, 0, 0])).toBe("#ffffff");
  expect(oklchToHex([0, 0, 0])).toBe("#000000");
  expect(oklchToHex([0.6279554, 0.2576833, 29.2338807])).toBe("#ff0000");
});

test("in the dark the cell that carries the page's colours follows the page", async () => {
  const { html } = await draw("reply", "en");
  expect(html).toMatch(/<body class="canvas"[^>]*><table[^>]*><tbody><tr><td style="background-color:/);
  expect(html).toContain(".canvas,.canvas>table>tbody>tr>td{background-color:");
});

describe("notices of service levels", () => {
  const at = "2026-11-20T10:54:00.000Z";
  const say = async (props: object, locale: string) =>
    renderMail("agent-notice", mailProps["agent-notice"].parse(props), locale, facts);
  const escalated = (target: string, step: string, dueAt: string | null) => ({
    ...ticket,
    kind: "escalated",
    target,
    step,
    dueAt,
    at,
  });

  test("say how far off the due time is, in the reader's language, and when it is", async () => {
    const soon = escalated("next_reply", "warning", "2026-11-20T11:35:00.000Z");
    const over = escalated("first_reply", "ladder", "2026-11-20T10:36:00.000Z");
    const subjects: string[] = [];
    for (const locale of LOCALES)
      for (const props of [soon, over]) {
        const mail = await say(props, locale);
        subjects.push(mail.subject.replaceAll("\u00a0", " "));
        for (const part of [mail.subject, mail.html, mail.text])
          expect(part).not.toMatch(/mail:|\{\{|undefined|\[object|Invalid/);
        expect(mail.text).toContain(props === soon ? "12:35" : "11:36");
        expect(mail.text).toContain(url);
      }
    expect(subjects).toEqual([
      "Next reply due in 41 min: [#10482] Damaged <pump>",
      "First reply 18 min over: [#10482] Damaged <pump>",
      "Risposta successiva: scadenza tra 41 min: [#10482] Damaged <pump>",
      "Prima risposta: in ritardo di 18 min: [#10482] Damaged <pump>",
      "Următorul răspuns: termen peste 41 min: [#10482] Damaged <pump>",
      "Primul răspuns: depășit cu 18 min: [#10482] Damaged <pump>",
      "Следующий ответ: срок через 41 мин: [#10482] Damaged <pump>",
      "Первый ответ: просрочено на 18 мин: [#10482] Damaged <pump>",
    ]);
  });

  test("a clock that stands still has no due time to speak of", async () => {
    const mail = await say(escalated("resolution", "ladder", null), "en");
    expect(mail.subject).toBe("Resolution: escalation: [#10482] Damaged <pump>");
    expect((await say(escalated("resolution", "breach", at), "en")).subject).toMatch(/^Resolution is overdue/);
  });

  test("a contract speaks of itself, in the right plural", async () => {
    const contract = (code: string, days: number | null) => ({
      kind: "contract",
      subject: "Marchetti 2026",
      url: "https://help.example/desk/admin/contracts/1",
      code,
      days,
    });
    expect((await say(contract("days", 1), "en")).subject).toBe("The service contract “Marchetti 2026” ends in 1 day");
    expect((await say(contract("days", 30), "ro")).subject).toContain("în 30 de zile");
    expect((await say(contract("days", 7), "ru")).subject).toContain("через 7 дней");
    for (const locale of LOCALES)
      for (const code of ["days", "ended", "low", "empty"]) {
        const mail = await say(contract(code, code === "days" ? 30 : null), locale);
        expect(mail.subject).toContain("Marchetti 2026");
        expect(`${mail.subject}${mail.html}${mail.text}`).not.toMatch(/mail:|\{\{|undefined/);
      }
  });
});
