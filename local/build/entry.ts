/** The few lines that join a function of the list, its runtime and what it is opened with: the entry of its bundle. */
import { channels } from "../../bots/index.ts";
import { channelsOf, type FunctionSpec } from "../../functions/spec.ts";
import { type ChannelManifest } from "../../shared/ports/channel.ts";

const path = (file: string): string => JSON.stringify(`./${file}`);

/** What every function reads its world by. */
const EDGE = `import { environment } from "./shared/settings.ts";
import { openLog } from "./shared/log.ts";
import { systemClock } from "./shared/adapters/system/clock.ts";
const log = openLog({ clock: systemClock });
`;

/** Source in TypeScript, as if it stood in the root of the repository. */
export function entryOf(spec: FunctionSpec): string {
  if (spec.trigger.on === "outbox") return outboxEntry(spec);
  return spec.channel === undefined ? appEntry(spec) : receiverEntry(spec, spec.channel);
}

const outboxEntry = ({ entry }: FunctionSpec): string => `
import { handler as reaction } from ${path(entry)};
import { openPublisher } from "./functions/cloud/open-publisher.ts";
import { outboxLambda } from "./functions/runtime.ts";
${EDGE}export const handler = outboxLambda(reaction, () => openPublisher(environment(), log));
`;

/** The list of channels would bring every channel along, so the settings of this one are written into the entry. */
function receiverEntry(spec: FunctionSpec, channel: string): string {
  const manifest = channels.find(({ name }) => name === channel);
  if (!manifest) throw new Error(`${spec.name} is for the channel "${channel}", which is not in bots/index.ts`);
  return `
import { webhook } from ${path(`bots/${channel}/webhook.ts`)};
import { receive } from ${path(spec.entry)};
import { openReceiver } from "./functions/cloud/open-receiver.ts";
import { webhookLambda } from "./functions/runtime.ts";
${EDGE}const channel = ${JSON.stringify(settled(manifest))};
export const handler = webhookLambda(receive(channel.name, webhook), openReceiver(channel, environment(), { clock: systemClock, log }));
`;
}

const settled = ({ name, settings }: ChannelManifest) => ({
  name,
  settings: settings.map((setting) => ({ name: setting.name, required: setting.required })),
});

function appEntry(spec: FunctionSpec): string {
  const some = channelsOf(spec, channels).length > 0;
  return `
import { handler as reaction } from ${path(spec.entry)};
${some ? 'import { channels } from "./bots/index.ts";' : "const channels = [];"}
import { openApp } from "./functions/cloud/open-app.ts";
import { lambda } from "./functions/runtime.ts";
${EDGE}export const handler = lambda(reaction, () => openApp(channels, environment(), log));
`;
}
