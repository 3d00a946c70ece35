/** What people are told of things they wait for, in Vietnamese. */

export const seasonsVi = {
  noted: (name: string) => `Mình ghi lại rồi: có ${name} là shop nhắn bạn. Muốn dừng, nhắn “TC”.`,
  awaited: (name: string, day: string) =>
    `Mình ghi lại rồi: vào mùa (${day}) mình nhắn bạn một tin về ${name}. Không cần nữa thì nhắn “TC”.`,
  came: (name: string) => `${name} vào mùa rồi, như bạn dặn mình nhắn. Bạn xem và đặt ngay tại đây nhé.`,
  unsent: (name: string) => `${name} vào mùa, khách dặn báo nhưng kênh không cho nhắn nữa`,
};
