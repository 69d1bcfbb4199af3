const url = /^https?:\/\/\S+$/i;
const person = /^@[!&]?(\d{1,20})$/;
const channel = /^#(\d{1,20})$/;
const emoji = /^a?(:\w{1,64}:)\d{1,20}$/;
const command = /^(\/[^:<>]{1,100}):\d{1,20}$/;

/**
 * What stands for Discord's angle brackets (all between them) in words: people, channels and commands as plain words, emoji by their
 * name. Undefined where they are none, and for moments (`<t:…>`), which are told in the route's zone.
 */
export function readDiscordAngle(inner: string): string | undefined {
  if (url.test(inner)) return inner;
  const [, id] = person.exec(inner) ?? [];
  if (id !== undefined) return `@${id}`;
  const [, named] = emoji.exec(inner) ?? command.exec(inner) ?? [];
  return named ?? (channel.test(inner) ? inner : undefined);
}
