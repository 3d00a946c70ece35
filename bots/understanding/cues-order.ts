/** What people say around an order: opening and closing it, changing it, agreeing, greeting, and plain talk. */

export const GREET =
  /^ (?:(?:da|xin|e~?|he lo|ua|oi|hi|hello|helo|hey|alo|alooo|chao|chao buoi sang|good (?:morning|evening|afternoon)|shop|ad|admin|ban|em|anh|chi|co|chu|bac|minh|oi|a|nhe|nha|ca nha|moi nguoi|there|👋|start|\/|everyone|team|pa|ban oi|buoi|sang|chieu|toi|xin chao|to|vui ve|yeu|dear|sop|ơi|day|la|chi em|em chao|minh chao|hi shop|ne) )+(?:[,.!?~]? ?)*(?:(?:co ai|ai|co|co day|anyone|anybody|is anyone|con do|co do|online|onl|dang onl)(?: (?:o|do|day|khong|nao|here|there|a|the|nha|day khong|trong|truc|onl|online|shop|vay))* ?\??)?[\s.,!?👋~)(:]*$/u;
export const GREET_SOFT =
  /^ (?:da )?(?:xin )?(?:chao|hello|hi|alo|helo|hey|em chao|con chao|chau chao|minh chao) | co ai (?:o |truc |online |onl |ben )?(?:do|day|khong|truc|nha)|anyone (?:here|there)|(?:con|shop) (?:onl|online|thuc|do) khong| co do khong/;

export const CONFIRM =
  /^ (?:(?:da|u|vang|ok|dungr|dung|dungr roi|dung roi|chuan|chinh xac|dong y|nhat tri|duoc|xac nhan|oke|okay|yes|yep|yeah|yup|sure|correct|right|exactly|confirm|confirmed|looks|good|that ?s|it ?s|all|fine|perfect|great|👍|👌|✅|🆗|💯|❤|y|vay|roi|nhe|nha|a|em|anh|chi|shop|day|do|thong tin|don|the|chi|di|luon|cu|ma|lam|giao|ban|minh|ad|co|bac|nhen|nghen|chac chan|hoan toan|tot|on|ung|uk|chot|gium|hen|that|moi|noi|dung~|duoc roi|thi|u dungr|le|correct|please|thanks|cam on|cung|ta|het|ca|sai|khong|dau|ok ban|chuan luon|chuan com|me|nau|ba|lun|is|thi|ne|nghe|hang|gui|theo|nhu|go|ahead|thats|its|dat|,|\.|!|~|\)|:|oi|1) )+$/;
/** Words of which at least one must be there for CONFIRM. */
export const YES =
  / (?:u|vang|ok|dungr|dung roi|dung a|dung vay|dung nhe|dung the|chuan|chinh xac|dong y|nhat tri|duoc|xac nhan|yes|yep|yeah|yup|sure|correct|right|exactly|confirm|confirmed|good|perfect|👍|👌|✅|🆗|💯|y vay|cu the|cu vay|da dungr|da dung|da|on|fine|y the|the nhe|the di|y chang|chac chan) /;

export const CHECKOUT =
  / (?:chot|chot don|chot ha|chot luon|tinh tien|thanh toan(?! (?:chuyen|bang|qua|khi|the|duoc|sao|online|truoc|sau))|len don|lap don|check ?out|place (?:the|my|an) order|that ?s (?:all|everything)|that is (?:all|everything)|want to pay|that (?:will|ll) be (?:all|it)|lay bay nhieu thoi|(?:khong|chang) (?:mua|lay|can|dat) (?:them )?gi (?:nua|them)|that ?s it|i ?m done|im done|ready to (?:pay|order)|dat luon|tong ket|ket don|xuat don|lay vay thoi|bay nhieu thoi|vay thoi|the thoi|het roi|du roi|khong lay gi them|khong them gi|khong can gi them|gui hang luon|hoan tat|finish|pay now|dat hang luon|xong roi|the la du|vay la du) /;
export const CHECKOUT_FIRST =
  /^ (?:(?:ok|oke|vang|u|da|roi|vay|the|shop|em|oi|a|nhe|thoi|,|uh|thi|anh|chi|v|duoc|🛒|y|tot|nha|\.) )*(?:chot|tinh tien|len don|thanh toan|check ?out)/;

export const ADD =
  / (?:them(?! (?:thong tin|chi tiet|§m))|bo sung|cong them|lay them|add|another|more|bo vo|bo vao|cho vao gio|nhet them|kem them|ghi them|tang them|plus|also|ung them|gui them) /;
export const ADD_FIRST =
  /^ (?:(?:a|ok|da|em|shop|oi|quen|chi|anh|minh|oi|,|ad|sop|cho|va|giup|hay|roi|u|vang|hom nay|ma|don|nay|hoi|vua|roi|ui|alo|please|can|you|i|ghi|voi|con|hi|hello|chao|vay|the|§t|e|cung|nho|gium|tui|c|uh|nhe|nha|bo|tang|lay|bac|vui long|lam on|xin|luon|tien|tien the|nhan tien|moi|vua nay|vo) )*(?:them|bo sung|cong|add|\+|one more|another|thêm) /;
export const MORE_LAST = / (?:§q|§x|nua|§b) nua /;

export const CHANGE =
  / (?:sua|doi|chinh|cap nhat|thay|chuyen|tang|giam|rut|nang|ha|bot|change|update|make it|set)(?: (?:lai|giup|ho|gium|so luong|cho|em|minh|chi|anh|§x|mon|don|the|cai|tu|xuong|len|ve|no|it|the|to|nay|do|kia|phan|dum|toi|tui|cua|quantity|from|nham|hang|het|§q|ca|bac|loai|voi|thanh))* (?:thanh|con|len|xuong|la|lai|ve|to|down|up|it|sang|§q)(?: (?:con|thanh|la|to))* §q/;
export const CHANGE_OTHER =
  / (?:gap (?:doi|ba|bon|nam|§t)|gap \d|nhan~? (?:doi|ba|§t)|mot nua|§q thoi|nua thoi|double|triple|half of (?:it|that)|gap may) | (?:khong phai|chu khong phai|khong phai la|not) (?:§q|§t)|thay vi §q|(?:a )?(?:nham|lon|nham roi|lon roi)(?: roi| mat| so luong| shop| em| chi| nhe| a|,|\.)* .*§q|instead of §q|actually §q|chir (?:lay|can|mua|con|de) §q.*(?:thoi|khong phai)|(?:rut|giam|ha|bot|tang|nang)(?: \S+){0,3} (?:con|xuong|len|thanh) §q|so luong (?:\S+ ){0,3}§q/;
export const NEW_QUANTITY =
  / (?:giam|rut|ha|bot) con §q| con §q(?: §x)? thoi | (?:chir|chir con) (?:lay|can|con|de|mua) §q(?: \S+){0,4} thoi/;

export const TAKE_OUT = / (?:bo|bot|xoa|gach|loai bo|loai ra|tru|rut|remove|delete|drop|tra lai|bo bot|huy|cat) /;
export const REFERS =
  / (?:cai|mon|loai|thu|con|goi|hop|chai|lo|the|that|this|it|them|one|cai mon) (?:do|nay|kia|ay|cuoi|dau|vua roi|vua nay|hoi nay|luc nay|tren|dau tien|cuoi cung|nay gio|last|one)| (?:it|that one|this one|the last one|them) /;

export const TAKE =
  /(?:^| )(?:lay|mua|dat|order|cho|ship|gui|can|muon|xin|ban|de|chot|them|giao|dong|goi|book|buy|send|get|want|need|take|have|nhap|ghi|len don|dat truoc|rinh|xuc|mang|lam|giu|don|like|gom|bring|deliver|give|try|thu) /;
export const AS_BEFORE =
  /(?:^| )(?:nhu|giong|y|theo)(?: \S+){0,2} (?:cu|lan truoc|hom truoc|dot truoc|don truoc|lan roi|thang truoc|moi khi|moi lan|tuan truoc|hoi truoc|don thang|bua truoc|bua hom|hom no|hom bua|thuong le|moi khi)|(?:don|lan) (?:cu|truoc)(?= |$)|same as (?:last|before|usual|always)|the usual|dat lai (?:don|nhu|cai)|repeat (?:my|the)|(?:giong|nhu) (?:hom|lan|don|dot|bua)/;
export const CONTACT_AS_BEFORE =
  / (?:so|sdt|dia chi|dien thoai|cho~|noi|ten|thong tin)(?: \S+){0,2} (?:cu|lan truoc|nhu cu|hom truoc|dot truoc)(?: |$)|same (?:address|phone|number)/;

export const POLICY =
  /(?:zalo|facebook|fanpage|website|huong dan|cach dat|chuyen khoan|cod|momo|zalopay|vnpay|so tai khoan|stk|qr|the tin dung|visa|credit card|bank transfer|pay (?:with|by|cash|on)|cash on|tra gop|tien mat|hoa don|vat|xuat hoa|tuyen|viec lam|lam viec cho|dai ly|cong tac vien|ctv|nha phan phoi|phan phoi|chiet khau|lay si|nhap si|ban si|gia si|hop tac|hop tac xa|ki gui|ky gui|o dau vay|dia chi shop|shop o dau|cua hang o|showroom|mo cua|dong cua|gio lam viec|may gio mo|chinh sach|bao hanh|doi tra(?= |$)|giao (?:hang )?(?:buoi|toi|trong|ngoai|tan noi|nhanh|cuoi tuan|chu nhat|bao lau|mat bao|may ngay)|ship (?:nhanh|hoa toc|toan quoc|nuoc ngoai|di nuoc|quoc te|duoc|trong|cod|may ngay|bao lau|tinh)|co ship|co giao|nhan ship|kiem hang|duoc kiem|kiem truoc|kiem tra (?:hang )?truoc|xem hang truoc|dong kiem|dang ky ban|dang ban|len kenh|len san|quang cao cho|thanh toan|where are you|your (?:shop|store|address)|opening hours|wholesale|distributor|ship (?:abroad|internationally|overseas|to)|do you (?:ship|deliver|accept|take))/;
export const BUSINESS =
  /(?:dai ly|cong tac vien|ctv|phan phoi|lay si|nhap si|ban si|si ve|hop tac xa (?:em|minh|toi|anh|chi|chung)|hop tac|ki gui|ky gui|dang (?:ban|len|san pham)|tuyen |len kenh|nhap hang ve ban|ve ban|ban cho shop|trong (?:\S+ )?(?:muon )?ban|(?:nha|gia dinh) (?:em|toi?|tui|chung toi|tao) (?:lam|trong|nuoi|san xuat|co nghe|chuyen)|wholesale|distributor|reseller|chiet khau)/;
export const INJECTION =
  /(?:bo qua (?:moi|tat ca|cac|huong dan|lenh|chi dan|nhung)|ignore (?:all|previous|the|your|above|any|every)|quen (?:het|di|moi|tat ca) (?:\S+ )?(?:lenh|huong dan|chi dan|vai tro|quy tac)|huong dan (?:truoc|tren|phia tren|cu)|system prompt|system :|prompt|ban la (?:quan tri|admin|mot|tro ly|ai|gio)|may la|tu (?:gio|bay gio|nay) (?:may|ban|hay)|in ra|danh sach (?:so|khach|don|dien thoai)|tiet lo|mat khau|password|api key|token|drop table|delete from|select \*|dong vai|you are (?:now|a|an)|act as|developer mode|jailbreak|pretend|reveal|override|(?:dat|sua|chinh|doi|giam) (?:lai )?(?:tat ca )?gia(?: \S+)* (?:thanh|con|ve) §m|danh dau (?:don )?da thanh toan|gia tat ca con|giam gia tat ca|100 % discount|mien phi cho toi|set (?:the )?price|sudo |admin mode|che do (?:quan tri|nha phat trien)|lenh (?:moi|he thong)|he thong :|xoa (?:du lieu|database|co so))/;
export const THANKS =
  /(?:cam on|camon|thank|thanks|thx|biet on|hau ta|haha|hihi|hehe|kkk|vui qua|ngu ngon|chuc (?:shop|mung|em|anh|chi|moi|ngu)|nho que|khen|(?:ngon|thich|ghien|me~?|khoai~?|them~)(?: \S+){0,4} (?:lam|qua|ghe|that)|troi (?:mua|nang|lanh|nong|oi)|i love|so good|delicious)/;
