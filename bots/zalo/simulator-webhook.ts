/** Zalo's deliveries, pretended: signed over their bytes, repeated until they are answered 200, and then given up. */
import { signBody } from "zalo-sdk-nodejs/webhook";
import { millis } from "../../shared/domain/time.ts";
import { type SimulatorContext } from "../../shared/ports/simulator.ts";
import { APP } from "./simulator-grant.ts";
import { manifest } from "./manifest.ts";

export const OA = {
  id: "1887406625519038844",
  name: "OCOP Cao Bằng (mẫu)",
  key: "the sample shop's OA secret key, which anybody may read here",
} as const;

/** Zalo repeats after 30 s, 5, 15, 30 minutes and 1 h; here at once. */
const REPEATS = 5;

type Delivery = { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

export type Deliveries = {
  /** What a person did. Answers the last status. */
  tell(event: object): Promise<number>;
  /** What our own side did: not what redeliver() repeats. */
  echo(event: object): Promise<number>;
  forge(event: object): Promise<number>;
  redeliver(times: number): Promise<readonly number[]>;
};

export function openDeliveries({ deliver, clock }: SimulatorContext): Deliveries {
  let last: Delivery | undefined;
  let stamp = 0;
  const send = (delivery: Delivery) => deliver(manifest.webhook.path, delivery.headers, delivery.body);

  /** No two events share a time, which is part of what a follow is known by. */
  function signed(event: object, key: string): Delivery {
    stamp = Math.max(stamp + 1, millis(clock.now()));
    const timestamp = String(stamp);
    const body = new TextEncoder().encode(JSON.stringify({ app_id: APP.id, ...event, timestamp }));
    const signature = signBody({ appId: APP.id, secretKey: key, rawBody: body, timestamp });
    const headers = {
      "content-type": "application/json",
      "user-agent": "ZaloWebhook",
      "X-ZEvent-Signature": signature,
    };
    return { headers, body };
  }

  async function persistently(delivery: Delivery): Promise<number> {
    let status = await send(delivery);
    for (let repeat = 1; repeat <= REPEATS && status !== 200; repeat += 1)
      status = await send({ ...delivery, headers: { ...delivery.headers, num_retry: String(repeat) } });
    return status;
  }

  return {
    tell: (event) => persistently((last = signed(event, OA.key))),
    echo: (event) => persistently(signed(event, OA.key)),
    forge: (event) => send(signed(event, "not the key")),
    redeliver(times) {
      const again = last;
      if (!again) throw new Error("Nothing was delivered yet");
      return Promise.all(Array.from({ length: times }, () => send(again)));
    },
  };
}
