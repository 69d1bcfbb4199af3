import { BlockList, isIP } from "node:net";

/** IPv4 blocks that no public server has, from IANA's registry of special-purpose addresses. */
const closed4 = [
  ["0.0.0.0", 8], // this network, unspecified
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carrier-grade NAT; also the metadata service of Alibaba Cloud
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // the platform's own address inside Azure
  ["169.254.0.0", 16], // link-local; metadata services of AWS, Google, Azure, Tencent Cloud
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments; also the metadata service of Oracle Cloud
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
] as const;

/**
 * IPv6 blocks that may be public: global unicast, and two that carry an IPv4 address, which is then what counts. All else
 * is not: loopback, unspecified, link-local, unique local, multicast, IPv4-compatible, local NAT64 (64:ff9b:1::).
 */
const open6 = [
  ["2000::", 3],
  ["::ffff:0:0", 96], // IPv4-mapped
  ["64:ff9b::", 96], // NAT64
] as const;

/** Parts of global unicast that no public server has. */
const closed6 = [
  ["2001::", 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["3fff::", 20], // documentation
] as const;

const closed = new BlockList();
for (const [base, bits] of closed4) {
  // An IPv4 rule holds for IPv4-mapped addresses as well.
  closed.addSubnet(base, bits, "ipv4");
  closed.addSubnet(`64:ff9b::${base}`, 96 + bits, "ipv6");
}
for (const [base, bits] of closed6) closed.addSubnet(base, bits, "ipv6");

const open = new BlockList();
for (const [base, bits] of open6) open.addSubnet(base, bits, "ipv6");

/** Whether an address is one that anybody on the internet may reach. What is not plainly an address is not public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && !address.includes("%") && open.check(address, "ipv6") && !closed.check(address, "ipv6");
}
