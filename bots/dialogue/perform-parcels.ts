/** Acts of those who fulfil parcels: reading what is open, deciding, moving one on. */
import { type ProducerId } from "../../shared/domain/ids.ts";
import { type Order } from "../../shared/domain/order.ts";
import { isOpenParcel } from "../../shared/domain/parcel-states.ts";
import { type App } from "../../shared/ports/app.ts";
import { parcelsOf } from "../../shared/stores/orders.ts";
import { advanceParcel } from "../../shared/usecases/advance-parcel.ts";
import { decideParcel } from "../../shared/usecases/decide-parcel.ts";
import { type Performed, planned } from "./performed.ts";
import { type Act, type ActName } from "./step.ts";

const ACTS = ["find-parcels", "decide-parcel", "advance-parcel"] as const satisfies readonly ActName[];

type ParcelAct = Act<(typeof ACTS)[number]>;

export const isOfParcels = (act: Act): act is ParcelAct => (ACTS as readonly ActName[]).includes(act.do);

export async function performParcels(app: App, { do: name, wish }: ParcelAct): Promise<Performed> {
  switch (name) {
    case "find-parcels":
      return { outcome: await openParcels(app, wish.producer) };
    case "decide-parcel":
      return planned(await decideParcel(app, wish), () => ({ decided: true }));
    case "advance-parcel":
      return planned(await advanceParcel(app, wish), ({ pictured }) => ({ pictured }));
  }
}

const PARCELS_READ = 100;
const PARCELS_KEPT = 20;

/** What others sell in the same order is not for this producer to know. */
async function openParcels(app: App, producer: ProducerId): Promise<readonly Order[]> {
  const orders = await parcelsOf(app.table, producer, PARCELS_READ);
  const own = orders.map((order) => ({
    ...order,
    parcels: order.parcels.filter((parcel) => parcel.producer === producer && isOpenParcel(parcel)),
  }));
  return own.filter(({ parcels }) => parcels.length > 0).slice(0, PARCELS_KEPT);
}
