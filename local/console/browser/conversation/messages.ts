import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask, isFailure } from "../api/ask.ts";
import type { TargetStatus } from "../api/calls.ts";
import type { Press } from "../../../../simulator/page/browser/chat/press.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { Button } from "../parts/button.ts";
import { Empty } from "../parts/empty.ts";
import { Failed } from "../parts/failed.ts";
import { useShell } from "../shell.ts";
import { MessageBubble } from "./message-bubble.ts";
import { Waiting } from "./waiting.ts";

type MessagesProps = {
  readonly target: string;
  readonly standing: TargetStatus | undefined;
  /** Another number: something changed there. */
  readonly turn: number;
};

const pageSize = 40;
/** The relay tells no more of them at once. */
const mostMessages = 200;

/** So near (px) to the end somebody reads along. */
const nearEnd = 80;

/** What was said and sent at a conversation, the newest last, and below it what waits. */
export function Messages({ target, standing, turn }: MessagesProps): ComponentChildren {
  const { words, overview, tellFailure } = useShell();
  const [limit, setLimit] = useState(pageSize);
  const { answer, failure, isLoading, reload } = useAsked(`${target} ${limit}`, () =>
    ask("conversation", { target, limit }),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const readsAlong = useRef(true);
  useEffect(() => {
    if (turn > 0) reload();
  }, [turn]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && readsAlong.current) element.scrollTop = element.scrollHeight;
  });
  const onScroll = ({ currentTarget: at }: { currentTarget: HTMLElement }): void => {
    readsAlong.current = at.scrollHeight - at.scrollTop - at.clientHeight < nearEnd;
  };
  const press: Press | undefined = overview?.simulated
    ? async ({ id, data, type }) => {
        const done = await (type === 1
          ? ask("press", { target, button: id, data })
          : ask("say", { target, text: data }));
        if (isFailure(done)) tellFailure(done);
      }
    : undefined;
  const messages = answer?.messages ?? [];
  const isEmpty = answer !== undefined && messages.length === 0 && (standing?.held.total ?? 0) === 0;
  return html`<div
    class="messages"
    ref=${scroller}
    role="group"
    aria-label=${words.conversation.log}
    tabindex="0"
    onScroll=${onScroll}
  >
    ${answer && !answer.exact && messages.length > 0 && html`<p class="relaid">${words.conversation.relaid}</p>`}
    ${
      answer?.more &&
      limit < mostMessages &&
      html`<div class="more">
        ${h(Button, { icon: "down", disabled: isLoading, onPress: () => setLimit(limit + pageSize) }, words.conversation.earlier)}
      </div>`
    }
    <div class="chat" role="log" aria-label=${words.conversation.log} aria-busy=${isLoading}>
      ${messages.map((message, index) =>
        h(MessageBubble, { key: message.id ?? `${message.at} ${index}`, message, onButton: press }),
      )}
    </div>
    ${isEmpty && h(Empty, { icon: "chat", title: words.conversation.empty, how: words.conversation.emptyHow })}
    ${standing && h(Waiting, { standing, turn })} ${failure && h(Failed, { failure, again: reload })}
  </div>`;
}
