import type { TicketState } from "~/generated/prisma/client";
import { letter, proven, type SeededMail } from "./receive-mail";

/** A mail of a machine, a supplier or a stranger, `at` hours ago, and who ended its ticket when. */
export type Arrival = { at: number; mail: SeededMail; ended?: { at: number; by: string; state: TicketState } };

const telemetry = { name: "Remote monitoring", address: "alarm@telemetry.example" };
const alarm = (code: string, subject: string, text: string) =>
  letter(telemetry, {
    to: "support",
    id: `alarm-${code}-${text.length}-${subject.length}@telemetry.example`,
    subject: `ALARM ${code} ${subject}`,
    text,
  });

const form = (id: number, name: string, address: string, text: string) =>
  letter(
    { name: "northwind.example", address: "forms@website.example" },
    {
      to: "support",
      id: `form-${id}@website.example`,
      subject: `Form ${id}`,
      text: `Name: ${name}\nE-mail: ${address}\n\n${text}`,
    },
  );

const deliveryNote = (number: number, text: string) =>
  letter(
    { name: "Spedimonte", address: "avvisi@spedimonte.example" },
    { to: "service", id: `ddt-${number}@spedimonte.example`, subject: `DDT ${number} consegnato`, text },
  );

const newsletter = (id: number, subject: string, text: string) =>
  letter(
    { name: "Pump & Valve Weekly", address: "news@pumpvalve.example" },
    {
      to: "support",
      id: `weekly-${id}@pumpvalve.example`,
      subject,
      text,
      head: ["List-Id: <newsletter.pumpvalve.example>", "Precedence: bulk"],
    },
  );

/** One page with nothing on it. */
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
).toString("base64");

const withPdf = (
  from: { name: string; address: string },
  { to, subject, text, file }: { to: string; subject: string; text: string; file: string },
): SeededMail => ({
  envelopeFrom: from.address,
  to,
  auth: proven("pass", from.address.slice(from.address.indexOf("@") + 1)),
  lines: [
    `From: "${from.name}" <${from.address}>`,
    `Subject: ${subject}`,
    `Message-ID: <${file}.${from.address}>`,
    'Content-Type: multipart/mixed; boundary="p"',
    "",
    "--p",
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...text.split("\n"),
    "--p",
    `Content-Type: application/pdf; name=${file}`,
    `Content-Disposition: attachment; filename=${file}`,
    "Content-Transfer-Encoding: base64",
    "",
    ...(PDF.match(/.{1,76}/g) ?? []),
    "--p--",
  ],
});

export const arrivals: readonly Arrival[] = [
  {
    at: 26 * 24,
    mail: newsletter(44, "Five ways to quieten a gear pump", "This week: noise, and where it comes from."),
  },
  {
    at: 21 * 24,
    mail: alarm("PX12", "vibration above limit", "Station Pianezza 3\nVibration 7.4 mm/s, limit 7.1 mm/s."),
    ended: { at: 21 * 24 - 3, by: "mihai", state: "solved" },
  },
  {
    at: 19 * 24,
    mail: newsletter(45, "Seals that last: a comparison", "This week: EPDM against FKM, after 4,000 hours."),
  },
  {
    at: 11 * 24,
    mail: withPdf(
      { name: "Banca Piemonte", address: "estratti@bancapiemonte.example" },
      {
        to: "billing",
        subject: "Estratto conto di ottobre",
        text: "In allegato l'estratto conto.",
        file: "estratto-2026-10.pdf",
      },
    ),
  },
  {
    at: 8 * 24,
    mail: form(
      611,
      "Dorin Munteanu",
      "d.munteanu@agrovest.example",
      "Bună ziua, avem nevoie de o ofertă pentru două pompe de irigații, debit 40 m³/h. Livrarea ar fi la Timișoara.",
    ),
    ended: { at: 7 * 24, by: "mihai", state: "waiting_third" },
  },
  {
    at: 6 * 24,
    mail: withPdf(
      { name: "Kugellager Berger", address: "rechnung@kugellager-berger.example" },
      {
        to: "billing",
        subject: "Invoice 4471-26",
        text: "Dear Northwind,\n\nour invoice for 40 bearings is attached, payable within 30 days.\n\nKugellager Berger",
        file: "4471-26.pdf",
      },
    ),
    ended: { at: 5.5 * 24, by: "marco", state: "solved" },
  },
  {
    at: 5 * 24,
    mail: newsletter(47, "Cavitation, explained in one picture", "This week: why a pump sounds like gravel."),
  },
  {
    at: 4 * 24,
    mail: form(
      618,
      "Алексей Громов",
      "gromov@vodokanal-sever.example",
      "Здравствуйте! Нужен насос для скважины глубиной 60 метров. Подскажите, пожалуйста, модель и срок поставки.",
    ),
    ended: { at: 3.8 * 24, by: "elena", state: "waiting_third" },
  },
  {
    at: 52,
    mail: alarm("TP20", "bearing temperature", "Station Collegno 2\nBearing 94 °C, limit 90 °C."),
    ended: { at: 50, by: "mihai", state: "solved" },
  },
  {
    at: 33,
    mail: deliveryNote(88121, "La spedizione 88121 è stata consegnata alle 10:40, un collo con imballo danneggiato."),
    ended: { at: 31, by: "elena", state: "solved" },
  },
  {
    at: 22,
    mail: letter(
      { name: "James Okafor", address: "james.okafor@harbourworks.example" },
      {
        to: "returns",
        id: "rma-44120@harbourworks.example",
        subject: "RMA 44120: impeller with a casting flaw",
        text: "Morning,\n\nas agreed with Sara on the phone we send the impeller back. One blade has a pore of about 4 mm.\n\nJames",
      },
    ),
  },
  {
    at: 13,
    mail: letter(
      { name: "Paolo Ferri", address: "p.ferri@marchetti.example" },
      {
        to: "support",
        id: "linea3@marchetti.example",
        subject: "Perdita dalla tenuta, linea 3",
        text: "Buongiorno,\n\nda stanotte la pompa della linea 3 (matricola PH-2232) perde dalla tenuta meccanica, circa un litro all'ora. È possibile passare in settimana?\n\nPaolo Ferri",
      },
    ),
  },
  {
    at: 5.2,
    mail: form(
      623,
      "Chiara Lombardi",
      "lombardi@vivailombardi.example",
      "Buongiorno, servirebbe un preventivo per l'impianto di irrigazione delle nuove serre, circa 2 ettari. Grazie mille.",
    ),
  },
  {
    at: 2.4,
    mail: alarm("PX12", "vibration above limit", "Station Pianezza 3\nVibration 7.9 mm/s, limit 7.1 mm/s."),
  },
];
