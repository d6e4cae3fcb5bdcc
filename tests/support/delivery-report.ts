import { cast, queues } from "./cast";

type Part = { recipient?: string; action?: "failed" | "delayed" | "delivered"; status?: string; said?: string };

/** A delivery report (RFC 3464) with a part for each recipient, about the mail whose bytes it encloses. */
export function deliveryReport(about: string, id: string, ...parts: Part[]): string {
  const said = parts.length ? parts : [{}];
  return [
    "From: Mail Delivery System <MAILER-DAEMON@elsewhere.example>",
    `To: ${queues.repairs.address}`,
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${id}@elsewhere.example>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    "",
    "--r",
    "",
    "I could not deliver your message.",
    "--r",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; elsewhere.example",
    ...said.flatMap(
      ({
        recipient = cast.giulia.email,
        action = "failed",
        status = "5.1.1",
        said: words = "550 5.1.1 user unknown",
      }) => [
        "",
        `Final-Recipient: rfc822; ${recipient}`,
        `Action: ${action}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp; ${words}`,
      ],
    ),
    "--r",
    "Content-Type: message/rfc822",
    "",
    about,
    "--r--",
    "",
  ].join("\r\n");
}
