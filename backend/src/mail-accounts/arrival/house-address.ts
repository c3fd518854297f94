import { BlockList, isIP } from 'node:net';

const IN_THE_HOUSE = new BlockList();
const IPV4 = {
  ...{ '10.0.0.0': 8, '172.16.0.0': 12, '192.168.0.0': 16, '100.64.0.0': 10 },
  ...{ '127.0.0.0': 8, '169.254.0.0': 16 },
};
const IPV6 = { 'fc00::': 7, 'fe80::': 10, '::1': 128 };
for (const [network, bits] of Object.entries(IPV4)) IN_THE_HOUSE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of Object.entries(IPV6)) IN_THE_HOUSE.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the machine itself or of a network that ends at its house (RFC 1918, 4193, 6598). */
export function isHouseAddress(address: string): boolean {
  return IN_THE_HOUSE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
