import { createContext } from "preact";
import { useContext } from "preact/hooks";

export type LanguageName = "zh" | "en";

/** The language that the components' own words are in. */
export const Language = createContext<LanguageName>("zh");

const words = {
  zh: {
    bot: "机器人",
    picture: "图片",
    uploaded: "已上传的文件",
    template: "模板",
    keyboardTemplate: "按钮模板",
    typing: "正在输入…",
    everyone: "@全体成员",
    emoji: "表情",
    channel: "子频道",
    quoted: "回复消息",
    unreadable: "读不懂的消息体",
    opens: "在新标签页打开",
    states: {
      sent: "已送达",
      waiting: "等待中",
      audit: "审核中",
      refused: "被拒绝",
      lost: "应答丢失",
      recalled: "已撤回",
    },
  },
  en: {
    bot: "bot",
    picture: "picture",
    uploaded: "uploaded file",
    template: "template",
    keyboardTemplate: "keyboard template",
    typing: "typing…",
    everyone: "@everyone",
    emoji: "emoji",
    channel: "channel",
    quoted: "reply to",
    unreadable: "a body that cannot be read",
    opens: "opens a new tab",
    states: {
      sent: "sent",
      waiting: "waiting",
      audit: "in audit",
      refused: "refused",
      lost: "answer lost",
      recalled: "recalled",
    },
  },
} as const;

export type Words = (typeof words)[LanguageName];

export const useWords = (): Words => words[useContext(Language)];

export const useLanguage = (): LanguageName => useContext(Language);
