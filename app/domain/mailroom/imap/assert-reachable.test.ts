import { expect, test } from "vitest";
import { assertReachable } from "./assert-reachable.server";

test.each([
  "169.254.169.254",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "fe80::1",
  "fd00:ec2::254",
  "::ffff:169.254.169.254",
])("%s is asked for no mailbox", async (host) => {
  await expect(assertReachable(host)).rejects.toMatchObject({ code: "not_allowed" });
});

test.each(["127.0.0.1", "localhost", "10.1.2.3", "192.168.1.20", "fd12::1", "93.184.216.34", "2606:2800::1"])(
  "%s may be a mail server",
  async (host) => {
    await expect(assertReachable(host)).resolves.toBeUndefined();
  },
);
