/** What a producer says has become of a parcel: "đã gói", "đã gửi, mã vận đơn VN123", "khách nhận rồi", "hàng hoàn". */
import { carrierIn } from "../../shared/domain/carriers.ts";
import { type Code, parseCode } from "../../shared/domain/ids.ts";
import { type Shipment } from "../../shared/domain/order.ts";
import { type ParcelStep } from "../../shared/domain/parcel-states.ts";
import { fold } from "../../shared/domain/text.ts";

const SELF = "(?:(?:da|em|minh|chi|anh|toi|ben minh|nha) )*";

/** The first that fits; the order matters: "khách đã nhận" before "nhận", "hoàn" before "gửi". */
const STEPS: readonly (readonly [step: ParcelStep, said: RegExp])[] = [
  [
    "returned",
    /^(?:hang |don |bi )*(?:hoan\b(?: hang| ve| lai)?|bi hoan|tra ve|bom hang)|^khach (?:khong nhan|tra lai|bom)/,
  ],
  [
    "delivered",
    /^khach (?:da )?(?:nhan|lay|den|toi|ve)\b|^(?:da )?giao (?:xong|roi|toi noi|thanh cong|cho khach)|^da giao\b|^delivered\b/,
  ],
  ["packed", new RegExp(`^${SELF}(?:dong goi|goi hang|goi xong|goi roi|dong hang|dong xong)|^da goi\\b|^packed\\b`)],
  [
    "sent",
    new RegExp(
      `^${SELF}(?:gui hang|gui xong|gui roi|gui di|chuyen hang)|^da (?:gui|chuyen|ship)\\b|^ship (?:roi|xong)|^(?:sent|shipped)\\b`,
    ),
  ],
];

const words = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9&]+/g, " ")
    .trim();

/** Undefined for whatever tells of no parcel: "gửi ảnh", "gói miến 85k". */
export const readMove = (text: string): ParcelStep | undefined => STEPS.find(([, said]) => said.test(words(text)))?.[0];

/** Words that could be the code of a parcel; a tracking code may look like one. */
export const codesIn = (text: string): readonly Code[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (/\d/.test(word) || word === word.toUpperCase() ? (parseCode(word) ?? []) : []));

const LABELLED =
  /(?:m[ãa](?:\s*v[ậa]n\s*[đd][ơo]n|\s*[đd][ơo]n)?|v[ậa]n\s*[đd][ơo]n|mv[đd]|tracking|code)\s*(?:s[ốo]|l[àa])?\s*[:.]?\s*([A-Z0-9][A-Z0-9.-]{2,29})\b/iu;
const BARE = /\b(?=[A-Z0-9.-]*\d)[A-Z0-9][A-Z0-9.-]{4,29}\b/giu;

/** `parcel` is the code of ours that stands among the words, and no tracking code. */
export function readShipment(text: string, parcel: Code): Shipment {
  const rest = text.replaceAll(new RegExp(`\\b${parcel}\\b`, "gi"), " ").normalize("NFC");
  const carrier = carrierIn(words(rest));
  const tracking = (LABELLED.exec(rest)?.[1] ?? rest.match(BARE)?.[0])?.toUpperCase();
  return {
    by: "manual",
    ...(carrier === undefined ? {} : { carrier }),
    ...(tracking === undefined || !/\d/.test(tracking) ? {} : { tracking }),
  };
}

/** "mã vận đơn …": what follows is no code of ours. */
export const isLabelled = (text: string): boolean => LABELLED.test(text.normalize("NFC"));

/** They carry it to the customer themselves: there is nothing to track. */
export const carriesIt = (text: string): boolean =>
  /\b(?:tu (?:giao|cho|mang|ship)|minh giao|nha giao|khong co(?: ma)?|khong ma|chua co(?: ma)?|myself|none)\b/.test(
    words(text),
  );

export const tellsShipment = ({ carrier, tracking }: Shipment): boolean =>
  carrier !== undefined || tracking !== undefined;
