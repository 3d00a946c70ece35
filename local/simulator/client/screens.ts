/** All that can be seen on the table, as the simulator tells its page. */

export type Button = { label: string; payload?: string; url?: string; asksContact?: boolean };
export type Message = {
  id: string;
  from: "us" | "person";
  text: string;
  photo?: string;
  buttons: Button[];
  at: string;
};
export type Phone = {
  id: string;
  channel: string;
  title: string;
  name: string;
  role: "customer" | "producer";
  messages: Message[];
};
export type Post = {
  id: string;
  title?: string;
  text: string;
  photo?: string;
  link?: { label: string; url: string };
  at: string;
};
export type Wall = { channel: string; title: string; posts: Post[] };
export type Screens = { phones: Phone[]; walls: Wall[] };
