import { expect, test } from "vitest";
import { clientOf, isOwnNetwork } from "./client-address.server";

test("an IPv4 address is one client, however it is written", () => {
  expect(clientOf("203.0.113.9")).toBe("203.0.113.9");
  expect(clientOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
});

test("an IPv6 network of 64 bits is one client", () => {
  expect(clientOf("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:1:2::/64");
  expect(clientOf("2001:DB8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(clientOf("2001:0db8:0001:0002::1")).toBe("2001:db8:1:2::/64");
  expect(clientOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(clientOf("::1")).toBe("0:0:0:0::/64");
});

test("one's own network is known in both families", () => {
  for (const ip of ["127.0.0.1", "::1", "10.1.2.3", "172.31.0.1", "::ffff:192.168.0.4", "fd00::1", "fe80::1"])
    expect(isOwnNetwork(ip)).toBe(true);
  for (const ip of ["203.0.113.9", "172.32.0.1", "2001:db8::1", "11.0.0.1"]) expect(isOwnNetwork(ip)).toBe(false);
});
