/** The words that organizers put around the facts of a fair: what begins a name, a place, an organizer, and what ends them. */
import { bareToo as oneOf, END } from "../understanding/spans.ts";

/** Heads of a name that are none alone, and those that may be: "Hội xuân". */
const KINDS =
  "hội chợ|lễ hội|ngày hội|festival|chợ phiên|phiên chợ|triển lãm|liên hoan|tuần lễ|tuần hàng|hội thi|tuần văn hoá|tuần văn hóa";
const NAMED_KINDS =
  "hội xuân|hội làng|hội lồng tồng|chợ tết|chợ xuân|chợ hoa|chợ đêm|hội chùa|hội đền|hội pháo hoa|hội thanh minh";
export const FAIR_KIND = oneOf(KINDS);
export const FAIR = oneOf(`${KINDS}|${NAMED_KINDS}`);

/** Who may hold one: offices, associations, firms. "Hội Nông dân" is people, no fair. */
const HOLDERS =
  "ubnd|uỷ ban|ủy ban|sở|phòng văn hoá|phòng văn hóa|phòng kinh tế|phòng nông nghiệp|hội phụ nữ|hội liên hiệp|hội lhpn|hội nông dân|hội cựu chiến binh|hội người|hội chữ thập đỏ|hội doanh nghiệp|liên minh|liên đoàn|htx|hợp tác xã|công ty|cty|chi cục|cục|hiệp hội|đoàn thanh niên|đoàn xã|clb|câu lạc bộ|tổ hợp tác|mặt trận|mttq|doanh nghiệp|ban quản lý|bql|văn phòng";
/** These name places too: they hold it only where that is said. */
const PLACES_THAT_HOLD =
  "trung tâm|trường|xã|phường|thị trấn|tỉnh|huyện|xóm|thôn|bản|nhà văn hoá|nhà văn hóa|ban|bộ|viện|cơ sở";
export const HOLDER = oneOf(HOLDERS) + END;
export const ANY_HOLDER = oneOf(`${HOLDERS}|${PLACES_THAT_HOLD}`) + END;
const READIES = oneOf("trân trọng|long trọng|sẽ|dự kiến|đứng ra|phối hợp|đăng cai|cùng");
export const HOLDS = `(?:${READIES}\\s+)*${oneOf("tổ chức|chủ trì|đăng cai|đứng ra|đứng ra làm|thông báo|xin thông báo|kính mời|mời|kính báo|mở")}${END}`;
export const DOES_IT = `${oneOf("làm|đứng ra làm|lo")}${END}`;

/** What a place begins with. */
export const PLACE = `(?:${oneOf("sân|quảng trường|phố|nhà văn hoá|nhà văn hóa|nhà thi đấu|nhà đa năng|trung tâm|chợ|công viên|khu|trường|bãi|thác|đền|chùa|hồ|đường|hội trường|showroom|siêu thị|bến|ngã ba|ngã tư|cửa khẩu|xã|phường|thị trấn|xóm|thôn|bản|động|suối")}|km\\s?\\d+)${END}`;
/** What goes on after the comma of a place. */
export const PLACE_GOES_ON = `(?:${oneOf("xã|phường|thị trấn|tt|huyện|tỉnh|thành phố|tp|đường|phố|số|xóm|tổ|thôn|bản|khu|cao bằng|tp cao bằng")}${END}|p\\.|tp\\.|tt\\.|km\\s?\\d+)`;
export const AT = oneOf("tại|ở");
export const NOWHERE = `^(?:${oneOf("đây|đâu|đó|chỗ|chỗ cũ|nhà bạn|cùng chỗ")}|${oneOf("xã|phường|xóm|nhà|huyện|bên")}\\s${oneOf("em|mình|tôi|ta")})$`;
/** "đổi chỗ sang", "dời về". */
export const MOVED = `${oneOf("đổi|chuyển|dời")}\\s+(?:${oneOf("chỗ|nơi|địa điểm|chỗ tổ chức")}\\s+)?${oneOf("sang|về|ra|qua|thành|đến|tới|lên|xuống|vào")}`;

export const SELLS = oneOf(
  "bán|bày bán|trưng bày|giới thiệu|quảng bá|chuyên bán|chuyên|chủ yếu là|chủ yếu bán|sản phẩm chính là|mặt hàng chính là",
);
export const GOODS = oneOf("và bán|và giới thiệu|các sản phẩm|sản phẩm|các mặt hàng|các");
export const AFTER_GOODS = oneOf("có|vào|mời|kính|giảm|khuyến mãi|kết hợp|ngoài ra|từ|tại|do|nhé|ạ");
export const SHOWS = oneOf("giới thiệu|trưng bày|quảng bá");

export const WE = oneOf("bên em|bên mình|bên tôi|chúng tôi|chúng em|mình|em|tôi|đây");
export const OURSELVES = `${oneOf("mình|em|tôi|chúng tôi|chúng em|bọn em|này|ta")}$`;

/** A clause ends here, in whatever is read. */
export const CLAUSE_END = String.raw`[,;:()!?\n\u001f]|\.(?=\s|$)|\s[-–—]\s|$`;
/** Words that begin another thought. */
export const TURN = `\\s(?:${oneOf("từ|tại|vào|họp|diễn ra|sẽ|được|do|tổ chức|khai mạc|mở cửa|mở|lúc|trong|nhằm|quy tụ|dự kiến|kéo dài|nhân dịp|có|với|gồm|bán|kính|mời|xin|thông báo|của bên|năm nay|sắp|để|hằng ngày|hàng ngày|quy mô|trưng bày|giới thiệu|chủ trì|dời|chuyển|đổi|nhé|nha|ạ|ở")}|${oneOf("xã|phường|xóm|huyện|bên|nhà")}\\s${oneOf("em|mình|tôi|ta|chúng em|chúng tôi")}|${oneOf("ngày")}\\s*\\u001f)${END}`;

/** Spoken of, not named: "ban tổ chức hội chợ". */
export const NOT_NAMED = `${oneOf("ban tổ chức|btc|các|một|mấy|những")}\\s+$`;
export const NO_NAME = oneOf("này|đó|của|mới|ạ|nhé|bên mình|bên em|nào|không|là|gì|sắp tới");
/** An official letter says first what it goes by: "Thực hiện Kế hoạch số 215/KH-UBND …,". */
export const PREAMBLE = `(?:^|\\n)\\s*${oneOf("thực hiện|căn cứ|theo|triển khai")}\\s+${oneOf("kế hoạch|quyết định|công văn|chỉ đạo|chương trình|văn bản")}[^,;\\n]*[,;]`;
