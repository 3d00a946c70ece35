/** The HTTP API: the routes of every function that is triggered by HTTP. */
import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { type Construct } from "constructs";
import { type Route } from "../functions/spec.ts";
import { type MadeFunction } from "./functions.ts";

const METHODS: Readonly<Record<Route["method"], HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  ANY: HttpMethod.ANY,
};

export const makeApi = (scope: Construct): HttpApi => new HttpApi(scope, "Api", { description: "Webhooks and pages" });

export function routeAll(api: HttpApi, { spec, handler }: MadeFunction, routes: readonly Route[]): void {
  const integration = new HttpLambdaIntegration(spec.name, handler);
  for (const { method, path } of routes) api.addRoutes({ path, methods: [METHODS[method]], integration });
}
