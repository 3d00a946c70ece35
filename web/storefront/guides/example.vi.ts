/** The order that every guide shows, from its own side. The seller is invented and says so; the rest follows from it. */
import { formatVnd, vnd } from "../../../shared/domain/money.ts";

const PRICE = 60_000;
const SHIPPING = 30_000;

export const example = {
  code: "K7Q2M4XZ",
  at: "08:15 24/11/2026",
  invitation: "M4XZK7Q2",
  seller: "HTX Mẫu",
  product: "Miến dong",
  unit: "gói",
  quantity: "2",
  price: formatVnd(vnd(PRICE)),
  amount: formatVnd(vnd(2 * PRICE)),
  shipping: formatVnd(vnd(SHIPPING)),
  goods: formatVnd(vnd(2 * PRICE)),
  total: formatVnd(vnd(2 * PRICE + SHIPPING)),
  name: "Hoa",
  phone: "0912 345 678",
  address: "số 25 Hoàng Đình Giong, phường Thục Phán, Cao Bằng",
  /** The end of the id of a customer's chat. */
  chat: "3456",
  staff: "Dạ em là Thu, em nghe ạ",
  listing: "Miến dong, 60k một gói, còn 100 gói",
} as const;
