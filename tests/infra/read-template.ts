/** A synthesized template read back into the words of the lists, so that the two can be compared. */

type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };
export type Template = { readonly Resources: Readonly<Record<string, Resource>> };

/** Properties are as CloudFormation has them; what is looked for is named at the call. */
export type Fields = Readonly<Record<string, unknown>>;

export type Found = { readonly id: string; readonly fields: Fields };

export const ofType = (template: Template, type: string): readonly Found[] =>
  Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) =>
    Type === type ? [{ id, fields: Properties }] : [],
  );

/** The logical id that a Ref or a GetAtt points to. */
export function target(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("Ref" in value) return String(value.Ref);
  if ("Fn::GetAtt" in value && Array.isArray(value["Fn::GetAtt"])) return String(value["Fn::GetAtt"][0]);
  if ("Fn::Join" in value) return /"(?:Ref|Fn::GetAtt)":\[?"([^"]+)"/.exec(JSON.stringify(value))?.[1] ?? "";
  return "";
}

export type ReadFunction = {
  readonly name: string;
  readonly memoryMb: number;
  readonly timeoutS: number;
  readonly variables: readonly string[];
  readonly triggers: readonly string[];
};

/** "http POST /webhooks/zalo", "queue inbox", "event order.placed", "outbox", "every 1 minutes". */
export function readFunctions(template: Template): readonly ReadFunction[] {
  const triggers = triggersOf(template);
  return ofType(template, "AWS::Lambda::Function")
    .map(({ id, fields }) => ({
      name: String(fields["Description"]).split(": ")[1] ?? "",
      memoryMb: Number(fields["MemorySize"]),
      timeoutS: Number(fields["Timeout"]),
      variables: Object.keys((fields["Environment"] as { Variables?: object } | undefined)?.Variables ?? {}).sort(),
      triggers: triggers.flatMap(([of, trigger]) => (of === id ? [trigger] : [])).sort(),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

type Triggered = readonly [functionId: string, trigger: string];

function triggersOf(template: Template): readonly Triggered[] {
  return [...routesOf(template), ...mappingsOf(template), ...rulesOf(template)];
}

function routesOf(template: Template): readonly Triggered[] {
  const integrations = new Map(
    ofType(template, "AWS::ApiGatewayV2::Integration").map(({ id, fields }) => [id, target(fields["IntegrationUri"])]),
  );
  return ofType(template, "AWS::ApiGatewayV2::Route").map(({ fields }) => [
    integrations.get(target(fields["Target"])) ?? "",
    `http ${String(fields["RouteKey"])}`,
  ]);
}

function mappingsOf(template: Template): readonly Triggered[] {
  return ofType(template, "AWS::Lambda::EventSourceMapping").map(({ fields }) => {
    const source = target(fields["EventSourceArn"]);
    const isTable = template.Resources[source]?.Type === "AWS::DynamoDB::GlobalTable";
    return [target(fields["FunctionName"]), isTable ? "outbox" : `queue ${queueName(source)}`];
  });
}

/** "inbox8261911A" → "inbox". */
export const queueName = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");

function rulesOf(template: Template): readonly Triggered[] {
  return ofType(template, "AWS::Events::Rule").flatMap(({ fields }) => {
    const pattern = fields["EventPattern"] as { "detail-type": readonly string[] } | undefined;
    const minutes = /^rate\((\d+) minutes?\)$/.exec(String(fields["ScheduleExpression"]))?.[1];
    const triggers = pattern
      ? pattern["detail-type"].map((name) => `event ${name}`)
      : [`every ${String(minutes)} minutes`];
    const targets = (fields["Targets"] as readonly { Arn: unknown }[]).map(({ Arn }) => target(Arn));
    return targets.flatMap((id) => triggers.map((trigger) => [id, trigger] as const));
  });
}
