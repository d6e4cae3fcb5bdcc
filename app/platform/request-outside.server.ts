import { lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-addresses.server";

const TIMEOUT_MS = 10_000;

/** The address leads into the own machine or network. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is in a private network`);
    this.name = "PrivateAddress";
  }
}

export type OutsideRequest = {
  method: "POST" | "HEAD" | "GET";
  headers?: Record<string, string>;
  body?: string;
  /** Addresses of private networks are allowed. */
  insideToo: boolean;
};

export type OutsideAnswer = { status: number; location: string | null };

/** Every address of the name is looked at before one is connected to, so that a name cannot lead inside. */
const publicOnly: LookupFunction = (host, options, callback) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(new PrivateAddress(host), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    callback(null, first.address, first.family);
  });

/**
 * Asks a URL that somebody typed, within ten seconds, and answers its status; the body is not read and redirects are not
 * followed. Rejects with `PrivateAddress` for one that leads inside, unless `insideToo`.
 */
export function requestOutside(
  url: string,
  { method, headers = {}, body, insideToo }: OutsideRequest,
): Promise<OutsideAnswer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (!insideToo && isIP(host) && isPrivateAddress(host)) return Promise.reject(new PrivateAddress(host));
  const send = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      target,
      {
        method,
        headers: body === undefined ? headers : { "content-length": Buffer.byteLength(body), ...headers },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
        ...(insideToo ? {} : { lookup: publicOnly }),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
        response.destroy();
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}
