/** Frequent words of chat, without accents: never taken for a misspelt product. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    "cho minh may em anh chi toi ban shop lay dat mua them bot bo nua thoi nhe nha voi va cung la co khong duoc roi gui giao ship nhan goi hop tui chai lo " +
    "thung bao con cai chiec kg can lang yen hai ba bon nam sau bay tam chin muoi chuc mot doi cap ta mot moi loai thu mon nay kia do day ay gi nao dau " +
    "sao the vay con het chua dang se da thi ma neu hay hoac cua nha ben ngoai trong tren duoi tai den toi tu xa phuong huyen tinh pho duong ngo hem thon " +
    "xom ban ap so nguoi tien gia bao nhieu dong nghin trieu don hang mai sang chieu toi ngay thang tuan gio phut oi a da vang uh ok cam on xin chao " +
    "hoi biet muon can thich ngon dep tot xau hong gap goi dien noi tra loi xem giup phai dung sai nham doi thay huy chot xac khi luc van luon chi that " +
    "qua lam rat hon nhat toan bo me con chau bac co chu ong nguoi ai ho ten sinh que ve di ra vao len xuong qua lai sang kho mem cung to nho lon be " +
    "the thanh toan chuyen khoan tien mat order please want the for and with you have some pack box bag bottle hello thank thanks price much send hotel"
  ).split(" "),
);
