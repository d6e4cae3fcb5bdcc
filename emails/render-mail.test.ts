import { expect, test } from "vitest";
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
  "sign-in-link": { url, minutes: 30 },
  "verify-address": { url, hours: 24 },
  "password-reset": { url, minutes: 21 },
  invitation: { url, inviter: "Ada Novak", company: "Northwind" },
  "confirm-ticket": { url, subject: "Damaged pump", hours: 24 },
  "already-registered": { url },
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
