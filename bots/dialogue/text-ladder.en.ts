/** What the ladder of notices says where a chat doesn't reach a producer, in English. */
import { type ladderVi } from "./text-ladder.vi.ts";

export const ladderEn: typeof ladderVi = {
  officeUnreached: (producer) => `${producer} can't be reached by chat; please call them:`,
  callProducer: (phone) => `The producer's phone: ${phone}`,
  invented: (phone) => `${phone} (an invented number)`,
  cancelledTellProducer: (code) => `The customer has cancelled order ${code}. Tell the producer not to prepare it.`,
  noProducerPhone: "The catalogue has no phone number of this producer.",
  callAbout: {
    placed: (code) => `Tell of the new order ${code}`,
    cancelled: (code) => `Tell that ${code} is cancelled`,
    unaccepted: (code) => `Ask whether they take ${code}`,
    unshipped: (code) => `Ask whether ${code} has left`,
  },
  templateStatus: {
    placed: "New order, please answer",
    cancelled: "Cancelled by the customer",
    unaccepted: "Still waits for your answer",
    unshipped: "Accepted, not sent yet",
  },
  andMore: (count) => ` and ${count} more`,
};
