import { lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-addresses.server";

const TIMEOUT_MS = 10_000;

/** Every address of the name is looked at before one is connected to, so that a name cannot lead inside. */
const publicOnly: LookupFunction = (host, options, callback) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const inside = addresses.find(({ address }) => isPrivateAddress(address));
    if (inside) return callback(new Error(`${host} is in a private network`), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    callback(null, first.address, first.family);
  });

/**
 * Posts a body within ten seconds and answers its status; redirects are not followed. Addresses of private networks are
 * refused unless `insideToo`.
 */
export function postJson(
  url: string,
  body: string,
  headers: Record<string, string>,
  { insideToo }: { insideToo: boolean },
): Promise<number> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (!insideToo && isIP(host) && isPrivateAddress(host)) return Promise.reject(new Error(`${host} is private`));
  const send = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const posted = send(
      target,
      {
        method: "POST",
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
        ...(insideToo ? {} : { lookup: publicOnly }),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    posted.on("error", reject);
    posted.end(body);
  });
}
