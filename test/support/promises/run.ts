import { hour, minute } from "../../../lib/base/time.ts";
import { periodEnd } from "../../../lib/policy/quota/period.ts";
import { isTripped } from "../../../lib/policy/outcome/breaker.ts";
import { targetName } from "../../../lib/model/target.ts";
import { unreachable } from "../../../lib/base/unreachable.ts";
import { change, disturbQq, endAudits, openStory, post, postOne, speak, type Story } from "./actions.ts";
import { type Coverage, note } from "./coverage.ts";
import { judge } from "./judge.ts";
import { type TargetId, targetIds, targets } from "./routes.ts";
import { commands, type Program, type Speak, type Step } from "./steps.ts";
import { openWorld, type Violation } from "./world.ts";

/** Long enough for every wait between tries, and into another day. */
const longest = 26 * hour;

/** Pages that 「更多」 is asked for at most. */
const maxPages = 120;

/** Runs a program to its end and to rest; answers which promises were broken. */
export async function runProgram(program: Program, coverage: Coverage): Promise<readonly Violation[]> {
  const world = openWorld(program, coverage);
  const story = openStory(world);
  try {
    await world.store.bind("paired", targets.group, world.now());
    await world.store.bind("paired", targets.bound, world.now());
    for (const step of program.steps) {
      note(coverage, `step:${step.kind}`);
      await take(story, step);
      await world.runWoken();
    }
    await rest(story);
    return [...world.violations, ...(await judge(story))];
  } finally {
    await world.table.close();
  }
}

async function take(story: Story, step: Step): Promise<void> {
  const { world } = story;
  switch (step.kind) {
    case "post":
      return post(story, step);
    case "again":
      return story.last && postOne(story, story.last.post, story.last.words, story.last.id);
    case "speak":
      return speakAndLook(story, step);
    case "change":
      note(world.coverage, `change:${step.to}${step.late > 0 ? " late" : ""}`);
      return change(story, step);
    case "qq":
      note(world.coverage, `qq:${step.fault.kind}`);
      return disturbQq(story, step.fault, step.times);
    case "audits":
      return endAudits(story);
    case "wait":
      return world.passTo(world.now() + step.ms);
    case "until":
      return world.passTo(periodEnd(step.what === "month" ? "month" : "day", "Asia/Shanghai", world.now()) + minute);
    case "crash":
      world.crashes.push(step.crash);
      return undefined;
    case "lose-wakes":
      world.loseWakes(step.count);
      return undefined;
    case "together":
      return world.meet(async () => {
        await Promise.all([
          post(story, step.post),
          speak(story, step.speak),
          ...Array.from({ length: step.deliverers }, () => world.deliverTo(targets[step.speak.target])),
        ]);
        await world.runWoken();
      });
    default:
      return unreachable(step);
  }
}

const isCommand = (text: string): boolean => commands.some((command) => command === text);

/** While QQ is well, and the relay knows it, a command is answered, and who speaks is told what is held. */
async function speakAndLook(story: Story, step: Speak): Promise<void> {
  const { world } = story;
  note(world.coverage, `said:${step.text}`);
  const wasCalm = world.isCalm() && !isTripped(await world.store.readBreaker());
  const before = world.qq.posted.length;
  const { messageId, taken } = await speak(story, step);
  await world.runWoken();
  if (!wasCalm || !taken || !world.isCalm()) return;
  const answered = world.qq.posted.slice(before).some(({ shown }) => shown);
  if (isCommand(step.text) && !answered && step.target !== "dm")
    world.violations.push({ kind: "unanswered", detail: `${step.text} at ${step.target}, ${messageId}` });
}

/** QQ is well again, people take what there is, and time goes by until nothing moves. */
async function rest(story: Story): Promise<void> {
  const { world } = story;
  world.calm();
  await endAudits(story);
  const names = new Set([...story.promised.values()].map(({ target }) => target));
  const told = targetIds.filter((id) => id === "user" || names.has(targetName(targets[id])));
  for (const target of told) {
    await change(story, { kind: "change", target, to: "here", late: 0 });
    await change(story, { kind: "change", target, to: "allowed", late: 0 });
  }
  await world.runWoken();
  for (let round = 0; round < 2; round += 1) {
    await world.passTo(world.now() + longest);
    for (const target of told) await lookAtHeld(story, target);
    for (const target of told)
      for (const text of ["取消静音", "在吗"]) {
        await speak(story, { kind: "speak", target, text, repeated: false });
        await world.runWoken();
      }
    await world.passTo(world.now() + 2 * minute);
  }
  for (const target of told) await readOn(story, target);
  await world.passTo(world.now() + longest);
}

/** Whatever still waits says why, and for a moment that is still to come. */
async function lookAtHeld({ world }: Story, id: TargetId): Promise<void> {
  const now = world.now();
  const end = await world.call("list", (lines) => lines.held(targets[id], now));
  if (end.kind !== "answered") return;
  for (const { id: delivery, state, held } of end.answer) {
    if (held) note(world.coverage, `held:${held.reason}`);
    if (state === "pending" && (!held || (held.until ?? Number.POSITIVE_INFINITY) <= now))
      world.violations.push({ kind: "unheld", detail: `${delivery} at ${id}: ${JSON.stringify(held)}` });
  }
}

/** Says 「更多」 until there is no more. */
async function readOn(story: Story, target: TargetId): Promise<void> {
  const { world } = story;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const before = world.qq.posted.length;
    await speak(story, { kind: "speak", target, text: "更多", repeated: false });
    await world.runWoken();
    const told = world.qq.posted.slice(before);
    if (told.length === 0 || told.some(({ text }) => text.includes("没有更多了"))) return;
  }
}
