/** The VietQR picture of a parcel, drawn anew for each who asks, and only while something is to be paid: nobody pays twice by an old one. */
import { parseCode } from "../../shared/domain/ids.ts";
import { qrText } from "../../shared/domain/transfer.ts";
import { type App } from "../../shared/ports/app.ts";
import { findByCode } from "../../shared/stores/orders.ts";
import { transferSlips } from "../../shared/usecases/transfer-slips.ts";
import { qrPicture } from "./qr-picture.ts";

/** `name`: "K7Q2M4XZ.png". A PNG. */
export async function slipPicture(app: App, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const code = parseCode(/^(\w{8})\.png$/.exec(name)?.[1] ?? "");
  const found = code && (await findByCode(app.table, code));
  if (!found) return undefined;
  const slip = (await transferSlips(app, [found.order])).find(({ parcel }) => parcel === code);
  return slip && Uint8Array.from(qrPicture(qrText(slip), { stamp: slip.account.sample === true }));
}
