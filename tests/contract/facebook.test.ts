/** The Facebook Page keeps what every wall promises. */
import { openChannel } from "../../bots/facebook/channel.ts";
import { manifest } from "../../bots/facebook/manifest.ts";
import { simulate } from "../../bots/facebook/simulator.ts";
import { wallSuite } from "./channel-suite.ts";

wallSuite({ manifest, openChannel, simulate });
