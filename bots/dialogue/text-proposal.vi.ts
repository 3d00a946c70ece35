/** Asked back when a model has guessed what was meant. */
export const proposalVi = {
  proposal: {
    meant: (goods: string) => `Mình chưa chắc đã hiểu. Ý bạn là ${goods} phải không ạ?`,
    meantMore: (goods: string) => `Mình chưa chắc đã hiểu. Ý bạn là lấy thêm ${goods} phải không ạ?`,
    yes: "Đúng rồi",
    no: "Không phải",
    askedAbout: "Mình chưa chắc đã hiểu. Bạn hỏi về món nào dưới đây ạ? Nhắn số để xem.",
  },
};
