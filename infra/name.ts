/**
 * Name of a part in AWS: the same at every deploy, so that permissions, alarms and people can name it, and told apart by
 * app and stage.
 */
export const nameOf = (part: string): string => `${$app.name}-${$app.stage}-${part}`;
