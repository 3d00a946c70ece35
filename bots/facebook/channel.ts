/** The Facebook Page as a channel: its wall alone. */
import { type OpenChannel } from "../../shared/ports/channel.ts";
import { ADVICE, diagnose } from "./diagnose.ts";
import { openGraph } from "./graph.ts";
import { manifest } from "./manifest.ts";
import { post } from "./wall.ts";

export const openChannel: OpenChannel = (context) => {
  const { publicUrl } = context;
  const graph = openGraph(context);
  return {
    manifest,
    account: graph.page,
    send: () => Promise.resolve({ outcome: "refused", why: "Nobody is written to on a Facebook Page", parts: 0 }),
    post: (copy) => post(graph, context, copy),
    // Nobody here answers in Messenger: the shop's page for the code leads on.
    chatLink: (code) => (code === undefined ? publicUrl : `${publicUrl}/d/${encodeURIComponent(code)}`),
    diagnose: () => diagnose(graph),
    advise: () => Promise.resolve(ADVICE),
  };
};
