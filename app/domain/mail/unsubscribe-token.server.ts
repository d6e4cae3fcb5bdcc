import { config } from "~/platform/config.server";
import { fromBase32, toBase32 } from "./base32";
import { isSigned, signMailId } from "./internal/mail-mac.server";

const PURPOSE = "unsubscribe";

/** The address in a mail's List-Unsubscribe (RFC 8058); its token is signed for that mail alone. */
export function unsubscribeUrl(outboundId: string): string {
  const id = Buffer.from(outboundId.replaceAll("-", ""), "hex");
  return `${config().baseUrl}/unsubscribe/${toBase32(id)}.${toBase32(signMailId(PURPOSE, id))}`;
}

/** The mail a token was made for, or null. */
export function readUnsubscribeToken(token: string): string | null {
  const [idText = "", macText = ""] = token.split(".");
  const [id, mac] = [fromBase32(idText), fromBase32(macText)];
  if (id?.length !== 16 || !mac || !isSigned(PURPOSE, id, mac)) return null;
  return Buffer.from(id)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
