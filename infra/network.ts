type Kind = "managed" | "ec2";

/** By RELAY_STATIC_IP in `.env`. */
const kinds: Readonly<Record<string, Kind>> = { "1": "managed", ec2: "ec2" };

const kind = kinds[process.env.RELAY_STATIC_IP ?? ""];

/** All addresses of the network that SST makes. */
const inside = "10.0.0.0/16";

/**
 * One fixed outgoing address for QQ's list of allowed addresses (IP 白名单). Off unless asked for (us-east-1, November 2026): a NAT
 * gateway and its address cost about 37 USD a month (0.045 + 0.005 USD an hour), and 0.045 USD a GB; a t4g.nano in its place
 * about 7 (0.0042 + 0.005 USD an hour), of an image that is not AWS's (fck-nat), and nothing stands in for it while it starts anew.
 */
export const vpc =
  kind &&
  new sst.aws.Vpc("Net", {
    az: 1,
    nat: kind,
    transform: {
      vpc: { cidrBlock: inside },
      // SST 4.17.1 lets the whole world in.
      natSecurityGroup: { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [inside] }] },
    },
  });

if (vpc) {
  // The table is reached without the NAT: an endpoint of this kind costs nothing.
  new aws.ec2.VpcEndpoint("TableEndpoint", {
    vpcId: vpc.id,
    serviceName: $interpolate`com.amazonaws.${aws.getRegionOutput().region}.dynamodb`,
    routeTableIds: vpc.nodes.privateRouteTables.apply((tables) => tables.map((table) => table.id)),
  });
}
