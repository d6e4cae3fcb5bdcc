import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { MailUnreadable } from "./mail-unreadable";
import { parseMail } from "./parse-mail.server";

const mail = (...lines: string[]) => Buffer.from(lines.join("\r\n"), "latin1");
const withBody = (body: Buffer, ...headers: string[]) =>
  Buffer.concat([mail("From: ann@example.com", ...headers, "", ""), body]);
const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

async function refusal(bytes: Buffer): Promise<{ reason: string }> {
  try {
    await parseMail(bytes);
  } catch (error) {
    if (error instanceof MailUnreadable) return { reason: error.reason };
    throw error;
  }
  return { reason: "accepted" };
}

describe("headers", () => {
  it("reads an ordinary message", async () => {
    const parsed = await parseMail(
      mail(
        "From: =?UTF-8?Q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.com>",
        'Reply-To: "Support, first line" <help@example.com>',
        "To: Ann <ann@example.org>, bob@example.org",
        "Cc: Team: carl@example.org, =?utf-8?b?0JDQvdC90LA=?= <anna@example.ru>;",
        "Subject: =?utf-8?B?w4TDtg==?=",
        " =?utf-8?B?w7w=?= and more",
        "Message-ID: <one@example.com>",
        "In-Reply-To: <zero@example.com>",
        "References: <a@example.com> <zero@example.com>",
        "\t<a@example.com>",
        "Date: Fri, 21 Nov 1997 09:55:06 -0600",
        "",
        "Hello",
      ),
    );
    expect(parsed).toMatchObject({
      from: { name: "Jürgen Müller", address: "juergen@example.com" },
      replyTo: { name: "Support, first line", address: "help@example.com" },
      to: [
        { name: "Ann", address: "ann@example.org" },
        { name: "", address: "bob@example.org" },
      ],
      cc: [
        { name: "", address: "carl@example.org" },
        { name: "Анна", address: "anna@example.ru" },
      ],
      subject: "Äöü and more",
      messageId: "<one@example.com>",
      inReplyTo: ["<zero@example.com>"],
      references: ["<a@example.com>", "<zero@example.com>"],
      date: new Date("1997-11-21T15:55:06Z"),
      text: "Hello",
      html: null,
      visibleText: "Hello",
      attachments: [],
      automatic: { is: false, why: null },
      bounce: null,
    });
  });

  it.each([
    ["split inside a character", "=?utf-8?B?w4TD?= =?utf-8?B?tg==?=", "Äö"],
    ["spaces inside a Q word", "=?utf-8?Q?Gr=C3=BC=C3=9Fe aus Wien?=", "Grüße aus Wien"],
    ["a question mark inside", "=?utf-8?Q?why?=3F?=", "why??"],
    ["the end cut off", "Re: =?utf-8?B?w4TDtsO8", "Re: Äöü"],
    ["RFC 2231 language", "=?iso-8859-1*de?Q?f=FCr?=", "für"],
    ["unknown charset", "=?x-nobody-knows?Q?caf=E9?=", "café"],
    ["wrong charset", "=?utf-8?Q?caf=E9?=", "café"],
    ["no word at all", "=?utf-8?X?abc?= =? ?=", "=?utf-8?X?abc?= =? ?="],
    ["raw UTF-8", utf8("Olá, ação"), "Olá, ação"],
    ["raw windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", "Привет, мир"],
    ["raw ISO 8859-2 (Romanian)", "Bun\xe3 ziua, vã rog s\xe3 verifica\xfei", "Bună ziua, vă rog să verificaţi"],
    ["raw windows-1252", "Perch\xe9 non funziona pi\xf9", "Perché non funziona più"],
    ["line breaks in a word", "=?utf-8?Q?a=0D=0ABcc:_x@y.z?=", "a Bcc: x@y.z"],
    ["bidi override", "=?utf-8?B?4oCuZmRwLmV4ZQ==?=", "fdp.exe"],
  ])("subject: %s", async (_, raw, expected) => {
    expect((await parseMail(mail("From: a@example.com", `Subject: ${raw}`, "", "x"))).subject).toBe(expected);
  });

  it.each([
    ["comments", "Pete(A wonderful \\) chap) <pete(his account)@silly.test(his host)>", "Pete", "pete@silly.test"],
    ["route", "<@relay.example:joe@example.org>", "", "joe@example.org"],
    ["white space", "joe @ example . org (Joe)", "Joe", "joe@example.org"],
    ["encoded word in quotes", '"=?utf-8?Q?M=C3=BCller?=" <m@example.org>', "Müller", "m@example.org"],
    ["no brackets", "Joe Doe joe@example.org", "Joe Doe", "joe@example.org"],
    ["address as name", '"joe@example.org" <joe@example.org>', "joe@example.org", "joe@example.org"],
    ["at in the name", "joe@home <joe@example.org>", "joe@home", "joe@example.org"],
    ["colon in quotes", '"Mary: personal" <m@example.org>', "Mary: personal", "m@example.org"],
    ["unterminated quote", '"Mary <m@example.org>', "", "m@example.org"],
    ["no end bracket", "Mary <m@example.org", "Mary", "m@example.org"],
    ["local only", "MAILER-DAEMON (Mail Delivery System)", "Mail Delivery System", "MAILER-DAEMON"],
  ])("from: %s", async (_, raw, name, address) => {
    expect((await parseMail(mail(`From: ${raw}`, "", "x"))).from).toEqual({ name, address });
  });

  it("keeps groups without members and undisclosed recipients out", async () => {
    const parsed = await parseMail(mail("From: a@example.com", "To: undisclosed-recipients:;", "Cc: nobody", "", "x"));
    expect([parsed.to, parsed.cc]).toEqual([[], []]);
  });

  it.each([
    ["Thu, 13 Feb 1969 23:32 -0330 (Newfoundland)", "1969-02-14T03:02:00.000Z"],
    ["21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06.000Z"],
    ["Tue, 5 Mar 2024 10:00:00 +0200 (EET)", "2024-03-05T08:00:00.000Z"],
    ["Tue Mar  5 10:00:00 2024", "2024-03-05T10:00:00.000Z"],
    ["2024-03-05T10:00:00+01:00", "2024-03-05T09:00:00.000Z"],
    ["yesterday", null],
    ["Tue, 45 Mar 2024 10:00:00 +0200", null],
  ])("date %s", async (raw, expected) => {
    const { date } = await parseMail(mail("From: a@example.com", `Date: ${raw}`, "", "x"));
    expect(date?.toISOString() ?? null).toBe(expected);
  });

  it("writes ids with angle brackets whatever came", async () => {
    const parsed = await parseMail(
      mail(
        "From: a@example.com",
        "Message-ID: bare@example.com",
        'In-Reply-To: Your mail of "Monday" <x @ example.com>',
        "",
        "x",
      ),
    );
    expect(parsed.messageId).toBe("<bare@example.com>");
    expect(parsed.inReplyTo).toEqual(["<x@example.com>"]);
  });

  it("passes over mbox lines, stray lines, and a missing blank line", async () => {
    const parsed = await parseMail(
      mail(
        "From ann@example.com Mon Jan  1 00:00:00 2024",
        "From  : Ann <ann@example.com>",
        "__",
        "Subject: s",
        "Hello there",
        "you",
      ),
    );
    expect(parsed.from?.address).toBe("ann@example.com");
    expect(parsed.subject).toBe("s");
    expect(parsed.text).toBe("Hello there\nyou");
  });
});

describe("text and charsets", () => {
  it.each([
    [
      "utf-8 declared, windows-1252 sent",
      "utf-8",
      Buffer.from("caf\xe9 gar\xe7on d\xe9j\xe0", "latin1"),
      "café garçon déjà",
    ],
    ["us-ascii declared, UTF-8 sent", "us-ascii", Buffer.from("Buongiorno è già così"), "Buongiorno è già così"],
    [
      "us-ascii declared, windows-1251 sent",
      "us-ascii",
      Buffer.from("\xd1\xef\xe0\xf1\xe8\xe1\xee", "latin1"),
      "Спасибо",
    ],
    ["koi8-r", "koi8-r", Buffer.from("\xf3\xd0\xc1\xd3\xc9\xc2\xcf", "latin1"), "Спасибо"],
    ["unknown label", "x-martian", Buffer.from("naïve"), "naïve"],
    ["iso-8859-1 declared, UTF-8 sent", "iso-8859-1", Buffer.from("più"), "più"],
    ["windows-1250 by another name", "cp1250", Buffer.from("\x9alu\x9d", "latin1"), "šluť"],
    ["shift_jis", "cp932", Buffer.from([0x82, 0xa0, 0x82, 0xa2]), "あい"],
    ["iso-2022-jp without a label", "", Buffer.from("\x1b$B$9$_\x1b(B", "latin1"), "すみ"],
    ["utf-7", "utf-7", Buffer.from("Gr+APwA3w-e"), "Grüße"],
    [
      "one broken byte in UTF-8",
      "utf-8",
      Buffer.concat([Buffer.from("città più bella così "), Buffer.from([0xe9])]),
      "città più bella così \ufffd",
    ],
  ])("%s", async (_, charset, body, expected) => {
    const type = charset === "" ? "text/plain" : `text/plain; charset=${charset}`;
    expect((await parseMail(withBody(body, `Content-Type: ${type}`))).text).toBe(expected);
  });

  it("removes NUL, which PostgreSQL cannot store, and keeps LF line ends", async () => {
    expect((await parseMail(withBody(Buffer.from("a\0b\r\nc\rd")))).text).toBe("ab\nc\nd");
  });

  it("undoes quoted-printable and base64 damage", async () => {
    const qp = await parseMail(
      withBody(Buffer.from("caf=C3=A9 =\r\nnext=3\r\n=ZZ end="), "Content-Transfer-Encoding: Quoted-Printable"),
    );
    expect(qp.text).toBe("café next=3\n=ZZ end");
    const base64 = await parseMail(withBody(Buffer.from("SGVs\r\nbG8=IHlv!dQ=="), "Content-Transfer-Encoding: base64"));
    expect(base64.text).toBe("Hello you");
  });

  it("joins format=flowed and keeps its quotes", async () => {
    const parsed = await parseMail(
      withBody(
        Buffer.from("> quoted \r\n> on\r\n\r\none \r\ntwo\r\n-- \r\nme"),
        "Content-Type: text/plain; format=flowed",
      ),
    );
    expect(parsed.text).toBe("> quoted on\n\none two\n-- \nme");
    expect(parsed.visibleText).toBe("one two");
  });

  it("derives the text from HTML alone and folds its quote", async () => {
    const html =
      "<p>Perch&eacute; <b>no</b>?</p><div class='gmail_quote'>Il 1/2/2024 10:00 Ann ha scritto:<blockquote>old</blockquote></div>";
    const parsed = await parseMail(withBody(Buffer.from(html), "Content-Type: text/html; charset=utf-8"));
    expect(parsed.html).toBe(html);
    expect(parsed.text).toContain("Perché no?");
    expect(parsed.text).toContain("> old");
    expect(parsed.visibleText).toBe("Perché no?");
    expect(parsed.quotedText).toContain("old");
  });
});

const alternative = [
  "--in",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "plain",
  "--in",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<p>html <img src="cid:logo@x"></p>',
  "--in--",
];

describe("parts", () => {
  it("takes text and HTML of an alternative, the inline picture and the file", async () => {
    const parsed = await parseMail(
      mail(
        "From: a@example.com",
        'Content-Type: multipart/mixed; boundary="out"',
        "",
        "preamble",
        "--out",
        "Content-Type: multipart/related; boundary=rel",
        "",
        "--rel",
        'Content-Type: multipart/alternative; boundary="in"',
        "",
        ...alternative,
        "--rel",
        "Content-Type: image/png",
        "Content-ID: <logo@x>",
        "Content-Transfer-Encoding: base64",
        "",
        "aGVsbG8=",
        "--rel--",
        "--out",
        "Content-Type: application/pdf; name=ignored.pdf",
        "Content-Disposition: attachment;",
        " filename*0*=UTF-8''%D0%A1%D1%87%D1%91%D1%82;",
        ' filename*1=" 5.pdf"',
        "",
        "%PDF",
        "--out--",
        "epilogue",
      ),
    );
    expect(parsed.text.trim()).toBe("plain");
    expect(parsed.html).toContain("<p>html");
    expect(
      parsed.attachments.map(({ name, type, inline, contentId, size }) => ({ name, type, inline, contentId, size })),
    ).toEqual([
      { name: "attachment-1.png", type: "image/png", inline: true, contentId: "logo@x", size: 5 },
      { name: "Счёт 5.pdf", type: "application/pdf", inline: false, contentId: null, size: 4 },
    ]);
    expect(parsed.attachments[0]?.sha256).toBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  });

  it("keeps forwards, calendars, signatures, winmail.dat and encrypted parts as files", async () => {
    const part = (type: string, body: string, ...headers: string[]) => [
      "--b",
      `Content-Type: ${type}`,
      ...headers,
      "",
      body,
    ];
    const parsed = await parseMail(
      mail(
        "From: a@example.com",
        "Content-Type: multipart/signed; boundary=b",
        "",
        ...part("text/plain", "see below"),
        ...part(
          "message/rfc822",
          "From: x@example.com\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\n\r\ninner\r\n--z--",
        ),
        ...part("text/calendar; method=REQUEST", "BEGIN:VCALENDAR"),
        ...part("application/pkcs7-signature; name=smime.p7s", "x"),
        ...part("application/pgp-encrypted", "Version: 1"),
        ...part("application/ms-tnef", "x"),
        ...part("text/plain; name=notes.txt", "a file"),
        "--b--",
      ),
    );
    expect(parsed.text).toBe("see below");
    expect(parsed.attachments.map((file) => file.name)).toEqual([
      "Grüße.eml",
      "invite.ics",
      "smime.p7s",
      "attachment-4.asc",
      "winmail.dat",
      "notes.txt",
    ]);
    expect(parsed.attachments[0]?.content.toString()).toContain("--z--");
  });

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\\\Users\\\\ann\\\\bill.pdf", "bill.pdf"],
    ["..", "attachment-1.bin"],
    ["This is a test.txt", "This is a test.txt"],
    ["=?utf-8?B?w6TDti5wZGY=?=", "äö.pdf"],
    ["a\u0000b.exe", "a b.exe"],
  ])("file name %s", async (raw, expected) => {
    const parsed = await parseMail(
      mail(
        "From: a@b.c",
        "Content-Type: application/octet-stream",
        `Content-Disposition: attachment; filename="${raw}"`,
        "",
        "x",
      ),
    );
    expect(parsed.attachments[0]?.name).toBe(expected);
  });

  it("shows a multipart without its boundary as text, and survives a missing end", async () => {
    expect(
      (await parseMail(mail("From: a@b.c", "Content-Type: multipart/mixed; boundary=q", "", "just text"))).text,
    ).toBe("just text");
    const open = await parseMail(
      mail("From: a@b.c", "Content-Type: multipart/mixed; boundary=q", "", "--q", "", "body"),
    );
    expect(open.text).toBe("body");
  });

  it("joins text parts and sets HTML beside them", async () => {
    const parsed = await parseMail(
      mail(
        "From: a@b.c",
        "Content-Type: multipart/mixed; boundary=q",
        "",
        "--q",
        "Content-Type: text/html",
        "",
        "<p>one</p>",
        "--q",
        "",
        "two",
        "--q--",
      ),
    );
    expect(parsed.html).toBe("<p>one</p><br>\n<p>two</p>");
    expect(parsed.text).toBe("one\n\ntwo");
  });
});

describe("limits", () => {
  const nested = (depth: number) =>
    mail(
      "From: a@b.c",
      ...Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`),
      "",
      "x",
    );

  it.each<[string, Buffer, string]>([
    ["deep nesting", nested(5000), "too-deep"],
    [
      "thousands of parts",
      mail("From: a@b.c", "Content-Type: multipart/mixed; boundary=x", "", "--x\r\n\r\na\r\n".repeat(50_000)),
      "too-many-parts",
    ],
    [
      "one boundary nested in itself",
      mail("From: a@b.c", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n".repeat(50_000)),
      "too-many-parts",
    ],
    ["endless headers", mail("From: a@b.c", "X: y\r\n".repeat(400_000)), "headers-too-large"],
    [
      "a crowd",
      mail("From: a@b.c", `To: ${Array.from({ length: 6000 }, (_, i) => `u${i}@example.com`).join(",\r\n ")}`, "", "x"),
      "too-many-recipients",
    ],
    ["nothing", Buffer.alloc(0), "empty"],
    ["blank lines", Buffer.from("\r\n\r\n"), "empty"],
    ["no mail", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), "no-headers"],
    ["too large", Buffer.alloc(65 * 1024 * 1024, "a"), "too-large"],
  ])("refuses %s quickly", async (_, bytes, reason) => {
    const result = await refusal(bytes);
    expect(result.reason).toBe(reason);
  });

  it("takes 20 levels, 500 parts and 1,000 recipients", async () => {
    expect((await refusal(nested(20))).reason).toBe("accepted");
    const parts = await parseMail(
      mail(
        "From: a@b.c",
        "Content-Type: multipart/mixed; boundary=x",
        "",
        "--x\r\nContent-Type: image/png\r\n\r\na\r\n".repeat(500),
      ),
    );
    expect(parts.attachments).toHaveLength(500);
    const to = Array.from({ length: 1000 }, (_, i) => `"Person ${i}" <p${i}@example.com>`).join(",\r\n ");
    expect((await parseMail(mail("From: a@b.c", `To: ${to}`, "", "x"))).to).toHaveLength(1000);
  });

  it.each<[string, string]>([
    ["unclosed encoded words", `Subject: ${"=?utf-8?q?a".repeat(80_000)}`],
    ["brackets", `To: ${"<".repeat(900_000)}`],
    ["comments", `To: ${"(".repeat(900_000)}`],
    ["white space in an address", `To: a${" ".repeat(900_000)}b@c`],
    ["parameters", `Content-Type: text/plain; ${"a*1*=x; ".repeat(100_000)}`],
    ["message ids", `References: ${"<a(".repeat(300_000)}`],
  ])("is not slowed by %s", async (_, header) => {
    expect((await parseMail(mail("From: a@b.c", header, "", "x"))).text.trim()).toBe("x");
  });
});

describe("any bytes", () => {
  it("parses or refuses with a reason, never anything else", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "From: a@b\r\n",
        "Content-Type: multipart/mixed; boundary=x\r\n",
        "\r\n",
        "--x\r\n",
        "--x--\r\n",
        "=?utf-8?B?",
        "?=",
        "<",
        ">",
        '"',
        "(",
        "Content-Transfer-Encoding: base64\r\n",
      ),
      fc.string({ unit: "binary" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { reason } = await refusal(Buffer.from(pieces.join(""), "utf8"));
        expect(reason).toMatch(/^(?:accepted|no-headers|empty)$/);
      }),
      { numRuns: 300 },
    );
  });

  it("agrees with mailparser on well-formed mail", async () => {
    const word = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\p{C}\p{Z}]/gu, "") || "x");
    await fc.assert(
      fc.asyncProperty(word, word, async (subject, body) => {
        const encoded = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
        const bytes = mail(
          "From: A <a@example.com>",
          `Subject: ${encoded}`,
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: base64",
          "",
          Buffer.from(body).toString("base64"),
        );
        const [ours, theirs] = [await parseMail(bytes), await simpleParser(bytes)];
        expect(ours.subject).toBe((theirs.subject ?? "").trim());
        expect(ours.text).toBe(theirs.text);
      }),
      { numRuns: 100 },
    );
  });
});

const fixtures = fileURLToPath(new URL("../../../../../shared/fixtures/mail/", import.meta.url));

describe.runIf(existsSync(fixtures))("outside mails", () => {
  it.each(["mime", "bounce"])("every file of %s parses or is refused with a reason", async (folder) => {
    for (const file of readdirSync(fixtures + folder).filter((name) => !name.endsWith(".json"))) {
      const { reason } = await refusal(readFileSync(`${fixtures}${folder}/${file}`));
      expect(`${file} ${reason}`).toMatch(/ (?:accepted|no-headers|empty|too-\S+|headers-too-large)$/);
    }
  });
});
