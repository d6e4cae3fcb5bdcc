import { proven, type SeededMail } from "./receive-mail";

/** `{number}` is that of the ticket about the damaged part. */
type DatedMail = SeededMail & { minutesAgo: number };

/** A photo of a parcel's label. */
const LABEL =
  "iVBORw0KGgoAAAANSUhEUgAAAKAAAABaCAAAAAAarQKOAAAAfklEQVR42u3ZsQkAIQwFUMe5mdx/iqtEC8l5tkLA9wsJSYRX2Vje5CmAgICAgICAqYBPzyxC/VnYDWPv119vbpfiABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQMBnQdywgICAg4GXAWsfRc6oABAS8G+ihBgQEBAQEBMydBlKG2r8zCsijAAAAAElFTkSuQmCC";

/** What waits for a decision, for the five reasons most seen. */
export const heldMails: readonly DatedMail[] = [
  {
    minutesAgo: 41,
    envelopeFrom: "amministrazione@guarnizioni-rapide.example",
    to: "billing",
    auth: proven("none", "guarnizioni-rapide.example"),
    lines: [
      "From: Amministrazione Guarnizioni Rapide <amministrazione@guarnizioni-rapide.example>",
      "Subject: Nuove coordinate bancarie",
      "Message-ID: <2026-coordinate@guarnizioni-rapide.example>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Gentili clienti,",
      "",
      "dal mese prossimo i pagamenti vanno sul nuovo conto: IBAN GB29 NWBK 6016 1331 9268 19. Le precedenti coordinate bancarie non sono più valide.",
      "",
      "Ufficio amministrazione",
    ],
  },
  {
    minutesAgo: 12,
    envelopeFrom: "p.ferri@gmail.example",
    to: "support",
    auth: proven("pass", "gmail.example"),
    lines: [
      "From: Paolo Ferri <p.ferri@gmail.example>",
      "Subject: Re: [#{number}] Replacement part arrived damaged",
      "Message-ID: <CAF1p8-label-photo@mail.gmail.example>",
      'Content-Type: multipart/mixed; boundary="m"',
      "",
      "--m",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Hello, I am Giulia's colleague and write from my private address. The label photo is attached. Please ship to the plant, not to the office.",
      "",
      "Paolo",
      "",
      "On 20 Nov, Northwind Support wrote:",
      "> Dear Giulia,",
      "> could you send us a photo of the label on the parcel?",
      "> We order the part again today.",
      "--m",
      "Content-Type: image/png; name=label.png",
      "Content-Disposition: attachment; filename=label.png",
      "Content-Transfer-Encoding: base64",
      "",
      ...(LABEL.match(/.{1,76}/g) ?? []),
      "--m--",
    ],
  },
  {
    minutesAgo: 29,
    envelopeFrom: "bounce@paymnts.example",
    to: "billing",
    auth: proven("fail", "northwind-pay.example", "reject"),
    lines: [
      'From: "billing@{domain}" <billing@northwind-pay.example>',
      "Reply-To: desk@paymnts.example",
      "Subject: Your invoice is overdue!!!",
      "Message-ID: <20261120.4411@paymnts.example>",
      "Content-Type: text/html; charset=utf-8",
      "",
      '<p>Dear customer,</p><p>your invoice NW-2026-0411 is <b>overdue</b>. Pay within 24 hours, or your account is closed.</p><p><a href="https://paymnts.example/pay?u=8841">Pay now</a></p><img src="https://paymnts.example/o.gif" width="1" height="1">',
    ],
  },
  {
    minutesAgo: 58,
    envelopeFrom: "elena@{domain}",
    to: "support",
    auth: proven("pass", "northwind.example"),
    lines: [
      "From: Elena Rossi <elena@{domain}>",
      "Subject: Fwd: Вопрос по гарантии",
      "Message-ID: <elena-fwd-garantiya@mail.{domain}>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Мне это пришло на личный ящик. Кто-нибудь знает этого клиента?",
      "",
      "Добрый день! Насос стоит с марта, сейчас течёт сальник. Действует ли ещё гарантия и кто приедет?",
    ],
  },
  {
    minutesAgo: 75,
    envelopeFrom: "",
    to: "support",
    auth: proven("pass", "mx.officinarossi.example"),
    lines: [
      "From: Mail Delivery System <MAILER-DAEMON@mx.officinarossi.example>",
      "Subject: Undelivered Mail Returned to Sender",
      "Message-ID: <4F1k2Z-report@mx.officinarossi.example>",
      "Auto-Submitted: auto-replied",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Il messaggio non è stato consegnato: la casella del destinatario non esiste.",
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.officinarossi.example",
      "",
      "Final-Recipient: rfc822; magazzino@officinarossi.example",
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
      "",
      "--r--",
    ],
  },
];

/** Whose mail is discarded, and why. */
export const blockedSenders = [
  { entry: "@casino-premii.example", note: "Publicitate nedorită din octombrie" },
  { entry: "offers@leads-broker.example", note: "Does not stop after two requests" },
] as const;

/** What they sent. */
export const discardedMails: readonly DatedMail[] = [
  {
    minutesAgo: 9 * 60,
    envelopeFrom: "news@casino-premii.example",
    to: "support",
    auth: proven("pass", "casino-premii.example"),
    lines: [
      "From: Premii Online <news@casino-premii.example>",
      "Subject: Felicitări! Ați câștigat un premiu",
      "Message-ID: <premiu-1@casino-premii.example>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Confirmați contul bancar pentru a primi premiul.",
    ],
  },
  {
    minutesAgo: 31 * 60,
    envelopeFrom: "offers@leads-broker.example",
    to: "billing",
    auth: proven("pass", "leads-broker.example"),
    lines: [
      "From: Lead Broker <offers@leads-broker.example>",
      "Subject: 10,000 business contacts for your sales team",
      "Message-ID: <leads-77@leads-broker.example>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Following up on my last three mails: shall we talk this week?",
    ],
  },
  {
    minutesAgo: 54 * 60,
    envelopeFrom: "vip@mail.casino-premii.example",
    to: "support",
    auth: proven("fail", "mail.casino-premii.example"),
    lines: [
      "From: VIP <vip@mail.casino-premii.example>",
      "Subject: Ultimul avertisment privind premiul dvs.",
      "Message-ID: <premiu-2@casino-premii.example>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Oferta expiră astăzi.",
    ],
  },
];
