import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";
import { findAtRoot, rootsOf } from "../../lib/accept/find-at-root.ts";
import { receive } from "../../lib/http/receive.ts";
import { respond } from "../../lib/http/respond.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { type Mount, notFound } from "../doors/mounts.ts";
import { serveFunctionUrl } from "../lambda/function-url.ts";

/** Invokes a scene's function with a request. */
export type InvokeScene = (
  scene: SceneName,
  event: LambdaFunctionURLEvent,
  context: Context,
) => Promise<LambdaFunctionURLResult | undefined>;

/**
 * What clients call that lose the path of the address they were given, at the root of the host: the scene whose route their
 * credential names takes it, as at its own root. Last of all mounts, and only where a route's source has such clients.
 */
export function rootMounts(
  routes: Routes,
  { invoke, timeoutMs }: { readonly invoke: InvokeScene; readonly timeoutMs: number },
  onFault: (error: unknown) => void,
): readonly Mount[] {
  if (rootsOf(routes).length === 0) return [];
  const handle = async (event: LambdaFunctionURLEvent, context: Context) => {
    const called = findAtRoot(receive(event, new Date()), routes);
    if (called) return invoke(called.route.scene, event, context);
    return respond({ status: 404, body: notFound(event.rawPath) });
  };
  const options = { name: "root", timeoutMs, onFault };
  return [{ path: "", serve: (request, response) => serveFunctionUrl(handle, options, request, response) }];
}
