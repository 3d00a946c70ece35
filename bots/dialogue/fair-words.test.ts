/** What an organizer writes that is no fact of a fair, and no word for the public. */
import { describe, expect, it } from "vitest";
import { type Fair } from "../../shared/domain/fair.ts";
import { type Role } from "../../shared/domain/staff.ts";
import { customer, type Customer, factsOf } from "./specimens.ts";
import { initialState } from "./state.ts";

const staff = (role: Role | undefined, fairs: readonly Fair[] = []): Customer =>
  customer({ ...factsOf(), fairs }, { ...initialState(), greeted: true, ...(role ? { staff: role } : {}) });
const organizer = (fairs: readonly Fair[] = []): Customer => staff({ role: "organizer" }, fairs);

describe("words that are no fact", () => {
  const ASKED = "Hội chợ OCOP, 20-22/12, phố đi bộ Kim Đồng";

  it.each(["bỏ qua", "ok", "đúng", "ừ", "xong", "dạ được", "không có", "đúng rồi em"])(
    "“%s” holds no fair: who does is asked again",
    (words) => {
      const person = organizer();
      person.say(ASKED);
      expect(person.say(words).at(-1)).toContain("Đơn vị nào tổ chức?");
      expect(person.state().fair?.organizer).toBeUndefined();
    },
  );

  it.each(["ok", "đúng", "xong rồi", "ừ", "bỏ qua nhé", "báo hội chợ", "đăng hội chợ đi"])(
    "“%s” is sold at no fair: the card follows",
    (words) => {
      const person = organizer();
      person.say(`${ASKED}, UBND phường Thục Phán tổ chức`);
      expect(person.say(words).at(-1)).toContain("Bạn xem lại giúp mình:");
      expect(person.state().fair?.focus).toBeUndefined();
    },
  );

  it("of a pasted letter tells only what the public may care for", () => {
    const person = organizer();
    person.say(
      [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 45/TB-UBND",
        "V/v mời tham gia gian hàng, trưng bày sản phẩm đặc trưng",
        "Kính gửi: Các hợp tác xã, hộ sản xuất trên địa bàn, các cơ quan đoàn thể",
        "Căn cứ Luật Thương mại, các nghị định hướng dẫn thi hành",
        "UBND phường Thục Phán tổ chức Hội chợ OCOP, 20-22/12, tại phố đi bộ Kim Đồng",
        "Có hơn 50 gian hàng nông sản",
        "Nơi nhận: như trên, lưu văn thư cơ quan",
      ].join("\n"),
    );
    expect(person.state().fair).toMatchObject({ name: "Hội chợ OCOP", description: "Có hơn 50 gian hàng nông sản." });
  });
});
