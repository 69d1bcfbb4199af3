import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Failure, isFailure } from "../api/ask.ts";

export type Asked<Answer> = {
  /** The last answer that came; that of another question until the new one is there. */
  readonly answer: Answer | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

/** What is asked for, again whenever `key` changes; `undefined` asks nothing. Of answers that overtake each other the newest question's counts. */
export function useAsked<Answer extends object>(
  key: string | undefined,
  put: () => Promise<Answer | Failure>,
): Asked<Answer> {
  const [state, setState] = useState<Omit<Asked<Answer>, "reload">>({
    answer: undefined,
    failure: undefined,
    isLoading: false,
  });
  const question = useRef(0);
  const load = useCallback(async () => {
    const mine = ++question.current;
    setState((state) => ({ ...state, isLoading: true }));
    const told = await put();
    if (mine !== question.current) return;
    setState((state) =>
      isFailure(told)
        ? { answer: state.answer, failure: told, isLoading: false }
        : { answer: told, failure: undefined, isLoading: false },
    );
  }, [key]);
  useEffect(() => {
    if (key === undefined) {
      question.current += 1;
      setState({ answer: undefined, failure: undefined, isLoading: false });
    } else void load();
    return () => {
      question.current += 1;
    };
  }, [load]);
  return { ...state, reload: () => void load() };
}
