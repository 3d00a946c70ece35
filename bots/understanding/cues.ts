/** What people say when they want something other than goods: patterns over the line of line.ts, one per wish. */

const any = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map((pattern) => pattern.source).join("|"));

/** What every promotional message says to answer with. */
export const UNSUBSCRIBE_WORD =
  /^ (?:(?:soan |nhan )?tc|stop|unsubscribe|end|quit|huy dang ky|bo theo doi~?|opt out|ngung nhan tin|tat tin)(?: (?:nhe|nha|a|di|shop|please|pls))* $/;
export const UNSUBSCRIBE = any(
  UNSUBSCRIBE_WORD,
  / (?:dung|khoi|khong(?: muon| can| thich)?|ngung|ngung viec|dung~|thoi dung|dung co|bot) (?:gui(?! hang| don| do)|nhan|nhan tin|bao|spam|lam phien|quang cao|gui tin|nhan cho|tu van)(?: \S+){0,5}? ?(?:tin|quang cao|khuyen mai|thong bao|tin nhan|spam|nua|giam gia|chuong trinh|phien) /,
  / (?:dung|khoi|khong muon|khong can|ngung|dung~)(?: \S+){0,2} (?:nhan|gui)(?: tin| cho| toi| em| minh| anh| chi| tui| nua)+ (?:§|nhe|nha|a|di|$|\.|,|!)?(?!.*(?:hang|don))/,
  / (?:huy|bo|ngung|tat|dung~|go|xoa|rut)(?: \S+){0,6} (?:dang ky|theo doi~?|thong bao|nhan tin|danh sach|tin nhan|quang cao|nhan thong tin) /,
  / (?:ra khoi|roi) (?:\S+ )?(?:nhom|danh sach)|bot (?:spam|nhan|gui)|spam (?:di|hoai|quai|nhieu)|block | chan (?:di|tin|shop|luon)|nhan (?:tin )?(?:hoai(?! khong)|quang cao)|dung co (?:gui|nhan|spam)/,
  / (?:dung|khong|ngung) (?:\S+ )?(?:spam|lam phien) |stop (?:sending|messaging|texting|the messages|the ads|these messages)|unsubscribe|no more (?:messages|ads|spam|promotions)|(?:don ?t|do not|stop) (?:send|want|message|text)(?: \S+){0,5} (?:messages?|ads?|promotions?|news|spam|offers?)|don ?t (?:message|text|spam)|remove me from|take me off/,
  / (?:khong|k) (?:muon |can )?(?:nhan|xem) (?:tin|quang cao|khuyen mai|thong bao)/,
);

export const SUBSCRIBE = any(
  / (?:dang k[yi]|dki|dk) (?:nhan|theo doi~?|de nhan|nhan tin)| (?:muon|cho \S+|xin|can|thich)(?: duoc)? (?:nhan|theo doi~?|cap nhat)(?: \S+)? (?:thong bao|thong tin|tin|chuong trinh|khuyen mai|tin tuc|ban tin)/,
  / (?:co|bao gio|khi nao|luc nao|khi|neu|hoi nao|lan sau|mua sau|dot|nhap|het)(?: \S+){0,9} (?:thi )?(?:nhan|bao|inbox|hu|alo|oi~|goi|thong bao|nho|tag|ping|nhac|keu)(?: tin)?(?: truoc)?(?: cho| voi| lai| giup| nho| som| truoc)* (?:em|minh|anh|chi|toi|tui|voi|bac|co|nha|nha minh|me|tao|c|e|a|m)(?: \S+)*/,
  / (?:nhan|bao|inbox|thong bao|nhac)(?: tin| cho| giup| ho| gium)* (?:em|minh|anh|chi|toi|tui|bac|co)(?: voi| biet| nhe| nha| ngay| som)* (?:khi|luc|neu|hoi|dot|khi nao|bao gio) /,
  / (?:toi|den|sau|ve) (?:thi )?nho (?:bao|nhan|keu|hu|goi|alo) /,
  /^ (?:subscribe|dang k[yi]|dang k[yi] nhan tin|theo doi~?|follow)(?: (?:nhe|nha|a|voi|shop))* $/,
  / (?:let me know|notify me|tell me|text me|message me|inform me|keep me (?:posted|updated|informed)|alert me|ping me|sign me up|subscribe me|remind me)(?: \S+){0,3}? (?:when|about|if|once|of|for|on) |keep me (?:posted|updated)|sign me up/,
  / (?:oi|oi~|hu|keu) (?:em|minh|anh|chi|toi|tui|bac) (?:mot tieng|1 tieng|voi)/,
);

export const HANDOVER = any(
  / (?:gap|noi chuyen|tro chuyen|ket noi|chuyen may|chuyen cho|noi voi|chat|trao doi|lien he)(?: \S+){0,3} (?:nhan~? vien|nguoi that|tu van vien|chu shop|chu quan|nguoi ban|nguoi|ai do|nguoi phu trach|quan ly|admin|tong dai|shop|chu|sep|con nguoi|cskh|co chu|chu co so|truc tiep) /,
  / (?:nhan~? vien|tu van vien|nguoi that|nguoi ho tro|cskh|tong dai)(?: \S+)? (?:dau|co|ho tro|tra loi|tu van|giup|oi|vao|ra|nao)/,
  / (?:goi|call|alo|goi dien)(?: lai| dien| thoai| truc tiep| ngay| gap| nhanh)*(?: cho| toi| qua| lai)* (?:em|minh|anh|chi|toi|tui|bac|co|me|§p|so)(?! truoc)/,
  / (?:can|muon|cho|xin|co)(?: \S+){0,2} (?:nguoi|ai|nhan~? vien) (?:ho tro|tu van|tra loi|giup|noi chuyen|that)/,
  / ai (?:tu van|ho tro|tra loi|giup)| (?:tu van|ho tro) (?:truc tiep|giup (?:em|minh|anh|chi|toi|tui))| xin (?:so dien thoai|so|hotline|dien thoai)(?: \S+)? (?:shop|cua hang|chu|ben minh|ban|goi|lien he)/,
  / (?:real|actual|human|live) (?:person|human|agent|being|someone)|(?:speak|talk|chat) (?:to|with) (?:a |an |the |some)?(?:real |human |live )?(?:person|human|agent|staff|someone|somebody|owner|manager|one|seller)|(?:someone|somebody|you|anyone|please) call me|call me|human please|customer service|is there (?:a|any) (?:human|person)|(?:someone|somebody|anyone) (?:real|human)|real (?:reply|answer)/,
  / (?:gap|noi chuyen)(?: \S+){0,3} (?:chu co so|chu|ban nao|nguoi ban|giam doc)|(?:khong ai (?:rep|tra loi|tu van)|truc page|rep giup|rep em|rep minh|tra loi giup|tra loi em|nguoi hay may|nguoi hay bot|bot hay nguoi|may hay nguoi|tu van truc tiep)/,
  / co (?:nguoi|ai|nhan~? vien) (?:nao )?(?:khong|that) (?!.*(?:ban|mua|o do))|^ (?:\S+ )?(?:keu|goi|nhan) (?:chu|quan ly|admin|sep)(?: shop| quan)? (?:ra|vao|len)|^ (?:nhan~? vien|nguoi that|human|agent|operator|tu van|tu van vien)(?: (?:a|oi|dau|di|voi|nhe|please))* $|bot (?:ngu|do|chan|te|dan)|may moc|noi chuyen voi (?:may|bot)/,
);

export const COMPLAINT = any(
  / (?:am moc|moc het|moc xanh|moc meo~?|moc roi|bi moc|moc den|co mot~|mot~ het|bi mot~|nhat toet|nhat theo|nhat nhu|do di thoi|nat toet|moc(?! nhi| chau)|thiu|oi thiu|rach|mop|bop meo~?|meo mo|khong ngon nhu|khong con ngon|te hon|ri set|sau mot|co mui(?! vi)|mui hoi|hoi moc|hoi het|can (?:date|han)|tum lum|het han|qua han|chay ra|chay nuoc|chay het|bien chat|co kien|am moc|do~ het|vo nat|be~ nat|nat bet|nat het|hu het|hu roi|vo roi|vo mat|vo het|hong roi|hong het|loang toet|loang qua|loang nhu|sau nhieu|nhieu sau|bi sau|doi bo|phai mau|bac mau)(?: |$)/,
  / (?:bi|da|toan|thi|moi dung~? da|mo ra|deu) (?:\S+ ){0,2}?(?:nat|vo|be~|hong|hu|me|gay|dap|bep|uot|chua loet|dang~|man~|kho~|hoi~|thoi~|oi~|nhun|vun|sut|nut|troc|rut|moc|mop|loang|ro|ri|chay)(?: \S+){0,3} (?:roi|het|qua|shop|,|\.|lam|luon|ca|§x|$)/,
  / (?:giao|gui|ship|dong|nhan|nhan duoc|lay)(?: \S+){0,4} (?:thieu|nham|sai|lon|tre|cham|lau|muon~|am~|au)(?![~a-z])(?! (?:thi|duoc|khong))|(?<! (?:y|a|o|ui|noi|ghi|ay))(?<!^) (?:thieu|nham|sai|lon) (?:hang|mat|mon|san pham|dia chi|loai|mau|§q|§x|don|so luong|tien|§b)| tinh (?:tien )?(?:sai|nham|lon)/,
  / (?:lua dao|(?:thieu|mat|khong co) uy tin|khong them (?:tra loi|rep|nghe)|kho chiu qua|nhai khong|lua nguoi|treo dau de|boc phot|to cao|bao cao|lam an (?:kieu|chan|te|gian|nhu|cau tha|an|kem|lua|the)|that vong|buc(?: minh| xuc| qua)|buc minh|kem chat luong|hang gia|hang kem|hang nhai|hang dom|hang loi|te qua|qua te(?![t~])|chan qua|qua chan|mat day|thai do|vo trach nhiem|khong hai long|khong bao gio mua|an cap|gian doi|khac hinh|khong giong (?:hinh|anh|mo ta|quang cao)|khong dung (?:mo ta|hinh|nhu|hang)|phan anh|khieu nai|do ec|do te|do~ ec|am cau|to~ cao|xi tin|cheo keo|nhu hach|nhu cut|rac ruoi|te he|te hai)/,
  / (?:hoan|tra lai|tra|doi) (?:lai )?(?:tien|hang|tra)(?: lai| cho| di| giup| em| minh| anh| chi| toi)*(?! (?:nhu the nao|the nao|sao|khong))|(?:doi|tra) (?:tra|hang|lai)(?: \S+){0,3} (?:bi|loi|hong|giup|duoc)|can doi tra|muon (?:doi|tra|doi tra|hoan)(?! (?:dia chi|so|thanh|sang|§q|§x|mon))/,
  / (?:dau bung|ngo doc|tieu chay|(?<! mam )non(?![a-z]))(?! (?:uong|an|dung))| (?:goi|nhan|nhan tin|alo)(?: \S+){0,3} (?:khong|chang|khong ai|mai khong|hoai khong) (?:ai )?(?:nghe|tra loi|bat may|rep|phan hoi|thay)|lan sau (?:khoi|khong|chang) (?:mua|lay|dat)|ban~ (?:the|kinh|thiu|lam)|khong (?:an|dung|uong|xai) (?:noi|duoc)(?! khong)/,
  /(?:wrong|broken|damaged|missing|spoil(?:ed|t)|rotten|mold|mouldy|moldy|expired|stale|leak(?:ed|ing)?|terrible|awful|disappointed|disgusting|rude|refund|money back|complain|complaint|scam|cracked|smells? bad|late again|not what i ordered|bad quality|poor quality|never (?:arrived|came))/,
);

/** Goods that came other than ordered: no order, whatever amounts are named. */
export const CAME_WRONG =
  / (?:dat|mua|order)(?: \S+){1,6} ma (?:\S+ )?(?:giao|gui|nhan duoc|ship) (?!cho |den |toi |ve |den )| (?:giao|gui|ship|nhan duoc)(?: \S+){0,2} (?:co|moi|chi|duoc) §q(?: §x)? ,? ?(?:\S+ ){0,3}(?:dat|mua|order)(?: \S+){0,3} §[qx]| (?:dat|mua|order|goi)(?: \S+){0,6} ma(?: \S+)? (?:gui|giao|nhan|ship|duoc|dong|co)(?: \S+){0,3} §[qx]/;

export const CANCEL = any(
  / (?:khong|thoi) (?:lay|nhan|mua|can|dat) (?:cai )?don /,
  / (?:huy|cancel|huy bo)(?: (?:giup|ho|gium|cho|luon|het|toan bo|di|em|minh|chi|anh|toi|tui|cai|dum|ngay|lai))* (?:don|don hang|dat hang|order|het|toan bo|ca don|di|nhe|nha|giup|cho|dat|dum|gium|§|luon|a|voi|shop|ad|ho|$|tour|phong|homestay|em|minh|mon do)/,
  /^ (?:❌ )?(?:huy|cancel|huy di|huy nhe|thoi huy)(?: \S+){0,3} $|^ ❌ | cancel (?:it|that|everything|the order|my order|this|order)|never mind|nevermind|forget (?:it|the order|about it)|call it off|don ?t want (?:it|the order|to order|anything|to buy)(?: \S+)? /,
  / (?:khong|khoi|dung|thoi khong|chang|het) (?:muon |can |thich )?(?:mua|dat|lay|order|giao|gui hang|gui|ship|mua ban|giao hang|nhan)(?: hang| ban| gi| don)*(?: nua| dau| nhe| nha| em| a| shop| ban| gi| roi| ,| lam| nua dau| vi)+ /,
  / (?:bo|xoa|dep|ngung|thoi bo)(?: (?:giup|ho|het|luon|di|cho|toan bo|ca|em|minh|sach|cai|gium|may))* (?:don|gio|gio hang|het|don hang|toan bo|tat ca|sach|don do|mon kia|mon do)(?! (?:§x|§q))/,
  / don(?: \S+){0,4} huy (?:duoc|giup|ho|di|luon|nhe|nha)/,
  / (?:dep di|lam lai tu dau|dat lai tu dau|dat choi|lam lai nhe|xoa het|bo het|huy het|reset|start over|khong dat nua|thoi khong mua|thoi khong lay nua|de (?:hom|khi|dip|lan|bua) khac (?:mua|dat|lay)?)/,
);

export const STATUS = any(
  / (?:don|don hang|hang|order|goi hang|buu pham|kien hang)(?: (?:cua|ma|hom|em|minh|anh|chi|toi|tui|dat|§t|§q|§x|ben|nay|do|thu|bua|so|qua|truoc|kia|hang|mua|nha|bac))*(?: \S+){0,6} (?:toi dau|den dau|di dau|dau roi|the nao roi|sao roi|chua|o dau|toi chua|ve chua|den chua|xong chua|di chua|ra sao|gui chua|giao chua|bao gio (?:toi|den|ve|nhan|giao)|khi nao (?:toi|den|ve|nhan|giao)|den noi chua|dang o)/,
  / (?:bao gio|khi nao|luc nao|chung nao|hom nao|ngay nao|may gio|bao lau nua|lau chua|mai|hom nay|chieu|nay)(?: (?:thi|moi|em|minh|chi|anh|toi|tui|co|la|shop|ben|se|ban))* (?:nhan(?: duoc)?|giao|toi|den|ve|ship|shipper|gui)(?: duoc| toi| cho| den| hang)* (?:hang|don|khong|chua|a|vay|the|shop|§|em|toi|den|noi|$|duoc)/,
  / (?:bao lau|may ngay|may hom)(?: (?:thi|nua|moi|em|minh|chi|anh|toi|tui|la))* (?:nhan|giao toi|co hang|hang ve|hang toi|hang den)/,
  / (?:hang|don|shipper)(?: \S+){0,2} (?:bao gio|khi nao|chung nao|luc nao|bao lau|may gio) | (?:bao gio|khi nao|chung nao) (?:\S+ )?(?:hang|don|shipper) (?:ve|toi|den|giao|sang)| bao gio hang| shipper (?:dau|khi nao|toi chua|den chua|o dau|sap|may gio)/,
  / (?:ma|so) (?:van don|don|don hang|buu gui)| (?:tra cuu|kiem tra|check|xem|theo doi~?|hoi) (?:\S+ ){0,3}(?:don|tinh trang|van don|hang|order|don hang)(?! (?:gia|moi|hoi))|tinh trang don|trang thai don/,
  / (?:chua|van chua|sao chua|mai chua|mai khong|van khong|chang|khong)(?: \S+){0,3} (?:thay~?|nhan|nhan duoc|toi|den|giao|ai goi|ve)(?: \S+){0,2}? ?(?:hang|giao|goi|don|gi|dau|shipper|ai|vay|het)? (?=.*(?:don|hang|dat|giao|gui|ship|mua|hom|ngay))/,
  / (?:chua|mai chua|chang|mai khong|van chua) (?:thay~?|nhan duoc|giao|toi noi|den noi|ve toi)(?: \S+){0,3} (?!.*(?:moi|vu|mua) )/,
  / (?:cb|ma don|ma|don) (?:- )?(?:so )?§[qt] (?:\S+ ){0,4}(?:chua|dau|sao|the nao|roi)/,
  / da (?:gui|giao|ship|dong)(?: \S+){0,6} chua | (?:gui|giao|ship|dong hang|di hang|len don|xuat kho)(?: \S+){0,3} chua /,
  /(?:where is|where ?s|track|status of|when will|has my|have you (?:sent|shipped)|did you (?:send|ship)|is my)(?: \S+){0,3} ?(?:order|package|parcel|delivery|stuff|shipped|it arrive|arrive|shipment|goods)|tracking (?:number|code)|order status|shipped yet|when (?:does|do|will) (?:it|my|i)(?: \S+){0,3} (?:arrive|come|get|receive)|hasn ?t (?:arrived|come)/,
);

export const EVENT = any(
  / mua §q(?: \S+)? (?:tang|duoc tang) | (?:hoi~ cho~|hoi cho(?![a-z~])(?! (?:em|minh|chi|anh|toi|tui|ro|biet|shop|chac|con|bac|hang))|cho~? phien|phien cho~?|le hoi~?|su kien|festival|hoi~? xuan|trien lam|ngay hoi~?|tuan le|lien hoan|hoi~ thi|ngay van hoa~?|hoi~? dua|hoi~? trau|livestream|live stream|(?:co |buoi |lich )live|khai mac|be mac|gian hang|phao hoa|hoi~? hoa|chuong trinh|dem nhac|cho~? dem|pho di bo~?|hoi~? lang|hoi~? long tong|trung bay|hoi~? phao|fair|event|events|fairs|market day|exhibition)/,
  / (?:dot|co|ct|sap|may|bao gio|khi nao|dang|dip)(?: \S+){0,4} (?:khuyen mai|giam gia|uu dai|sale|flash sale|voucher|ma giam)(?: \S+){0,3} (?:khong|nao|gi|chua|the|vay|$|a)| (?:sale|khuyen mai|uu dai|giam gia) (?:gi|nao|chua|khong|bao nhieu|sap)|promotions?|any (?:sale|deals|discount)|on sale/,
);

export const PRICE = any(
  /(?<! (?:nang|dai|rong|cao|duoc|het han|giu)) bao nhieu(?! (?:do|lau|ngay|gam|g|km|nguoi|cay|loai|mon|phong|con|size|phut|vien|ml|lit|lon|calo|nuoc|tang|met|thang|tuoi|gio|nam|%|phan tram|vi)) /,
  / nhieu (?:tien|1|mot|vay|the|a|§q|§b|shop|em|ad|hen|$)| (?:may|bao) (?:tien|xien|k |dong|nghin|tram|xu|lua)| gia nhieu/,
  / (?:gia|gia ca|bao gia|xin gia|xem gia|bang gia|hoi gia|inbox gia|gia si|gia le|gia bao|gia sao|don gia|gia the nao|gia tien)(?! (?:re|tri|dinh|vi|xuong|cho|do|§m|han|bot|cam)) /,
  / (?:tinh sao|tinh the nao|may tien|may xien|may k |nhieu tien|bao tien|nhiu tien|het bao nhieu|tong cong|tong tien|tong don|tong bao|het may|tong het|mac khong|dat~? khong|dat~ the|sao dat~?|mac the|bot khong|co bot|bot gi|giam khong|duoc giam|re hon|bot chut|bot duoc|chiet khau (?:bao|the)|co chiet khau)/,
  / phi (?:the nao|sao|bao nhieu|nhieu)| (?:phi|tien|cuoc) (?:ship|van chuyen|giao|giao hang|gui)|freeship|mien phi (?:ship|giao|van)|free ship|ship (?:\S+ ){0,4}(?:het )?(?:bao nhieu|may|nhieu|gia)/,
  / §m (?:thi )?(?:mua|lay|duoc)(?: \S+)? (?:may|bao nhieu|duoc|nhieu)| §m (?:duoc|co) (?:khong|may)|§m (?:\S+ ){0,3}(?:thi )?duoc (?:may|bao nhieu) /,
  /(?:how much|price|prices|cost|costs|how expensive|what ?s the total|total|shipping fee|delivery fee|discount|cheaper|price list|quote)/,
);
