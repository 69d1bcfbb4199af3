import { nameOf } from "./name.ts";
import { vpc } from "./network.ts";

type Net = {
  readonly vpcId: $util.Output<string>;
  readonly subnets: $util.Input<$util.Input<string>[]>;
  readonly assignPublicIp: boolean;
};

/** A subnet that leads out by an address of the task's own: no NAT gateway need be paid. */
function makeOpen(): Net {
  const tags = { Name: nameOf("gateway") };
  const own = new aws.ec2.Vpc("GatewayVpc", { cidrBlock: "10.87.0.0/24", enableDnsHostnames: true, tags });
  const out = new aws.ec2.InternetGateway("GatewayInternet", { vpcId: own.id, tags });
  const subnet = new aws.ec2.Subnet("GatewaySubnet", { vpcId: own.id, cidrBlock: "10.87.0.0/24", tags });
  const table = new aws.ec2.RouteTable("GatewayRoutes", {
    vpcId: own.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: out.id }],
    tags,
  });
  new aws.ec2.RouteTableAssociation("GatewayRoute", { subnetId: subnet.id, routeTableId: table.id });
  return { vpcId: own.id, subnets: [subnet.id], assignPublicIp: true };
}

/** Where the gateway's task stands: with a fixed address (RELAY_STATIC_IP=1) it goes out by that, which QQ's list has. */
export const makeGatewayNet = (): Net =>
  vpc ? { vpcId: vpc.id, subnets: vpc.privateSubnets, assignPublicIp: false } : makeOpen();
