/** The words that organizers put around the facts of a fair: what begins a name, a place, an organizer, and what ends them. */
import { bareToo as any, END } from "../understanding/spans.ts";

/** Heads of a name that are none alone, and those that may be: "Hội xuân". */
const KINDS =
  "hội chợ|lễ hội|ngày hội|festival|chợ phiên|phiên chợ|triển lãm|liên hoan|tuần lễ|tuần hàng|hội thi|tuần văn hoá|tuần văn hóa";
const NAMED_KINDS =
  "hội xuân|hội làng|hội lồng tồng|chợ tết|chợ xuân|chợ hoa|chợ đêm|hội chùa|hội đền|hội pháo hoa|hội thanh minh";
export const FAIR_KIND = any(KINDS);
export const FAIR = any(`${KINDS}|${NAMED_KINDS}`);

/** Who may hold one: offices, associations, firms. "Hội Nông dân" is people, no fair. */
const HOLDERS =
  "ubnd|uỷ ban|ủy ban|sở|phòng văn hoá|phòng văn hóa|phòng kinh tế|phòng nông nghiệp|hội phụ nữ|hội liên hiệp|hội lhpn|hội nông dân|hội cựu chiến binh|hội người|hội chữ thập đỏ|hội doanh nghiệp|liên minh|liên đoàn|htx|hợp tác xã|công ty|cty|chi cục|cục|hiệp hội|đoàn thanh niên|đoàn xã|clb|câu lạc bộ|tổ hợp tác|mặt trận|mttq|doanh nghiệp|ban quản lý|bql|văn phòng";
/** These name places too: they hold it only where that is said. */
const PLACES_THAT_HOLD =
  "trung tâm|trường|xã|phường|thị trấn|tỉnh|huyện|xóm|thôn|bản|nhà văn hoá|nhà văn hóa|ban|bộ|viện|cơ sở";
export const HOLDER = any(HOLDERS) + END;
export const ANY_HOLDER = any(`${HOLDERS}|${PLACES_THAT_HOLD}`) + END;
const READIES = any("trân trọng|long trọng|sẽ|dự kiến|đứng ra|phối hợp|đăng cai|cùng");
export const HOLDS = `(?:${READIES}\\s+)*${any("tổ chức|chủ trì|đăng cai|đứng ra|đứng ra làm|thông báo|xin thông báo|kính mời|mời|kính báo|mở")}${END}`;
export const DOES_IT = `${any("làm|đứng ra làm|lo")}${END}`;

/** What a place begins with. */
export const PLACE = `(?:${any("sân|quảng trường|phố|nhà văn hoá|nhà văn hóa|nhà thi đấu|nhà đa năng|trung tâm|chợ|công viên|khu|trường|bãi|thác|đền|chùa|hồ|đường|hội trường|showroom|siêu thị|bến|ngã ba|ngã tư|cửa khẩu|xã|phường|thị trấn|xóm|thôn|bản|động|suối")}|km\\s?\\d+)${END}`;
/** What goes on after the comma of a place. */
export const PLACE_GOES_ON = `(?:${any("xã|phường|thị trấn|tt|huyện|tỉnh|thành phố|tp|đường|phố|số|xóm|tổ|thôn|bản|khu|cao bằng|tp cao bằng")}${END}|p\\.|tp\\.|tt\\.|km\\s?\\d+)`;
export const AT = any("tại|ở");
export const NOWHERE = `^(?:${any("đây|đâu|đó|chỗ|chỗ cũ|nhà bạn|cùng chỗ")}|${any("xã|phường|xóm|nhà|huyện|bên")}\\s${any("em|mình|tôi|ta")})$`;
/** "đổi chỗ sang", "dời về". */
export const MOVED = `${any("đổi|chuyển|dời")}\\s+(?:${any("chỗ|nơi|địa điểm|chỗ tổ chức")}\\s+)?${any("sang|về|ra|qua|thành|đến|tới|lên|xuống|vào")}`;

export const SELLS = any(
  "bán|bày bán|trưng bày|giới thiệu|quảng bá|chuyên bán|chuyên|chủ yếu là|chủ yếu bán|sản phẩm chính là|mặt hàng chính là",
);
export const GOODS = any("và bán|và giới thiệu|các sản phẩm|sản phẩm|các mặt hàng|các");
export const AFTER_GOODS = any("có|vào|mời|kính|giảm|khuyến mãi|kết hợp|ngoài ra|từ|tại|do|nhé|ạ");
export const SHOWS = any("giới thiệu|trưng bày|quảng bá");

export const WE = any("bên em|bên mình|bên tôi|chúng tôi|chúng em|mình|em|tôi|đây");
export const OURSELVES = `${any("mình|em|tôi|chúng tôi|chúng em|bọn em|này|ta")}$`;

/** A clause ends here, in whatever is read. */
export const CLAUSE_END = String.raw`[,;:()!?\n\u001f]|\.(?=\s|$)|\s[-–—]\s|$`;
/** Words that begin another thought. */
export const TURN = `\\s(?:${any("từ|tại|vào|họp|diễn ra|sẽ|được|do|tổ chức|khai mạc|mở cửa|mở|lúc|trong|nhằm|quy tụ|dự kiến|kéo dài|nhân dịp|có|với|gồm|bán|kính|mời|xin|thông báo|của bên|năm nay|sắp|để|hằng ngày|hàng ngày|quy mô|trưng bày|giới thiệu|chủ trì|dời|chuyển|đổi|nhé|nha|ạ|ở")}|${any("xã|phường|xóm|huyện|bên|nhà")}\\s${any("em|mình|tôi|ta|chúng em|chúng tôi")}|${any("ngày")}\\s*\\u001f)${END}`;

/** Spoken of, not named: "ban tổ chức hội chợ". */
export const NOT_NAMED = `${any("ban tổ chức|btc|các|một|mấy|những")}\\s+$`;
export const NO_NAME = any("này|đó|của|mới|ạ|nhé|bên mình|bên em|nào|không|là|gì|sắp tới");
/** An official letter says first what it goes by: "Thực hiện Kế hoạch số 215/KH-UBND …,". */
export const PREAMBLE = `(?:^|\\n)\\s*${any("thực hiện|căn cứ|theo|triển khai")}\\s+${any("kế hoạch|quyết định|công văn|chỉ đạo|chương trình|văn bản")}[^,;\\n]*[,;]`;
