/** The one stage whose data is protected from being deleted. */
export const production = $app.stage === "production";
