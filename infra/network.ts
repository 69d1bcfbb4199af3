/**
 * One fixed outgoing address for QQ's list of allowed addresses (IP 白名单), with RELAY_STATIC_IP=1 in `.env`. Off unless
 * asked for: a NAT gateway and its address cost about 37 USD a month (us-east-1, November 2026: 0.045 + 0.005 USD an
 * hour), and 0.045 USD a GB.
 */
export const vpc = process.env.RELAY_STATIC_IP === "1" ? new sst.aws.Vpc("Net", { az: 1, nat: "managed" }) : undefined;

if (vpc) {
  // The table is reached without the NAT gateway: an endpoint of this kind costs nothing.
  new aws.ec2.VpcEndpoint("TableEndpoint", {
    vpcId: vpc.id,
    serviceName: $interpolate`com.amazonaws.${aws.getRegionOutput().region}.dynamodb`,
    routeTableIds: vpc.nodes.privateRouteTables.apply((tables) => tables.map((table) => table.id)),
  });
}
